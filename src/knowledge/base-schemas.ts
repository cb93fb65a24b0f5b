import { z } from 'zod';
import { id } from './topic-schema.ts';

const phrases = z.array(z.string().trim().min(1).max(120)).min(1);

/** `knowledge/_sources.yaml`: every source that an answer may refer to. */
export const sourcesSchema = z
  .record(
    id,
    z.strictObject({
      kind: z
        .enum(['statute', 'uwv-policy', 'uwv-practice', 'practice', 'publication'])
        .meta({ description: 'Wet, beleidsregel van UWV, werkwijze van UWV, gebruik, of artikel' }),
      title: z.string().min(3),
      publisher: z.string().min(2).optional(),
      url: z.url({ protocol: /^https?$/, error: 'een webadres dat begint met https://' }).optional(),
    }),
  )
  .meta({ title: 'Bronnen van de kennisbank' });

/** `knowledge/_vocabulary.yaml`: words that mean the same, and words that say nothing about the subject. */
export const vocabularySchema = z
  .strictObject({
    synonyms: z
      .record(z.string().min(2), phrases)
      .meta({ description: 'Term van de kennisbank, met de andere woorden en schrijfwijzen ervoor' }),
    ignored: phrases.meta({ description: 'Woorden die niets over het onderwerp zeggen (de, het, een, ...)' }),
  })
  .meta({ title: 'Woordenlijst van de kennisbank' });

/** `knowledge/_out-of-scope.yaml`: questions that look like ours and are not. */
export const outOfScopeSchema = z
  .strictObject({ examples: z.array(z.string().trim().min(2).max(400)).min(1) })
  .meta({ title: 'Vragen waarop de assistent geen antwoord heeft' });

/** `knowledge/_plain-language.yaml`: words that need care in a text for tired readers. */
export const plainLanguageSchema = z
  .strictObject({
    difficult: z
      .record(z.string().min(2), z.string().min(2))
      .meta({ description: 'Moeilijk woord, met een makkelijker woord ervoor; niet in nl-B1 en nl-A2' }),
    explain: z
      .record(z.string().min(2), phrases)
      .meta({ description: 'Vakterm, met woorden waarvan er minstens één in een nl-A2-tekst met die term staat' }),
  })
  .meta({ title: 'Eenvoudige taal' });

/** `knowledge/_open-items.yaml`: what could not be confirmed, for someone who knows the law. */
export const openItemsSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id,
        question: z.string().trim().min(10).meta({ description: 'Wat een jurist moet nakijken' }),
        wording: z.string().trim().min(5).meta({ description: 'Hoe de antwoorden het tot dan zeggen' }),
        topics: z.array(id).min(1).meta({ description: 'Onderwerpen waar het in staat' }),
      }),
    ),
  })
  .meta({ title: 'Open punten voor een jurist' });

const dangerPhrases = z
  .array(
    z.union([
      z.string().min(2),
      z.strictObject({ words: z.string().min(2), unless: z.array(z.string().min(1)).default([]) }),
    ]),
  )
  .min(1);

/** `knowledge/_danger.yaml`: words that point to danger to life. */
export const dangerSchema = z
  .strictObject({
    filler: phrases.meta({ description: 'Woorden die niet meetellen' }),
    noSlip: phrases.meta({ description: 'Gewone woorden die nooit een verschrijving van een gevaarlijk woord zijn' }),
    suicide: dangerPhrases.meta({ description: 'Gedachten aan zelfdoding' }),
    emergency: dangerPhrases.meta({ description: 'Acuut gevaar' }),
  })
  .meta({ title: 'Woorden die op levensgevaar wijzen' });

/** `knowledge/_health-words.yaml`: words by which people name an illness, which the assistant does not need to know. */
export const healthWordsSchema = z
  .strictObject({ words: phrases.meta({ description: 'Ziekten en klachten, zoals mensen ze typen' }) })
  .meta({ title: 'Woorden voor ziekten' });

export const COMMANDS = [
  'help',
  'stop',
  'back',
  'restart',
  'simple',
  'simpler',
  'english',
  'dutch',
  'forget',
  'keepPlan',
  'showPlan',
  'deletePlan',
  'data',
  'employee',
  'employer',
] as const;

/** `knowledge/_phrases.yaml`: whole messages that the assistant knows by heart. */
export const phrasesSchema = z
  .strictObject({
    commands: z.strictObject(
      Object.fromEntries(COMMANDS.map((command) => [command, phrases])) as Record<
        (typeof COMMANDS)[number],
        typeof phrases
      >,
    ),
    noneOfThese: phrases.meta({ description: 'Afwijzen van een aangeboden keuze' }),
    smallTalk: z.strictObject({
      greeting: phrases,
      thanks: phrases,
      goodbye: phrases,
      distress: phrases,
      abuse: phrases,
    }),
    speaksAs: z
      .strictObject({ employee: phrases, employer: phrases })
      .meta({ description: 'Woorden in een vraag waaruit blijkt wie er vraagt ("mijn werknemer": een werkgever)' }),
    saysWho: z
      .strictObject({ employee: phrases, employer: phrases, both: phrases })
      .meta({ description: 'Woorden in een antwoord op "Wie ben jij?"' }),
    consent: z
      .strictObject({ yes: phrases, no: phrases })
      .meta({ description: 'Duidelijk ja of nee op de vraag of een plan bewaard mag worden' }),
    dialog: z
      .strictObject({
        yes: phrases.meta({ description: 'Ja' }),
        no: phrases.meta({ description: 'Nee' }),
        unknown: phrases.meta({ description: 'Weet ik niet' }),
        why: phrases.meta({ description: 'Waarom vraag je dit?' }),
        change: phrases.meta({ description: 'Begin van een bericht dat een antwoord wil wijzigen' }),
        resume: phrases.meta({ description: 'Verdergaan waar de hulp was' }),
        derivation: phrases.meta({ description: 'Hoe is dit berekend?' }),
        allDates: phrases.meta({ description: 'Alle datums zien' }),
        quick: phrases.meta({ description: 'Woorden die met een datum erachter meteen de termijnen geven' }),
      })
      .meta({ description: 'Woorden in een stap-voor-stap-hulp' }),
    courtesy: phrases.meta({ description: 'Beleefdheid voor of na een vraag of opdracht; telt niet mee' }),
  })
  .meta({ title: 'Vaste woorden die de assistent herkent' });
