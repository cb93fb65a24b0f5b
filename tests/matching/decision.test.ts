import { describe, expect, it } from 'vitest';
import { decide } from '../../src/matching/decision.ts';

const RANKED = [
  { topic: 'a', score: 0.8 },
  { topic: 'b', score: 0.7 },
  { topic: 'c', score: 0.5 },
  { topic: 'd', score: 0.4 },
  { topic: 'e', score: 0.35 },
  { topic: 'f', score: 0 },
];
const THRESHOLDS = { answer: 0.7, clarify: 0.3 };

describe('decide', () => {
  it('answers with the best topic from the answer threshold on', () => {
    expect(decide(RANKED, 0.7, THRESHOLDS)).toEqual({ decision: 'answer', topics: ['a'] });
  });

  it('offers at most four topics below it', () => {
    expect(decide(RANKED, 0.69, THRESHOLDS)).toEqual({ decision: 'clarify', topics: ['a', 'b', 'c', 'd'] });
  });

  it('offers two, even when the second is far behind', () => {
    const ranked = [
      { topic: 'a', score: 1 },
      { topic: 'b', score: 0.01 },
      { topic: 'c', score: 0.005 },
    ];
    expect(decide(ranked, 0.5, THRESHOLDS).topics).toEqual(['a', 'b']);
  });

  it('refuses below the clarify threshold, naming the nearest that are near at all', () => {
    expect(decide(RANKED, 0.29, THRESHOLDS)).toEqual({ decision: 'fallback', topics: ['a', 'b', 'c'] });
    expect(decide(RANKED.slice(5), 0.1, THRESHOLDS)).toEqual({ decision: 'fallback', topics: [] });
  });

  it('refuses what has next to nothing in common with any topic, however sure the model is', () => {
    expect(decide([{ topic: 'a', score: 0.04 }], 0.9, THRESHOLDS)).toEqual({ decision: 'fallback', topics: [] });
  });

  it('leaves a place of a choice to a signpost, and beside a refusal all of them', () => {
    expect(decide(RANKED, 0.5, THRESHOLDS, true)).toEqual({ decision: 'clarify', topics: ['a', 'b', 'c'] });
    expect(decide(RANKED, 0.2, THRESHOLDS, true)).toEqual({ decision: 'fallback', topics: [] });
    expect(decide(RANKED, 0.8, THRESHOLDS, true)).toEqual({ decision: 'answer', topics: ['a'] });
  });

  it('names nothing when nothing is near', () => {
    expect(decide(RANKED, 0.05, THRESHOLDS)).toEqual({ decision: 'fallback', topics: [] });
  });
});
