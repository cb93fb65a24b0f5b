import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Inbox } from '../../src/channels/inbox.ts';
import { createQuestionKeeper } from '../../src/channels/question-keeper.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { Store } from '../../src/store/store.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();

let store: Store;
let failures: unknown[];
let inbox: Inbox;
let said = 0;

beforeEach(() => {
  store = openSqliteStore(':memory:');
  failures = [];
  inbox = new Inbox({
    assistant,
    conversations: store.conversations,
    locks: store.locks,
    today: () => TODAY,
    onMessage: createQuestionKeeper({
      assistant,
      questions: store.questions,
      today: () => TODAY,
      onFailure: (error) => failures.push(error),
    }),
  });
});

afterEach(() => store.close());

async function say(...texts: string[]): Promise<void> {
  for (const text of texts) {
    said += 1;
    await inbox.receive(
      { channel: 'test', conversation: 'c', id: `m${said}`, text },
      { send: () => Promise.resolve() },
    );
  }
}

const kept = async () => (await store.questions.all()).map(({ text }) => text);

describe('questions that are kept for the editor', () => {
  it('are those that were not answered, with nothing of a person in them', async () => {
    await say('Hoe lang duurt spoor 2?', 'ik heet Karin de Boer (06-12345678), wat eet een giraf op maandag');
    const [question, ...others] = await store.questions.all();
    expect(others).toEqual([]);
    expect(question).toMatchObject({ decision: 'fallback', topics: [], level: 'nl-B1', day: TODAY.toString() });
    expect(question?.text).toContain('wat eet een giraf');
    expect(question?.text).not.toMatch(/karin|boer|\d{4}/i);
  });

  it('name what was offered', async () => {
    await say('kan mijn baas Piet Jansen van 0612345678 mij zomaar ontslaan in Heerlen?');
    const [question] = await store.questions.all();
    expect(question?.decision).toBe('clarify');
    expect(question?.topics).toContain('ontslag-tijdens-ziekte');
  });

  it('are never commands, greetings, answers in a dialog, or messages about health', async () => {
    await say('help', 'hallo', '3', 'termijnen', 'ik ben werknemer', 'dat weet ik echt niet precies meer', 'stop');
    await say('mijn borstkanker is terug, wat eet een giraf', 'ik wil niet meer leven');
    expect(await kept()).toEqual([]);
  });

  it('are counted once, however often a message is delivered', async () => {
    const message = { channel: 'test', conversation: 'c', id: 'same', text: 'wat eet een giraf op maandag' };
    await Promise.all([1, 2, 3].map(() => inbox.receive(message, { send: () => Promise.resolve() })));
    expect(await kept()).toHaveLength(1);
  });

  it('are no reason to leave a message unanswered', async () => {
    store.questions.keep = () => Promise.reject(new Error('full'));
    let answered = false;
    await inbox.receive(
      { channel: 'test', conversation: 'c', id: 'x', text: 'wat eet een giraf op maandag' },
      {
        send: () => {
          answered = true;
          return Promise.resolve();
        },
      },
    );
    expect([answered, failures.length]).toEqual([true, 1]);
  });
});
