import { describe, expect, it } from 'vitest';
import { DIALOGS } from '../../dialogs/index.ts';
import { reviveSession, newSession, type Session } from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import { UNKNOWN, type Answer } from '../../src/dialog-engine/answers.ts';
import type { Question } from '../../src/dialog-engine/definition.ts';
import type { Audience } from '../../src/shared/audience.ts';
import { textAt } from '../../src/shared/text-at.ts';
import { realAssistant, REAL_KNOWLEDGE, TODAY } from '../support/assistant.ts';
import { typed, walks, type Walk } from './walker.ts';

const assistant = realAssistant();
const SIDE_QUESTION = 'Hoe lang duurt spoor 2?';

/** A conversation at one question of one dialog, reached by typing. */
interface Stand {
  dialog: string;
  question: string;
  audience: Audience;
  session: Session;
  /** Questions that were answered on the way. */
  route: readonly string[];
}

function say(text: string, session: Session) {
  const result = turn({ text }, session, TODAY, assistant);
  const sections = result.replies.flatMap((reply) => reply.sections);
  const labels = result.replies.flatMap(({ choices }) => choices?.labels ?? []);
  return {
    ...result,
    sections,
    labels,
    text: sections.map((section) => `${section.title ?? ''}\n${section.text}`).join('\n'),
  };
}

function answerTo(dialog: string, name: string, question: Question, answer: Answer, audience: Audience): string {
  if (answer === UNKNOWN) return 'weet ik niet';
  if (typeof answer === 'number') return String(answer);
  if (question.kind === 'date' && typeof answer === 'string') return typed(answer);
  const options = REAL_KNOWLEDGE.dialogs.find(({ id }) => id === dialog)?.questions[name]?.options ?? {};
  const picked = typeof answer === 'string' ? [answer] : answer;
  if (picked.length === 0) return 'geen';
  // Buttons of a question with several answers may hold commas: their numbers do not.
  if (question.kind === 'several') return picked.map((option) => question.options.indexOf(option) + 1).join(', ');
  return picked.map((option) => textAt(options[option]?.label ?? missing(option), 'nl-B1', audience)).join();
}

function missing(option: string): never {
  throw new Error(`no label for ${option}`);
}

/** Types a walk, and gives the conversation at each of its questions. */
function typeWalk(dialog: (typeof DIALOGS)[number], { answers, route, context: { audience } }: Walk): Stand[] {
  let { session } = say(dialog.id, newSession({ audience, audienceSaid: true }));
  return route.map((name, place) => {
    const stand = { dialog: dialog.id, question: name, audience, session, route: route.slice(0, place) };
    const question = dialog.questions[name];
    if (question === undefined) throw new Error(`${name} is no question`);
    ({ session } = say(answerTo(dialog.id, name, question, answers[name] ?? UNKNOWN, audience), session));
    return stand;
  });
}

/** Every question of a dialog, each for one of the sides that is asked it. */
function stands(dialog: (typeof DIALOGS)[number]): Stand[] {
  const found = new Map<string, Stand>();
  for (const walk of walks(dialog, 3_000, 7)) {
    if (found.size === Object.keys(dialog.questions).length) break;
    if (walk.route.every((name) => found.has(name))) continue;
    for (const stand of typeWalk(dialog, walk)) if (!found.has(stand.question)) found.set(stand.question, stand);
  }
  return [...found.values()];
}

function askOf({ dialog, question, audience }: Stand): string {
  const texts = REAL_KNOWLEDGE.dialogs.find(({ id }) => id === dialog)?.questions[question];
  return texts === undefined ? '' : textAt(texts.ask, 'nl-B1', audience);
}

describe.each(DIALOGS.map((dialog) => [dialog.id, dialog] as const))('%s in a conversation', (_id, dialog) => {
  const all = stands(dialog);

  it('comes to every question by typing', () => {
    expect(all.map(({ question }) => question).sort()).toEqual(Object.keys(dialog.questions).sort());
  });

  it('answers a question in between and asks the step again, once', () => {
    for (const stand of all) {
      const first = say(SIDE_QUESTION, stand.session);
      expect(first.outcome.topics).toEqual(['hoe-lang-duurt-spoor-2']);
      expect(first.sections.filter(({ title }) => title === askOf(stand))).toHaveLength(1);
      expect(first.session.dialog?.answers).toEqual(stand.session.dialog?.answers);
      const second = say(SIDE_QUESTION, first.session);
      expect(second.text).not.toContain(askOf(stand));
      expect(say('verder', second.session).text).toContain(askOf(stand));
    }
  });

  it('says why it asks, and asks again', () => {
    for (const stand of all) {
      const why = REAL_KNOWLEDGE.dialogs.find(({ id }) => id === dialog.id)?.questions[stand.question]?.why;
      const { text } = say('waarom vraag je dit?', stand.session);
      expect(text).toContain(why === undefined ? '' : textAt(why, 'nl-B1', stand.audience));
      expect(text).toContain(askOf(stand));
    }
  });

  it('goes back to the question before, keeps every answer, and comes forward again', () => {
    for (const stand of all) {
      const last = stand.route.at(-1);
      if (last === undefined) continue;
      const back = say('terug', stand.session);
      expect(back.session.dialog?.asking).toBe(last);
      expect(back.session.dialog?.answers).toEqual(stand.session.dialog?.answers);
      const again = answerTo(
        dialog.id,
        last,
        dialog.questions[last] as Question,
        stand.session.dialog?.answers[last] ?? UNKNOWN,
        stand.audience,
      );
      expect(say(again, back.session).text).toContain(askOf(stand));
    }
  });

  it('changes any earlier answer by its name without losing later ones', () => {
    for (const stand of all) {
      for (const name of stand.route) {
        const label = REAL_KNOWLEDGE.dialogs.find(({ id }) => id === dialog.id)?.questions[name]?.label;
        const changed = say(
          `wijzig ${label === undefined ? '' : textAt(label, 'nl-B1', stand.audience)}`,
          stand.session,
        );
        expect(changed.session.dialog?.asking, name).toBe(name);
        expect(changed.session.dialog?.answers).toEqual(stand.session.dialog?.answers);
      }
    }
  });

  it('stops, and goes on where it was, also after a restart', () => {
    for (const stand of all) {
      const stopped = say('stop', stand.session);
      expect(stopped.session.dialog?.active).toBe(false);
      const revived = reviveSession(JSON.parse(JSON.stringify(stopped.session)));
      expect(say('verder', revived).text).toContain(askOf(stand));
    }
  });

  it('takes "weet ik niet" at every question', () => {
    for (const stand of all) {
      const { session } = say('weet ik niet', stand.session);
      expect(session.dialog?.answers[stand.question]).toBe(UNKNOWN);
    }
  });

  it('does not take nonsense for an answer', () => {
    for (const stand of all) {
      const { session, text } = say('xyzzy plugh', stand.session);
      expect(session.dialog?.answers).toEqual(stand.session.dialog?.answers);
      expect(text).toContain(askOf(stand));
    }
  });

  it('asks again in another language when that is wished', () => {
    for (const stand of all) {
      const texts = REAL_KNOWLEDGE.dialogs.find(({ id }) => id === dialog.id)?.questions[stand.question];
      expect(say('english', stand.session).text).toContain(texts && textAt(texts.ask, 'en', stand.audience));
    }
  });
});
