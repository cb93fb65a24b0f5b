import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numberOf } from '../directline/visitor.ts';
import { TestPostgres } from '../support/postgres.ts';
import { talkThroughAbsence } from './absence.ts';
import { newHome, type Home } from './home.ts';
import { canMount, ServerProcess } from './server-process.ts';
import { noToll } from './toll.ts';

/** What holds for every store that cannot be used for a while. */
async function expectNothingLost(server: ServerProcess, away: () => Promise<void>, back: () => Promise<void>) {
  const seen = await talkThroughAbsence(server, away, back);
  expect(seen.refusal.status).toBeGreaterThanOrEqual(500);
  expect(seen.refusal.message).toMatch(/again|later/i);
  expect(seen.told, 'whoever asks in Teams hears that it did not work').toMatch(/nog eens[^]*again/);
  expect(seen.readiness).toEqual([200, 503, 200]);
  expect(seen.answer, 'the dialog goes on where it was').toContain('ziek');
  expect(seen.all.map(numberOf)).toEqual(Array.from({ length: 5 }, (_, place) => place + 1));
  expect(seen.toldAfter).toContain('spoor 2 duurt');
  expect(seen.toll).toEqual(noToll(4));
}

describe('a database server that goes away and comes back', () => {
  let postgres: TestPostgres;
  let home: Home;
  let server: ServerProcess;

  beforeAll(async () => {
    postgres = await TestPostgres.start();
    home = await newHome('PostgreSQL', postgres);
    server = await ServerProcess.start(home);
  });

  afterAll(async () => {
    await server.stop();
    await home.remove();
    await postgres.stop();
  });

  it('loses nothing: what was said meanwhile is said again, and the conversation goes on', async () => {
    await expectNothingLost(
      server,
      () => postgres.pause(),
      () => postgres.resume(),
    );
  });
});

describe.skipIf(!canMount())('a disk that is full', () => {
  let home: Home;
  let server: ServerProcess;

  beforeAll(async () => {
    home = await newHome('SQLite');
    server = await ServerProcess.startOnSmallDisk(home, '4m');
  });

  afterAll(async () => {
    await server.stop();
    await home.remove();
  });

  it('loses nothing: once there is room again, the conversation goes on', async () => {
    await expectNothingLost(
      server,
      () => server.tell('fill the disk'),
      () => server.tell('make room'),
    );
  });
});
