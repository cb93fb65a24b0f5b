import { Temporal } from 'temporal-polyfill';
import type { ContentFile } from './content-file.ts';
import type { Source } from './knowledge.ts';
import type { ContentProblem } from './problem.ts';
import type { reviewed } from './topic-schema.ts';
import type { z } from 'zod';

interface FigureFile {
  confirmed: z.infer<typeof reviewed>;
}

/** Figures whose source is unknown, or that someone should have confirmed again by now. */
export function checkFigures<Field extends string, T extends FigureFile & Record<Field, readonly { source: string }[]>>(
  file: ContentFile<T>,
  field: Field,
  sources: Readonly<Record<string, Source>> | undefined,
  today: Temporal.PlainDate,
): ContentProblem[] {
  const { again } = file.value.confirmed;
  const due = Temporal.PlainDate.compare(again, today) < 0;
  const rows: readonly { source: string }[] = file.value[field];
  return [
    ...rows.flatMap(({ source }, place) =>
      sources === undefined || source in sources
        ? []
        : [
            file.problem('error', [field, place, 'source'], {
              found: `"${source}"`,
              allowed: 'de naam van een bron uit _sources.yaml',
              fix: 'verbeter de naam of voeg de bron toe',
            }),
          ],
    ),
    ...(due
      ? [
          file.problem('warning', ['confirmed', 'again'], {
            found: `nakijken voor ${again.toString()}, en dat is voorbij`,
            allowed: 'een datum vanaf vandaag',
            fix: 'kijk na of het cijfer nog klopt en pas "on" en "again" aan',
          }),
        ]
      : []),
  ];
}
