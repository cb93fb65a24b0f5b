import { describe, expect, it } from 'vitest';
import { AUDIENCES } from '../../src/shared/audience.ts';
import { answerFor, citations, type Topic } from '../../src/knowledge/knowledge.ts';
import { coverageOf } from '../../src/lint/coverage.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';
import { answersAt } from '../support/answers.ts';

/** What an answer must and must not say, whoever reads it; the reason stands beside it. */
const FACTS: readonly [topic: string, must: readonly RegExp[], mustNot: readonly RegExp[], why: string][] = [
  ['wanneer-start-spoor-2', [/week 52/, /week 58/, /zodra/i], [], 'no week in the law; target 52, limit 58'],
  [
    'hoe-lang-duurt-spoor-2',
    [/6 tot 12 maanden/, /104/, /loonsanctie/i],
    [],
    'the duty lasts as long as the right to pay',
  ],
  ['einde-wachttijd-104-weken', [/104 weken/], [], 'the waiting time is 104 weeks'],
  ['wia-beoordeling', [/35%/, /\b16\b/, /\b8\b/], [/na twee jaar aanvragen/], '8 weeks by law, 16 for now'],
  ['deskundigenoordeel', [/€ 100/, /€ 400/, /uwv\.nl/, /niet bindend/], [], 'amounts are to be checked'],
  ['second-opinion', [/andere bedrijfsarts/i, /betaal/i], [], 'given by another bedrijfsarts, paid by the employer'],
  [
    'proefplaatsing',
    [/uitkering/, /hooguit 6/],
    [/wettelijk.{0,20}1 maand/i],
    'two to six months is UWV’s own form, for a benefit',
  ],
  [
    'wie-beslist-over-spoor-2',
    [/werkgever/i, /advies|adviseert/],
    [/bedrijfsarts beslist of/],
    'the employer decides, the others advise',
  ],
  ['uitstel-spoor-2', [/3 maanden|drie maanden/], [], 'concrete perspective within about three months'],
  ['gesprek-elke-zes-weken', [/zes weken|6 weken/, /UWV/], [/wet zegt.{0,30}zes weken/i], 'six weeks is UWV practice'],
  ['betekent-spoor-2-ontslag', [/nee/i, /ontslag/], [], 'no dismissal because of spoor 2'],
  ['wat-is-spoor-3', [/geen wettelijke|geen term|niet in de wet/i], [], 'spoor 3 is no legal term'],
  ['gemeenten-drie-jaar', [/HR|cao/i], [], 'three years could not be confirmed'],
  ['aow-en-spoor-2', [/UWV/], [/je hoeft geen spoor 2/i], 'an exception that is not certain is worded so'],
  ['mens-spreken', [/112/, /113/], [], 'in danger to life'],
  ['wat-kan-deze-assistent', [/juridisch/], [], 'no legal advice'],
];

describe('the facts of the answers', () => {
  it.each(FACTS)('%s', (id, must, mustNot, why) => {
    for (const text of answersAt(id, 'nl-B1')) {
      for (const fact of must) expect(text, why).toMatch(fact);
      for (const claim of mustNot) expect(text, why).not.toMatch(claim);
    }
  });

  it.each(REAL_KNOWLEDGE.topics.map((topic): [string, Topic] => [topic.id, topic]))(
    '%s speaks to the reader as je, answers at once and promises no way out',
    (_id, topic) => {
      for (const audience of AUDIENCES) {
        const { text } = answerFor(topic, audience, 'nl-B1');
        expect(text).not.toMatch(/\b(?:u|uw)\b/i);
        expect(text, 'no opening that does not answer').not.toMatch(
          /^(?:Goede vraag|Het hangt ervan af|In dit antwoord)/,
        );
        expect(text, 'never a promise that spoor 2 can be skipped').not.toMatch(/je hoeft geen spoor 2/i);
      }
    },
  );

  it.each(REAL_KNOWLEDGE.topics.map((topic): [string, Topic] => [topic.id, topic]))(
    '%s names what the law says with an address',
    (_id, topic) => {
      const cited = citations(topic, REAL_KNOWLEDGE.sources);
      const legal = topic.sources.filter(({ ref }) => REAL_KNOWLEDGE.sources[ref]?.kind !== 'publication');
      expect(legal.every(({ ref }) => REAL_KNOWLEDGE.sources[ref]?.url !== undefined)).toBe(true);
      expect(new Set(cited.map(({ title }) => title)).size).toBe(cited.length);
    },
  );

  it('lists no source that no answer names', () => {
    const cited = new Set(REAL_KNOWLEDGE.topics.flatMap(({ sources }) => sources.map(({ ref }) => ref)));
    expect(Object.keys(REAL_KNOWLEDGE.sources).filter((ref) => !cited.has(ref))).toEqual([]);
  });

  it('has every topic in every level, most of them apart for employee and employer', () => {
    const { topics, separate, answers, written, phrasings } = coverageOf(REAL_KNOWLEDGE.topics);
    expect(topics).toBeGreaterThanOrEqual(100);
    expect(separate).toBeGreaterThanOrEqual(45);
    expect(written).toEqual({ 'nl-B1': answers, 'nl-A2': answers, en: answers });
    expect(phrasings.fewest).toBeGreaterThanOrEqual(20);
  });

  it('has phrasings in English for every topic', () => {
    const english = /\b(?:the|my|does|what|how|when|who|which|can|must|should|for|to|and|are|will|i|you|with)\b/g;
    const dutch = /\b(?:de|het|een|ik|mijn|wat|hoe|van|voor|werk|bij)\b/;
    const isEnglish = (text: string) => new Set(text.match(english)).size >= 2 && !dutch.test(text);
    const without = REAL_KNOWLEDGE.topics.filter(
      ({ questions }) => questions.filter((text) => isEnglish(text.toLowerCase())).length < 2,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});
