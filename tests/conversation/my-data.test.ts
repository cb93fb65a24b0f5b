import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { turn, type Message } from '../../src/conversation/turn.ts';
import { LEVELS, type Level } from '../../src/shared/level.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();

const PHRASE: Readonly<Record<Level, string>> = { 'nl-B1': 'mijn gegevens', 'nl-A2': 'mijn gegevens', en: 'my data' };

const PLAN = {
  request: { eersteZiektedag: '2026-01-05' },
  audience: 'employee',
  level: 'nl-B1',
  agreedOn: '2026-11-01',
  keptUntil: '2028-03-03',
} as const;

class Chat {
  session: Session;

  constructor(session: Session = newSession()) {
    this.session = session;
  }

  say(text: string, more: Partial<Message> = {}) {
    const result = turn({ text, ...more }, this.session, TODAY, assistant);
    this.session = result.session;
    const [reply] = result.replies;
    if (reply === undefined) throw new Error(`no reply to ${text}`);
    return { ...result, reply, words: wordsOf(reply) };
  }
}

const wordsOf = ({ sections }: Reply) => sections.map(({ title = '', text }) => `${title}\n${text}`).join('\n');

describe('"mijn gegevens"', () => {
  it('says that nothing is known of someone who did nothing yet, and what is never asked', () => {
    const { words, reply } = new Chat().say('Mijn gegevens?');
    const { data } = assistant.knowledge.messages['nl-B1'];
    expect(words).toContain(data.nothing);
    expect(words).toContain(data.unknown);
    expect(words).toContain('vergeet mij');
    expect(reply.export).toBe(true);
  });

  it.each([
    'welke gegevens heb je van mij?',
    'Wat weet je van mij?',
    'inzage',
    'hallo, mijn gegevens graag',
    'download mijn gegevens',
  ])('is understood as %s', (text) => {
    expect(new Chat().say(text).reply.export).toBe(true);
  });

  it('names who is asking, the topics shown, and every answer by the words of its question', () => {
    const chat = new Chat();
    chat.say('ik ben werknemer');
    chat.say('Wat is een proefplaatsing?');
    const { sections } = chat.say('termijnen 5-1-2026').reply;
    const { words, effects } = chat.say('mijn gegevens');
    expect(words).toContain('Je bent werknemer.');
    expect(words).toContain(assistant.topic('proefplaatsing')?.title.nl);
    const { yourAnswers } = assistant.knowledge.messages['nl-B1'].dialog;
    const answers = sections.find(({ title }) => title === yourAnswers)?.text.split('\n') ?? [];
    expect(answers.length).toBeGreaterThan(1);
    for (const answer of answers) expect(words).toContain(answer);
    expect(effects).toEqual([]);
  });

  it('tells what was filled in in a dialog that was left for another', () => {
    const chat = new Chat(newSession({ audience: 'employee', audienceSaid: true }));
    chat.say('termijnen 5-1-2026');
    chat.say('nieuwe baan');
    expect(chat.say('mijn gegevens').words).toContain('5 januari 2026');
  });

  it('says that an illness was named, and never which', () => {
    const chat = new Chat();
    chat.say('ik heb kanker, wanneer start spoor 2?');
    const { words } = chat.say('mijn gegevens');
    expect(words).toContain(assistant.knowledge.messages['nl-B1'].data.illness);
    expect(words).not.toMatch(/kanker/i);
    expect(JSON.stringify(chat.session)).not.toMatch(/kanker/i);
  });

  it('names a plan that is kept, since when and until when', () => {
    const { words } = new Chat().say('mijn gegevens', { plan: PLAN });
    expect(words).toContain('1 november 2026');
    expect(words).toContain('3 maart 2028');
    expect(words).not.toContain(assistant.knowledge.messages['nl-B1'].data.nothing);
  });

  it('leaves the dialog that is open where it stands', () => {
    const chat = new Chat(newSession({ audience: 'employee', audienceSaid: true }));
    chat.say('termijnen');
    const { dialog } = chat.session;
    const { words } = chat.say('mijn gegevens');
    expect(words).toContain('"verder"');
    expect(chat.session.dialog).toEqual(dialog);
  });

  it.each(LEVELS)('has a button at %s that deletes everything', (level) => {
    const chat = new Chat(newSession({ level, audience: 'employee' }));
    const [wipe = ''] = chat.say(PHRASE[level]).reply.choices?.labels ?? [];
    const { effects, session } = chat.say(wipe);
    expect(effects).toEqual([{ kind: 'forget' }]);
    expect(session.audience).toBeUndefined();
  });

  it.each(LEVELS)('says at %s how long things stay where the channel keeps words, and where it does not', (level) => {
    const { data } = assistant.knowledge.messages[level];
    const said = (keeps?: 'words' | 'choices') =>
      new Chat(newSession({ level })).say(PHRASE[level], keeps && { keeps }).words;
    expect(said('words')).toContain(data.keptWords);
    expect(said('words')).toContain('24');
    expect(said('choices')).toContain(data.keptChoices);
    expect(said('choices')).toContain('30');
    expect(said()).toContain(data.kept);
  });

  it('tells nothing of a person where others read along', () => {
    const chat = new Chat(newSession({ audience: 'employee', audienceSaid: true }));
    chat.say('Wat is een proefplaatsing?', { shared: true });
    const { reply, words } = chat.say('mijn gegevens', { shared: true, plan: PLAN });
    expect(reply.elsewhere).toBe(true);
    expect(reply.export).toBeUndefined();
    expect(words).not.toMatch(/werknemer|proefplaatsing|2028/i);
  });

  it('leaves questions about privacy to their answer', () => {
    const { outcome } = new Chat().say('Welke gegevens mag mijn werkgever vastleggen?');
    expect(outcome.decision).not.toBe('fallback');
  });
});

describe('"wis mijn gegevens"', () => {
  it.each([
    'wis mijn gegevens',
    'verwijder mijn gegevens',
    'mijn gegevens wissen',
    'wis alles',
    'vergeet mij',
    'delete my data',
    'erase my data',
  ])('is understood as %s', (text) => {
    const { effects } = new Chat(newSession({ audience: 'employee' })).say(text);
    expect(effects).toEqual([{ kind: 'forget' }]);
  });
});
