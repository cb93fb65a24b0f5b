import { describe, expect, it } from 'vitest';
import { EXAMPLES } from '../../src/channels/web/conversation-page.ts';
import { ask } from '../../src/conversation/ask.ts';
import { newSession } from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import { everySentence, REAL_KNOWLEDGE, realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();

/** What the assistant itself suggests to type, between quotes in its messages. */
const suggested = Object.values(REAL_KNOWLEDGE.messages).flatMap((messages) =>
  everySentence(messages).flatMap(({ text }) =>
    [...text.matchAll(/"([^"]+)"/g)].map(([, words]) => words ?? '').filter((words) => !words.includes('{')),
  ),
);
const questions = [...new Set([...EXAMPLES, ...suggested.filter((text) => text.endsWith('?'))])];
const words = [...new Set(suggested.filter((text) => !text.endsWith('?')))];

describe('what the product suggests to type', () => {
  it('has suggestions to check', () => {
    expect(questions.length).toBeGreaterThan(3);
    expect(words.length).toBeGreaterThan(8);
  });

  it.each(questions)('is answered: %s', (question) => {
    expect(ask({ text: question }, TODAY, assistant).decision).toBe('answer');
  });

  it.each(words)('is understood: %s', (text) => {
    const { phrases, dialogs } = assistant;
    const understood = [
      phrases.command(text),
      phrases.dialogWord(text),
      phrases.after('change', text),
      dialogs.startedBy(text),
    ];
    expect(understood.some((one) => one !== undefined)).toBe(true);
  });

  it('is understood when a button is pressed, whatever the level', () => {
    for (const level of ['nl-B1', 'nl-A2', 'en'] as const) {
      const { iAmEmployee, iAmEmployer, noneOfThese } = REAL_KNOWLEDGE.messages[level];
      expect(assistant.phrases.command(iAmEmployee)).toBe('employee');
      expect(assistant.phrases.command(iAmEmployer)).toBe('employer');
      expect(assistant.phrases.isNoneOfThese(noneOfThese)).toBe(true);
    }
  });

  it('answers the title of every topic, which is what its buttons say', () => {
    for (const { id, title } of REAL_KNOWLEDGE.topics) {
      for (const text of [title.nl, title.en])
        expect(turn({ text }, newSession(), TODAY, assistant).outcome.topics).toEqual([id]);
    }
  });
});
