import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonLines } from '../../src/cli/batch.ts';
import { REAL_KNOWLEDGE, realMatch } from '../support/assistant.ts';

const side = z.object({ q: z.string(), topics: z.array(z.string()).min(1) });
const pairSchema = z.object({ turnsOn: z.enum(['modality', 'negation', 'question', 'actor']), a: side, b: side });

/** Pairs of questions in nearly the same words that belong to different topics; none of them is a phrasing. */
const PAIRS = await readJsonLines([join(import.meta.dirname, 'contrast.jsonl')], pairSchema);

/** Of how many pairs both sides come out right at least. Raise it when there are more. */
const TOLD_APART = { modality: 40, negation: 18, question: 20, actor: 11 } as const;

const match = realMatch();

function isRight({ q, topics }: z.infer<typeof side>): boolean {
  return topics.includes(match(q).explanation.ranked[0]?.topic ?? '');
}

describe('the contrast set', () => {
  it('has pairs of existing topics that differ, most of them by modality or negation', () => {
    const ids = new Set(REAL_KNOWLEDGE.topics.map(({ id }) => id));
    expect(PAIRS.length).toBeGreaterThanOrEqual(120);
    expect(PAIRS.filter(({ turnsOn }) => turnsOn === 'modality' || turnsOn === 'negation').length).toBeGreaterThan(80);
    for (const { a, b } of PAIRS) {
      expect([...a.topics, ...b.topics].filter((id) => !ids.has(id))).toEqual([]);
      expect(a.topics.filter((id) => b.topics.includes(id))).toEqual([]);
    }
  });

  it.each(Object.entries(TOLD_APART))('tells pairs apart that turn on %s', (turnsOn, least) => {
    const pairs = PAIRS.filter((pair) => pair.turnsOn === turnsOn);
    const right = pairs.filter(({ a, b }) => isRight(a) && isRight(b));
    const missed = pairs.filter((pair) => !right.includes(pair)).map(({ a, b }) => `${a.q} | ${b.q}`);
    expect(right.length, missed.join('\n')).toBeGreaterThanOrEqual(least);
  });
});
