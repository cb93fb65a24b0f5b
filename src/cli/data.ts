import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { FeedbackLoop } from '../channels/bot/invoke/feedback-loop.ts';
import { personalData } from '../channels/personal-data.ts';
import { today } from '../compose.ts';
import { processConfig } from '../config.ts';
import type { ConversationKey } from '../store/conversation-store.ts';
import { openKeyRing, secretsFor, type KeyRing } from '../store/key-ring.ts';
import { cleanUpSteps } from '../store/retention.ts';
import { sealedStore } from '../store/sealed-store.ts';
import type { Store } from '../store/store.ts';
import { openExistingStore } from './existing-store.ts';
import { readOptions, runCommandLine, terminalAssistant, UsageError } from './terminal.ts';

const HELP = `Geeft of wist wat er van één gesprek is opgeslagen, en voert de bewaartermijnen nu uit.

  npm run -s data -- export --channel=KANAAL --conversation=GESPREK [--out BESTAND]
  npm run -s data -- delete --channel=KANAAL --conversation=GESPREK [--yes]
  npm run -s data -- retention

  --channel=KANAAL         directline (de chat op een website) of msteams
  --conversation=GESPREK   het nummer van het gesprek; met een =, want het kan met een streepje beginnen
  --out BESTAND            schrijf de gegevens in een bestand, in plaats van op het scherm
  --yes                    wis zonder te vragen
  --help                   deze tekst

Kanaal en gesprek zijn samen het kenmerk. Er staat geen naam bij een gesprek: de persoon zelf vindt het kenmerk door
“mijn gegevens” te typen en het bestand te openen. Controleer eerst dat het kenmerk van deze persoon komt.
Draai dit als de gebruiker van de server, met de instellingen van de server.`;

/** What is cleaned up, for the one at the terminal. */
const STEPS: Readonly<Record<string, string>> = {
  'web conversations': 'gesprekken op websites die 24 uur stil zijn',
  sessions: 'gesprekken in Teams die 30 dagen niet gebruikt zijn',
  'kept plans': 'bewaarde plannen waarvan de termijn om is, met hun herinneringen',
  outbox: 'wat een dag lang niet verstuurd kon worden',
  'marks of deliveries': 'kenmerken van berichten, na een dag',
  'shown answers': 'over welk onderwerp een bericht in Teams ging, na 30 dagen',
  'kept questions': 'bewaarde vragen, na 90 dagen',
};

/** So many messages are looked at at once. */
const READ_AT_ONCE = 1_000;

await runCommandLine(async () => {
  const { values, positionals } = readOptions(
    {
      channel: { type: 'string' },
      conversation: { type: 'string' },
      out: { type: 'string' },
      yes: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    HELP,
  );
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [action, ...more] = positionals;
  if (more.length > 0 || action === undefined || !['export', 'delete', 'retention'].includes(action))
    throw new UsageError(`Gebruik export, delete of retention.\n\n${HELP}`);
  const { channel, conversation } = values;
  const key = channel === undefined || conversation === undefined ? undefined : { channel, conversation };
  if (action !== 'retention' && key === undefined)
    throw new UsageError(`Welk gesprek? Geef --channel en --conversation.\n\n${HELP}`);
  const config = processConfig();
  const bare = await openExistingStore(config);
  try {
    const keyRing = openKeyRing(config);
    const store = sealedStore(bare, secretsFor('sessions', keyRing));
    if (key === undefined || action === 'retention') await cleanUp(store);
    else if (action === 'export') await exportData(key, store, keyRing, values.out);
    else await deleteData(key, store, keyRing, values.yes === true);
  } finally {
    await bare.close();
  }
});

async function exportData(
  key: ConversationKey,
  store: Store,
  keyRing: KeyRing,
  out: string | undefined,
): Promise<void> {
  const parts = { store, assistant: terminalAssistant(), saidKeys: secretsFor('activities', keyRing), today };
  const data = await personalData(parts, key, new Date());
  const json = JSON.stringify(data, undefined, 2);
  if (out === undefined) console.log(json);
  else console.error(`Geschreven: ${writePrivate(out, `${json}\n`)}`);
  if (isNothing(await stored(key, store))) console.error('Van dit gesprek is niets opgeslagen. Klopt het kenmerk?');
}

/** Writes a file that only its owner can read. @returns where it stands */
function writePrivate(file: string, content: string): string {
  const path = resolve(file);
  try {
    writeFileSync(path, content, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${path} kan niet geschreven worden, of bestaat al (${reason}).`);
  }
  return path;
}

async function deleteData(key: ConversationKey, store: Store, keyRing: KeyRing, isSure: boolean): Promise<void> {
  const before = await stored(key, store);
  if (isNothing(before)) console.error('Van dit gesprek is niets te zien in de opslag. Klopt het kenmerk?');
  if (!isSure && !(await confirmed(`Alles wissen van gesprek ${key.conversation} (${key.channel})? Typ ja: `))) {
    console.log('Er is niets gewist.');
    return;
  }
  const shown = new FeedbackLoop({
    votes: store.feedback,
    shown: store.shown,
    keys: secretsFor('feedback', keyRing),
  });
  await store.locks.run(key, async () => {
    await shown.forget(key);
    await store.conversations.forget(key);
  });
  const after = await stored(key, store);
  for (const [what, count] of Object.entries(before))
    console.log(`${what.padEnd(20)} ${String(count).padStart(6)} → ${after[what as keyof Stored]}`);
  if (!isNothing(after)) throw new Error('not everything was deleted: is the conversation going on? Try again');
  console.log('Gewist, met wat nog verstuurd zou worden en de herinneringen.');
}

/** What can be seen to be stored of a conversation: how many of each. */
interface Stored {
  gesprek: number;
  'bewaard plan': number;
  'berichten met tekst': number;
}

async function stored(key: ConversationKey, { conversations, activities }: Store): Promise<Stored> {
  const { session, planJson } = await conversations.open(key);
  return {
    gesprek: session === undefined ? 0 : 1,
    'bewaard plan': planJson === undefined ? 0 : 1,
    'berichten met tekst': (await activities.after(key, 0, READ_AT_ONCE)).filter(({ json }) => json !== '').length,
  };
}

function isNothing(counts: Stored): boolean {
  return Object.values(counts).every((count) => count === 0);
}

/** @throws UsageError when nobody can answer */
async function confirmed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new UsageError('Er is niemand om te vragen of het zeker is: geef --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await terminal.question(question)).trim().toLowerCase() === 'ja';
  } finally {
    terminal.close();
  }
}

async function cleanUp(store: Store): Promise<void> {
  for (const { name, run } of cleanUpSteps(store, new Date())) {
    await run();
    console.log(`gedaan: ${STEPS[name] ?? name}`);
  }
}
