import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectionOptions } from '../../src/store/postgres/connection.ts';
import { PostgresLocks } from '../../src/store/postgres/locks.ts';
import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.ts';
import type { Store } from '../../src/store/store.ts';
import { TestPostgres } from '../support/postgres.ts';

const KEY = { channel: 'directline', conversation: 'c1' };
const OTHER = { channel: 'directline', conversation: 'c2' };

let postgres: TestPostgres;
let url: string;
let errors: Error[];
const opened: Store[] = [];

beforeAll(async () => {
  postgres = await TestPostgres.start();
});

afterAll(() => postgres.stop());

beforeEach(async () => {
  url = await postgres.newDatabase();
  errors = [];
});

afterEach(() => Promise.all(opened.splice(0).map((store) => store.close())));

/** Opens the database, as one more process would. */
async function open(): Promise<Store> {
  const store = await openPostgresStore(url, {
    onError: (error) => {
      errors.push(error);
    },
  });
  opened.push(store);
  return store;
}

/** Waits until something is so. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** Ends connections as an administrator would. @param which SQL about `pg_stat_activity` */
const endConnections = (which = 'true') =>
  postgres.query(
    url,
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = current_database() AND pid <> pg_backend_pid() AND (${which})`,
  );

const HOLDING = "pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')";
const LISTENING = "query LIKE 'LISTEN%'";

/** A task that goes on until it is told to stop. */
function lasting(): { task: () => Promise<void>; begun: Promise<void>; stop: () => void } {
  const begun = Promise.withResolvers<undefined>();
  const stopped = Promise.withResolvers<undefined>();
  return {
    task: async () => {
      begun.resolve(undefined);
      await stopped.promise;
    },
    begun: begun.promise.then(() => undefined),
    stop: () => {
      stopped.resolve(undefined);
    },
  };
}

describe('opening a store', () => {
  it('makes the tables once when many processes start at once', async () => {
    const children = Array.from({ length: 4 }, () => fork(join(import.meta.dirname, 'open-and-save.ts'), [url]));
    const stores = await Promise.all(Array.from({ length: 8 }, open));
    expect(await Promise.all(children.map(async (child) => (await once(child, 'exit'))[0] as unknown))).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await postgres.query(url, 'SELECT version FROM store_version')).toEqual([{ version: 1 }]);
    for (const store of stores) await store.check();
    expect(await stores[0]?.switches.all()).toHaveLength(4);
  });

  it('is refused when it is of a newer version, which stays as it is', async () => {
    await open();
    await postgres.query(url, 'UPDATE store_version SET version = 99');
    await expect(open()).rejects.toThrow(/newer version \(99\)/);
    expect(await postgres.query(url, 'SELECT version FROM store_version')).toEqual([{ version: 99 }]);
  });

  it('needs no right to change tables when there is nothing to change', async () => {
    await open();
    await postgres.query(
      url,
      `CREATE ROLE only_data LOGIN PASSWORD 'x'; GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO only_data`,
    );
    const address = new URL(url);
    address.username = 'only_data';
    address.password = 'x';
    const store = await openPostgresStore(address.href);
    opened.push(store);
    expect(await store.conversations.save(KEY, 0, { sessionJson: '{}' })).toBe(true);
    await store.check();
  });

  it.each([
    ['a wrong password', () => postgres.url('postgres', 'geheim-wachtwoord'), /password authentication failed/],
    ['no such database', () => postgres.url('nergens'), /"nergens" does not exist/],
    ['nobody at the door', () => 'postgres://bot:geheim-wachtwoord@127.0.0.1:1/x', /ECONNREFUSED/],
    ['no address', () => 'postgres://bot:geheim-wachtwoord@[', /Invalid URL/],
    ['something else', () => 'bot:geheim-wachtwoord', /begins with "postgres:\/\/"/],
  ])('says what is wrong, and no password: %s', async (_name, address, words) => {
    const error: unknown = await openPostgresStore(address()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toMatch(words);
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain('geheim-wachtwoord');
  });

  it('is refused where not every character can be kept', async () => {
    await postgres.query(url, "CREATE DATABASE narrow ENCODING 'LATIN1' TEMPLATE template0");
    await expect(openPostgresStore(postgres.url('narrow'))).rejects.toThrow(/UTF8.*LATIN1/);
  });
});

describe('locks', () => {
  it('let one process at a time work on a conversation, and others on other conversations', async () => {
    const [one, two] = [await open(), await open()];
    const first = lasting();
    const running = one.locks.run(KEY, first.task);
    await first.begun;
    let isSecondRunning = false;
    const second = two.locks.run(KEY, () => {
      isSecondRunning = true;
      return Promise.resolve();
    });
    expect(await two.locks.run(OTHER, () => Promise.resolve('free'))).toBe('free');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(isSecondRunning).toBe(false);
    first.stop();
    await Promise.all([running, second]);
    expect(isSecondRunning).toBe(true);
  });

  it('lose no step of fifty tasks in three processes', async () => {
    const stores = [await open(), await open(), await open()];
    let count = 0;
    const step = async () => {
      const before = count;
      await new Promise((resolve) => setImmediate(resolve));
      count = before + 1;
    };
    await Promise.all(Array.from({ length: 50 }, async (_, place) => stores[place % 3]?.locks.run(KEY, step)));
    expect(count).toBe(50);
  });

  it('keep two tasks of one process apart too, also when the first one fails', async () => {
    const store = await open();
    const steps: string[] = [];
    const first = lasting();
    const failing = store.locks.run(KEY, async () => {
      await first.task();
      steps.push('first');
      throw new Error('went wrong');
    });
    await first.begun;
    const second = store.locks.run(KEY, () => Promise.resolve(steps.push('second')));
    await new Promise((resolve) => setTimeout(resolve, 50));
    first.stop();
    await expect(failing).rejects.toThrow('went wrong');
    await second;
    expect(steps).toEqual(['first', 'second']);
  });

  it('are free when the connection that held them is lost, and can be taken again', async () => {
    const [one, two] = [await open(), await open()];
    const first = lasting();
    const running = one.locks.run(KEY, first.task);
    await first.begun;
    await endConnections(HOLDING);
    expect(await two.locks.run(KEY, () => Promise.resolve('taken'))).toBe('taken');
    first.stop();
    await running;
    expect(await one.locks.run(KEY, () => Promise.resolve('anew'))).toBe('anew');
  });

  it('hold no connection while a task runs', async () => {
    const store = await open();
    const tasks = Array.from({ length: 40 }, lasting);
    const running = tasks.map(({ task }, place) =>
      store.locks.run({ ...KEY, conversation: `c${place}` }, async () => {
        await task();
        await store.check();
      }),
    );
    await Promise.all(tasks.map(({ begun }) => begun));
    await store.check();
    for (const { stop } of tasks) stop();
    await Promise.all(running);
  });

  it('are left to the other process when it takes too long', async () => {
    const store = await open();
    const first = lasting();
    const running = store.locks.run(KEY, first.task);
    await first.begun;
    const impatient = new PostgresLocks(connectionOptions(url), 50);
    await expect(impatient.run(KEY, () => Promise.resolve())).rejects.toMatchObject({ name: 'ConversationBusy' });
    await impatient.close();
    first.stop();
    await running;
  });
});

describe('forgetting', () => {
  it('waits for what is being said at this moment, and takes it along', async () => {
    const store = await open();
    await store.activities.start(KEY);
    const other = await transaction("SELECT append_activity('directline', 'c1', 'm1', 'geheim', 1000)");
    const forgotten = store.conversations.forget(KEY);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await other.commit();
    await forgotten;
    expect(await store.activities.find(KEY)).toEqual({ last: 1, ended: false });
    expect(await store.activities.after(KEY, 0, 10)).toEqual([]);
  });
});

describe('the outbox', () => {
  it('hands out the rest while another process is taking some, without waiting for it', async () => {
    const store = await open();
    const reminders = ['a', 'b', 'c'].map((name) => ({ name, json: name, due: new Date(0) }));
    await store.conversations.save(KEY, 0, { sessionJson: '{}', plan: { json: 'p', until: new Date(), reminders } });
    const other = await transaction("UPDATE outbox SET failures = failures + 1 WHERE json = 'b'");
    const claimed = await store.outbox.claim(new Date(), new Date(Date.now() + 60_000), 10);
    await other.abandon();
    expect(claimed.map(({ json }) => json).sort()).toEqual(['a', 'c']);
  });
});

describe('news', () => {
  /** What a store hears, without the notes that something may have been missed. */
  const heard = (store: Store) => {
    const told: (string | undefined)[] = [];
    store.news.listen((conversation) => told.push(conversation));
    return told;
  };

  it('reaches all others, and not who told it', async () => {
    const [one, two, three] = [await open(), await open(), await open()];
    const own = heard(one);
    const others = [heard(two), heard(three)];
    await until(() => [own, ...others].every(({ length }) => length === 1));
    for (const conversation of ['c1', 'c2', 'c1', 'é"\0']) one.news.tell(conversation);
    await until(() => others.every((told) => told.length > 3));
    expect(others).toEqual(others.map(() => [undefined, 'c1', 'c2', 'é"\0']));
    expect(own).toEqual([undefined]);
  });

  it('of very many conversations, or of one with an endless name, says at least that there is some', async () => {
    const [one, two] = [await open(), await open()];
    const told = heard(two);
    await until(() => told.length === 1);
    const many = Array.from({ length: 900 }, (_, place) => `conversation with a long name ${place}`);
    for (const conversation of many) one.news.tell(conversation);
    await until(() => told.length > 900);
    expect(told).toEqual([undefined, ...many]);
    one.news.tell('x'.repeat(10_000));
    await until(() => told.length > 901);
    expect(told.at(-1)).toBeUndefined();
  });

  it('goes to nobody who stopped listening, and a listener that fails takes none from the others', async () => {
    const [one, two] = [await open(), await open()];
    const stopped: (string | undefined)[] = [];
    const stop = two.news.listen((conversation) => stopped.push(conversation));
    two.news.listen(() => {
      throw new Error('a listener failed');
    });
    const told = heard(two);
    await until(() => told.length === 1);
    stop();
    one.news.tell('c1');
    await postgres.query(url, "NOTIFY spoor2_news, 'not ours'");
    await until(() => told.length === 3);
    expect(told.toSorted()).toEqual(['c1', undefined, undefined]);
    expect(stopped).toEqual([undefined]);
    expect(errors.map(({ message }) => message)).toContain('a listener failed');
  });

  it('goes on after a connection was lost, with the note that some may have been missed', async () => {
    const [one, two] = [await open(), await open()];
    const told = heard(two);
    one.news.listen(() => undefined);
    await until(() => told.length === 1);
    await endConnections(LISTENING);
    await until(() => told.length === 2);
    expect(told).toEqual([undefined, undefined]);
    one.news.tell('after');
    await until(() => told.length > 2);
  });
});

describe('a database that goes away', () => {
  it('and comes back: what is asked meanwhile fails within seconds, then all works again', async () => {
    const [one, two] = [await open(), await open()];
    await one.conversations.save(KEY, 0, { sessionJson: '{}' });
    await one.locks.run(KEY, () => Promise.resolve());
    const told: (string | undefined)[] = [];
    two.news.listen((conversation) => told.push(conversation));
    one.news.tell('c1');
    await until(() => told.length > 0);
    await postgres.pause();
    let hasRun = false;
    const failures = await Promise.allSettled([
      one.conversations.open(KEY),
      one.conversations.save(KEY, 1, { sessionJson: 'lost' }),
      one.check(),
      one.locks.run(KEY, () => {
        hasRun = true;
        return Promise.resolve();
      }),
    ]);
    expect(failures.map(({ status }) => status)).toEqual(failures.map(() => 'rejected'));
    expect(hasRun, 'no task runs without its lock').toBe(false);
    one.news.tell('c2');
    const missed = told.length;
    await postgres.resume();
    expect((await one.conversations.open(KEY)).session).toEqual({ json: '{}', version: 1 });
    expect(await one.locks.run(KEY, () => one.conversations.save(KEY, 1, { sessionJson: '2' }))).toBe(true);
    await one.check();
    await until(() => told.slice(missed).includes(undefined));
    const back = told.length;
    one.news.tell('c3');
    await until(() => told.slice(back).length > 0);
  });

  it('for a moment: who asks meanwhile waits', async () => {
    const store = await open();
    await store.conversations.save(KEY, 0, { sessionJson: '{}' });
    await postgres.pause();
    const asked = [
      store.conversations.save(KEY, 1, { sessionJson: '2' }),
      store.locks.run(KEY, () => Promise.resolve(true)),
    ];
    await postgres.resume();
    expect(await Promise.all(asked)).toEqual([true, true]);
    expect((await store.conversations.open(KEY)).session).toEqual({ json: '2', version: 2 });
  });

  it('takes connections that nobody uses with it, and nobody falls over', async () => {
    const store = await open();
    await Promise.all(Array.from({ length: 10 }, () => store.conversations.open(KEY)));
    await endConnections();
    await until(() => errors.length > 0);
    expect(await store.conversations.open(KEY)).toEqual({});
    expect(errors.every(({ message }) => !message.includes('@'))).toBe(true);
  });

  it('in the middle of a statement: what may run twice does, what may not fails', async () => {
    const store = await open();
    await store.conversations.save(KEY, 0, { sessionJson: '1' });
    await store.activities.start(KEY);
    const blocked = async (work: () => Promise<unknown>, table: string) => {
      const blocker = await transaction(`LOCK TABLE ${table}`);
      const result = work().then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      );
      await until(async () => (await waitingForLocks()).length > 0);
      await endConnections("wait_event_type = 'Lock'");
      await blocker.abandon();
      return result;
    };
    expect(await blocked(() => store.conversations.save(KEY, 1, { sessionJson: '2' }), 'session')).toMatchObject({
      error: { name: 'DatabaseError', failure: 'unknown' },
    });
    expect(await blocked(() => store.conversations.open(KEY), 'session')).toEqual({
      value: { session: { json: '1', version: 1 } },
    });
  });

  it('by a crash, in the middle of a statement: the statement is run again', async () => {
    const store = await open();
    await store.conversations.save(KEY, 0, { sessionJson: '1' });
    await transaction('LOCK TABLE session');
    const asked = store.conversations.open(KEY);
    await until(async () => (await waitingForLocks()).length > 0);
    const [backend] = await waitingForLocks();
    process.kill(Number(backend), 'SIGKILL');
    expect(await asked).toEqual({ session: { json: '1', version: 1 } });
  });

  it('can be closed meanwhile, and twice', async () => {
    const store = await open();
    store.news.listen(() => undefined);
    await postgres.pause();
    await until(() => errors.length > 0);
    await Promise.all([store.close(), store.close()]);
    await postgres.resume();
  });
});

describe('a closed store', () => {
  it('lets its process end', async () => {
    const child = fork(join(import.meta.dirname, 'open-and-save.ts'), [url]);
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(
      await postgres.query(url, "SELECT pid FROM pg_stat_activity WHERE application_name = 'spoor2-assistent'"),
    ).toEqual([]);
  });
});

interface Transaction {
  commit(): Promise<void>;
  /** As if its process had died. */
  abandon(): Promise<void>;
}

/** Another process in the middle of a transaction. */
async function transaction(sql: string): Promise<Transaction> {
  const client = new Client({ connectionString: url });
  // It may go down with its server.
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`BEGIN; ${sql}`);
  return {
    commit: async () => {
      await client.query('COMMIT');
      await client.end();
    },
    abandon: () => client.end(),
  };
}

/** The server's processes that wait for a lock. */
async function waitingForLocks(): Promise<unknown[]> {
  const rows = await postgres.query(
    url,
    "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
  );
  return rows.map(({ pid }) => pid);
}
