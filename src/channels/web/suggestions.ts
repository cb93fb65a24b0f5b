import type { Language } from '../../shared/level.ts';

/** Something to ask: with scripts the widget asks it, without them the link leads to where it is answered. */
export interface Suggestion {
  /** What the visitor sees. */
  label: string;
  /** What the assistant is asked. */
  question: string;
  href: string;
  /** When it is not the page's own. */
  language?: Language;
}

export interface SuggestionGroup {
  title: string;
  suggestions: readonly Suggestion[];
}

/** What the demo page suggests; a test holds that each is answered. */
export const SUGGESTIONS: readonly SuggestionGroup[] = [
  {
    title: 'Ik ben werknemer',
    suggestions: [
      topic('Moet ik als werknemer meewerken aan spoor 2?', 'is-spoor-2-verplicht'),
      topic('Hoeveel loon krijg ik als zieke werknemer?', 'loon-tijdens-ziekte'),
      topic('Wat mag mijn werkgever weten over mijn ziekte?', 'privacy'),
    ],
  },
  {
    title: 'Ik ben werkgever of HR',
    suggestions: [
      topic('Wat moet ik als werkgever regelen voor spoor 2?', 'spoor-2-starten-als-werkgever'),
      topic('Wat kost spoor 2 mij als werkgever?', 'kosten-spoor-2'),
    ],
  },
  {
    title: 'Reken mijn termijnen uit',
    suggestions: [{ label: 'Bereken mijn termijnen', question: 'Bereken mijn termijnen', href: '/gesprek' }],
  },
  {
    title: 'Anders lezen',
    suggestions: [
      { label: 'Ik wil eenvoudig Nederlands', question: 'eenvoudig', href: '/vragen/eenvoudig' },
      { label: 'I would like English', question: 'english', href: '/vragen/english', language: 'en' },
    ],
  },
];

function topic(question: string, id: string): Suggestion {
  return { label: question, question, href: `/vragen#${id}` };
}
