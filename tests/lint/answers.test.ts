import { describe, expect, it } from 'vitest';
import { lintAnswers } from '../../src/lint/answers.ts';
import { topicSchema } from '../../src/knowledge/topic-schema.ts';
import { contentFile } from '../support/content.ts';

const FILLER =
  'Je belt je coach. De coach helpt je. Je vraagt wat je wilt weten. Je coach geeft antwoord. Je bewaart dat antwoord goed. ';

function findings(level: 'nl-B1' | 'nl-A2' | 'en', text: string) {
  const ordinary = FILLER.repeat(3);
  const texts = { 'nl-B1': ordinary, 'nl-A2': ordinary, en: ordinary, [level]: `${text} ${FILLER.repeat(2)}` };
  const file = contentFile(
    'knowledge/basis/x.yaml',
    JSON.stringify({
      id: 'x',
      title: { nl: 'Titel', en: 'Title' },
      questions: Array.from({ length: 20 }, (_, index) => `vraag ${index}`),
      answers: { shared: texts },
      sources: [],
      related: ['a', 'b'],
      reviewed: { on: '2026-11-22', by: 'redactie', again: '2027-05-22' },
    }),
    topicSchema,
  );
  const plainLanguage = { difficult: { indien: 'als' }, explain: { WIA: ['uitkering'] } };
  return lintAnswers(file, plainLanguage).map(({ severity, field, found }) => `${severity} ${field} ${found}`);
}

const LONG_SENTENCE =
  'Als je na een lange tijd thuis weer een paar uur per dag bij een ander bedrijf wilt werken, dan bel je eerst je coach';

describe('lintAnswers', () => {
  it('is content with short, plain sentences', () => {
    expect(findings('nl-A2', 'Je krijgt hulp.')).toEqual([]);
  });

  it('finds a sentence that is too long for its level', () => {
    expect(findings('nl-A2', `${LONG_SENTENCE}.`)).toContainEqual(expect.stringContaining('een zin van 25 woorden'));
    expect(findings('nl-B1', `${LONG_SENTENCE}.`)).toContainEqual(expect.stringContaining('een zin van 25 woorden'));
    expect(findings('nl-B1', 'Als je morgen weer een paar uur wilt werken, dan bel je eerst je coach.')).toEqual([]);
  });

  it('finds an answer that is too short or too long for its level', () => {
    expect(findings('en', FILLER.repeat(4))).toContainEqual(expect.stringContaining('een antwoord van 138 woorden'));
    expect(findings('nl-A2', FILLER.repeat(4))).toEqual([]);
  });

  it('finds difficult words in Dutch, and terms and passives that A2 must not have', () => {
    expect(findings('nl-B1', 'Indien je ziek bent.')).toEqual(['warning answers.shared.nl-B1 "indien"']);
    expect(findings('nl-B1', 'De WIA wordt aangevraagd.')).toEqual([]);
    expect(findings('nl-A2', 'De WIA wordt aangevraagd.')).toEqual([
      'warning answers.shared.nl-A2 "WIA" zonder uitleg',
      'warning answers.shared.nl-A2 een lijdende zin: "De WIA wordt aangevraagd."',
    ]);
    expect(findings('nl-A2', 'De WIA is een uitkering.')).toEqual([]);
    expect(findings('en', 'Indien the WIA wordt aangevraagd.')).toEqual([]);
  });
});
