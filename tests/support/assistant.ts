import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { DIALOGS } from '../../dialogs/index.ts';
import { loadContent } from '../../src/content-cache.ts';
import { createAssistant, type Assistant } from '../../src/conversation/assistant.ts';
import type { Contact } from '../../src/conversation/contact.ts';
import type { Knowledge, Messages, Topic } from '../../src/knowledge/knowledge.ts';
import { KNOWLEDGE_FOLDER, readKnowledge } from '../../src/knowledge/load.ts';
import { formatProblems } from '../../src/knowledge/problem.ts';
import type { Decision } from '../../src/matching/decision.ts';
import { createMatcher, type Matcher } from '../../src/matching/matcher.ts';
import type { Signals } from '../../src/matching/ranker.ts';

/** A day within every review period, so that no test depends on the calendar. */
export const TODAY = Temporal.PlainDate.from('2026-11-22');

const content = readKnowledge(KNOWLEDGE_FOLDER, TODAY);
if (content.knowledge === undefined || content.files === undefined)
  throw new Error(`the content has errors, see npm run check:content:\n${formatProblems(content.problems)}`);

/** The content that comes with the product. */
export const REAL_KNOWLEDGE = content.knowledge;

/** The assistant's own sentences, with the name of each. */
export function everySentence(messages: Messages): { name: string; text: string }[] {
  return Object.entries(messages).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [{ name, text }]
      : Object.entries(text).map(([part, words]) => ({ name: `${name}.${part}`, text: words })),
  );
}

const reviewed = { on: TODAY, by: 'redactie', again: Temporal.PlainDate.from('2027-05-22') };

function topic(id: string, nl: string, questions: string[], answers: Topic['answers'], related: string[]): Topic {
  return {
    id,
    title: { nl, en: `${nl} (English)` },
    questions,
    answers,
    sources: [{ ref: 'wet', at: 'artikel 1' }],
    related,
    reviewed,
  };
}

/** A knowledge base small enough to know by heart, with the product's own words around it. */
export const SMALL_KNOWLEDGE: Knowledge = {
  ...REAL_KNOWLEDGE,
  sources: { wet: { kind: 'statute', title: 'De wet', url: 'https://wetten.overheid.nl/X' } },
  signposts: [
    {
      id: 'belasting',
      title: { nl: 'Belasting', en: 'Tax' },
      questions: ['Hoe doe ik belastingaangifte?'],
      text: { 'nl-B1': 'Belasting hoort hier niet bij.', 'nl-A2': 'Dat weet ik niet.', en: 'Tax is not my subject.' },
      addresses: [{ name: 'Belastingdienst', url: 'https://www.belastingdienst.nl' }],
      related: ['duur'],
      reviewed,
    },
  ],
  topics: [
    topic(
      'begin',
      'Wanneer spoor 2 begint',
      ['Wanneer begint spoor 2?', 'In welke week start het tweede spoor?', 'Vanaf wanneer moet ik naar spoor 2?'],
      { shared: { 'nl-B1': 'Spoor 2 begint op tijd.', en: 'Spoor 2 starts in time.' } },
      ['duur', 'plicht'],
    ),
    topic(
      'duur',
      'Hoe lang spoor 2 duurt',
      ['Hoe lang duurt spoor 2?', 'Hoeveel maanden duurt het tweede spoor?', 'Wat is de duur van het traject?'],
      { shared: { 'nl-B1': 'Spoor 2 duurt een tijd.' } },
      ['begin'],
    ),
    topic(
      'plicht',
      'Is spoor 2 verplicht',
      ['Is spoor 2 verplicht?', 'Mag ik spoor 2 weigeren?', 'Moet ik meewerken aan het tweede spoor?'],
      { employee: { 'nl-B1': 'Ja, je moet meewerken.' }, employer: { 'nl-B1': 'Ja, je moet het aanbieden.' } },
      ['begin'],
    ),
    topic(
      'mens-spreken',
      'Met een mens praten',
      ['Kan ik een mens spreken?', 'Ik wil iemand bellen', 'Wat is het telefoonnummer?'],
      { shared: { 'nl-B1': 'Dat kan.' } },
      ['begin'],
    ),
  ],
};

/** What the scripted matcher makes of a message that holds a word; the first that fits counts. */
const SCRIPT: readonly [word: string, decision: Decision, topics: string[], confidence: number][] = [
  ['onduidelijk', 'clarify', ['begin', 'duur'], 0.5],
  ['begint', 'answer', ['begin'], 0.9],
  ['duurt', 'answer', ['duur'], 0.9],
  ['verplicht', 'answer', ['plicht'], 0.9],
  ['weigeren', 'answer', ['plicht'], 0.9],
  ['vaag', 'fallback', ['duur', 'begin'], 0.2],
];

/** What is seen in a message that has nothing in common with any topic. */
export const NO_SIGNALS: Signals = {
  best: 0,
  lead: 0,
  inScope: 0,
  known: 0,
  bayes: 0,
  answerable: 0,
  border: 0,
  borderLead: 0,
  borderInScope: 0,
};

/** A matcher that is told what to find, so that tests of the conversation do not depend on how well it matches. */
export const scriptedMatch: Matcher = (text) => {
  const explanation = { ranked: [], phrasings: [], signals: NO_SIGNALS, repairs: [] };
  if (text.includes('belasting'))
    return { decision: 'fallback', topics: [], confidence: 0.1, signpost: 'belasting', explanation };
  const found = SCRIPT.find(([word]) => text.toLowerCase().includes(word));
  const [, decision, topics, confidence] = found ?? ['', 'fallback', [], 0];
  return { decision, topics, confidence, explanation };
};

/** The product's own matcher; what it learned is taken from the cache that the product itself makes. */
export function realMatch(): Matcher {
  const cache = join(import.meta.dirname, '..', '..', 'data', 'cache');
  return createMatcher(REAL_KNOWLEDGE, undefined, loadContent(KNOWLEDGE_FOLDER, TODAY, cache).model);
}

/** The product's own content with its own matcher. */
export function realAssistant(): Assistant {
  return createAssistant(REAL_KNOWLEDGE, realMatch(), undefined, DIALOGS);
}

export function smallAssistant(contact?: Contact): Assistant {
  return createAssistant(SMALL_KNOWLEDGE, scriptedMatch, contact);
}
