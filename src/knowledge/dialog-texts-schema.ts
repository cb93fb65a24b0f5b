import { z } from 'zod';
import { AUDIENCES } from '../shared/audience.ts';
import { LEVELS } from '../shared/level.ts';
import { id, title } from './topic-schema.ts';

const line = z.string().trim().min(1);
const byLevel = z.strictObject({ 'nl-B1': line, 'nl-A2': line, en: line });

/** A text at each level: the same for everyone, or one for the employee and one for the employer. */
export const dialogText = z.union([byLevel, z.strictObject({ employee: byLevel, employer: byLevel })], {
  error: `${LEVELS.join(', ')}, of ${AUDIENCES.join(' en ')} met elk ${LEVELS.join(', ')}`,
});

const option = z.strictObject({
  label: dialogText.meta({ description: 'Wat op de knop staat' }),
  words: z.array(line).meta({ description: 'Andere woorden waarmee mensen deze keuze typen' }).default([]),
});

const question = z.strictObject({
  label: dialogText.meta({ description: 'Korte naam van de vraag, voor "wijzig ..." en in het overzicht' }),
  ask: dialogText.meta({ description: 'De vraag zelf' }),
  why: dialogText.meta({ description: 'Antwoord op "waarom vraag je dit?"' }),
  hint: dialogText.meta({ description: 'Hoe je kunt antwoorden; kleine regel onder de vraag' }).optional(),
  options: z.record(z.string(), option).optional(),
  errors: z.record(z.string(), dialogText).optional(),
});

/** `dialogs/<id>/texts.yaml`: the words of one dialog. */
export const dialogTextsSchema = z
  .strictObject({
    id: id.meta({ description: 'Gelijk aan de mapnaam; verandert nooit' }),
    title,
    button: title.meta({ description: 'Op de knop die deze hulp start, bijvoorbeeld onder een antwoord' }),
    starts: z.array(line).min(3).meta({ description: 'Berichten die deze hulp starten, in het Nederlands en Engels' }),
    intro: dialogText.meta({ description: 'Wat deze hulp doet, voor de eerste vraag; één of twee zinnen' }),
    questions: z.record(z.string(), question),
    headings: z.record(z.string(), dialogText).meta({ description: 'Kopjes in de uitkomst' }),
    findings: z
      .record(z.string(), dialogText)
      .meta({ description: 'Zinnen in de uitkomst; {naam} is een datum of getal uit de berekening' }),
  })
  .meta({ title: 'Teksten van een stap-voor-stap-hulp' });

export type DialogText = z.infer<typeof dialogText>;
export type DialogTexts = z.infer<typeof dialogTextsSchema>;
