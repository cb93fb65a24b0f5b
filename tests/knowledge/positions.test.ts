import { describe, expect, it } from 'vitest';
import { lineFinder } from '../../src/knowledge/positions.ts';

const SOURCE = `# comment
id: x
questions:
  - first
  - "second: with colon"
answers:
  shared:
    nl-B1: |
      Text.

      More.
sources:
  - { ref: bw7, at: "artikel 1" }
  - ref: wia
related: [a, b]
`;

describe('lineFinder', () => {
  it.each([
    [['id'], 2, 'a field stands where its name stands'],
    [['questions', 1], 5, 'an item of a list'],
    [['answers', 'shared', 'nl-B1'], 8, 'a block of text stands where its name stands'],
    [['sources', 0, 'at'], 13, 'a field in a flow mapping'],
    [['sources', 1, 'ref'], 14, 'a field in a list of mappings'],
    [['related', 1], 15, 'an item of a flow list'],
    [['answers', 'employer', 'nl-B1'], 6, 'a missing field stands where its nearest parent stands'],
    [['reviewed'], 1, 'a missing field at the top stands on the first line'],
  ])('%j is on line %i (%s)', (path, line) => {
    expect(lineFinder(SOURCE)(path)).toBe(line);
  });
});
