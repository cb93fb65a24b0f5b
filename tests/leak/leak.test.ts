import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personalDataSchema, type PersonalData } from '../../src/channels/personal-data.ts';
import { newHome, type Engine, type Home } from '../faults/home.ts';
import { redact } from '../redaction/support.ts';
import { Connector } from '../support/connector.ts';
import { TestPostgres } from '../support/postgres.ts';
import { Product, run } from '../support/product.ts';
import { CONTENT_CACHE, digestsOf, filesIn, rowsOf } from './places.ts';
import { leaksIn, spellingsOf, type Place } from './search.ts';
import { ALL_SECRETS, QUESTIONS_WITH_SECRETS, SECRETS } from './secrets.ts';
import { PARTIES, readAsSomeoneElse, talkEverywhere, type Tour } from './tour.ts';

const METRICS_TOKEN = 'a-token-for-the-monitor-of-this-test';
const CRASHING = pathToFileURL(join(import.meta.dirname, 'crash-on-signal.ts')).href;

/** What a dialog asks for is kept, and shown to who answered it: sealed, and in the person's own file. */
const ASKED_FOR: readonly string[] = SECRETS.sick;

const NAMES_IN_SMALL_LETTERS = ['wendelmoed oosterbaan', 'snoeckaert bv'];

/** A whole life of a server: everything is said, the store goes away and comes back, and the process ends as it should not. */
class Life {
  readonly home: Home;
  readonly engine: Engine;
  readonly #postgres: TestPostgres;
  contentBefore: object = {};
  readonly logs: Place[] = [];
  readonly metrics: Place[] = [];
  readonly others: Place[] = [];
  tour!: Tour;

  constructor(engine: Engine, home: Home, postgres: TestPostgres) {
    this.engine = engine;
    this.home = home;
    this.#postgres = postgres;
  }

  async live(): Promise<void> {
    const product = await this.#start();
    this.contentBefore = digestsOf(this.contentFolder);
    this.tour = await talkEverywhere(product);
    this.others.push(...this.tour.others);
    await this.#withoutStore(product);
    await this.#readMetrics(product);
    await this.#crash(product, 'SIGUSR2');
    const again = await this.#start();
    await this.tour.web.said(QUESTIONS_WITH_SECRETS[0] ?? '').catch(() => undefined);
    this.others.push(...(await readAsSomeoneElse(again)));
    await this.#crash(again, 'SIGWINCH');
  }

  /** What is stored, as it lies there now. */
  async stored(): Promise<Place[]> {
    return [
      ...filesIn(this.home.env['DATA_DIR'] ?? ''),
      ...(this.engine === 'PostgreSQL' ? await rowsOf(this.home) : []),
    ];
  }

  get contentFolder(): string {
    return join(this.home.env['DATA_DIR'] ?? '', CONTENT_CACHE);
  }

  cli(tool: string, ...args: readonly string[]) {
    return run(tool, args, '', { ...this.home.env, LOG_LEVEL: 'trace' });
  }

  exported(channel: string, conversation: string): PersonalData {
    const { stdout } = this.cli('data', 'export', `--channel=${channel}`, `--conversation=${conversation}`);
    return personalDataSchema.parse(JSON.parse(stdout));
  }

  #start(): Promise<Product> {
    return Product.start({
      ...this.home.env,
      LOG_LEVEL: 'trace',
      KEEP_QUESTIONS: 'yes',
      METRICS_TOKEN,
      TRUST_PROXY: '1',
      NODE_OPTIONS: `--import ${CRASHING}`,
    });
  }

  /** Messages that come while nothing can be stored. */
  async #withoutStore(product: Product): Promise<void> {
    const back = await this.#takeStoreAway();
    const connector = await Connector.start();
    const question = QUESTIONS_WITH_SECRETS[1] ?? '';
    const [refused, ready] = await Promise.all([
      this.tour.web.say(question),
      fetch(`${product.url}/readyz`),
      product.post('/api/messages', connector.message(question, 'away')),
    ]);
    expect([refused.status >= 500, ready.status]).toEqual([true, 503]);
    for (const response of [refused, ready])
      this.others.push({ name: `an error while the store is away`, content: await response.text() });
    this.others.push({ name: 'an error in Teams', content: connector.texts().join('\n') });
    connector.stop();
    await back();
  }

  async #takeStoreAway(): Promise<() => Promise<void>> {
    if (this.engine === 'PostgreSQL') {
      await this.#postgres.pause();
      return () => this.#postgres.resume();
    }
    const db = new DatabaseSync(join(this.home.env['DATA_DIR'] ?? '', 'conversations.db'));
    db.exec('BEGIN IMMEDIATE');
    return () => {
      db.exec('ROLLBACK');
      db.close();
      return Promise.resolve();
    };
  }

  async #readMetrics({ url }: Product): Promise<void> {
    const response = await fetch(`${url}/metrics`, {
      headers: { authorization: `Bearer ${METRICS_TOKEN}`, 'x-forwarded-for': PARTIES.address },
    });
    expect(response.status).toBe(200);
    this.metrics.push({ name: 'metrics', content: await response.text() });
  }

  async #crash(product: Product, signal: NodeJS.Signals): Promise<void> {
    expect(await product.stop(signal), product.log()).not.toBe(0);
    this.logs.push({ name: `log until ${signal}`, content: product.log() });
  }
}

const ENGINES = ['SQLite', 'PostgreSQL'] as const;

let postgres: TestPostgres;
let lives: Life[];

beforeAll(async () => {
  postgres = await TestPostgres.start();
  lives = await Promise.all(
    ENGINES.map(async (engine) => {
      const life = new Life(engine, await newHome(engine, postgres), postgres);
      await life.live();
      return life;
    }),
  );
});

afterAll(async () => {
  for (const { home } of lives) await home.remove();
  await postgres.stop();
});

describe.each(ENGINES)('a server on %s to which everything was said', (engine) => {
  let life: Life;

  beforeAll(() => {
    life = lives[ENGINES.indexOf(engine)] as Life;
  });

  it('wrote nothing of it in its log, nor in its last words', () => {
    const text = life.logs.map(({ content }) => String(content)).join('\n');
    for (const route of ['/api/messages', '/v1/ask', '/gesprek', '/v3/directline/conversations/:id/activities'])
      expect(text).toContain(`"${route}"`);
    expect(text).toContain('request failed');
    expect(leaksIn(life.logs, ALL_SECRETS)).toEqual([]);
  });

  it('counted nothing of it', () => {
    expect(String(life.metrics[0]?.content)).toContain('spoor2_turns_total{channel="directline"');
    expect(leaksIn(life.metrics, ALL_SECRETS)).toEqual([]);
  });

  it('logs and counts no address, no user and no conversation', () => {
    const parties = [...Object.values(PARTIES), ...life.tour.names];
    expect(parties.every((name) => name.length >= 9)).toBe(true);
    expect(leaksIn([...life.logs, ...life.metrics], parties)).toEqual([]);
  });

  it('stored nothing of it that can be read without the keys', async () => {
    const stored = await life.stored();
    expect(stored.reduce((size, { content }) => size + content.length, 0)).toBeGreaterThan(100_000);
    expect(leaksIn(stored, [...ALL_SECRETS, PARTIES.teamsUser, PARTIES.teamsObject, PARTIES.address])).toEqual([]);
    expect(digestsOf(life.contentFolder)).toEqual(life.contentBefore);
  });

  it('kept questions for the editor with nothing of a person in them', () => {
    const { stdout } = life.cli('questions', '--json');
    expect((JSON.parse(stdout) as unknown[]).length).toBeGreaterThan(3);
    expect(leaksIn([{ name: 'questions', content: stdout }], ALL_SECRETS)).toEqual([]);
  });

  it('told nobody else, also not in errors', () => {
    expect(life.others.length).toBeGreaterThan(30);
    expect(leaksIn(life.others, ALL_SECRETS)).toEqual([]);
  });

  it('gives who spoke in Teams a file without one word that was typed', () => {
    const data = life.exported('msteams', PARTIES.teamsConversation);
    expect(data.gesprek?.aantalBerichten).toBeGreaterThan(10);
    expect(data.berichten).toEqual([]);
    const secrets = ALL_SECRETS.filter((secret) => !ASKED_FOR.includes(secret));
    expect(leaksIn([{ name: 'export', content: JSON.stringify(data) }], secrets)).toEqual([]);
  });

  it('gives who spoke on the web the own words, but none of a message about health', () => {
    for (const { berichten } of [
      life.exported('directline', life.tour.web.conversation),
      personalDataSchema.parse(JSON.parse(life.tour.exported)),
    ]) {
      const texts = berichten.map(({ tekst = '' }) => tekst);
      expect(texts).toContain(QUESTIONS_WITH_SECRETS[0]);
      expect(leaksIn([{ name: 'export', content: texts.join('\n') }], SECRETS.illness)).toEqual([]);
    }
  });
});

describe('a server with a registration at Microsoft', () => {
  it('logs nothing of a token that it refuses, nor of what came with it', async () => {
    const product = await Product.start({
      LOG_LEVEL: 'trace',
      MICROSOFT_APP_ID: '0a0b0c0d-1111-4222-8333-444455556666',
      MICROSOFT_APP_PASSWORD: `secret-of-${SECRETS.medicine[0]}`,
    });
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const connector = await Connector.start();
    const activity = connector.message(QUESTIONS_WITH_SECRETS.join('\n'), SECRETS.bsn[0], PARTIES.teamsConversation);
    for (const token of [
      SECRETS.mail[0],
      `${part({ alg: 'none', kid: SECRETS.name[0] })}.${part({ aud: SECRETS.bank[1] })}.`,
    ]) {
      const response = await product.post('/api/messages', activity, { authorization: `Bearer ${token}` });
      expect(response.status).toBe(401);
    }
    connector.stop();
    await product.stop();
    expect(product.log()).toContain('sender refused');
    const secrets = [...ALL_SECRETS, PARTIES.teamsConversation];
    expect(leaksIn([{ name: 'log', content: product.log() }], secrets)).toEqual([]);
    await product.remove();
  });
});

describe('what the redactor cannot tell from any other word', () => {
  it.fails.each([
    'welke gordijnen kiest wendelmoed oosterbaan voor de zolder',
    'kan snoeckaert bv het geld storten voor de schilder',
  ])('a name in small letters with nothing before it that announces one: %j', (question) => {
    expect(leaksIn([{ name: 'question', content: redact(question) }], NAMES_IN_SMALL_LETTERS)).toEqual([]);
  });
});

describe('the search itself', () => {
  const secret = SECRETS.name[1];

  it('looks for what stands nowhere by chance', () => {
    for (const one of ALL_SECRETS) expect(one.replaceAll(/[^\p{L}\d]/gu, '').length).toBeGreaterThanOrEqual(8);
  });

  it.each([...spellingsOf(secret).slice(0, -1).map(String), 'oosterbaän zwart'])(
    'finds a name that is written as %j',
    (spelling) => {
      const places = [
        { name: 'log', content: `{"level":30,"msg":"x","text":"a ${spelling} b"}` },
        { name: 'metrics', content: `spoor2_turns_total{channel="${spelling}"} 1` },
      ];
      expect(leaksIn(places, [secret])).toEqual([`log: ${secret}`, `metrics: ${secret}`]);
    },
  );

  it('finds it in base64 at any place, and in UTF-16', () => {
    for (const before of ['', 'x', 'xy', 'xyz'])
      expect(
        leaksIn([{ name: 'p', content: Buffer.from(`${before}${secret} enz.`).toString('base64') }], [secret]),
      ).toHaveLength(1);
    expect(leaksIn([{ name: 'p', content: Buffer.from(secret, 'utf16le') }], [secret])).toHaveLength(1);
  });

  it.each(ENGINES)('finds it in a table and in a file of a server on %s', async (engine) => {
    const home = await newHome(engine, postgres);
    const life = new Life(engine, home, postgres);
    const product = await Product.start(home.env);
    await home.query(
      `INSERT INTO switched_off (what, since) VALUES ('${secret}', ${engine === 'SQLite' ? '1' : 'now()'})`,
    );
    await product.stop('SIGKILL');
    writeFileSync(join(home.env['DATA_DIR'] ?? '', 'notes.txt'), `over ${secret}`);
    const found = leaksIn(await life.stored(), [secret]);
    expect(found.some((line) => line.includes('notes.txt'))).toBe(true);
    expect(found.some((line) => /conversations\.db|table switched_off/.test(line))).toBe(true);
    await home.remove();
  });
});
