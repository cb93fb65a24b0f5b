import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countDays, type VectorInput } from './day-counter.ts';
import { keysOf as deadlineKeys } from './first-implementation.ts';

interface Vector {
  id: string;
  input: VectorInput;
  notes: readonly string[];
  expected: Record<string, unknown>;
}

const vectors = readFileSync(join(import.meta.dirname, 'deadline-vectors.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Vector);

function nameOf({ id, notes }: Vector): string {
  return [id, ...notes].join(': ');
}

describe('the published vectors', () => {
  it('are all here', () => {
    expect(vectors).toHaveLength(19);
  });

  it.each(vectors.map((vector) => [nameOf(vector), vector] as const))('%s', (_, { input, expected }) => {
    expect(deadlineKeys(input)).toEqual(expected);
  });

  it.each(vectors.map((vector) => [nameOf(vector), vector] as const))('counted day by day: %s', (_, vector) => {
    expect(countDays(vector.input)).toEqual(vector.expected);
  });
});
