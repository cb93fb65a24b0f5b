import { Connector } from '../support/connector.ts';
import { TestPostgres } from '../support/postgres.ts';
import { talkThroughAbsence } from './absence.ts';
import { BOT_MOMENTS, isSaidUnnoted, isSaved, MortalHouse, WEB_MOMENTS, type Rescuer } from './death.ts';
import { newHome, type Engine, type Home } from './home.ts';
import type { Moment } from './mortal-store.ts';
import { canMount, ServerProcess } from './server-process.ts';
import { talkThriceInTeams, talkThriceOnTheWeb } from './thrice.ts';
import { noToll, sumOf, tollOf, type Toll } from './toll.ts';
import { TwoServers } from './two-servers.ts';

const ENGINES: readonly Engine[] = ['SQLite', 'PostgreSQL'];

/** How often each fault is tried, unless told otherwise. */
const TRIES = 3;

/** Messages of one conversation at the same time. */
const CROWD = 50;

const RESCUED: Readonly<Record<Rescuer, string>> = {
  resent: 'the message is sent again',
  outbox: 'nobody sends it again',
};

/** What every fault did, as a Markdown table that is printed row by row. */
class Table {
  /** False once something was lost or doubled that must not be. */
  isClean = true;

  constructor() {
    process.stdout.write(
      '| fault | engine | tries | messages | messages lost | effects doubled | answers doubled |\n| --- | --- | --: | --: | --: | --: | --: |\n',
    );
  }

  /** Tries a fault so often. @param mayDouble true where an answer said twice is the price of none lost */
  async row(
    fault: string,
    engine: Engine,
    tries: number,
    attempt: () => Promise<Toll>,
    { mayDouble = false } = {},
  ): Promise<void> {
    const tolls: Toll[] = [];
    for (let number = 0; number < tries; number += 1)
      tolls.push(
        await attempt().catch((error: unknown) => {
          process.stderr.write(`${fault} (${engine}): ${String(error)}\n`);
          return { ...noToll(1), lost: 1 };
        }),
      );
    const { messages, lost, effects, answers } = sumOf(tolls);
    if (lost + effects + (mayDouble ? 0 : answers) > 0) this.isClean = false;
    process.stdout.write(
      `| ${fault} | ${engine} | ${tries} | ${messages} | ${lost} | ${effects} | ${answers}${mayDouble ? ' (at least once)' : ''} |\n`,
    );
  }
}

const tries = Number(process.argv[2] ?? TRIES);
if (!Number.isInteger(tries) || tries < 1) {
  process.stderr.write(`How many tries: found "${process.argv[2] ?? ''}", allowed: a whole number from 1 on.\n`);
  process.exit(2);
}
const table = new Table();
const postgres = await TestPostgres.start();
const connector = await Connector.start();
try {
  for (const engine of ENGINES) await withHome(engine, (home) => deaths(engine, home));
  await withHome('PostgreSQL', twoProcesses);
  await withHome('PostgreSQL', awayAndBack);
  if (canMount()) await withHome('SQLite', fullDisk);
  else process.stderr.write('This machine lets nobody mount a small disk: a full disk was not tried.\n');
} finally {
  connector.stop();
  await postgres.stop();
}
// PostgreSQL's package ends the process with 0 whatever `process.exitCode` says.
if (!table.isClean) process.exit(1);

async function withHome(engine: Engine, work: (home: Home) => Promise<void>): Promise<void> {
  const home = await newHome(engine, postgres);
  try {
    await work(home);
  } finally {
    await home.remove();
  }
}

async function deaths(engine: Engine, home: Home): Promise<void> {
  const house = new MortalHouse(home);
  const killed = ({ step, when, nth }: Moment, where: string, rescuer: Rescuer) =>
    `killed ${when} ${step}${nth > 1 ? ` (${nth})` : ''}, ${where}, ${RESCUED[rescuer]}`;
  try {
    for (const rescuer of ['resent', 'outbox'] as const) {
      for (const moment of WEB_MOMENTS.filter((one) => rescuer === 'resent' || isSaved(one)))
        await table.row(killed(moment, 'web', rescuer), engine, tries, async () =>
          tollOf(await house.dieOnTheWeb(moment, rescuer)),
        );
      for (const moment of BOT_MOMENTS.filter((one) => rescuer === 'resent' || isSaved(one)))
        await table.row(
          killed(moment, 'Teams', rescuer),
          engine,
          tries,
          async () => tollOf(await house.dieInTeams(connector, moment, rescuer)),
          { mayDouble: isSaidUnnoted(moment) },
        );
    }
    await table.row('every message three times and after a restart, web', engine, tries, async () => {
      return (await talkThriceOnTheWeb(house, home)).toll;
    });
    await table.row('every message three times and after a restart, Teams', engine, tries, async () => {
      return (await talkThriceInTeams(house, home, connector)).toll;
    });
  } finally {
    await house.leave();
  }
}

async function twoProcesses(home: Home): Promise<void> {
  const servers = await TwoServers.start(home);
  try {
    await table.row('one message to two processes at once, six times, web', 'PostgreSQL', tries, () =>
      servers.sayToBoth(),
    );
    await table.row('one message to two processes at once, six times, Teams', 'PostgreSQL', tries, () =>
      servers.deliverToBoth(connector),
    );
    await table.row(`${CROWD} turns of one conversation at once over two processes`, 'PostgreSQL', tries, async () => {
      return (await servers.crowd(CROWD)).toll;
    });
    await table.row('both processes replaced one after the other under load', 'PostgreSQL', tries, async () =>
      sumOf((await servers.replaceUnderLoad()).tolls),
    );
  } finally {
    await servers.stop();
  }
}

async function awayAndBack(home: Home): Promise<void> {
  const server = await ServerProcess.start(home);
  try {
    await table.row('the database server goes away and comes back', 'PostgreSQL', tries, async () => {
      const { toll } = await talkThroughAbsence(
        server,
        () => postgres.pause(),
        () => postgres.resume(),
      );
      return toll;
    });
  } finally {
    await server.stop();
  }
}

async function fullDisk(home: Home): Promise<void> {
  const server = await ServerProcess.startOnSmallDisk(home, '4m');
  try {
    await table.row('the disk is full, and has room again', 'SQLite', tries, async () => {
      const { toll } = await talkThroughAbsence(
        server,
        () => server.tell('fill the disk'),
        () => server.tell('make room'),
      );
      return toll;
    });
  } finally {
    await server.stop();
  }
}
