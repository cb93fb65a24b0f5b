import { z } from 'zod';
import { wordCount } from '../shared/text.ts';
import { reject } from './finding.ts';
import { id, questions, reviewed, title } from './topic-schema.ts';

/** A signpost says where to go, no more: what is longer gives an answer that nobody keeps true. Words. */
const LONGEST_TEXT = 60;

const text = z
  .string()
  .trim()
  .min(1)
  .superRefine((value, ctx) => {
    const words = wordCount(value);
    if (words <= LONGEST_TEXT) return;
    reject(ctx, {
      found: `een tekst van ${words} woorden`,
      allowed: `hooguit ${LONGEST_TEXT} woorden`,
      fix: 'zeg alleen dat het hier niet over gaat en waar iemand wel terechtkan',
    });
  });

/** A subject next to ours, as an editor writes it: `knowledge/_signposts/<id>.yaml`. It is refused, with an address. */
export const signpostSchema = z
  .strictObject({
    id: id.meta({ description: 'Gelijk aan de bestandsnaam zonder .yaml' }),
    title,
    questions,
    text: z
      .strictObject({ 'nl-B1': text, 'nl-A2': text, en: text })
      .meta({ description: 'Dat de assistent hier geen antwoord op heeft, en wie wel; per niveau' }),
    addresses: z
      .array(
        z.strictObject({
          name: z.string().trim().min(2).meta({ description: 'Naam van de instantie of persoon' }),
          url: z.url({ protocol: /^https$/, error: 'een webadres dat begint met https://' }).optional(),
        }),
      )
      .min(1)
      .max(3)
      .meta({ description: 'Waar iemand met deze vraag terechtkan' }),
    related: z.array(id).max(3).meta({ description: 'Onderwerpen van ons die er het dichtst bij liggen' }),
    reviewed,
  })
  .meta({ title: 'Wegwijzer: een vraag naast ons onderwerp' });
