import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { keptDates } from '../../src/conversation/kept-dates.ts';
import { plannedReminders } from '../../src/conversation/planned-reminders.ts';
import { remind } from '../../src/conversation/reminder.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { readSavedPlan, type SavedPlan } from '../../src/conversation/saved-plan.ts';
import { newSession, reviveSession, type Session } from '../../src/conversation/session.ts';
import type { Effect, PlannedReminder } from '../../src/conversation/turn-result.ts';
import { turn, type Message } from '../../src/conversation/turn.ts';
import { deadlineRequest } from '../../src/deadlines/request.ts';
import { isWorkingDay } from '../../src/rules/working-day.ts';
import { AUDIENCES } from '../../src/shared/audience.ts';
import { LEVELS, type Level } from '../../src/shared/level.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';
import { activityOf, cardOf, everyPart, violations } from '../teams/card-checks.ts';

const assistant = realAssistant();
const words = (level: Level = 'nl-B1') => assistant.knowledge.messages[level].plan;

/** A chat with the bot alone; what is to be kept is kept, as a channel does. */
class Chat {
  session: Session;
  plan: SavedPlan | undefined;
  reminders: readonly PlannedReminder[] = [];
  effects: readonly Effect[] = [];
  today = TODAY;
  readonly where: Partial<Message>;

  constructor(where: Partial<Message> = { canRemind: true }, level: Level = 'nl-B1') {
    this.where = where;
    this.session = newSession({ audience: 'employee', audienceSaid: true, level });
  }

  say(text: string, more: Partial<Message> = {}): Reply {
    const message = { text, ...this.where, ...(this.plan && { plan: this.plan }), ...more };
    const result = turn(message, this.session, this.today, assistant);
    // As it comes back from the store.
    this.session = reviveSession(JSON.parse(JSON.stringify(result.session)));
    this.effects = result.effects;
    for (const effect of result.effects) {
      this.plan = effect.kind === 'keepPlan' ? readSavedPlan(JSON.stringify(effect.plan)) : undefined;
      this.reminders = effect.kind === 'keepPlan' ? effect.reminders : [];
    }
    const [reply] = result.replies;
    if (reply === undefined) throw new Error(`no reply to ${text}`);
    return reply;
  }

  press(label: string, reply: Reply): Reply {
    if (reply.place === undefined || reply.choices?.labels.includes(label) !== true)
      throw new Error(`no button ${label}`);
    const { place, choices } = reply;
    return this.say(label, { press: { button: label, place, onlyNow: choices.onlyNow === true, at: 0 } });
  }
}

const textOf = ({ sections }: Reply) => sections.map(({ title = '', text }) => `${title}\n${text}`).join('\n');
const labelsOf = ({ choices }: Reply) => choices?.labels ?? [];

function keptChat(date = '12 jan 2026', level: Level = 'nl-B1'): Chat {
  const chat = new Chat({ canRemind: true }, level);
  chat.say(`termijnen ${date}`);
  chat.say('bewaar mijn plan');
  chat.say('ja');
  return chat;
}

describe('the offer to keep a plan', () => {
  it('stands below dates in a chat with the bot alone, with the other choices', () => {
    const labels = labelsOf(new Chat().say('termijnen 12-1-2026'));
    expect(labels).toContain(words().keep);
    expect(labels).toContain('Alle datums');
    expect(labels.length).toBeLessThanOrEqual(6);
  });

  it('is not made to an employer: the plan is about someone else, who has to agree', () => {
    const chat = new Chat();
    chat.session = newSession({ audience: 'employer', audienceSaid: true });
    expect(labelsOf(chat.say('termijnen 12-1-2026'))).not.toContain(words().keep);
    expect(textOf(chat.say('bewaar mijn plan'))).toContain(words().aboutOther);
    chat.say('ja, bewaar mijn plan');
    expect(chat.plan).toBeUndefined();
  });

  it('stands below dates that were asked for step by step, and below all of them', () => {
    const chat = new Chat();
    const steps = ['termijnen', '12-1-2026', 'nee', 'nee', 'geen van deze'];
    const replies = steps.map((text) => chat.say(text));
    expect(replies.map((reply) => labelsOf(reply).includes(words().keep))).toEqual([false, false, false, false, true]);
    expect(labelsOf(chat.say('alle datums'))).toContain(words().keep);
  });

  it.each<[where: string, how: Partial<Message>]>([
    ['on the web', {}],
    ['where others read along', { canRemind: true, shared: true }],
  ])('does not stand %s', (_where, how) => {
    expect(labelsOf(new Chat(how).say('termijnen 12-1-2026'))).not.toContain(words().keep);
  });

  it('does not stand below dates that are all over, nor below other dialogs', () => {
    expect(labelsOf(new Chat().say('termijnen 12-1-2022'))).not.toContain(words().keep);
    expect(labelsOf(new Chat().say('wia'))).not.toContain(words().keep);
  });
});

describe('what cannot be kept', () => {
  it('on the web says so, and points to the calendar file of the dates', () => {
    const chat = new Chat({});
    expect(textOf(chat.say('herinner mij'))).toContain('.ics');
    chat.say('termijnen 12-1-2026');
    const reply = chat.say('bewaar mijn plan');
    expect(textOf(reply)).toContain(words().notHere);
    expect(reply.sections[0]?.documents?.request).toMatchObject({ spells: [['2026-01-12', null]] });
    expect(chat.say('ja')).not.toHaveProperty('clears');
    expect(chat.effects).toEqual([]);
  });

  it.each(['bewaar mijn plan', 'mijn plan', 'verwijder mijn plan'])(
    'where others read along: "%s" leads to a chat alone, and shows no plan',
    (text) => {
      const chat = new Chat({ canRemind: true, shared: true });
      chat.plan = keptChat().plan;
      const reply = chat.say(text);
      expect(reply.elsewhere).toBe(true);
      expect(textOf(reply)).toContain(words().elsewhere);
      expect(reply.sections.some(({ table, documents }) => table !== undefined || documents !== undefined)).toBe(false);
      expect(chat.effects).toEqual([]);
    },
  );

  it('without dates names the way to dates', () => {
    const chat = new Chat();
    const reply = chat.say('keep my plan');
    expect(textOf(reply)).toContain(words().noDates);
    expect(textOf(chat.press(labelsOf(reply)[0] ?? '', reply))).toContain('eerste ziektedag');
  });

  it('in the middle of the questions says so, and goes on asking', () => {
    const chat = new Chat();
    chat.say('termijnen');
    chat.say('12-1-2026');
    const question = chat.say('nee').sections.at(-1)?.title;
    const reply = chat.say('bewaar mijn plan');
    expect(textOf(reply)).toContain(words().noDates);
    expect(reply.sections.at(-1)?.title).toBe(question);
  });

  it('with all dates over says that there is nothing to remind of', () => {
    const chat = new Chat();
    chat.say('termijnen 12-1-2022');
    expect(textOf(chat.say('bewaar mijn plan'))).toContain(words().allPast);
  });
});

describe('consent', () => {
  it.each<[level: Level, ...said: string[]]>([
    [
      'nl-B1',
      'herinneren',
      'HR of UWV',
      'De beheerder van Teams',
      '"verwijder mijn plan"',
      '"vergeet mij"',
      'Het hoeft',
    ],
    ['nl-A2', 'herinner', 'HR of UWV', 'De beheerder van Teams', '"verwijder mijn plan"', '"vergeet mij"', 'hoeft'],
    ['en', 'remind', 'HR or UWV', 'administrator', '"delete my plan"', '"forget me"', 'do not have to'],
  ])('at level %s names purpose, who sees it, the way back and that it is voluntary', (level, ...said) => {
    const chat = new Chat({ canRemind: true }, level);
    chat.say('termijnen 12 jan 2026');
    const reply = chat.say('bewaar mijn plan');
    for (const part of said) expect(textOf(reply)).toContain(part);
    expect(labelsOf(reply)).toEqual([words(level).yes, words(level).no]);
    expect(chat.effects).toEqual([]);
  });

  it('names the last day in words: two months after the last date, at most two years from today', () => {
    const chat = new Chat();
    chat.say('termijnen 12-1-2026');
    // The last date is the application for dismissal, 12 January 2028.
    expect(textOf(chat.say('bewaar mijn plan'))).toContain('zondag 12 maart 2028');
    chat.say('termijnen 1-11-2026');
    expect(textOf(chat.say('bewaar mijn plan'))).toContain('woensdag 22 november 2028');
  });

  it.each(['ja', 'Ja, bewaar mijn plan', 'Yes, keep my plan', 'ja graag', 'Ja hoor!', 'yes please'])(
    '%j keeps the plan that was asked about',
    (yes) => {
      const chat = new Chat();
      chat.say('termijnen 12-1-2026');
      chat.say('bewaar mijn plan');
      const reply = chat.say(yes);
      expect(chat.plan).toEqual({
        request: { spells: [['2026-01-12', null]] },
        audience: 'employee',
        level: 'nl-B1',
        agreedOn: '2026-11-22',
        keptUntil: '2028-03-12',
      });
      expect(textOf(reply)).toContain('zondag 12 maart 2028');
      expect(labelsOf(reply)).toEqual([words().show, words().delete]);
    },
  );

  it.each(['nee', 'Nee, niet bewaren', 'liever niet', 'nee dank je', 'stop', 'no thanks'])(
    '%j keeps nothing, and closes the question',
    (no) => {
      const chat = new Chat();
      chat.say('termijnen 12-1-2026');
      chat.say('bewaar mijn plan');
      expect(textOf(chat.say(no))).toContain(words().notKept);
      chat.say('ja');
      expect(chat.plan).toBeUndefined();
    },
  );

  it.each(['ok', 'hallo', 'prima', '👍', '1', 'klopt', 'weet ik niet', 'waarom', 'ja maar niet lang'])(
    '%j is no yes: it is asked once more, and then not',
    (vague) => {
      const chat = new Chat();
      chat.say('termijnen 12-1-2026');
      const asked = chat.say('bewaar mijn plan');
      const again = chat.say(vague);
      expect(textOf(again)).toContain(words().onlyYes);
      expect(textOf(again)).toContain(textOf(asked));
      expect(textOf(chat.say(vague))).toContain(words().notKept);
      chat.say('ja');
      expect(chat.plan).toBeUndefined();
    },
  );

  it('a yes to the question that was repeated keeps', () => {
    const chat = new Chat();
    chat.say('termijnen 12-1-2026');
    chat.say('bewaar mijn plan');
    chat.say('ok');
    chat.say('ja');
    expect(chat.plan).toBeDefined();
  });

  it.each(['Wat is een proefplaatsing?', 'help', 'plichten', 'ik wil niet meer leven', 'alle datums', 'mijn plan'])(
    '%j is answered, and the question lapses',
    (text) => {
      const chat = new Chat();
      chat.say('termijnen 12-1-2026');
      chat.say('bewaar mijn plan');
      const reply = chat.say(text);
      expect(textOf(reply)).not.toContain(words().ask);
      chat.say('ja');
      expect(chat.plan).toBeUndefined();
    },
  );

  it('is asked again in other words when those are wished, and keeps in them', () => {
    const chat = new Chat();
    chat.say('termijnen 12-1-2026');
    chat.say('bewaar mijn plan');
    expect(textOf(chat.say('english'))).toContain(words('en').ask);
    chat.say('yes');
    expect(chat.plan?.level).toBe('en');
  });

  it('comes with buttons that count only while the question is open; those of the dates go on working', () => {
    const chat = new Chat();
    const dates = chat.say('termijnen 12-1-2026');
    const asked = chat.press(words().keep, dates);
    chat.press('Alle datums', dates);
    expect(textOf(chat.press(words().yes, asked))).toContain(assistant.knowledge.messages['nl-B1'].outdated);
    expect(chat.plan).toBeUndefined();
    const anew = chat.say('bewaar mijn plan');
    chat.press(words().yes, anew);
    expect(chat.plan).toBeDefined();
  });

  it('is not mistaken for the answer to a question of another dialog', () => {
    const chat = new Chat();
    chat.say('termijnen 12-1-2026');
    chat.say('passend werk');
    const before = chat.session.dialog?.answers;
    chat.say('bewaar mijn plan');
    chat.say('ja');
    expect(chat.plan?.request).toEqual({ spells: [['2026-01-12', null]] });
    expect(chat.session.dialog?.answers).toEqual(before);
  });

  it('says that a plan that was kept is replaced, and replaces it', () => {
    const chat = keptChat();
    chat.say('termijnen 2-3-2026');
    expect(textOf(chat.say('bewaar mijn plan'))).toContain('zondag 22 november 2026');
    expect(textOf(chat.say('ja'))).toContain(words().replaced);
    expect(chat.plan?.request).toEqual({ spells: [['2026-03-02', null]] });
  });
});

describe('a plan that is kept', () => {
  it('is shown with today’s dates, since when and until when', () => {
    const chat = keptChat();
    chat.session = newSession();
    chat.today = Temporal.PlainDate.from('2027-10-01');
    const reply = chat.say('mijn plan');
    const [section] = reply.sections;
    expect(section?.text).toContain('zondag 22 november 2026');
    expect(section?.text).toContain('zondag 12 maart 2028');
    expect(section?.table?.rows.find(([, what]) => what === 'WIA aanvragen bij UWV')?.[0]).toContain('22 okt 2027');
    expect(section?.documents).toMatchObject({ audience: 'employee' });
    chat.press(words().delete, { ...reply, place: { turn: 1, question: '' } });
    expect(chat.plan).toBeUndefined();
  });

  it('that is not there is said not to be', () => {
    expect(textOf(new Chat().say('mijn plan'))).toContain(words().none);
  });

  it('that can no longer be worked out is said to be so, and can be deleted', () => {
    const chat = keptChat();
    chat.plan = { ...(chat.plan as SavedPlan), request: { spells: [['2026-01-12', '2025-01-01']] } };
    const reply = chat.say('mijn plan');
    expect(textOf(reply)).toContain(words().unreadable);
    expect(labelsOf(reply)).toEqual([words().delete]);
    chat.plan = { ...chat.plan, request: { days: 3 } };
    expect(textOf(chat.say('mijn plan'))).toContain(words().unreadable);
  });

  it.each(['verwijder mijn plan', 'stop herinneringen', 'herinner mij niet meer', 'delete my plan', 'stop reminders'])(
    'is deleted by "%s", also when it cannot be read',
    (text) => {
      const chat = keptChat();
      expect(textOf(chat.say(text))).toContain(words().deleted);
      expect(chat.effects).toEqual([{ kind: 'deletePlan' }]);
      expect(textOf(chat.say(text))).toContain(words().none);
      expect(chat.effects).toEqual([{ kind: 'deletePlan' }]);
    },
  );

  it('can be deleted while everything is switched off, and shows no dates while they are', () => {
    const { plan } = keptChat();
    const off = { everything: false, topics: new Set(['termijnen']) };
    const message = { canRemind: true, ...(plan && { plan }) };
    const shown = turn({ text: 'mijn plan', ...message }, newSession(), TODAY, { ...assistant, off });
    expect(shown.replies[0]?.sections.some(({ table }) => table !== undefined)).toBe(false);
    const all = { ...assistant, off: { ...off, everything: true } };
    expect(turn({ text: 'stop herinneringen', ...message }, newSession(), TODAY, all).effects).toEqual([
      { kind: 'deletePlan' },
    ]);
    expect(plan && remind(plan, 'wiaAanvraag', Temporal.PlainDate.from('2027-10-08'), all)).toBeUndefined();
  });

  it.each(LEVELS.map((level) => [level] as const))('has buttons at level %s that are commands', (level) => {
    const { keep, show, delete: remove } = words(level);
    const { stopButton } = assistant.knowledge.messages[level].reminder;
    expect([keep, show, remove, stopButton].map((label) => assistant.phrases.command(label))).toEqual([
      'keepPlan',
      'showPlan',
      'deletePlan',
      'deletePlan',
    ]);
  });
});

describe('reminders', () => {
  it('come two weeks and two days before the day to act by, on working days', () => {
    const chat = keptChat();
    // Apply for the WIA by Friday 22 October 2027; the letter of UWV comes before it.
    expect(chat.reminders.filter(({ row }) => row === 'wiaAanvraag')).toEqual([
      { name: 'wiaAanvraag 14', row: 'wiaAanvraag', day: '2027-10-08' },
      { name: 'wiaAanvraag 2', row: 'wiaAanvraag', day: '2027-10-20' },
    ]);
    expect(chat.reminders.some(({ row }) => row === 'uwvBrief')).toBe(true);
  });

  it('come once for each review of the plan, and once for dates on one day', () => {
    const { reminders } = keptChat();
    const reviews = reminders.filter(({ row }) => row.startsWith('evaluatie-'));
    expect(new Set(reviews.map(({ row }) => row)).size).toBe(reviews.length);
    expect(reviews.length).toBeGreaterThan(3);
  });

  it('do not come for what few people have to do with', () => {
    const rows = keptChat().reminders.map(({ row }) => row);
    expect(rows).not.toContain('vervroegdeIva');
    expect(rows).not.toContain('ontslagaanvraag');
    expect(rows).not.toContain('melding42');
  });

  it('are said to begin on a day, or not to come at all', () => {
    const chat = new Chat();
    chat.say('termijnen 12-1-2026');
    chat.say('bewaar mijn plan');
    expect(textOf(chat.say('ja'))).toContain('donderdag 10 december 2026');
    expect(chat.reminders[0]?.day).toBe('2026-12-10');
    chat.say('termijnen 24-11-2024');
    chat.say('bewaar mijn plan');
    expect(textOf(chat.say('ja'))).toContain(words().noReminders);
    expect(chat.reminders).toEqual([]);
  });

  it('say when, what, who and what if it is missed, with the calendar file of that date', () => {
    const { plan } = keptChat();
    const reply = plan && remind(plan, 'wiaAanvraag', Temporal.PlainDate.from('2027-10-08'), assistant);
    const section = reply?.sections[1];
    expect(section?.title).toBe('WIA aanvragen bij UWV');
    expect(section?.text).toContain('**vrijdag 22 oktober 2027** (over 2 weken)');
    expect(section?.text).toContain('Wie: jij');
    expect(section?.text).toContain('Lukt het niet op tijd?');
    expect(section?.documents).toEqual({ request: plan?.request, audience: 'employee', row: 'wiaAanvraag' });
    expect(reply?.sections.at(-1)?.text).toContain('"stop herinneringen"');
  });

  it.each(LEVELS.map((level) => [level] as const))('show nothing personal on a locked screen at level %s', (level) => {
    const { plan } = keptChat('12 jan 2026', level);
    const reply = plan && remind(plan, 'wiaAanvraag', Temporal.PlainDate.from('2027-10-08'), assistant);
    expect(reply?.level).toBe(level);
    const first = reply?.sections[0];
    expect(`${first?.title ?? ''} ${first?.text ?? ''}`).not.toMatch(/ziek|ill|sick|wia|spoor|uwv|\d/i);
  });

  it.each<[why: string, row: string, day: string, more: Partial<SavedPlan>]>([
    ['its date is over', 'wiaAanvraag', '2027-10-25', {}],
    ['there is no such date any more', 'evaluatie-99', '2027-10-08', {}],
    ['its date is far away now', 'wiaAanvraag', '2027-08-08', {}],
    ['the plan is no longer kept', 'wiaAanvraag', '2027-10-08', { keptUntil: '2027-10-07' }],
    ['the case cannot be worked out', 'wiaAanvraag', '2027-10-08', { request: {} }],
  ])('say nothing when %s', (_why, row, day, more) => {
    const { plan } = keptChat();
    expect(plan && remind({ ...plan, ...more }, row, Temporal.PlainDate.from(day), assistant)).toBeUndefined();
  });

  it('are on working days to come, within the term, with names of their own, and each has something to say', () => {
    const day = fc
      .integer({ min: 0, max: 3_000 })
      .map((days) => Temporal.PlainDate.from('2023-01-01').add({ days }).toString());
    const cases = fc.record({
      today: day,
      before: fc.integer({ min: 0, max: 900 }),
      audience: fc.constantFrom(...AUDIENCES),
      level: fc.constantFrom(...LEVELS),
      kept: fc.integer({ min: 0, max: 24 }),
      contract: fc.option(fc.integer({ min: 0, max: 900 }), { nil: undefined }),
      loonsanctie: fc.boolean(),
      birth: fc.option(fc.integer({ min: 1955, max: 1990 }), { nil: undefined }),
    });
    fc.assert(
      fc.property(cases, ({ today: iso, before, audience, level, kept, contract, loonsanctie, birth }) => {
        const today = Temporal.PlainDate.from(iso);
        const first = today.subtract({ days: before });
        const until = today.add({ months: kept });
        const request = {
          spells: [[first.toString(), null]],
          ...(contract !== undefined && { contract_end: first.add({ days: contract }).toString() }),
          ...(loonsanctie && { loonsanctie }),
          ...(birth !== undefined && { birth: `${birth}-05-05` }),
        };
        const dates = keptDates(request, { level, audience, today }, assistant);
        if (dates === undefined) return;
        const reminders = plannedReminders(dates.plan, audience, until);
        expect(new Set(reminders.map(({ name }) => name)).size).toBe(reminders.length);
        const plan = { request, audience, level, agreedOn: iso, keptUntil: until.toString() };
        for (const reminder of reminders) {
          const on = Temporal.PlainDate.from(reminder.day);
          expect(isWorkingDay(on)).toBe(true);
          expect(Temporal.PlainDate.compare(on, today)).toBe(1);
          expect(Temporal.PlainDate.compare(on, until)).toBeLessThanOrEqual(0);
          const row = dates.plan.rows.find(({ id }) => id === reminder.row);
          expect(row && Temporal.PlainDate.compare(on, row.date)).toBe(-1);
          expect(remind(plan, reminder.row, on, assistant)?.sections[1]?.documents?.row).toBe(reminder.row);
        }
      }),
      { seed: 8, numRuns: 150 },
    );
  });
});

describe('in Teams', () => {
  const replies = LEVELS.flatMap((level) => {
    const chat = new Chat({ canRemind: true }, level);
    // Who is asking was not said: one more choice below the dates.
    chat.session = newSession({ level });
    const texts = [
      ...['termijnen 12 jan 2026', 'alle datums', 'bewaar mijn plan', 'ok', 'ja', 'mijn plan', 'bewaar mijn plan'],
      ...['nee', 'verwijder mijn plan', 'mijn plan', 'opnieuw', 'bewaar mijn plan'],
    ];
    const said = texts.map((text) => chat.say(text));
    const { plan, reminders } = keptChat('12 jan 2026', level);
    const reminded = reminders.map(
      ({ row, day }) => plan && remind(plan, row, Temporal.PlainDate.from(day), assistant),
    );
    return [...said, ...reminded].filter((reply) => reply !== undefined);
  });

  it('each reply keeps the rules of cards', () => {
    expect(replies.length).toBeGreaterThan(60);
    expect(replies.flatMap((reply) => violations(reply, activityOf(reply)))).toEqual([]);
  });

  it('the whole question is seen before it is answered', () => {
    const asked = replies.filter(({ sections }) =>
      sections.some(({ title }) => LEVELS.some((l) => title === words(l).ask)),
    );
    expect(asked).toHaveLength(9);
    for (const reply of asked)
      expect(everyPart(cardOf(activityOf(reply))).some(({ type }) => type === 'Action.ToggleVisibility')).toBe(false);
  });

  it('a notification of a reminder shows only that it is one', () => {
    const summaries = replies.filter(({ place }) => place?.turn === 0).map((reply) => activityOf(reply).summary);
    expect(new Set(summaries)).toEqual(
      new Set(LEVELS.map((level) => assistant.knowledge.messages[level].reminder.title)),
    );
  });
});

describe('what is kept', () => {
  it('is a request that the rules can read, and no word', () => {
    const { plan } = keptChat();
    expect(Object.keys(plan ?? {}).sort()).toEqual(['agreedOn', 'audience', 'keptUntil', 'level', 'request']);
    expect(deadlineRequest.safeParse(plan?.request).success).toBe(true);
  });
});
