import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { turn, type Message } from '../../src/conversation/turn.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();

/** A conversation in which labels can be pressed in any reply that was given. */
class Chat {
  session: Session = newSession({ audience: 'employee', audienceSaid: true });
  readonly replies: Reply[] = [];
  #now = 1_700_000_000_000;

  say(text: string, more: Partial<Message> = {}): Reply | undefined {
    const result = turn({ text, ...more }, this.session, TODAY, assistant);
    this.session = result.session;
    this.replies.push(...result.replies);
    return result.replies[0];
  }

  /** @param later how long after the last press, in milliseconds */
  press(label: string, reply: Reply | undefined, later = 60_000): Reply | undefined {
    if (reply?.place === undefined || reply.choices?.labels.includes(label) !== true)
      throw new Error(`no button ${label}`);
    this.#now += later;
    const { place, choices } = reply;
    return this.say(label, {
      press: { button: label, place, onlyNow: choices.onlyNow === true, at: this.#now },
    });
  }
}

const words = (reply: Reply | undefined) =>
  reply?.sections.map(({ title = '', text }) => `${title} ${text}`).join('\n') ?? '';

const tableOf = (reply: Reply | undefined) => reply?.sections.find(({ table }) => table !== undefined)?.table;

const OUTDATED = assistant.knowledge.messages['nl-B1'].outdated;

describe('a button', () => {
  it('pressed twice in a moment has one effect and one reply', () => {
    const chat = new Chat();
    const step = chat.say('wia');
    const label = step?.choices?.labels.at(-1) ?? '';
    expect(chat.press(label, step)).toBeDefined();
    const after = chat.session;
    expect(chat.press(label, step, 400)).toBeUndefined();
    expect(chat.session).toEqual(after);
  });

  it.each(assistant.dialogs.all.map(({ definition }) => definition.id))(
    'that says who is asking begins %s with its first question and its form',
    (id) => {
      const chat = new Chat();
      chat.session = newSession();
      const asked = chat.say(assistant.dialogs.byId(id)?.texts.button.nl ?? '');
      const first = chat.press('Ik ben werknemer', asked);
      expect(words(first)).not.toContain(OUTDATED);
      expect(first?.form?.dialog).toBe(id);
    },
  );

  it('of a question that was answered says that it is outdated, and asks what is open now', () => {
    const chat = new Chat();
    const first = chat.say('passend werk');
    const label = first?.choices?.labels[0] ?? '';
    const second = chat.press(label, first);
    const answers = chat.session.dialog?.answers;
    const late = chat.press(label, first);
    expect(words(late)).toContain(OUTDATED);
    expect(late?.sections.at(-1)?.title).toBe(second?.sections.at(-1)?.title);
    expect(chat.session.dialog?.answers).toEqual(answers);
  });

  it('of a question that is still open counts, also after a question in between', () => {
    const chat = new Chat();
    const first = chat.say('passend werk');
    chat.say('Wat is een proefplaatsing?');
    const label = first?.choices?.labels[0] ?? '';
    expect(words(chat.press(label, first))).not.toContain(OUTDATED);
    expect(Object.keys(chat.session.dialog?.answers ?? {})).toHaveLength(1);
  });

  it('below an answer can be pressed again later: it asks its own question', () => {
    const chat = new Chat();
    const answer = chat.say('Hoe lang duurt spoor 2?');
    const label = answer?.choices?.labels[0] ?? '';
    const first = chat.press(label, answer);
    chat.say('Wat is een proefplaatsing?');
    expect(words(chat.press(label, answer))).toBe(words(first));
  });

  it('of a choice that was left is outdated', () => {
    const chat = new Chat();
    const choice = chat.say('iets met de arbo of uwv');
    chat.say('Wat is een proefplaatsing?');
    expect(words(chat.press(choice?.choices?.labels[0] ?? '', choice))).toContain(OUTDATED);
  });
});

describe('a form', () => {
  const values = (more: Record<string, string>) => ({ eersteZiektedag: '2026-01-05', ...more });

  it('stands with the first question, with every question in it but those after a second unusual answer', () => {
    const names = new Chat().say('termijnen')?.form?.fields.map(({ name }) => name) ?? [];
    const all = Object.keys(assistant.dialogs.byId('termijnen')?.definition.questions ?? {});
    expect(names[0]).toBe('eersteZiektedag');
    expect(names).toContain('hersteldVanaf1');
    const left = all.filter((name) => !names.includes(name));
    expect(left.length).toBeGreaterThan(3);
    expect(left.filter((name) => !/[2-9]$/.test(name))).toEqual([]);
  });

  it('gives the dates that the same answers give in words', () => {
    const chat = new Chat();
    const form = chat.say('termijnen')?.form;
    const usual = Object.fromEntries(form?.fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])) ?? []);
    const outcome = chat.say('', { form: { dialog: 'termijnen', values: values(usual) } });
    const inWords = new Chat().say('termijnen 5-1-2026');
    expect(tableOf(outcome)?.rows.length).toBeGreaterThan(3);
    expect(tableOf(outcome)).toEqual(tableOf(inWords));
  });

  it('with a second unusual answer goes on with what follows from it', () => {
    const chat = new Chat();
    const form = chat.say('termijnen')?.form;
    const usual = Object.fromEntries(form?.fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])) ?? []);
    const unusual = { onderbroken: 'ja', hersteldVanaf1: '2026-02-02', weerZiek1: '2026-02-16', nogEens1: 'ja' };
    const step = chat.say('', { form: { dialog: 'termijnen', values: values({ ...usual, ...unusual }) } });
    expect(step?.expects).toBe('date');
    expect(chat.session.dialog?.answers).toMatchObject({ hersteldVanaf1: '2026-02-02' });
  });

  it.each(['employee', 'employer'] as const)(
    'of the zelfcheck asks the %s no question of the other side',
    (audience) => {
      const chat = new Chat();
      chat.session = newSession({ audience, audienceSaid: true });
      const names = chat.say('zelfcheck')?.form?.fields.map(({ name }) => name);
      expect(names?.includes('afspraken')).toBe(audience === 'employee');
      expect(names?.includes('oordeelBedrijfsarts')).toBe(audience === 'employer');
    },
  );

  it('counts what is ticked beside "none of these", which was ticked beforehand', () => {
    const chat = new Chat();
    const form = chat.say('termijnen')?.form;
    const usual = Object.fromEntries(form?.fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])) ?? []);
    const ticked = `geenVanDeze,${String(form?.fields.find(({ name }) => name === 'bijzonder')?.options?.[0]?.value)}`;
    chat.say('', { form: { dialog: 'termijnen', values: values({ ...usual, bijzonder: ticked }) } });
    expect(chat.session.dialog?.answers['bijzonder']).toHaveLength(1);
  });

  it('refuses a year that cannot be right, as it does when it is typed', () => {
    const chat = new Chat();
    chat.say('termijnen');
    const reply = chat.say('', { form: { dialog: 'termijnen', values: { eersteZiektedag: '1925-02-01' } } });
    expect(words(reply)).toContain('kan niet kloppen');
  });

  it('that misses an answer is asked for it, and for nothing it has', () => {
    const chat = new Chat();
    chat.say('termijnen');
    const step = chat.say('', { form: { dialog: 'termijnen', values: values({}) } });
    expect(step?.choices?.onlyNow).toBe(true);
    expect(chat.session.dialog?.answers).toEqual({ eersteZiektedag: '2026-01-05' });
  });

  it('with an answer that cannot stand hears why', () => {
    const chat = new Chat();
    chat.say('termijnen');
    const step = chat.say('', { form: { dialog: 'termijnen', values: { eersteZiektedag: '2031-01-05' } } });
    expect(words(step)).toContain('na vandaag');
    expect(step?.expects).toBe('date');
  });

  it('keeps nothing that is no answer: no words, no unknown questions', () => {
    const chat = new Chat();
    chat.say('termijnen');
    chat.say('', {
      form: { dialog: 'termijnen', values: { eersteZiektedag: 'sinds mijn depressie', naam: 'Jansen', herstel: 'x' } },
    });
    expect(JSON.stringify(chat.session)).not.toMatch(/depressie|Jansen|"x"/);
  });

  it('keeps the answers of the dialog that was open before', () => {
    const chat = new Chat();
    chat.say('termijnen');
    chat.say('5-1-2026');
    chat.say('', { form: { dialog: 'plichten', values: { eersteZiektedag: '2026-02-05' } } });
    chat.say('termijnen');
    expect(chat.session.dialog).toMatchObject({ id: 'termijnen', answers: { eersteZiektedag: '2026-01-05' } });
  });

  it('is kept while it is asked who is asking', () => {
    const chat = new Chat();
    chat.session = newSession();
    const asked = chat.say('', { form: { dialog: 'termijnen', values: { eersteZiektedag: '2026-01-05' } } });
    const next = chat.press('Ik ben werkgever of HR', asked);
    expect(words(next)).not.toContain('Wat is de eerste ziektedag');
    expect(chat.session.dialog?.answers).toEqual({ eersteZiektedag: '2026-01-05' });
  });

  it('of a dialog that does not exist changes nothing', () => {
    const chat = new Chat();
    expect(chat.say('', { form: { dialog: 'nergens', values: {} } })?.sections).toHaveLength(1);
    expect(chat.session.dialog).toBeUndefined();
  });
});

describe('dates at once', () => {
  it('of a day that does not exist are not those of the day before', () => {
    const chat = new Chat();
    chat.say('termijnen 12-3-2025 werkgever');
    const reply = chat.say('termijnen 30-2-2025 werkgever');
    expect(words(reply)).toContain('30-2-2025 bestaat niet');
    expect(tableOf(reply)).toBeUndefined();
  });
});

describe('where others read along', () => {
  it.each(['termijnen', 'termijnen 12-3-2026', 'bereken mijn termijnen', 'plichten', 'wia', 'termijnn'])(
    '"%s" gets the offer to go on elsewhere, and nothing of it is kept',
    (text) => {
      const chat = new Chat();
      const reply = chat.say(text, { shared: true });
      expect(reply).toMatchObject({ elsewhere: true });
      expect(words(reply)).not.toMatch(/20\d\d/);
      expect(chat.session.dialog).toBeUndefined();
    },
  );

  it('a question about the rules is answered as always', () => {
    expect(words(new Chat().say('Wat is een loonsanctie?', { shared: true }))).toContain('oonsanctie');
  });

  it('a form is not taken', () => {
    const form = { dialog: 'termijnen', values: { eersteZiektedag: '2026-01-05' } };
    expect(new Chat().say('', { form, shared: true })).toMatchObject({ elsewhere: true });
  });
});
