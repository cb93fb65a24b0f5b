import { z } from 'zod';
import { AUDIENCES } from '../shared/audience.ts';
import { LEVELS } from '../shared/level.ts';
import { ACTORS, DEADLINES, STEPS, type DeadlineId, type StepId } from '../rules/deadline.ts';
import type { Certainty, Force } from '../rules/legal-basis.ts';
import { dialogText, type DialogText } from './dialog-texts-schema.ts';
import { reject } from './finding.ts';

/** Longer does not fit the title of a calendar entry on a phone. */
const MAX_TITLE = 45;

/** What the rules fill in in the text of each step: a date in full or a number in digits. */
export const STEP_PLACEHOLDERS = {
  eersteZiektedag: ['date'],
  nieuwGeval: ['days', 'date'],
  nieuwGevalNaVerlof: ['date'],
  hersteld: ['from', 'to', 'days'],
  verlof: ['from', 'to', 'days'],
  teldag: ['days', 'date'],
  weekEinde: ['weeks', 'days', 'date'],
  weekBegin: ['week', 'date'],
  datum: ['date'],
  plusWeken: ['weeks', 'date'],
  plusDagen: ['days', 'date'],
  minWeken: ['weeks', 'date'],
  dagErna: ['date'],
  tweeJaar: ['date', 'days'],
  vroegste: ['date'],
  telaat: ['days'],
  verlengd: ['date'],
  loonsanctie: ['weeks', 'date'],
  bekorting: ['reported', 'decision', 'date'],
  aowLeeftijd: ['years', 'months', 'date'],
  aowZesWeken: ['date'],
  eindeContract: ['date'],
  werkdag: ['date'],
} as const satisfies Record<StepId, readonly string[]>;

const FORCES = ['statute', 'uwv-policy', 'uwv-practice', 'practice'] as const satisfies readonly Force[];
const UNSURE = ['medium', 'low'] as const satisfies readonly Exclude<Certainty, 'high'>[];

/** The words of a text for each reader, each with its place in the text. */
function linesOf(text: DialogText): { path: string[]; line: string }[] {
  const parts =
    'employee' in text
      ? AUDIENCES.map((audience) => ({ path: [audience], byLevel: text[audience] }))
      : [{ path: [], byLevel: text }];
  return parts.flatMap(({ path, byLevel }) =>
    LEVELS.map((level) => ({ path: [...path, level], line: byLevel[level] })),
  );
}

/** A text with exactly these `{placeholders}`; `optional` ones may be left out. */
function text(names: readonly string[] = [], optional: readonly string[] = []) {
  const allowed = [...names, ...optional];
  return dialogText.superRefine((value, ctx) => {
    for (const { path, line } of linesOf(value)) {
      const found: readonly string[] = line.match(/\{[^}]*\}?/g) ?? [];
      const unknown = found.filter((name) => !allowed.some((one) => name === `{${one}}`));
      const missing = names.filter((name) => !found.includes(`{${name}}`));
      if (unknown.length === 0 && missing.length === 0) continue;
      const shown = allowed.map((name) => `{${name}}`).join(', ');
      const problem = {
        found: found.length === 0 ? 'geen invulwoorden' : found.join(', '),
        allowed: allowed.length === 0 ? 'tekst zonder {invulwoorden}' : `tekst met ${shown}`,
        fix: 'zet precies deze invulwoorden in de zin; een getal of datum zelf hoort er niet in',
      };
      reject(ctx, problem, path);
    }
  });
}

function title(id: DeadlineId) {
  return text([], id === 'evaluatie' ? ['number'] : [])
    .superRefine((value, ctx) => {
      for (const { path, line } of linesOf(value)) {
        const longest = line.replace('{number}', '00').length;
        if (longest <= MAX_TITLE) continue;
        reject(
          ctx,
          { found: `${longest} tekens`, allowed: `hooguit ${MAX_TITLE} tekens`, fix: 'maak de titel korter' },
          path,
        );
      }
    })
    .meta({ description: 'Naam in een tabel en in de agenda; 2 tot 6 woorden' });
}

function deadlineText(id: DeadlineId) {
  return z.strictObject(
    {
      title: title(id),
      do: text().meta({ description: 'Wat je doet, of wat er gebeurt; één of twee korte zinnen' }),
      missed: text()
        .meta({ description: 'Wat er gebeurt als het te laat is, en wat dan nog kan; weg als er niets te missen is' })
        .optional(),
      afterContract: z
        .strictObject({ do: text(), missed: text().optional() })
        .meta({ description: 'Wat er staat als het contract al is gestopt en er geen werkgever meer is' })
        .optional(),
      unverified: text().meta({ description: 'Waar dit niet in de wet staat of niet zeker is; één zin' }).optional(),
    },
    { error: ({ input }) => (input === undefined ? `ontbreekt: de teksten van de termijn ${id}` : undefined) },
  );
}

/** An object that holds every one of these keys and no other. */
function forEach<K extends string, S extends z.ZodType>(keys: readonly K[], schemaOf: (key: K) => S) {
  const shape = Object.fromEntries(keys.map((key) => [key, schemaOf(key)])) as Record<K, S>;
  return z.strictObject(shape);
}

/** `dialogs/_deadlines.yaml`: the words for every date of a case and for the steps that lead to it. */
export const deadlineTextsSchema = z
  .strictObject({
    deadlines: forEach(DEADLINES, deadlineText),
    steps: forEach(STEPS, (step) => text(STEP_PLACEHOLDERS[step])).meta({
      description: 'Hoe een datum is berekend, stap voor stap; {naam} is een datum of getal',
    }),
    actors: forEach(ACTORS, () => text()).meta({ description: 'Wie iets doet, als woord in een tabel' }),
    forces: forEach(FORCES, () => text()).meta({ description: 'Waarop een datum rust, als woord in een tabel' }),
    certainties: forEach(UNSURE, () => text()).meta({
      description: 'Hoe zeker een datum is, als dat niet helemaal is',
    }),
  })
  .meta({ title: 'Teksten van de termijnen' });

export type DeadlineTexts = z.infer<typeof deadlineTextsSchema>;
