import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { personalDataSchema } from '../../src/channels/personal-data.ts';
import { newSession } from '../../src/conversation/session.ts';
import type { SavedPlan } from '../../src/conversation/saved-plan.ts';
import { fixedKeyRing, secretsFor } from '../../src/store/key-ring.ts';
import { openStore } from '../../src/store/open-store.ts';
import { seal } from '../../src/store/seal.ts';
import { sealedStore } from '../../src/store/sealed-store.ts';
import type { Store } from '../../src/store/store.ts';
import { newDataDir, run } from '../support/product.ts';

const SECRET = new Uint8Array(32).fill(9);
const ring = fixedKeyRing([SECRET]);

const TEAMS = { channel: 'msteams', conversation: 'a:1' };
const OTHER = { channel: 'msteams', conversation: 'a:2' };
/** Ids on the web may begin with a dash. */
const WEB = { channel: 'directline', conversation: '-w' };

const PLAN: SavedPlan = {
  request: { eersteZiektedag: '2026-01-05' },
  audience: 'employee',
  level: 'nl-B1',
  agreedOn: '2026-11-01',
  keptUntil: '2028-03-03',
};

let folder: string;

/** A store with two conversations in Teams, one of them with a plan, and one on the web. */
beforeAll(async () => {
  folder = newDataDir();
  await withStore(async (store) => {
    const session = JSON.stringify(newSession({ audience: 'employee', audienceSaid: true }));
    const until = new Date('2028-03-04');
    const reminder = { name: 'wia 14', json: '{}', due: new Date('2027-09-01') };
    const plan = { json: JSON.stringify(PLAN), until, reminders: [reminder] };
    await store.conversations.save(TEAMS, 0, { sessionJson: session, plan });
    await store.conversations.save(OTHER, 0, { sessionJson: session });
    await store.activities.start(WEB);
    await store.activities.append(WEB, 'm', said('mijn vraag'));
  });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function said(text: string): string {
  const activity = { type: 'message', timestamp: new Date().toISOString(), from: { id: 'u', role: 'user' }, text };
  return seal(activity, secretsFor('activities', ring)(), new Date(Date.now() + 1e9), 'quick');
}

async function withStore<T>(task: (store: Store) => Promise<T>): Promise<T> {
  const bare = await openStore({ dataDir: folder });
  try {
    return await task(sealedStore(bare, secretsFor('sessions', ring)));
  } finally {
    await bare.close();
  }
}

const data = (...args: string[]) =>
  run('data', args, '', {
    DATA_DIR: folder,
    DATABASE_URL: '',
    SIGNING_KEYS: Buffer.from(SECRET).toString('base64'),
  });

const named = ({ channel, conversation }: typeof TEAMS) => [`--channel=${channel}`, `--conversation=${conversation}`];

describe('data export', () => {
  it('prints all of one conversation as one document', () => {
    const { status, stdout, stderr } = data('export', ...named(TEAMS));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const document = personalDataSchema.parse(JSON.parse(stdout));
    expect(document.gesprek?.wieVraagt).toBe('werknemer');
    expect(document.plan?.bewaardTotEnMet).toBe('2028-03-03');
  });

  it('writes a file that only its owner can read, and never over another', () => {
    const file = join(folder, 'uit.json');
    expect(data('export', ...named(WEB), '--out', file)).toMatchObject({ status: 0, stdout: '' });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(personalDataSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).berichten[0]?.tekst).toBe('mijn vraag');
    expect(data('export', ...named(TEAMS), '--out', file).status).toBe(2);
  });

  it('says so when nothing is stored under a name, also one that begins with a dash', () => {
    const { stdout, stderr } = data('export', ...named({ ...TEAMS, conversation: '-geen' }));
    expect(stderr).toContain('niets opgeslagen');
    expect(personalDataSchema.parse(JSON.parse(stdout)).gesprek).toBeUndefined();
  });
});

describe('data delete', () => {
  it('deletes nothing while nobody said that it is sure', async () => {
    expect(data('delete', ...named(TEAMS))).toMatchObject({ status: 2 });
    expect((await withStore((store) => store.conversations.open(TEAMS))).session).toBeDefined();
  });

  it('deletes one conversation with its plan and reminders, shows that nothing is left, and leaves the others', async () => {
    const { status, stdout } = data('delete', ...named(TEAMS), '--yes');
    expect(status).toBe(0);
    expect(stdout).toMatch(/gesprek +1 → 0/);
    expect(stdout).toMatch(/bewaard plan +1 → 0/);
    await withStore(async (store) => {
      expect(await store.conversations.open(TEAMS)).toEqual({});
      expect(await store.outbox.claim(new Date('2030-01-01'), new Date('2030-01-02'), 10)).toEqual([]);
      expect((await store.conversations.open(OTHER)).session).toBeDefined();
    });
    expect(data('export', ...named(TEAMS)).stderr).toContain('niets opgeslagen');
  });

  it('leaves no words of a conversation on the web', () => {
    const { stdout } = data('delete', ...named(WEB), '--yes');
    expect(stdout).toMatch(/berichten met tekst +1 → 0/);
    expect(data('export', ...named(WEB)).stdout).not.toContain('mijn vraag');
  });
});

describe('data', () => {
  it('carries out the terms now', async () => {
    await withStore((store) =>
      store.conversations.save({ ...TEAMS, conversation: 'oud' }, 0, {
        sessionJson: '{}',
        plan: { json: '{}', until: new Date('2020-01-01'), reminders: [] },
      }),
    );
    const { status, stdout } = data('retention');
    expect(status).toBe(0);
    expect(stdout.split('\n').filter((line) => line.startsWith('gedaan: ')).length).toBeGreaterThan(5);
    const left = await withStore((store) => store.conversations.open({ ...TEAMS, conversation: 'oud' }));
    expect(left.planJson).toBeUndefined();
    expect(left.session).toBeDefined();
  });

  it('says how it is used', () => {
    expect(data().status).toBe(2);
    expect(data('export', '--channel', 'msteams').stderr).toContain('--conversation');
    expect(data('iets').status).toBe(2);
    expect(data('--help').stdout).toContain('npm run -s data -- export');
  });

  it('makes no store where there is none', () => {
    const empty = join(folder, 'leeg');
    const { status, stderr } = run('data', ['retention'], '', { DATA_DIR: empty, DATABASE_URL: '' });
    expect(status).toBe(2);
    expect(stderr).toContain('bestaat niet');
    expect(existsSync(empty)).toBe(false);
  });
});
