import type { Level } from '../../shared/level.ts';

/** Where the questions and answers stand at each level. */
export const QUESTION_ADDRESSES = {
  'nl-B1': '/vragen',
  'nl-A2': '/vragen/eenvoudig',
  en: '/vragen/english',
} as const satisfies Record<Level, string>;

/** Language tag of each page; "simple" is a registered variant (RFC 5646). */
export const QUESTION_LANGUAGES = { 'nl-B1': 'nl', 'nl-A2': 'nl-simple', en: 'en' } as const satisfies Record<
  Level,
  string
>;

/** The name of each level in its own words. */
export const LEVEL_NAMES = {
  'nl-B1': 'Gewoon Nederlands',
  'nl-A2': 'Eenvoudig Nederlands',
  en: 'English',
} as const satisfies Record<Level, string>;

interface QuestionWords {
  title: string;
  /** Line in search results. */
  description: string;
  intro: string;
  /** Names the links to the other levels. */
  levels: string;
  contents: string;
  /** Heading of the subjects next to ours. */
  signposts: string;
  signpostsIntro: string;
  backToContents: string;
}

/** What the pages with all questions say of themselves. */
export const QUESTION_WORDS: Readonly<Record<Level, QuestionWords>> = {
  'nl-B1': {
    title: 'Alle vragen en antwoorden over spoor 2',
    description:
      'Wat is spoor 2, wanneer begint het, wat moet je doen en wat gebeurt er met je loon? Antwoorden met bronnen, voor werknemer en werkgever.',
    intro:
      'Hier staan alle onderwerpen over werk vinden bij een andere werkgever als je lang ziek bent. Zoek je een woord? Gebruik "Zoeken op deze pagina" van je browser (Ctrl+F).',
    levels: 'Taal en niveau',
    contents: 'Inhoud',
    signposts: 'Vragen voor een ander',
    signpostsIntro: 'Deze vragen gaan niet over spoor 2. Hier lees je wie het wel weet.',
    backToContents: 'Terug naar de inhoud',
  },
  'nl-A2': {
    title: 'Alle vragen en antwoorden over spoor 2, in eenvoudig Nederlands',
    description:
      'Uitleg over spoor 2 in eenvoudig Nederlands: ander werk zoeken als je lang ziek bent. Voor werknemers en werkgevers, met bronnen.',
    intro:
      'Hier lees je alles over spoor 2. Spoor 2 is: werk zoeken bij een andere werkgever, als je lang ziek bent. Zoek je een woord? Gebruik "Zoeken op deze pagina" (Ctrl+F).',
    levels: 'Taal en niveau',
    contents: 'Inhoud',
    signposts: 'Vragen voor een ander',
    signpostsIntro: 'Deze vragen gaan niet over spoor 2. Hier lees je wie je kunt vragen.',
    backToContents: 'Terug naar de inhoud',
  },
  en: {
    title: 'All questions and answers about spoor 2',
    description:
      'What is spoor 2 (the second track), when does it start, what must you do and what happens to your wages? Answers with sources, for employee and employer.',
    intro:
      'Here are all topics about finding work with another employer in the Netherlands when you are ill for a long time. Looking for a word? Use "Find in page" of your browser (Ctrl+F).',
    levels: 'Language and level',
    contents: 'Contents',
    signposts: 'Questions for someone else',
    signpostsIntro: 'These questions are not about spoor 2. Here you read who does know.',
    backToContents: 'Back to contents',
  },
};
