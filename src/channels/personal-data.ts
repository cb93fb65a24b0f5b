import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Assistant } from '../conversation/assistant.ts';
import { rememberedOf, type Remembered } from '../conversation/remembered.ts';
import { readSavedPlan } from '../conversation/saved-plan.ts';
import { reviveSession } from '../conversation/session.ts';
import { present } from '../shared/present.ts';
import type { ConversationKey } from '../store/conversation-store.ts';
import { unseal } from '../store/seal.ts';
import type { Store } from '../store/store.ts';

/** So many messages are read at once. */
const READ_AT_ONCE = 100;

const message = z.strictObject({
  nummer: z.number().int(),
  wanneer: z.string(),
  van: z.enum(['jij', 'assistent']),
  tekst: z.string().optional(),
  overig: z.record(z.string(), z.unknown()).optional(),
});

/** All that is stored of a conversation, for the person whose it is: a file with Dutch names. */
export const personalDataSchema = z.strictObject({
  uitleg: z.string(),
  gemaaktOp: z.iso.datetime(),
  kenmerk: z.strictObject({ uitleg: z.string(), kanaal: z.string(), gesprek: z.string() }),
  doel: z.string(),
  bewaartermijn: z.array(z.string()),
  nietGevraagd: z.string(),
  gesprek: z
    .strictObject({
      uitleg: z.string(),
      wieVraagt: z.string().optional(),
      schrijfwijze: z.string(),
      laatstGetoond: z.array(z.string()),
      laatstAangeboden: z.array(z.string()),
      hulpen: z.array(
        z.strictObject({
          titel: z.string(),
          antwoorden: z.array(z.strictObject({ vraag: z.string(), antwoord: z.string() })),
        }),
      ),
      overGezondheid: z.array(z.string()),
      aantalBerichten: z.number().int(),
      laatsteKnop: z.iso.datetime().optional(),
      zoalsOpgeslagen: z.record(z.string(), z.unknown()),
    })
    .optional(),
  plan: z
    .strictObject({
      uitleg: z.string(),
      bewaardSinds: z.iso.date(),
      bewaardTotEnMet: z.iso.date(),
      voor: z.string(),
      gegevens: z.record(z.string(), z.unknown()),
    })
    .optional(),
  berichten: z.array(message),
});

export type PersonalData = z.infer<typeof personalDataSchema>;

export interface PersonalDataParts {
  /** As the server uses it: unsealed. */
  store: Pick<Store, 'conversations' | 'activities'>;
  assistant: Assistant;
  /** The keys with which what was said is sealed. */
  saidKeys: () => readonly Uint8Array[];
  today: () => Temporal.PlainDate;
}

const DUTCH = {
  levels: { 'nl-B1': 'gewoon Nederlands', 'nl-A2': 'eenvoudig Nederlands', en: 'Engels' },
  audiences: { employee: 'werknemer', employer: 'werkgever of HR' },
} as const;

const PURPOSE =
  'Je vraag beantwoorden, je datums uitrekenen, en je gesprek verder laten gaan waar het was. Een bewaard plan: je aan je datums herinneren.';

const KEPT = [
  'In de chat op een website: tot 24 uur na het laatste bericht.',
  'In Teams: tot 30 dagen na je laatste bericht.',
  'Een plan dat je liet bewaren: tot en met de dag die erbij staat.',
  'Een kenmerk van een bericht, zonder woorden en zonder naam: ongeveer een dag.',
];

const NOT_ASKED =
  'Je naam, adres, BSN, werkgever en ziekte worden niet gevraagd. Wat je in Teams typt, wordt niet bewaard; wat je in de chat op een website typt wel, en dat staat hieronder.';

/** Collects all that is stored of a conversation. @throws Error when the store cannot be read */
export async function personalData(
  { store, assistant, saidKeys, today }: PersonalDataParts,
  { channel, conversation }: ConversationKey,
  now: Date,
): Promise<PersonalData> {
  const key = { channel, conversation };
  const { session, planJson } = await store.conversations.open(key);
  const plan = readSavedPlan(planJson);
  const said = await saidIn(store.activities, key, saidKeys(), now);
  const isEmpty = session === undefined && plan === undefined && said.length === 0;
  return {
    uitleg: isEmpty
      ? 'Van dit gesprek is nu niets opgeslagen.'
      : 'Dit is alles wat de spoor 2-assistent van dit gesprek heeft opgeslagen op het moment dat je dit bestand opende.',
    gemaaktOp: now.toISOString(),
    kenmerk: {
      uitleg:
        'Met dit kenmerk kan de beheerder dit gesprek vinden, om het voor je in te zien of te wissen. Wie het heeft, kan dat ook vragen: geef het alleen aan de beheerder.',
      kanaal: channel,
      gesprek: conversation,
    },
    doel: PURPOSE,
    bewaartermijn: KEPT,
    nietGevraagd: NOT_ASKED,
    ...(session && conversationPart(JSON.parse(session.json), today(), assistant)),
    ...(plan && {
      plan: {
        uitleg:
          'Je vroeg om dit plan te bewaren en je eraan te herinneren. Een herinnering bevat alleen om welke datum het gaat en naar welk gesprek hij gaat. Typ “verwijder mijn plan” om plan en herinneringen te wissen.',
        bewaardSinds: plan.agreedOn,
        bewaardTotEnMet: plan.keptUntil,
        voor: DUTCH.audiences[plan.audience],
        gegevens: plan.request,
      },
    }),
    berichten: said,
  };
}

function conversationPart(
  stored: unknown,
  today: Temporal.PlainDate,
  assistant: Assistant,
): Pick<PersonalData, 'gesprek'> {
  // What can no longer be opened by the server, nobody can.
  if (typeof stored !== 'object' || stored === null) return {};
  const remembered = rememberedOf(reviveSession(stored), today, assistant);
  const { audience, level, shown, offered, dialogs, messages, pressedAt } = remembered;
  return {
    gesprek: {
      uitleg:
        'Wat de assistent onthoudt om je goed te antwoorden: keuzes, datums en getallen, geen woorden die je typte. “zoalsOpgeslagen” is hetzelfde in de taal van het programma.',
      schrijfwijze: DUTCH.levels[level],
      laatstGetoond: [...shown],
      laatstAangeboden: [...offered],
      hulpen: dialogs.map(({ title, answers }) => ({
        titel: title,
        antwoorden: answers.map(({ question, answer }) => ({ vraag: question, antwoord: answer })),
      })),
      overGezondheid: aboutHealth(remembered),
      aantalBerichten: messages,
      ...present({
        wieVraagt:
          audience &&
          `${DUTCH.audiences[audience.who]}${audience.said ? '' : ' (opgemaakt uit de woorden van een vraag)'}`,
        laatsteKnop: pressedAt === undefined ? undefined : new Date(pressedAt).toISOString(),
      }),
      zoalsOpgeslagen: { ...stored },
    },
  };
}

function aboutHealth({ illness, danger }: Remembered): string[] {
  return [
    ...(illness ? ['Er is een ziekte genoemd; welke, is niet bewaard.'] : []),
    ...(danger ? ['Het laatste bericht ging over levensgevaar; de woorden zijn niet bewaard.'] : []),
  ];
}

const keptActivity = z.looseObject({
  timestamp: z.string(),
  from: z.looseObject({ role: z.enum(['bot', 'user']) }),
  text: z.string().optional(),
});

/** What was said, in order; what was forgotten is not there. */
async function saidIn(
  log: Store['activities'],
  key: ConversationKey,
  keys: readonly Uint8Array[],
  now: Date,
): Promise<PersonalData['berichten']> {
  const said: PersonalData['berichten'] = [];
  for (let after = 0; ;) {
    const entries = await log.after(key, after, READ_AT_ONCE);
    const last = entries.at(-1);
    if (last === undefined) return said;
    after = last.number;
    said.push(...entries.flatMap(({ number, json }) => messageOf(number, json, keys, now) ?? []));
  }
}

function messageOf(
  nummer: number,
  json: string,
  keys: readonly Uint8Array[],
  now: Date,
): PersonalData['berichten'][number] | undefined {
  const opened = unseal(json, keys, now);
  const activity = opened.kind === 'ok' ? keptActivity.safeParse(opened.value).data : undefined;
  if (activity === undefined) return undefined;
  const { timestamp, from, text, ...more } = activity;
  const isBot = from.role === 'bot';
  return {
    nummer,
    wanneer: timestamp,
    van: isBot ? 'assistent' : 'jij',
    ...present({ tekst: text }),
    // What a client sent along with the words; with ours stands only how they are shown.
    ...(!isBot && { overig: { from, ...more } }),
  };
}
