import { EVERYTHING } from '../channels/switchboard.ts';
import { today } from '../compose.ts';
import { processConfig } from '../config.ts';
import { KNOWLEDGE_FOLDER, readKnowledge } from '../knowledge/load.ts';
import { editDistance } from '../shared/edit-distance.ts';
import { foldText } from '../shared/text.ts';
import type { Switches } from '../store/switches.ts';
import { openExistingStore } from './existing-store.ts';
import { readOptions, runCommandLine, UsageError } from './terminal.ts';

const HELP = `Zet een antwoord, een hulp of de hele assistent uit of aan, terwijl de server draait.

  npm run -s switch -- off ONDERWERP     bijvoorbeeld: npm run -s switch -- off proefplaatsing
  npm run -s switch -- off termijnen     een hulp: ook een rekenregel kan fout zijn
  npm run -s switch -- off everything    de hele assistent
  npm run -s switch -- on ONDERWERP      weer aan
  npm run -s switch -- list              wat nu uit staat

  --help    deze tekst

Elke server op dezelfde opslag (DATABASE_URL of DATA_DIR) neemt het binnen enkele seconden over. Wie naar iets vraagt dat uit
staat, leest dat het wordt nagekeken en bij wie hij terechtkan. Levensgevaar, “vergeet mij” en “mijn gegevens” werken altijd.`;

/** A name with so many slips in it may be meant. */
const MOST_SLIPS = 3;

const MOST_SUGGESTED = 5;

/** What can be switched off by name, with what it is. */
type Titles = ReadonlyMap<string, string>;

const NO_CONTENT: Titles = new Map([[EVERYTHING, 'de hele assistent']]);

await runCommandLine(async () => {
  const { values, positionals } = readOptions({ help: { type: 'boolean', short: 'h' } }, HELP);
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [action, what, ...more] = positionals;
  const isList = action === 'list' && what === undefined;
  if (!isList && (more.length > 0 || what === undefined || (action !== 'on' && action !== 'off')))
    throw new UsageError(`Gebruik off, on of list.\n\n${HELP}`);
  // The whole assistant can be switched off also while its content cannot be read.
  const titles = what === EVERYTHING ? NO_CONTENT : titlesOf();
  if (action === 'off' && what !== undefined) check(what, titles);
  const store = await openExistingStore(processConfig());
  try {
    if (what === undefined) await list(store.switches, titles);
    else if (action === 'off') await switchOff(what, store.switches, titles);
    else await switchOn(what, store.switches, titles);
  } finally {
    await store.close();
  }
});

/** What can be switched off, by name. Only what belongs to the program when the content has errors. */
function titlesOf(): Titles {
  const { knowledge } = readKnowledge(KNOWLEDGE_FOLDER, today());
  return new Map([
    ...NO_CONTENT,
    ...(knowledge?.topics ?? []).map(({ id, title }) => [id, title.nl] as const),
    ...(knowledge?.dialogs ?? []).map(({ id, title }) => [id, `hulp: ${title.nl}`] as const),
  ]);
}

/** @throws UsageError when nothing has this name, as far as that can be known */
function check(what: string, titles: Titles): void {
  if (titles.has(what)) return;
  if (titles.size > NO_CONTENT.size) throw new UsageError(unknown(what, titles));
  console.error('De kennisbank heeft fouten (zie npm run check:content): of deze naam bestaat, is niet nagekeken.');
}

async function switchOff(what: string, switches: Switches, titles: Titles): Promise<void> {
  await switches.off(what, new Date());
  console.log(`Uit: ${named(what, titles)}. Weer aan: npm run -s switch -- on ${what}`);
}

async function switchOn(what: string, switches: Switches, titles: Titles): Promise<void> {
  if (await switches.on(what)) console.log(`Aan: ${named(what, titles)}.`);
  else if (titles.has(what)) console.log(`${what} stond niet uit.`);
  else throw new UsageError(unknown(what, titles));
}

async function list(switches: Switches, titles: Titles): Promise<void> {
  const off = await switches.all();
  if (off.length === 0) console.log('Alles staat aan.');
  for (const { what, since } of off) {
    const moment = since.toLocaleString('nl', { timeZone: 'Europe/Amsterdam', dateStyle: 'long', timeStyle: 'short' });
    console.log(`${what}  uit sinds ${moment}  (${titles.get(what) ?? 'niet in de kennisbank'})`);
  }
}

function named(what: string, titles: Titles): string {
  const title = titles.get(what);
  return title === undefined ? what : `${what} (${title})`;
}

function unknown(what: string, titles: Titles): string {
  const folded = foldText(what);
  const distance = (id: string) => editDistance(id, what, MOST_SLIPS);
  const near = [...titles]
    .filter(([id, title]) => distance(id) <= MOST_SLIPS || id.includes(folded) || foldText(title).includes(folded))
    .map(([id]) => id)
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, MOST_SUGGESTED);
  const allowed =
    near.length > 0
      ? `Bedoel je: ${near.join(', ')}?`
      : `Kies de naam van een bestand in knowledge/, van een map in dialogs/, of ${EVERYTHING}.`;
  return `Er is geen onderwerp of hulp met de naam "${what}". ${allowed}`;
}
