import { createHmac } from 'node:crypto';
import type { Activity, InvokeResponse } from 'botbuilder';
import { topicsOf, type Reply } from '../../../conversation/reply.ts';
import { DEFAULT_LEVEL } from '../../../shared/level.ts';
import type { ConversationKey } from '../../../store/conversation-store.ts';
import type { FeedbackStore, Verdict } from '../../../store/feedback-store.ts';
import type { ShownAnswer, ShownAnswers } from '../../../store/shown-answers.ts';
import { placeKey } from '../places.ts';
import type { InvokeActivity } from './activity.ts';
import { feedbackForm, nothingToCount } from './feedback-card.ts';
import { readFeedback } from './feedback-value.ts';

/** A message of ours: where it stands, and the id that the channel gave it. */
export interface MessageName extends ConversationKey {
  message: string;
}

export interface FeedbackParts {
  votes: FeedbackStore;
  shown: ShownAnswers;
  /** Keys for the marks; the first makes, all of them recognise. */
  keys: () => readonly Uint8Array[];
}

/** A shown answer, with its message and the key that this was recognised by. */
interface Recognised extends ShownAnswer {
  name: MessageName;
  key: Uint8Array;
}

/**
 * The thumbs that Teams shows below a message. A vote is counted by topic; the tables hold marks that nobody can trace back
 * to a message or a person without the key, and no words.
 */
export class FeedbackLoop {
  readonly #parts: FeedbackParts;

  constructor(parts: FeedbackParts) {
    this.#parts = parts;
  }

  /**
   * What to add to a message's channel data so that Teams shows thumbs below it: below answers only. The form is our own:
   * the one that Teams has by default asks for words.
   */
  channelData(reply: Reply): { feedbackLoop: { type: 'custom' } } | undefined {
    return topicsOf(reply).length === 0 ? undefined : { feedbackLoop: { type: 'custom' } };
  }

  /** Notes which answer a message shows, once the channel has given it its id. */
  async noteShown(name: MessageName, reply: Reply): Promise<void> {
    const topics = topicsOf(reply);
    if (topics.length === 0) return;
    const [key = new Uint8Array()] = this.#parts.keys();
    await this.#parts.shown.note(messageMark(key, name), { topics, level: reply.level, place: placeMark(key, name) });
  }

  /** Drops which answers the messages of a chat showed. */
  async forget(place: ConversationKey): Promise<void> {
    for (const key of this.#parts.keys()) await this.#parts.shown.forget(placeMark(key, place));
  }

  /** The form for a thumb that was pressed; nothing when the request is about something else. */
  async form(invoke: InvokeActivity): Promise<InvokeResponse | undefined> {
    const feedback = readFeedback(invoke.value);
    if (feedback === undefined) return undefined;
    const about = invoke.replyToId ?? undefined;
    const answer = about === undefined ? undefined : await this.#recognise(nameOf(invoke, about));
    const level = answer?.level ?? DEFAULT_LEVEL;
    const isUnknown = about !== undefined && answer === undefined;
    return { status: 200, body: isUnknown ? nothingToCount(level) : feedbackForm(feedback.verdict, level, about) };
  }

  /**
   * Counts a vote; one on a message that we do not know is taken without counting it. Whatever was typed with it is dropped.
   *
   * @returns the empty answer that the channel wants; nothing when the request is about something else
   */
  async vote(invoke: InvokeActivity): Promise<InvokeResponse | undefined> {
    const feedback = readFeedback(invoke.value);
    if (feedback === undefined) return undefined;
    const about = invoke.replyToId ?? feedback.about;
    const answer = about === undefined ? undefined : await this.#recognise(nameOf(invoke, about));
    if (answer !== undefined) await this.#count(feedback.verdict, answer, invoke);
    return { status: 200, body: {} };
  }

  /** Counts a vote unless it is the same one delivered again: that must not replace a newer one. */
  async #count(
    verdict: Verdict,
    { key, name, topics, level }: Recognised,
    { from, id }: InvokeActivity,
  ): Promise<void> {
    const { votes, shown } = this.#parts;
    const { channel, conversation, message } = name;
    // The key that the message was noted with: so a second vote has the same mark, also when a new key has come.
    const voter = markOf(key, 'vote', channel, conversation, message, from.id);
    const delivery = typeof id === 'string' ? markOf(key, 'delivery', channel, conversation, id) : undefined;
    if (delivery !== undefined && (await shown.wasCounted(delivery))) return;
    await votes.vote(voter, topics, level, verdict);
    if (delivery !== undefined) await shown.noteCounted(delivery);
  }

  async #recognise(name: MessageName): Promise<Recognised | undefined> {
    for (const key of this.#parts.keys()) {
      const answer = await this.#parts.shown.find(messageMark(key, name));
      if (answer !== undefined) return { ...answer, name, key };
    }
    return undefined;
  }
}

function nameOf(invoke: InvokeActivity, message: string): MessageName {
  return { ...placeKey(invoke as unknown as Partial<Activity>), message };
}

function messageMark(key: Uint8Array, { channel, conversation, message }: MessageName): string {
  return markOf(key, 'message', channel, conversation, message);
}

function placeMark(key: Uint8Array, { channel, conversation }: ConversationKey): string {
  return markOf(key, 'place', channel, conversation);
}

/** A name that is always the same, and that nobody can trace back without the key. */
function markOf(key: Uint8Array, ...names: readonly string[]): string {
  return createHmac('sha256', key).update(JSON.stringify(names)).digest('base64url');
}
