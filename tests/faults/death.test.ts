import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connector } from '../support/connector.ts';
import { TestPostgres } from '../support/postgres.ts';
import { BOT_MOMENTS, isSaidUnnoted, isSaved, MortalHouse, WEB_MOMENTS, WHOLE } from './death.ts';
import type { Moment } from './mortal-store.ts';
import { newHome, type Engine, type Home } from './home.ts';

let postgres: TestPostgres;
let connector: Connector;

beforeAll(async () => {
  postgres = await TestPostgres.start();
  connector = await Connector.start();
});

afterAll(async () => {
  connector.stop();
  await postgres.stop();
});

/** The web dies on PostgreSQL here, Teams on SQLite; `npm run test:faults` tries every moment on both. */
const ON: Readonly<Record<Engine, { web: readonly Moment[]; teams: readonly Moment[] }>> = {
  SQLite: { web: [], teams: BOT_MOMENTS.filter(({ step }) => step !== 'conversations.open') },
  PostgreSQL: { web: WEB_MOMENTS.filter(({ when }) => when === 'after'), teams: [] },
};

describe.each<Engine>(['SQLite', 'PostgreSQL'])('a process that is killed, on %s', (engine) => {
  const { web, teams } = ON[engine];
  let home: Home;
  let house: MortalHouse;

  beforeAll(async () => {
    home = await newHome(engine, postgres);
    house = new MortalHouse(home);
  });

  afterAll(async () => {
    await house.leave();
    await home.remove();
  });

  it.each(web)('$when $step ($nth) on the web: the message sent again is answered once', async (moment) => {
    expect(await house.dieOnTheWeb(moment, 'resent')).toEqual(WHOLE);
  });

  it.each(web.filter((moment) => isSaved(moment) && moment.step === 'conversations.save'))(
    '$when $step ($nth) on the web: the answer comes by itself',
    async (moment) => {
      expect(await house.dieOnTheWeb(moment, 'outbox')).toEqual(WHOLE);
    },
  );

  it.each(teams)('$when $step in Teams: the message delivered again is answered', async (moment) => {
    // What the channel was told when the process died nobody knows: said twice is better than never.
    const answers = isSaidUnnoted(moment) ? 2 : 1;
    expect(await house.dieInTeams(connector, moment, 'resent')).toEqual({ ...WHOLE, answers });
  });

  it.skipIf(teams.length === 0)('after conversations.save in Teams: the answer comes by itself', async () => {
    const moment = { step: 'conversations.save', when: 'after', nth: 1 } as const;
    expect(await house.dieInTeams(connector, moment, 'outbox')).toEqual(WHOLE);
  });
});
