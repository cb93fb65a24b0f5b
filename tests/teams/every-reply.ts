import { DIALOGS } from '../../dialogs/index.ts';
import { answer, askAudience, clarify, dontKnow, pointTheWay, say, tooLong } from '../../src/conversation/compose.ts';
import { derivationReply } from '../../src/conversation/dialogs/derivation.ts';
import { askStep } from '../../src/conversation/dialogs/ask-step.ts';
import { allDatesReply, outcomeOf, outcomeReply } from '../../src/conversation/dialogs/outcome.ts';
import { changing, newState, running } from '../../src/conversation/dialogs/state.ts';
import { readerOf, textOf, type Voice } from '../../src/conversation/dialogs/words.ts';
import type { Reply } from '../../src/conversation/reply.ts';
import { newSession, type Session } from '../../src/conversation/session.ts';
import type { Setting } from '../../src/conversation/setting.ts';
import { turn, type Message } from '../../src/conversation/turn.ts';
import { UNKNOWN, type Answers } from '../../src/dialog-engine/answers.ts';
import type { Dialog, Question } from '../../src/dialog-engine/definition.ts';
import { deadlineTitle } from '../../src/documents/deadline-words.ts';
import { AUDIENCES, type Audience } from '../../src/shared/audience.ts';
import { LEVELS, type Level } from '../../src/shared/level.ts';
import { textAt } from '../../src/shared/text-at.ts';
import { typed, walks, type Walk } from '../dialogs/walker.ts';
import { everySentence, realAssistant, REAL_KNOWLEDGE, TODAY } from '../support/assistant.ts';

/** Something the assistant says, with what it is called in a report. */
export interface Said {
  name: string;
  reply: Reply;
}

/** What one message of a conversation leads to. */
export interface Turned {
  name: string;
  replies: readonly Reply[];
}

/** Walks through one dialog that are shown whole, beside those that take an edge for the first time. */
const PLAIN_WALKS = 6;

/** Walks from which those are taken. */
const ALL_WALKS = 250;

/** Longer than any open question's name in practice: what a button carries along counts for the size. */
const PLACE = {
  turn: 1_000,
  question: 'which aaaaaaaaaaaaaaaaaaaaaaaa bbbbbbbbbbbbbbbbbbbbbbbb cccccccccccccccccccccccc',
};

const assistant = realAssistant();
const { topics, signposts, messages, phrases } = REAL_KNOWLEDGE;

function settingOf(level: Level, audience?: Audience, canAskBack = true): Setting {
  const session = newSession({ level, ...(audience && { audience, audienceSaid: true }) });
  return { session, assistant, today: TODAY, canAskBack, shared: false };
}

function said(name: string, reply: Reply): Said {
  const isPlaced = reply.choices !== undefined || reply.form !== undefined;
  return { name, reply: isPlaced ? { ...reply, place: PLACE } : reply };
}

/** The answer to each topic for each side, for one who did not say, and with its neighbours in one message. */
export function topicReplies(): Said[] {
  return LEVELS.flatMap((level) =>
    topics.flatMap((topic, place) => [
      ...AUDIENCES.map((audience) =>
        said(`${topic.id} ${audience} ${level}`, answer([topic], settingOf(level, audience))),
      ),
      said(`${topic.id} both ${level}`, answer([topic], settingOf(level, undefined, false))),
      said(`${topic.id} and 3 more ${level}`, answer(topics.slice(place, place + 4), settingOf(level, 'employee'))),
    ]),
  );
}

/** The four longest answers in one message, and each of them for both sides. */
export function longestReplies(): Said[] {
  return LEVELS.flatMap((level) => {
    const longest = topics
      .map((topic) => ({ topic, length: JSON.stringify(answer([topic], settingOf(level, undefined, false))).length }))
      .toSorted((one, other) => other.length - one.length)
      .slice(0, 4)
      .map(({ topic }) => topic);
    return [
      said(`longest ${level}`, answer(longest, settingOf(level, 'employer'))),
      said(`longest for both ${level}`, answer(longest, settingOf(level, undefined, false))),
    ];
  });
}

/** Each signpost; choices of two to four in which each topic and signpost has its turn; who asks; not knowing. */
export function choiceReplies(): Said[] {
  const options = [...topics, ...signposts].map(({ id }) => id);
  return LEVELS.flatMap((level) => {
    const setting = settingOf(level, 'employee');
    return [
      ...signposts.map((signpost) => said(`${signpost.id} ${level}`, pointTheWay(signpost, setting))),
      ...options.flatMap((id, place) => {
        const some = options.slice(place, place + 2 + (place % 3));
        return [
          said(`choice from ${id} ${level}`, clarify(some, setting)),
          said(`not known near ${id} ${level}`, dontKnow(some.slice(0, 3), setting.session, assistant)),
        ];
      }),
      said(`not known ${level}`, dontKnow([], setting.session, assistant)),
      said(`who ${level}`, askAudience(setting.session, assistant)),
      said(`too long ${level}`, tooLong(2_000, setting.session, assistant)),
    ];
  });
}

/** Each sentence of the assistant itself, with something in the place of its names. */
export function messageReplies(): Said[] {
  return LEVELS.flatMap((level) => {
    return everySentence(messages[level]).map(({ name, text }) =>
      said(`${name} ${level}`, say(newSession({ level }), text.replaceAll(/\{[a-z]+\}/gi, '12 maart 2025'))),
    );
  });
}

/** Walks through a dialog that together take every edge that chance finds, with some more. */
function chosenWalks(dialog: Dialog): Walk[] {
  const seen = new Set<string>();
  return [...walks(dialog, ALL_WALKS, 3)].filter(({ edges, outcome, context }, place) => {
    const fresh = [...edges, outcome].map((edge) => `${context.audience} ${edge}`).filter((edge) => !seen.has(edge));
    for (const edge of fresh) seen.add(edge);
    return fresh.length > 0 || place < PLAIN_WALKS;
  });
}

let chosen: ReadonlyMap<string, readonly Walk[]> | undefined;

/** The walks of each dialog. Made once, when they are asked for: it takes seconds. */
function walksOf(id: string): readonly Walk[] {
  chosen ??= new Map(DIALOGS.map((dialog) => [dialog.id, chosenWalks(dialog)]));
  return chosen.get(id) ?? [];
}

function voiceAt(id: string, answers: Answers, audience: Audience, level: Level): Voice {
  const guided = assistant.dialogs.byId(id);
  if (guided === undefined) throw new Error(`no dialog ${id}`);
  const session = { ...newSession({ audience, level }), dialog: newState(id, guided, answers) };
  const now = running({ ...settingOf(level, audience), session }, audience);
  if (now === undefined) throw new Error(`${id} does not run`);
  return { session, assistant, running: now };
}

/** Each question of each dialog at each level for each side: as it is asked first, explained, refused, and asked again. */
export function stepReplies(): Said[] {
  return DIALOGS.flatMap((dialog) =>
    [...everyStep(dialog)].flatMap(([question, { answers, audience }]) =>
      LEVELS.flatMap((level) => stepsAt({ dialog, question, answers, audience, level })),
    ),
  );
}

interface Step {
  dialog: Dialog;
  question: string;
  /** The answers before it. */
  answers: Answers;
  audience: Audience;
  level: Level;
}

/** A way to each question, for each side that is asked it. */
function everyStep(dialog: Dialog): Map<string, Pick<Step, 'answers' | 'audience'>> {
  const ways = walksOf(dialog.id).flatMap(({ answers, route, context: { audience } }) =>
    route.map((question, place) => {
      const before = Object.fromEntries(route.slice(0, place).map((name) => [name, answers[name] ?? UNKNOWN]));
      return [`${question} ${audience}`, { answers: before, audience }] as const;
    }),
  );
  return new Map(ways.toReversed());
}

function stepsAt({ dialog, question, answers, audience, level }: Step): Said[] {
  const name = `${dialog.id} ${question} ${level}`;
  const voice = voiceAt(dialog.id, answers, audience, level);
  const texts = voice.running.dialog.texts.questions[voice.running.position.node];
  const words = messages[level].dialog;
  const above = [texts?.why, ...Object.values(texts?.errors ?? {})].flatMap((text) =>
    text === undefined ? [] : [textOf(text, voice)],
  );
  const offered = { ...voice.running.state, offered: ['2025-03-12', '2025-12-03'] };
  const again = Object.keys(answers).slice(0, 1);
  return [
    said(name, askStep(voice)),
    ...[...above, words.notUnderstood].map((text) => said(`${name} explained`, askStep(voice, text))),
    said(`${name} offered`, askStep({ ...voice, running: { ...voice.running, state: offered } }, words.whichDate)),
    ...again.map((earlier) =>
      said(`${name} again ${earlier}`, askStep({ ...voice, running: changing(voice.running, earlier) })),
    ),
  ];
}

/** The outcome of each chosen walk at each level. */
export function outcomeReplies(): Said[] {
  return everyOutcome((voice, name) => [said(name, outcomeReply(voice))]);
}

/** All dates of each outcome that has them, and how each kind of date was reached. */
export function datesReplies(): Said[] {
  const explained = new Set<string>();
  return everyOutcome((voice, name) => {
    const dates = allDatesReply(voice);
    if (dates === undefined) return [];
    const { level } = voice.session;
    const fresh = (outcomeOf(voice)?.plan?.deadlines ?? []).filter((deadline) => {
      const key = `${deadline.id} ${level} ${voice.running.context.audience}`;
      return !explained.has(key) && explained.add(key);
    });
    const titles = fresh.map((deadline) => deadlineTitle(deadline, readerOf(voice), REAL_KNOWLEDGE));
    const asked = titles.length === 0 ? [] : ['', ...titles];
    const derivations = asked.flatMap((which) => derivationReply(voice, which) ?? []);
    return [said(`${name} all dates`, dates), ...derivations.map((reply) => said(`${name} derivation`, reply))];
  });
}

function everyOutcome(replies: (voice: Voice, name: string) => Said[]): Said[] {
  return DIALOGS.flatMap(({ id }) =>
    walksOf(id).flatMap(({ answers, outcome, context: { audience } }) =>
      LEVELS.flatMap((level) => replies(voiceAt(id, answers, audience, level), `${id} ${outcome} ${level}`)),
    ),
  );
}

/** Names of the outcomes that the chosen walks reach. */
export function reachedOutcomes(): Map<string, Set<string>> {
  return new Map(DIALOGS.map(({ id }) => [id, new Set(walksOf(id).map(({ outcome }) => outcome))]));
}

/**
 * What messages lead to: fixed words, quick rules, questions as people ask them, each topic within an open dialog, some where
 * others read along, an empty form, a button that is late.
 */
export function turns(questions: readonly string[]): Turned[] {
  return LEVELS.flatMap((level) => {
    const known = newSession({ level, audience: 'employee', audienceSaid: true });
    const open = take('plichten', known).session;
    const fixed = [phrases.commands, phrases.smallTalk, phrases.dialog].flatMap((group) =>
      Object.values(group).flatMap((words) => words.slice(0, 2)),
    );
    const quick = ['termijnen 12-3-2025 werkgever', 'termijnen maart 2025', 'termijnen 3-4', 'termijnen 31-2-2025'];
    const odd = ['', '7', 'ik heb kanker en wil niet meer leven', 'ik heb een burn-out', 'x'.repeat(2_100)];
    const asked = topics.flatMap((topic) => topic.questions[0] ?? []);
    return [
      ...[...fixed, ...quick, ...odd].flatMap((text) => [turned(text, newSession({ level })), turned(text, open)]),
      ...asked.flatMap((text) => [turned(text, newSession({ level })), turned(text, open)]),
      ...questions.map((text) => turned(text, known)),
      ...['help', 'termijnen', ...quick, ...asked.slice(0, 3)].map((text) => turned(text, known, { shared: true })),
      ...DIALOGS.map(({ id }) => turned('', known, { form: { dialog: id, values: {} } })),
      turned('Ja', open, { press: { button: 'Ja', place: { turn: 1, question: 'gone' }, onlyNow: true, at: 0 } }),
    ];
  });
}

/** Each dialog typed along a few walks, by the labels of its buttons. */
export function typedDialogs(walksEach: number): Turned[] {
  return DIALOGS.flatMap((dialog) =>
    walksOf(dialog.id)
      .slice(0, walksEach)
      .flatMap((walk, place) => {
        const level = LEVELS[place % LEVELS.length] ?? 'nl-B1';
        const all = [
          dialog.id,
          ...walk.route.map((name) => typedAnswer(dialog, name, walk, level)),
          'alle datums',
          'berekening',
          'wijzig',
          'terug',
          'stop',
          'verder',
        ];
        let session = newSession({ level, audience: walk.context.audience, audienceSaid: true });
        return all.map((text) => {
          const result = take(text, session);
          ({ session } = result);
          return { name: `${dialog.id} "${text}" ${level}`, replies: result.replies };
        });
      }),
  );
}

/** The last reply to some messages typed one after the other by an employee. */
export function lastReply(level: Level, ...texts: string[]): Reply {
  let result = take('hallo', newSession({ level, audience: 'employee', audienceSaid: true }));
  for (const text of texts) result = take(text, result.session);
  const [reply] = result.replies;
  if (reply === undefined) throw new Error(`no reply to ${texts.join()}`);
  return reply;
}

/** An answer as a person types it. */
function typedAnswer({ id, questions }: Dialog, name: string, { answers, context }: Walk, level: Level): string {
  const words = messages[level].dialog;
  const question = questions[name];
  const answer = answers[name] ?? UNKNOWN;
  if (answer === UNKNOWN) return words.dontKnow;
  if (typeof answer === 'number') return String(answer);
  if (typeof answer !== 'string')
    return answer.length === 0 ? words.none : answer.map((option) => placeOf(option, question)).join(', ');
  if (question?.kind === 'date') return typed(answer);
  const label = REAL_KNOWLEDGE.dialogs.find((texts) => texts.id === id)?.questions[name]?.options?.[answer]?.label;
  return label === undefined ? answer : textAt(label, level, context.audience);
}

/** Number of an option, from 1. */
function placeOf(option: string, question: Question | undefined): number {
  return question?.kind === 'several' ? question.options.indexOf(option) + 1 : 0;
}

function turned(text: string, session: Session, more: Omit<Message, 'text'> = {}): Turned {
  const how = Object.keys(more).join();
  return { name: `"${text.slice(0, 60)}" ${how} ${session.level}`, replies: take(text, session, more).replies };
}

function take(text: string, session: Session, more: Omit<Message, 'text'> = {}): ReturnType<typeof turn> {
  return turn({ text, ...more }, session, TODAY, assistant);
}
