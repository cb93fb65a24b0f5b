import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { reject } from './finding.ts';
import { id, isoDate, reviewed } from './topic-schema.ts';

const provenance = {
  source: id.meta({ description: 'Naam van een bron uit knowledge/_sources.yaml' }),
  certainty: z.enum(['high', 'medium', 'low']).meta({ description: 'Hoe zeker het cijfer is' }),
};

const confirmed = reviewed.meta({ description: 'Wanneer iemand heeft nagekeken dat er niets nieuwers is' });

/** Periods must follow each other day by day: a gap would be a date without a figure, an overlap one with two. */
function followEachOther(
  periods: readonly { start: Temporal.PlainDate; end?: Temporal.PlainDate | undefined }[],
  reportAt: (place: number, found: string) => void,
): void {
  periods.slice(1).forEach(({ start }, index) => {
    const end = periods[index]?.end;
    if (end === undefined || !end.add({ days: 1 }).equals(start)) {
      reportAt(
        index + 1,
        `een periode die begint op ${start.toString()}, na een die eindigt op ${end?.toString() ?? 'geen dag'}`,
      );
    }
  });
}

const FIX = 'laat elke periode beginnen op de dag na de vorige; alleen de laatste mag zonder einde zijn';
const ALLOWED = 'perioden die op elkaar aansluiten';

/** `knowledge/_figures/aow-leeftijd.yaml` */
export const aowLeeftijdSchema = z
  .strictObject({
    confirmed,
    ages: z
      .array(
        z.strictObject({
          bornFrom: isoDate,
          bornTo: isoDate,
          years: z.number().int().min(60).max(75),
          months: z.number().int().min(0).max(11),
          ...provenance,
        }),
      )
      .min(1)
      .superRefine((ages, ctx) => {
        followEachOther(
          ages.map(({ bornFrom, bornTo }) => ({ start: bornFrom, end: bornTo })),
          (place, found) => {
            reject(ctx, { found, allowed: ALLOWED, fix: FIX }, [place]);
          },
        );
      }),
  })
  .meta({ title: 'AOW-leeftijd' });

/** `knowledge/_figures/wia-beslistermijn.yaml` */
export const wiaBeslistermijnSchema = z
  .strictObject({
    confirmed,
    terms: z
      .array(
        z.strictObject({
          from: isoDate.meta({ description: 'Eerste dag van aanvragen waarvoor de termijn geldt' }),
          to: isoDate.meta({ description: 'Laatste dag; weg zolang er geen einde bekend is' }).optional(),
          weeks: z.number().int().min(1).max(104),
          ...provenance,
        }),
      )
      .min(1)
      .superRefine((terms, ctx) => {
        followEachOther(
          terms.map(({ from, to }) => ({ start: from, end: to })),
          (place, found) => {
            reject(ctx, { found, allowed: ALLOWED, fix: FIX }, [place]);
          },
        );
      }),
  })
  .meta({ title: 'Beslistermijn van de WIA' });
