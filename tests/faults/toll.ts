import type { Shown } from '../directline/visitor.ts';
import type { Remains } from './death.ts';

/** What a fault did to messages. */
export interface Toll {
  /** How many messages it was tried on. */
  messages: number;
  /** Messages that are gone, or were never answered, though their sender did what a client does. */
  lost: number;
  /** Effects beyond one of a message. */
  effects: number;
  /** Answers beyond one to a message. */
  answers: number;
}

/** The toll of a fault that did nothing. */
export function noToll(messages: number): Toll {
  return { messages, lost: 0, effects: 0, answers: 0 };
}

export function sumOf(tolls: readonly Toll[]): Toll {
  const sum = (figure: keyof Toll) => tolls.reduce((total, toll) => total + toll[figure], 0);
  return { messages: sum('messages'), lost: sum('lost'), effects: sum('effects'), answers: sum('answers') };
}

/** The toll on one message, from what was left of it. */
export function tollOf({ messages, answers, effects, waiting }: Remains): Toll {
  const isLost = messages === 0 || answers === 0 || effects === 0 || waiting > 0;
  return {
    messages: 1,
    lost: isLost ? 1 : 0,
    effects: Math.max(0, messages - 1, effects - 1),
    answers: Math.max(0, answers - 1),
  };
}

/**
 * The toll on messages over Direct Line, from what stands in their conversation.
 *
 * @param ids of the messages as their sender was told; each once
 * @param saved how often the session was saved for them
 */
export function tollOnTheWeb(ids: readonly string[], saved: number, all: readonly Shown[]): Toll {
  const answers = ids.map((id) => all.filter(({ replyToId, from }) => replyToId === id && from.role === 'bot').length);
  const isThere = (id: string) => all.some((activity) => activity.id === id && activity.from.role === 'user');
  const said = all.filter(({ from }) => from.role === 'user').length;
  return {
    messages: ids.length,
    lost: Math.max(ids.filter((id, place) => !isThere(id) || answers[place] === 0).length, ids.length - saved),
    effects: Math.max(0, saved - ids.length, said - ids.length),
    answers: answers.reduce((total, count) => total + Math.max(0, count - 1), 0),
  };
}
