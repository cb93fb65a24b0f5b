import { describe, expect, it } from 'vitest';
import { ask } from '../../src/conversation/ask.ts';
import type { Assistant } from '../../src/conversation/assistant.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { turn, welcome, type Message } from '../../src/conversation/turn.ts';
import { LEVELS } from '../../src/shared/level.ts';
import { realAssistant, smallAssistant, TODAY } from '../support/assistant.ts';

const real = realAssistant();
const small = smallAssistant({ name: 'de helpdesk' });
const { off } = real.knowledge.messages['nl-B1'];

const without = (assistant: Assistant, ...topics: string[]): Assistant => ({
  ...assistant,
  off: { everything: false, topics: new Set(topics) },
});
const allOff = (assistant: Assistant): Assistant => ({ ...assistant, off: { everything: true, topics: new Set() } });

function say(text: string, assistant: Assistant, session: Session = newSession(), more: Partial<Message> = {}) {
  const result = turn({ text, ...more }, session, TODAY, assistant);
  const [reply] = result.replies;
  return { ...result, reply, words: wordsOf(reply), labels: reply?.choices?.labels ?? [] };
}

const wordsOf = (reply: Reply | undefined) =>
  reply?.sections.map(({ title = '', text }) => `${title}\n${text}`).join('\n') ?? '';

describe('a topic that is switched off', () => {
  it('is named and not answered, and says whom to ask', () => {
    const { words, reply, outcome } = say('Wanneer begint spoor 2?', without(small, 'begin'));
    expect(words).toContain('Wanneer spoor 2 begint');
    expect(words).toContain(off.answer);
    expect(words).toContain('de helpdesk');
    expect(words).not.toContain('Spoor 2 begint op tijd.');
    expect(reply?.sections.flatMap(({ sources }) => sources)).toEqual([]);
    expect(reply?.sections.every(({ topic }) => topic === undefined)).toBe(true);
    expect(outcome).toMatchObject({ decision: 'fallback', topics: [] });
  });

  it('does not first ask who is asking', () => {
    expect(say('Is spoor 2 verplicht?', without(small, 'plicht')).words).toContain(off.answer);
  });

  it('is not shown again at another level, nor for the other side', () => {
    const { session } = say('Is spoor 2 verplicht?', small, newSession({ audience: 'employee', audienceSaid: true }));
    expect(session.answered).toEqual(['plicht']);
    for (const text of ['eenvoudig', 'english', 'ik ben werkgever'])
      expect(say(text, without(small, 'plicht'), session).words).not.toMatch(/meewerken|aanbieden/);
  });

  it('is not among what else there is to read', () => {
    expect(say('Wanneer begint spoor 2?', small).labels).toContain('Hoe lang spoor 2 duurt');
    expect(say('Wanneer begint spoor 2?', without(small, 'duur')).labels).not.toContain('Hoe lang spoor 2 duurt');
    expect(say('iets vaag', without(small, 'duur')).labels).not.toContain('Hoe lang spoor 2 duurt');
    expect(say('belasting', without(small, 'duur')).labels).not.toContain('Hoe lang spoor 2 duurt');
  });

  it('is not offered to choose from, but named as not there', () => {
    const { labels, words, outcome, session } = say('iets onduidelijk', without(small, 'duur'));
    expect(labels).not.toContain('Hoe lang spoor 2 duurt');
    expect(words).toContain('Hoe lang spoor 2 duurt');
    expect(outcome.topics).toEqual(['begin']);
    expect(session.choice?.options).toEqual(['begin']);
  });

  it('leaves a choice of nothing but what is off to be said so', () => {
    const { words, outcome } = say('iets onduidelijk', without(small, 'duur', 'begin'));
    expect(words).toContain(off.answer);
    expect(outcome.decision).toBe('fallback');
  });

  it('that was offered before is not shown when its number is typed', () => {
    const { session } = say('iets onduidelijk', small);
    const { words } = say('2', without(small, 'duur'), session);
    expect(words).toContain('Hoe lang spoor 2 duurt');
    expect(words).toContain(off.answer);
    expect(words).not.toContain('Spoor 2 duurt een tijd.');
  });

  it('keeps the other answer to two questions at once', () => {
    const { words, outcome } = say('Wanneer begint spoor 2? Hoe lang duurt spoor 2?', without(small, 'duur'));
    expect(words).toContain('Spoor 2 begint op tijd.');
    expect(words).not.toContain('Spoor 2 duurt een tijd.');
    expect(outcome).toMatchObject({ decision: 'answer', topics: ['begin'] });
  });

  it('is not answered to a program either', () => {
    const result = ask({ text: 'Wanneer begint spoor 2?' }, TODAY, without(small, 'begin'));
    expect(result).toMatchObject({ decision: 'fallback', topics: [], sources: [] });
    expect(result.answer).toContain(off.answer);
  });

  it('works again as soon as it is on', () => {
    const { session } = say('Wanneer begint spoor 2?', without(small, 'begin'));
    expect(say('Wanneer begint spoor 2?', small, session).words).toContain('Spoor 2 begint op tijd.');
  });
});

describe('a guided dialog that is switched off', () => {
  const employee = newSession({ audience: 'employee', audienceSaid: true });
  const assistant = without(real, 'termijnen');

  it.each(['termijnen', 'termijnen 5-1-2026', 'mijn termijnen 5 januari 2026', 'ik ben ziek sinds 5-1-2026'])(
    'says so to "%s", and gives no date',
    (text) => {
      const { words, session, reply } = say(text, assistant, employee);
      expect(words).toContain('nagekeken');
      expect(reply?.sections.some(({ table }) => table !== undefined)).toBe(false);
      expect(session.dialog?.active ?? false).toBe(false);
    },
  );

  it('takes no form', () => {
    const form = { dialog: 'termijnen', values: { eersteZiektedag: '2026-01-05' } };
    expect(say('', assistant, employee, { form }).words).toContain('nagekeken');
  });

  it('in the middle of it ends with its answers kept, and goes on where it was once it is on', () => {
    const { session } = say('termijnen', real, employee);
    const { session: halfway } = say('5-1-2026', real, session);
    const stopped = say('nee', assistant, halfway);
    expect(stopped.words).toContain('nagekeken');
    expect(stopped.session.dialog).toMatchObject({ active: false, answers: { eersteZiektedag: '2026-01-05' } });
    expect(say('verder', assistant, stopped.session).words).toContain('nagekeken');
    expect(say('verder', real, stopped.session).session.dialog?.active).toBe(true);
  });

  it('shows no date of an outcome that was reached before', () => {
    const { session } = say('termijnen 5-1-2026', real, employee);
    for (const text of ['alle datums', 'berekening', 'verder', 'english'])
      expect(say(text, assistant, session).reply?.sections.some(({ table }) => table !== undefined)).toBe(false);
  });

  it('keeps questions, the other dialogs and deleting at work', () => {
    const { session } = say('termijnen', real, employee);
    expect(say('Wat is een proefplaatsing?', assistant, session).outcome.topics).toContain('proefplaatsing');
    expect(say('wia', assistant, session).session.dialog).toMatchObject({ id: 'wia', active: true });
    expect(say('vergeet mij', assistant, session).effects).toEqual([{ kind: 'forget' }]);
  });

  it('is not offered under an answer or at the beginning', () => {
    const button = real.dialogs.byId('termijnen')?.texts.button.nl;
    expect(welcome(newSession(), real).replies[0]?.choices?.labels).toContain(button);
    expect(welcome(newSession(), assistant).replies[0]?.choices?.labels).not.toContain(button);
    const topic = real.knowledge.topics.find(({ dialog }) => dialog?.includes('termijnen') === true);
    expect(say(topic?.title.nl ?? '', real, employee).labels).toContain(button);
    expect(say(topic?.title.nl ?? '', assistant, employee).labels).not.toContain(button);
  });
});

describe('the whole assistant switched off', () => {
  it.each(['Wanneer start spoor 2?', 'hallo', 'help', 'termijnen 5-1-2026', '2', '', 'english', 'x'.repeat(3000)])(
    'says only that, and whom to ask, to "%s"',
    (text) => {
      const { words, reply, outcome } = say(text, allOff(real));
      expect(words).toContain(off.everything);
      expect(words).toContain(real.knowledge.messages['nl-B1'].personUnknown);
      expect(reply?.sections).toHaveLength(1);
      expect(reply?.choices).toBeUndefined();
      expect(outcome.topics).toEqual([]);
    },
  );

  it('says so at the beginning, and greets once it is on', () => {
    const { replies, session } = welcome(newSession(), allOff(real));
    expect(wordsOf(replies[0])).toContain(off.everything);
    expect(wordsOf(welcome(session, real).replies[0])).toContain(real.knowledge.messages['nl-B1'].welcome);
  });

  it.each(['ik wil dood', 'ik wil er een einde aan maken'])('still answers danger to life: "%s"', (text) => {
    const { words, outcome } = say(text, allOff(real));
    expect(words).toContain('113');
    expect(outcome).toMatchObject({ decision: 'answer', topics: ['mens-spreken'] });
  });

  it('still names help to who cannot go on', () => {
    expect(say('ik kan niet meer', allOff(real)).words).toContain('0800-0113');
  });

  it('still tells and deletes what is kept', () => {
    const { session } = say('termijnen 5-1-2026', real);
    expect(say('mijn gegevens', allOff(real), session).words).toContain('5 januari 2026');
    expect(say('vergeet mij', allOff(real), session).effects).toEqual([{ kind: 'forget' }]);
  });

  it('remembers what was said before', () => {
    const { session } = say('termijnen 5-1-2026', real);
    const { session: after } = say('alle datums', allOff(real), session);
    expect(after.dialog?.answers).toEqual(session.dialog?.answers);
    expect(say('alle datums', real, after).reply?.sections[0]?.table).toBeDefined();
  });

  it.each(LEVELS)('says so at %s', (level) => {
    const { words } = say('Wat is spoor 2?', allOff(real), newSession({ level }));
    expect(words).toContain(real.knowledge.messages[level].off.everything);
  });
});
