import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { AnswerReader, UNKNOWN } from '../../src/dialog-engine/answers.ts';
import { checkRoutes } from '../../src/dialog-engine/check.ts';
import { defineDialog, yesNo, type Dialog, type NumberQuestion } from '../../src/dialog-engine/definition.ts';
import { mermaid } from '../../src/dialog-engine/graph.ts';
import { parseAnswer } from '../../src/dialog-engine/parse-answer.ts';
import { answerAll, problemWith, progress, resolve, stillValid } from '../../src/dialog-engine/resolve.ts';

const TODAY = Temporal.PlainDate.from('2026-11-22');
const CONTEXT = { today: TODAY, audience: 'employee', figures: { aowLeeftijden: [], wiaBeslistermijnen: [] } } as const;

/** first -> (ja) second -> end, or (nee) end. */
const DIALOG = defineDialog({
  id: 'klein',
  version: 2,
  start: 'first',
  questions: {
    first: yesNo({ ja: 'second', nee: 'third' }, { unknown: 'end', usual: 'nee' }),
    second: { kind: 'date', when: 'past', next: 'third', unknown: 'third', since: 2 },
    third: {
      kind: 'date',
      when: 'any',
      after: 'second',
      next: {
        branches: [{ when: 'late', holds: (answers) => (answers.date('third')?.year ?? 0) > 2026, to: 'late' }],
        otherwise: 'end',
      },
      unknown: 'end',
    },
  },
  outcomes: {
    end: () => ({ headline: { key: 'end' }, groups: [] }),
    late: () => ({ headline: { key: 'late' }, groups: [] }),
  },
  findings: ['end', 'late'],
  headings: [],
});

describe('resolve', () => {
  it('stands at the first question without an answer', () => {
    expect(resolve(DIALOG, {}, CONTEXT).node).toBe('first');
    expect(resolve(DIALOG, { first: 'ja' }, CONTEXT).node).toBe('second');
  });

  it('counts only the answers on the route, and keeps the others out of it', () => {
    const { answers, node } = resolve(DIALOG, { first: 'nee', second: '2026-01-01', third: '2026-02-01' }, CONTEXT);
    expect(answers).toEqual({ first: 'nee', third: '2026-02-01' });
    expect(node).toBe('end');
  });

  it('counts a later answer again when the route comes back to it', () => {
    const given = { second: '2026-01-01', third: '2026-02-01' };
    expect(resolve(DIALOG, { ...given, first: 'ja' }, CONTEXT).route).toEqual(['first', 'second', 'third']);
  });

  it('asks again when a later answer can no longer stand', () => {
    const { node } = resolve(DIALOG, { first: 'ja', second: '2026-03-01', third: '2026-02-01' }, CONTEXT);
    expect(node).toBe('third');
  });

  it('takes the branch whose condition holds', () => {
    expect(resolve(DIALOG, { first: 'nee', third: '2027-01-01' }, CONTEXT).node).toBe('late');
  });

  it('stands at a question that is being changed, although it is answered', () => {
    expect(resolve(DIALOG, { first: 'nee', third: '2026-02-01' }, CONTEXT, 'first').node).toBe('first');
  });
});

describe('stored answers of an older version', () => {
  it('survive, but for those whose meaning changed since', () => {
    expect(stillValid(DIALOG, { first: 'ja', second: '2026-01-01', gone: 'x' }, 1)).toEqual({ first: 'ja' });
    expect(stillValid(DIALOG, { first: 'ja', second: '2026-01-01' }, 2)).toEqual({ first: 'ja', second: '2026-01-01' });
  });
});

describe('progress', () => {
  it('counts along the usual answers, and grows when the route does', () => {
    expect(progress(DIALOG, resolve(DIALOG, {}, CONTEXT), CONTEXT)).toEqual({ number: 1, total: 2 });
    expect(progress(DIALOG, resolve(DIALOG, { first: 'ja' }, CONTEXT), CONTEXT)).toEqual({ number: 2, total: 3 });
  });
});

describe('all answers at once', () => {
  it('come to the outcome, or to the first that is missing or wrong', () => {
    expect(answerAll(DIALOG, { first: 'nee', third: '2026-02-01' }, CONTEXT).kind).toBe('outcome');
    expect(answerAll(DIALOG, { first: 'nee' }, CONTEXT)).toEqual({ kind: 'incomplete', missing: 'third' });
    expect(answerAll(DIALOG, { first: 'ja', second: '2027-01-01' }, CONTEXT)).toEqual({
      kind: 'incomplete',
      missing: 'second',
      wrong: 'inFuture',
    });
  });
});

describe('checkRoutes', () => {
  const broken = (change: Partial<Dialog>) =>
    checkRoutes({ ...DIALOG, ...change }).map(({ at, found }) => `${at}: ${found}`);

  it('finds nothing wrong with a sound dialog', () => {
    expect(checkRoutes(DIALOG)).toEqual([]);
  });

  it('finds a way to nowhere, what nobody reaches, and a circle', () => {
    const { first, second, third } = DIALOG.questions as Record<
      'first' | 'second' | 'third',
      Dialog['questions'][string]
    >;
    expect(broken({ outcomes: { end: () => ({ headline: { key: 'end' }, groups: [] }) } })).toEqual([
      'third: een weg naar "late", dat niet bestaat',
    ]);
    expect(broken({ questions: { first, second, third, alone: second } })).toContain(
      'alone: geen enkele weg komt hier',
    );
    expect(broken({ questions: { first, second: { ...second, unknown: 'first' }, third } })).toContain(
      'second: een weg die hier terugkomt',
    );
  });
});

describe('mermaid', () => {
  it('draws every edge, with its answer or condition', () => {
    const graph = mermaid(DIALOG);
    expect(graph).toContain('first -->|"ja"| second');
    expect(graph).toContain('third -->|"late"| late');
  });
});

describe('a number', () => {
  const question: NumberQuestion = { kind: 'number', min: 1, max: 300, next: 'end', unknown: 'end' };
  const words = { today: TODAY, language: 'nl', saysUnknown: () => false, options: {} } as const;

  it.each([
    ['80', 80],
    ['80%', 80],
    ['ongeveer 80 procent', 80],
    ['2,5', 2.5],
  ])('is read in "%s"', (text, answer) => {
    expect(parseAnswer(question, text, words)).toEqual({ kind: 'answer', answer });
  });

  it.each(['1900 euro', '€ 150', '60 tot 70', 'veel'])('is not read in "%s"', (text) => {
    expect(parseAnswer(question, text, words)).toEqual({ kind: 'none' });
  });

  it('below what can be is told so', () => {
    expect(problemWith(question, -5, new AnswerReader({}), CONTEXT)).toBe('outOfRange');
    expect(problemWith(question, UNKNOWN, new AnswerReader({}), CONTEXT)).toBeUndefined();
  });
});
