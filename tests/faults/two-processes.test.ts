import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Stream } from '../directline/stream.ts';
import { numberOf, Visitor } from '../directline/visitor.ts';
import { Connector } from '../support/connector.ts';
import { TestPostgres } from '../support/postgres.ts';
import { newHome, type Home } from './home.ts';
import { noToll, sumOf } from './toll.ts';
import { movedTo, TwoServers } from './two-servers.ts';

let postgres: TestPostgres;
let home: Home;
let servers: TwoServers;

beforeAll(async () => {
  postgres = await TestPostgres.start();
  home = await newHome('PostgreSQL', postgres);
  servers = await TwoServers.start(home);
});

afterAll(async () => {
  await servers.stop();
  await home.remove();
  await postgres.stop();
});

/** Text that the bot said. */
async function said(visitor: Visitor, id: string): Promise<string> {
  return (await visitor.answersTo(id)).map(({ text }) => text).join('\n');
}

describe('two processes on one database', () => {
  it("carry on with each other's conversations, a guided dialog and all", async () => {
    const here = await Visitor.come(servers.one.url);
    const there = movedTo(servers.other, here);
    await here.said('termijnen');
    await there.said('ik ben werknemer');
    await here.said('12 maart 2025');
    await there.said('nee');
    await here.said('weet ik niet');
    const outcome = await said(there, await there.said('geen'));
    expect(outcome).toContain('WIA');
    expect((await there.readAll()).map(numberOf)).toEqual((await here.readAll()).map(numberOf));
  });

  it("bring each other's messages to the streams that are open", async () => {
    const here = await Visitor.come(servers.one.url);
    const stream = await Stream.open(here.streamUrl);
    await stream.has(1);
    for (let number = 1; number <= 5; number += 1) await movedTo(servers.other, here).said('Hoe lang duurt spoor 2?');
    const activities = await stream.has(11);
    expect(activities.map(numberOf)).toEqual(Array.from({ length: 11 }, (_, place) => place + 1));
    await stream.close();
  });

  it('answer a message once that comes to both, three times each and at the same time', async () => {
    expect(await servers.sayToBoth()).toEqual(noToll(1));
  });

  it('answer a message of Teams once that comes to both at the same time', async () => {
    const connector = await Connector.start();
    expect(await servers.deliverToBoth(connector)).toEqual(noToll(1));
    connector.stop();
  });

  it('take 50 messages of one conversation at once, one after the other', async () => {
    const { toll, all } = await servers.crowd(50);
    expect(toll).toEqual(noToll(50));
    expect(all.map(numberOf)).toEqual(Array.from({ length: 101 }, (_, place) => place + 1));
  });

  it('forget together', async () => {
    const here = await Visitor.come(servers.one.url);
    await here.said('ik ben werkgever');
    await movedTo(servers.other, here).said('vergeet mij');
    expect((await here.readAll()).map(({ from }) => from.role)).toEqual(['bot']);
    expect(await home.query(`SELECT 1 FROM session WHERE conversation = '${here.conversation}'`)).toEqual([]);
  });

  it('are replaced one after the other under load, and nothing is lost or said twice', async () => {
    const { tolls, resent } = await servers.replaceUnderLoad();
    for (const toll of tolls) {
      expect(toll.messages).toBeGreaterThan(3);
      expect(toll).toEqual(noToll(toll.messages));
    }
    expect(resent, 'each of them only when a connection broke').toBeLessThan(sumOf(tolls).messages);
  });
});
