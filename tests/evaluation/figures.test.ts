import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/conversation/turn-result.ts';
import { confusionsOf } from '../../src/evaluation/confusions.ts';
import { evaluate, pinnedSummary } from '../../src/evaluation/evaluation.ts';
import { evaluationPage } from '../../src/evaluation/evaluation-page.ts';
import { figuresBy, figuresOf } from '../../src/evaluation/figures.ts';
import { judge, type Judged } from '../../src/evaluation/judge.ts';
import { calibrationErrorOf, reliabilityOf } from '../../src/evaluation/reliability.ts';
import { reportText } from '../../src/evaluation/report.ts';
import { wilson } from '../../src/evaluation/wilson.ts';
import { TODAY } from '../support/assistant.ts';

const EXISTING = ['a', 'b', 'c'];

function judged(wanted: string[], decision: Outcome['decision'], topics: string[], confidence = 0.5, set = 'real') {
  const question = { id: `${wanted.join('')}-${decision}-${topics.join('')}`, q: 'vraag <b>', topics: wanted, set };
  return judge(question, { decision, topics, confidence }, topics[0] ?? 'c', (id) => EXISTING.includes(id));
}

describe('judge', () => {
  it.each([
    ['right', ['a'], 'answer', ['a']],
    ['right', ['b', 'a'], 'answer', ['a']],
    ['wrong', ['a'], 'answer', ['b']],
    ['offered', ['a'], 'clarify', ['b', 'a']],
    ['offeredOthers', ['a'], 'clarify', ['b', 'c']],
    ['refused', ['a'], 'fallback', []],
    ['refusedOutOfScope', [], 'fallback', []],
    ['offeredOutOfScope', [], 'clarify', ['a', 'b']],
    ['answeredOutOfScope', [], 'answer', ['a']],
    ['notCounted', ['later'], 'answer', ['a']],
  ] as const)('calls it %s when %j is wanted and the outcome is %s %j', (verdict, wanted, decision, topics) => {
    expect(judged([...wanted], decision, [...topics]).verdict).toBe(verdict);
  });

  it('looks at the best topic whatever was decided', () => {
    expect(judged(['c'], 'fallback', []).bestIsRight).toBe(true);
    expect(judged(['a'], 'clarify', ['b', 'a']).bestIsRight).toBe(false);
  });
});

describe('wilson', () => {
  // Reference values: R, prop.test(x, n, correct = FALSE).
  it.each([
    [0, 10, 0, 0.2775],
    [5, 10, 0.2366, 0.7634],
    [81, 263, 0.2553, 0.3662],
  ])('of %i out of %i lies between %f and %f', (count, of, low, high) => {
    expect(wilson(count, of).low).toBeCloseTo(low, 3);
    expect(wilson(count, of).high).toBeCloseTo(high, 3);
  });

  it('says nothing about no cases', () => {
    expect(wilson(0, 0)).toEqual({ count: 0, of: 0, share: 0, low: 0, high: 1 });
  });
});

const MIXED: Judged[] = [
  judged(['a'], 'answer', ['a'], 0.95),
  judged(['a', 'b'], 'clarify', ['c', 'b'], 0.55, 'hard'),
  judged(['a'], 'answer', ['b'], 0.75),
  judged(['b'], 'clarify', ['c'], 0.35),
  judged(['b'], 'fallback', [], 0.05),
  judged([], 'fallback', [], 0.05, 'oos'),
  judged([], 'answer', ['a'], 0.85, 'oos'),
  judged(['later'], 'answer', ['a'], 0.95),
];

describe('an evaluation', () => {
  it('counts shares of what is in scope, and of what is not', () => {
    const { inScope, outOfScope, direct, helped, wrong, missed, refused, outOfScopeAnswered } = figuresOf(MIXED);
    expect([inScope, outOfScope]).toEqual([5, 2]);
    expect([direct, helped, wrong, missed, refused].map(({ count }) => count)).toEqual([1, 2, 1, 1, 1]);
    expect(outOfScopeAnswered.share).toBe(0.5);
  });

  it('counts a question at each of its topics', () => {
    const byTopic = figuresBy('topic', MIXED);
    expect(byTopic.get('a')?.inScope).toBe(3);
    expect(byTopic.get('b')?.inScope).toBe(3);
    expect(byTopic.get('(out of scope)')?.outOfScope).toBe(2);
  });

  it('measures how far confidence and truth are apart', () => {
    const sure = [judged(['a'], 'answer', ['a'], 0.9), judged(['a'], 'answer', ['b'], 0.9)];
    expect(calibrationErrorOf(reliabilityOf(sure))).toBeCloseTo(0.4);
    expect(calibrationErrorOf(reliabilityOf([]))).toBe(0);
  });

  it('names who takes whose questions, refusals aside', () => {
    expect(confusionsOf(MIXED)).toEqual([
      { wanted: '(out of scope)', got: 'a', count: 1 },
      { wanted: 'a', got: 'b', count: 1 },
      { wanted: 'a', got: 'c', count: 1 },
      { wanted: 'b', got: 'c', count: 1 },
      { wanted: 'later', got: 'a', count: 1 },
    ]);
  });

  it('prints every question that went wrong, unless that is not wanted', () => {
    const evaluation = evaluate(MIXED);
    expect(evaluation.misses.map(({ verdict }) => verdict)).toEqual([
      'offered',
      'wrong',
      'offeredOthers',
      'refused',
      'answeredOutOfScope',
    ]);
    for (const { question } of evaluation.misses) expect(reportText(evaluation, true)).toContain(`  ${question.id}  `);
    expect(reportText(evaluation, false)).not.toContain('vraag <b>');
  });

  it('is a page whose questions cannot become markup', () => {
    const curve = [10, 20].map((phrasings) => ({ phrasings, first: wilson(1, 2), amongThree: wilson(2, 2) }));
    const page = evaluationPage(evaluate(MIXED, curve), TODAY);
    expect(page).toContain('vraag &lt;b&gt;');
    expect(page).not.toContain('vraag <b>');
    expect(page.match(/<svg /g)).toHaveLength(5);
    expect(page).not.toContain('NaN');
  });

  it('is pinned as counts per set', () => {
    expect(pinnedSummary(evaluate(MIXED))).toMatchObject({
      hard: { direct: 0, helped: 1 },
      oos: { outOfScopeRefused: 1, outOfScopeAnswered: 1 },
      real: { direct: 1, wrong: 1, missed: 1, refused: 1 },
    });
  });
});
