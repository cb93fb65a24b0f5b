import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Connector } from '../support/connector.ts';
import { TestPostgres } from '../support/postgres.ts';
import { MortalHouse } from './death.ts';
import { newHome, type Engine, type Home } from './home.ts';
import { TALK, talkThriceInTeams, talkThriceOnTheWeb } from './thrice.ts';
import { noToll } from './toll.ts';

let postgres: TestPostgres;

beforeAll(async () => {
  postgres = await TestPostgres.start();
});

afterAll(() => postgres.stop());

describe.each<Engine>(['SQLite', 'PostgreSQL'])('every message delivered three times, on %s', (engine) => {
  let home: Home;
  let house: MortalHouse;
  let connector: Connector;

  beforeAll(async () => {
    home = await newHome(engine, postgres);
    house = new MortalHouse(home);
    connector = await Connector.start();
  });

  afterAll(async () => {
    connector.stop();
    await house.leave();
    await home.remove();
  });

  it('has the effect of one on the web: in a row, at the same time, and after a restart', async () => {
    const { toll, lastWords } = await talkThriceOnTheWeb(house, home);
    expect(toll).toEqual(noToll(TALK.length));
    expect(lastWords, 'the dialog came to its end').toContain('WIA');
  });

  it('has the effect of one in Teams: in a row, at the same time, and after a restart', async () => {
    const { toll, lastWords } = await talkThriceInTeams(house, home, connector);
    expect(toll).toEqual(noToll(TALK.length));
    expect(lastWords).toContain('WIA');
  });
});
