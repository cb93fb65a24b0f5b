import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Assistant } from '../../src/conversation/assistant.ts';
import { ask } from '../../src/conversation/ask.ts';
import { newSession, reviveSession, type Session } from '../../src/conversation/session.ts';
import type { TurnResult } from '../../src/conversation/turn-result.ts';
import { LONGEST_MESSAGE, turn, welcome } from '../../src/conversation/turn.ts';
import { smallAssistant, TODAY } from '../support/assistant.ts';

const assistant = smallAssistant();
const messages = assistant.knowledge.messages['nl-B1'];

/** Plays a conversation and gives the result of its last message. */
function play(lines: readonly string[], start: Session = newSession(), by: Assistant = assistant): TurnResult {
  let session = start;
  let result: TurnResult | undefined;
  for (const text of lines) {
    result = turn({ text }, session, TODAY, by);
    ({ session } = result);
  }
  if (result === undefined) throw new Error('a conversation needs a line');
  return result;
}

function textOf({ replies }: TurnResult): string {
  return replies.flatMap(({ sections }) => sections.flatMap(({ notes, text }) => [...notes, text])).join('\n');
}

function labelsOf({ replies }: TurnResult): readonly string[] {
  return replies.flatMap(({ choices }) => choices?.labels ?? []);
}

/** A message that is near two topics and sure of neither. */
const UNCLEAR = 'iets onduidelijks over spoor 2';

describe('a question', () => {
  it('is answered with its sources and the day of the last review', () => {
    const result = play(['Wanneer begint spoor 2?']);
    expect(result.outcome).toMatchObject({ decision: 'answer', topics: ['begin'] });
    expect(result.replies).toHaveLength(1);
    expect(result.replies[0]?.sections).toEqual([
      {
        topic: 'begin',
        title: 'Wanneer spoor 2 begint',
        notes: [],
        text: 'Spoor 2 begint op tijd.',
        sources: [{ title: 'De wet, artikel 1', url: 'https://wetten.overheid.nl/X' }],
        reviewedOn: '2026-11-22',
      },
    ]);
    expect(labelsOf(result)).toEqual(['Hoe lang spoor 2 duurt', 'Is spoor 2 verplicht']);
  });

  it('is answered by the words of a button too', () => {
    expect(play(['Hoe lang spoor 2 duurt']).outcome).toEqual({ decision: 'answer', topics: ['duur'], confidence: 1 });
  });

  it('that cannot be known gets an honest answer and a person', () => {
    const result = play(['hoe bak ik een appeltaart']);
    expect(result.outcome.decision).toBe('fallback');
    expect(textOf(result)).toContain(messages.fallback);
    expect(textOf(result)).toContain(messages.personUnknown);
  });

  it('that is near some subjects shows them, to be picked by number', () => {
    const near = play(['een vaag verhaal']);
    expect(near.outcome.decision).toBe('fallback');
    expect(labelsOf(near)).toEqual(['Hoe lang spoor 2 duurt', 'Wanneer spoor 2 begint']);
    expect(play(['2'], near.session).outcome.topics).toEqual(['begin']);
  });

  it('that lies next to the subject is refused, with the address that does answer it', () => {
    const { replies, outcome, session } = play(['hoe doe ik belasting']);
    expect(outcome).toMatchObject({ decision: 'fallback', topics: [] });
    expect(replies[0]?.sections).toEqual([
      {
        title: 'Belasting',
        notes: [],
        text: 'Belasting hoort hier niet bij.',
        sources: [],
        addresses: [{ title: 'Belastingdienst', url: 'https://www.belastingdienst.nl' }],
      },
    ]);
    expect(play(['1'], session).outcome.topics).toEqual(['duur']);
    expect(textOf(play(['english'], session))).toContain('Tax is not my subject.');
    const later = play(['Wanneer begint spoor 2?', 'english'], session);
    expect(textOf(later)).toContain('Spoor 2 starts in time.');
    expect(textOf(later)).not.toContain('Tax');
  });

  it('in English shows English titles', () => {
    const result = play(['Wanneer begint spoor 2?'], newSession({ level: 'en' }));
    expect(result.replies[0]?.sections[0]?.title).toBe('Wanneer spoor 2 begint (English)');
    expect(labelsOf(result)).toEqual(['Hoe lang spoor 2 duurt (English)', 'Is spoor 2 verplicht (English)']);
    expect(play(['Hoe lang spoor 2 duurt (English)']).outcome.topics).toEqual(['duur']);
  });

  it('names the contact that is configured, and no other', () => {
    const result = play(
      ['hoe bak ik een appeltaart'],
      newSession(),
      smallAssistant({ name: 'Bureau', phone: '030-1234567' }),
    );
    expect(textOf(result)).toContain('Bureau, 030-1234567');
    expect(textOf(result)).not.toContain(messages.personUnknown);
  });

  it('names danger even at the end of a very long message', () => {
    expect(textOf(play([`${'Ik werk bij een bedrijf en ben al lang ziek. '.repeat(60)} Ik wil dood.`]))).toContain(
      '113',
    );
  });

  it('says so when the review of its answer is overdue', () => {
    const later = Temporal.PlainDate.from('2028-01-01');
    const { replies } = turn({ text: 'Wanneer begint spoor 2?' }, newSession(), later, assistant);
    expect(replies[0]?.sections[0]?.notes).toEqual([messages.reviewDue]);
  });

  it('is heard behind its introduction', () => {
    const { outcome } = play(['Het begint me te duizelen en ik wil graag weten of spoor 2 verplicht is']);
    expect(outcome.topics).toEqual(['plicht']);
  });

  it.each([
    'Wanneer begint spoor 2?Hoe lang duurt spoor 2?',
    'Wanneer begint spoor 2 en hoe lang duurt het',
    'Hoi! Wanneer begint spoor 2? En hoe lang duurt het? Dank je!',
  ])('may be two in one: %s', (text) => {
    expect(play([text]).outcome.topics).toEqual(['begin', 'duur']);
  });

  it('may be two questions, answered in their order', () => {
    const result = play(['Hoeveel maanden duurt het tweede spoor? En wanneer begint spoor 2?']);
    expect(result.outcome).toMatchObject({ decision: 'answer', topics: ['duur', 'begin'] });
    expect(textOf(result)).toBe('Spoor 2 duurt een tijd.\nSpoor 2 begint op tijd.');
  });
});

describe('who is asking', () => {
  it('is asked once when the answers differ, and then remembered', () => {
    const asked = play(['Is spoor 2 verplicht?']);
    expect(textOf(asked)).toBe(messages.askAudience);
    expect(asked.replies[0]?.choices?.numbered).toBe(true);
    expect(asked.outcome).toMatchObject({ decision: 'answer', topics: ['plicht'] });
    const answered = play([messages.iAmEmployer], asked.session);
    expect(textOf(answered)).toBe(`${messages.forEmployer}\nJa, je moet het aanbieden.`);
    expect(textOf(play(['Mag ik spoor 2 weigeren?'], answered.session))).toContain('aanbieden');
  });

  it('is not asked when it makes no difference', () => {
    expect(textOf(play(['Hoe lang duurt spoor 2?']))).toBe('Spoor 2 duurt een tijd.');
  });

  it('is heard from the words', () => {
    expect(textOf(play(['is spoor 2 verplicht voor mijn werknemer?']))).toContain('aanbieden');
    expect(textOf(play(['mijn baas zegt: is spoor 2 verplicht?']))).toContain('meewerken');
  });

  it('can be switched below the answer', () => {
    const answered = play(['Is spoor 2 verplicht?', 'ik ben werknemer']);
    expect(labelsOf(answered)).toContain(messages.iAmEmployer);
    expect(textOf(play([messages.iAmEmployer], answered.session))).toContain('aanbieden');
  });

  it.each(['2', 'HR-adviseur', 'ik ben P&O', 'mijn werknemer is ziek'])('is understood from %j', (reply) => {
    expect(textOf(play(['Is spoor 2 verplicht?', reply]))).toContain('aanbieden');
  });

  it.each(['geen van beide', 'weet ik niet', 'liever niet zeggen, iets vreemds'])(
    'need not be said (%s): then both answers come',
    (reply) => {
      const text = textOf(play(['Is spoor 2 verplicht?', reply]));
      expect(text).toContain('meewerken');
      expect(text).toContain('aanbieden');
    },
  );

  it('keeps the answer waiting through a greeting', () => {
    expect(textOf(play(['Is spoor 2 verplicht?', 'hallo', 'help', 'ik ben werkgever']))).toContain('aanbieden');
  });

  it.each(['Wat als het een maand duurt?', 'Hoe lang duurt het tweede spoor?', 'Hoe lang duurt het niet?'])(
    'is not read from a new question: %s',
    (text) => {
      const result = play(['Is spoor 2 verplicht?', text]);
      expect(result.outcome.topics).toEqual(['duur']);
      expect(result.session.audience).toBeUndefined();
    },
  );

  it('is asked again when the words of a question go against what was said', () => {
    const asked = play(['ik ben werknemer', 'is spoor 2 verplicht voor mijn werknemer?']);
    expect(textOf(asked)).toBe(messages.askAudience);
    expect(textOf(play(['2'], asked.session))).toContain('aanbieden');
  });

  it('may be said while a choice is open, which then stays open', () => {
    expect(play([UNCLEAR, 'werknemer', '2']).outcome.topics).toEqual(['duur']);
  });

  it('waits no longer once something else is asked', () => {
    const { session } = play(['Is spoor 2 verplicht?', 'Hoe lang duurt spoor 2?']);
    expect(session.waiting).toBeUndefined();
  });
});

describe('a choice', () => {
  it('offers topics and a way out', () => {
    const offered = play([UNCLEAR]);
    expect(offered.outcome.decision).toBe('clarify');
    expect(labelsOf(offered)).toEqual(['Wanneer spoor 2 begint', 'Hoe lang spoor 2 duurt', messages.noneOfThese]);
  });

  it.each([
    ['a number', '2'],
    ['a numeral', 'de tweede'],
    ['the words of the button', (labels: readonly string[]) => labels[1] ?? ''],
  ])('is made by %s', (_name, pick) => {
    const offered = play([UNCLEAR]);
    const text = typeof pick === 'string' ? pick : pick(labelsOf(offered));
    expect(play([text], offered.session).outcome).toEqual({ decision: 'answer', topics: ['duur'], confidence: 1 });
  });

  it.each([messages.noneOfThese, 'geen', 'Nee.', (labels: readonly string[]) => String(labels.length)])(
    'can be turned down (%s)',
    (answer) => {
      const offered = play([UNCLEAR]);
      const result = play([typeof answer === 'string' ? answer : answer(labelsOf(offered))], offered.session);
      expect(textOf(result)).toContain(messages.noneChosen);
      expect(result.session.choice?.open).toBe(false);
    },
  );

  it('is offered again after a number that is not in the list', () => {
    const offered = play([UNCLEAR]);
    const again = play(['9'], offered.session);
    expect(textOf(again)).toBe(`${messages.badNumber}\n${messages.clarify}`);
    expect(labelsOf(again)).toEqual(labelsOf(offered));
    expect(again.session.choice?.open).toBe(true);
  });

  it('stays open through a word of thanks, and is repeated after a bare yes', () => {
    expect(play([UNCLEAR, 'dank je', '2']).outcome.topics).toEqual(['duur']);
    const again = play([UNCLEAR, 'ja']);
    expect(textOf(again)).toBe(messages.clarify);
    expect(again.session.choice?.open).toBe(true);
  });

  it('gives way to a new question', () => {
    expect(play([UNCLEAR, 'Wanneer begint spoor 2?']).outcome).toMatchObject({ decision: 'answer', topics: ['begin'] });
  });

  it('comes back with "terug"', () => {
    const offered = play([UNCLEAR]);
    const back = play(['1', 'terug'], offered.session);
    expect(labelsOf(back)).toEqual(labelsOf(offered));
    expect(textOf(play(['terug']))).toBe(messages.nothingToGoBackTo);
  });
});

describe('commands', () => {
  it('explains itself on help, and leaves a choice open', () => {
    const result = play([UNCLEAR, 'help']);
    expect(textOf(result)).toBe(messages.help.trim());
    expect(result.session.choice?.open).toBe(true);
  });

  it('keeps what is open when the level changes', () => {
    expect(textOf(play(['Is spoor 2 verplicht?', 'english', '1']))).toContain('meewerken');
    const choice = play([UNCLEAR, 'simpel']);
    expect(labelsOf(choice)).toHaveLength(3);
    expect(play(['2'], choice.session).outcome.topics).toEqual(['duur']);
  });

  it('says the last answer again at another level, and says so when that level is missing', () => {
    const english = play(['Wanneer begint spoor 2?', 'english']);
    expect(textOf(english)).toContain('Spoor 2 starts in time.');
    const simple = play(['simpel'], english.session);
    const notes = simple.replies.flatMap(({ sections }) => sections.flatMap((section) => section.notes));
    expect(notes).toEqual([assistant.knowledge.messages['nl-A2'].otherLevelOnly]);
    expect(textOf(simple)).toContain('Spoor 2 begint op tijd.');
  });

  it('starts afresh on "opnieuw", at the level that was chosen', () => {
    const { session } = play(['english', 'I am an employer', 'restart']);
    expect(session).toEqual({ ...newSession({ level: 'en' }), welcomed: true });
  });

  it('asks the store to forget on "vergeet mij", and remembers nothing itself', () => {
    const result = play(['ik ben werkgever', 'Is spoor 2 verplicht?', 'Vergeet mij!']);
    expect(result.effects).toEqual([{ kind: 'forget' }]);
    expect(result.session).toEqual(newSession());
  });
});

describe('danger to life', () => {
  it.each(['ik wil dood', 'wanneer begint spoor 2, ik wil niet meer leven', 'stop, ik denk aan zelfmoord'])(
    'comes before everything else: %s',
    (text) => {
      const result = play([text]);
      expect(result.outcome).toEqual({ decision: 'answer', topics: ['mens-spreken'], confidence: 1 });
      expect(textOf(result)).toContain('112');
      expect(textOf(result)).toContain('113');
    },
  );

  it('is heard in the middle of a choice, at every level', () => {
    for (const level of ['nl-B1', 'nl-A2', 'en'] as const) {
      const result = play([UNCLEAR, 'ik wil mezelf iets aandoen'], newSession({ level }));
      expect(textOf(result)).toMatch(/112[\s\S]*113/);
    }
  });
});

describe('messages that are no question', () => {
  it.each([
    ['nothing', ''],
    ['white space', ' \n\t '],
    ['emoji', '😀👍🏽'],
    ['control characters', '\u0000\u0007\u200b'],
    ['punctuation', '?!...'],
  ])('asks for a question after %s', (_name, text) => {
    const result = play([text]);
    expect(textOf(result)).toBe(messages.empty);
    expect(result.outcome).toEqual({ decision: 'fallback', topics: [], confidence: 0 });
  });

  it.each([
    ['hallo', 'greeting'],
    ['dank je wel', 'thanks'],
    ['tot ziens', 'goodbye'],
    ['stomme bot', 'abuse'],
  ] as const)('answers %s kindly, as no question', (text, kind) => {
    const result = play([text]);
    expect(textOf(result)).toBe(messages[kind].trim());
    expect(result.outcome.topics).toEqual([]);
  });

  it('says how much it reads when a message is too long', () => {
    expect(textOf(play(['spoor '.repeat(20_000)]))).toContain('2.000');
    expect(textOf(play([`${'a'.repeat(LONGEST_MESSAGE - 1)}b`]))).not.toContain('2.000');
  });

  it('says that a number chooses nothing when nothing was offered', () => {
    expect(textOf(play(['3']))).toBe(messages.noList);
  });
});

describe('a session', () => {
  it('welcomes once', () => {
    const first = welcome(newSession(), assistant);
    expect(first.replies).toHaveLength(1);
    expect(welcome(first.session, assistant).replies).toEqual([]);
    expect(welcome(play(['hallo']).session, assistant).replies).toEqual([]);
  });

  it('survives storage, and an unknown one starts afresh', () => {
    const { session } = play([UNCLEAR, 'ik ben werkgever']);
    expect(reviveSession(JSON.parse(JSON.stringify(session)))).toEqual(session);
    for (const stored of [null, 'x', { format: 99 }, { ...session, surprise: true }]) {
      expect(reviveSession(stored)).toEqual(newSession());
    }
  });

  it('holds no word that was typed', () => {
    const secret = 'Jansenlaan';
    for (const text of [UNCLEAR, 'Is spoor 2 verplicht?', 'hoe bak ik een taart', 'hallo']) {
      expect(JSON.stringify(play([`${secret} ${text}`]).session)).not.toContain(secret);
    }
  });

  it('copes with topics that no longer exist', () => {
    const session: Session = { ...newSession(), choice: { options: ['weg', 'begin'], open: true }, answered: ['weg'] };
    expect(play(['1'], session).outcome.topics).toEqual(['begin']);
    expect(() => play(['english'], session)).not.toThrow();
  });
});

describe('any conversation', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '1',
      '2',
      'terug',
      'stop',
      'english',
      'simpel',
      'ik ben werkgever',
      'vergeet mij',
      UNCLEAR,
      'help',
      'geen',
    ),
    fc.constantFrom('Is spoor 2 verplicht?', 'Hoe lang duurt spoor 2?', 'hallo', 'bedankt'),
    fc.string({ unit: 'binary', maxLength: 60 }),
  );

  it('gets exactly one reply a message, from a session that can be stored, the same each time', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        const result = play(lines);
        expect(result.replies).toHaveLength(1);
        expect(textOf(result).trim()).not.toBe('');
        expect(reviveSession(JSON.parse(JSON.stringify(result.session)))).toEqual(result.session);
        expect(play(lines)).toEqual(result);
      }),
      { numRuns: 500 },
    );
  });
});

describe('one question without a conversation', () => {
  it('gets the answers for both sides where they differ, with their sources once', () => {
    const result = ask({ text: 'Is spoor 2 verplicht?' }, TODAY, assistant);
    expect(result.answer).toContain('Ja, je moet meewerken.');
    expect(result.answer).toContain('Ja, je moet het aanbieden.');
    expect(result.sources).toEqual([{ title: 'De wet, artikel 1', url: 'https://wetten.overheid.nl/X' }]);
  });

  it('gets the answer for the side that is named, whatever its words suggest', () => {
    const text = 'Is spoor 2 verplicht van mijn werkgever?';
    expect(ask({ text, audience: 'employer' }, TODAY, assistant).answer).not.toContain('meewerken');

    expect(ask({ text: 'Is spoor 2 verplicht?', audience: 'employer' }, TODAY, assistant).answer).not.toContain(
      'meewerken',
    );
  });

  it('offers nothing that only makes sense in a conversation', () => {
    for (const text of [UNCLEAR, 'Is spoor 2 verplicht?']) {
      const { choices } = ask({ text, audience: 'employee' }, TODAY, assistant);
      expect(choices).not.toContain(messages.noneOfThese);
      expect(choices).not.toContain(messages.iAmEmployer);
    }
  });
});
