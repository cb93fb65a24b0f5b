import { describe, expect, it } from 'vitest';
import { createCompoundSplitter } from '../../src/matching/compounds.ts';
import { stem } from '../../src/matching/stem.ts';

const known = new Set(['spoor', 'traject', 'werkervaring', 'plek', 'loon', 'doorbetaling'].map(stem));
const split = createCompoundSplitter((part) => known.has(part), stem);

describe('createCompoundSplitter', () => {
  it.each([
    ['spoortraject', ['spoor', 'traject'], 'two known words'],
    ['werkervaringsplek', ['werkervaring', 'plek'], 'joined by an s'],
    ['loondoorbetaling', ['loon', 'doorbetaling'], 'inflected'],
    ['spoorwegen', [], 'the tail is unknown'],
    ['hoofdtraject', [], 'the head is unknown'],
    ['spoor', [], 'a single word'],
  ])('%s gives %j (%s)', (word, parts) => {
    expect(split(word)).toEqual(parts.map(stem));
  });
});
