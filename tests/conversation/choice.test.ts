import { describe, expect, it } from 'vitest';
import { pickedTopic } from '../../src/conversation/choice.ts';
import { SMALL_KNOWLEDGE } from '../support/assistant.ts';

const offered = SMALL_KNOWLEDGE.topics.slice(0, 3);

describe('pickedTopic', () => {
  it.each([
    ['1', 'begin'],
    ['2.', 'duur'],
    ['optie 3', 'plicht'],
    ['de tweede graag', 'duur'],
    ['nummer een', 'begin'],
    ['Hoe lang spoor 2 duurt', 'duur'],
    ['verplicht', 'plicht'],
    ['begint', 'begin'],
  ])('%j picks %s', (text, id) => {
    expect(pickedTopic(text, offered)?.id).toBe(id);
  });

  it.each([
    ['4', 'not in the list'],
    ['spoor', 'fits more than one title'],
    ['iets heel anders', 'fits none'],
    ['', 'says nothing'],
  ])('%j picks nothing (%s)', (text) => {
    expect(pickedTopic(text, offered)).toBeUndefined();
  });
});
