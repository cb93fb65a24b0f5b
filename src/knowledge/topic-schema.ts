import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { dateFromIso } from '../shared/iso-date.ts';
import { reject } from './finding.ts';

/** Below this number of phrasings a topic is found too seldom. */
const MIN_QUESTIONS = 20;

/** The guided dialogs that an answer may lead to. */
export const DIALOGS = [
  'termijnen',
  'plichten',
  'spoor-2-nodig',
  'passend-werk',
  'nieuwe-baan',
  'meningsverschil',
  'zelfcheck',
  'wia',
  'loonsanctie',
] as const;

/** Name of a topic or a source. */
export const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'kleine letters, cijfers en streepjes');

/** A title in both languages; it stands above the answer and on buttons. */
export const title = z
  .strictObject({ nl: z.string().trim().min(3).max(60), en: z.string().trim().min(3).max(60) })
  .meta({ description: 'Korte titel in het Nederlands (nl) en Engels (en); staat ook op knoppen' });

export const isoDate = z
  .string()
  .meta({ description: 'Datum als jjjj-mm-dd, bijvoorbeeld 2026-11-21', format: 'date' })
  .transform((text, ctx): Temporal.PlainDate => {
    const date = dateFromIso(text);
    if (date !== undefined) return date;
    reject(ctx, {
      found: `"${text}"`,
      allowed: 'een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2026-11-21',
      fix: 'verbeter de datum',
    });
    return z.NEVER;
  });

const answerText = z
  .string()
  .trim()
  .min(1)
  .meta({ description: 'De eerste zin geeft het antwoord. Lege regel = nieuwe alinea; "- " = lijst; **vet**' });

const answerByLevel = z
  .strictObject({
    'nl-B1': answerText,
    'nl-A2': answerText.optional(),
    en: answerText.optional(),
  })
  .meta({ description: 'Hetzelfde antwoord per niveau: nl-B1 (verplicht), nl-A2 (eenvoudig) en en (Engels)' });

const answers = z
  .strictObject({
    shared: answerByLevel.optional(),
    employee: answerByLevel.optional(),
    employer: answerByLevel.optional(),
  })
  .superRefine((value, ctx) => {
    const present = Object.keys(value).join(', ');
    if (present === 'shared' || present === 'employee, employer' || present === 'employer, employee') return;
    reject(ctx, {
      found: present === '' ? 'geen antwoord' : `antwoord voor: ${present}`,
      allowed: 'alleen "shared" (voor iedereen hetzelfde), of "employee" en "employer" samen',
      fix: 'vul de ontbrekende aan of haal "shared" weg',
    });
  })
  .meta({
    description:
      'Een antwoord voor iedereen (shared), of een voor de werknemer (employee) en een voor de werkgever (employer)',
  });

const reference = z
  .strictObject({
    ref: id.meta({ description: 'Naam van een bron uit knowledge/_sources.yaml' }),
    at: z.string().min(1).meta({ description: 'Plaats in de bron, bijvoorbeeld "artikel 658a lid 1"' }).optional(),
    certainty: z
      .enum(['high', 'medium', 'low'])
      .meta({ description: 'Hoe zeker het is dat de bron dit zegt en dat het nog geldt' })
      .optional(),
  })
  .meta({ description: 'Een bron van dit antwoord' });

/** Questions as people type them. */
export const questions = z
  .array(z.string().trim().min(2).max(200))
  .min(MIN_QUESTIONS)
  .meta({ description: 'Zoals mensen het echt vragen: je en u, spreektaal, werkgever, losse woorden, Engels' });

/** Who checked a text when, and when it must be checked again. */
export const reviewed = z.strictObject({
  on: isoDate.meta({ description: 'Laatst nagekeken op' }),
  by: z.string().min(2).meta({ description: 'Nagekeken door (functie of team)' }),
  again: isoDate.meta({ description: 'Opnieuw nakijken voor' }),
});

/** One topic as an editor writes it: `knowledge/<group>/<id>.yaml`. */
export const topicSchema = z
  .strictObject({
    id: id.meta({ description: 'Gelijk aan de bestandsnaam zonder .yaml; verandert nooit' }),
    title,
    questions,
    answers,
    sources: z.array(reference),
    related: z.array(id).min(2).max(4).meta({ description: 'Onderwerpen die de lezer hierna wil zien' }),
    dialog: z
      .enum(DIALOGS)
      .meta({ description: 'De stap-voor-stap-hulp die bij dit onderwerp past, als die er is' })
      .optional(),
    reviewed,
  })
  .meta({ title: 'Onderwerp van de kennisbank' });
