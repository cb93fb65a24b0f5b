import { describe, expect, it } from 'vitest';
import { namedPlace } from '../../src/shared/named-place.ts';
import { isYes, optionByWords } from '../../src/conversation/choice.ts';
import { SMALL_KNOWLEDGE } from '../support/assistant.ts';

const offered = SMALL_KNOWLEDGE.topics.slice(0, 3);

describe('namedPlace', () => {
  it.each([
    ['1', 1],
    ['2.', 2],
    ['02', 2],
    ['optie 3', 3],
    ['nummertje 2', 2],
    ['ja de eerste', 1],
    ['de tweede graag', 2],
    ['de bovenste', 1],
    ['vijf', 5],
    ['de laatste', 'last'],
    ['spoor 2', undefined],
    ['12 maart', undefined],
    ['', undefined],
  ])('%j names place %s', (text, place) => {
    expect(namedPlace(text)).toBe(place);
  });
});

describe('optionByWords', () => {
  it.each<[string, string | undefined, string]>([
    ['Hoe lang spoor 2 duurt', 'duur', 'the whole title'],
    ['verplicht', 'plicht', 'a word of one title'],
    ['ja begint', 'begin', 'with words around it'],
    ['spoor', undefined, 'fits more than one title'],
    ['iets heel anders', undefined, 'fits none'],
    ['', undefined, 'says nothing'],
  ])('%j picks %s (%s)', (text, id) => {
    expect(optionByWords(text, offered)?.id).toBe(id);
  });
});

describe('isYes', () => {
  it('agrees without choosing', () => {
    expect([isYes('Ja'), isYes('ja, klopt'), isYes('ja de eerste'), isYes('nee')]).toEqual([true, true, false, false]);
  });
});
