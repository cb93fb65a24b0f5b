import { createHash, createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { topicsOf, type Reply } from '../../conversation/reply.ts';
import { present } from '../../shared/present.ts';
import type { Level } from '../../shared/level.ts';
import type { ActivityLog } from '../../store/activity-log.ts';
import type { ConversationKey } from '../../store/conversation-store.ts';
import type { FeedbackStore } from '../../store/feedback-store.ts';
import { RETENTION } from '../../store/retention.ts';
import { seal, unseal } from '../../store/seal.ts';
import type { Incoming, SendBy } from '../inbox.ts';
import type { News } from '../../store/news.ts';
import type { SendLater } from '../outbox-dispatcher.ts';
import { HttpProblem } from '../http/problem.ts';
import {
  activityId,
  activityNumber,
  KEPT_TYPES,
  type ActivitySet,
  type KeptActivity,
  type PostedActivity,
} from './activity.ts';
import { FEEDBACK_EVENT, feedbackVerdict } from './feedback.ts';

/** The name of this channel in the store. */
export const DIRECT_LINE = 'directline';

/** So many activities go to a client at once: some hundred KB at most. */
const SET_SIZE = 25;

/** So many conversations are kept at the same time; beyond that no new one starts. */
const MOST_CONVERSATIONS = 50_000;

/** Who answers: the assistant, or something else with the same doors. */
export interface Bot {
  receive(incoming: Incoming & { text: string; keeps: 'words' }, by: SendBy): Promise<void>;
  greet(incoming: Incoming, by: SendBy, options?: { level?: Level }): Promise<void>;
}

export interface ConversationParts {
  bot: Bot;
  log: ActivityLog;
  feedback: FeedbackStore;
  /** Tells other processes what was said, and hears it from them. */
  news: News;
  /** An activity's fields for a reply. */
  render: (reply: Reply, key: ConversationKey) => object;
  /** What stands in the place of a message that is not kept. */
  notKept: Readonly<Record<Level, string>>;
  /** Keys that seal what is kept; the first seals, all open. */
  keys: () => readonly Uint8Array[];
  now: () => Date;
}

/** Where the replies to a message go. */
const targetSchema = z.object({
  mark: z.string(),
  /** The activity that is answered; absent for the first words. */
  number: z.number().int().optional(),
});

type Target = z.infer<typeof targetSchema>;

/** So long the number of conversations is believed before they are counted again. Milliseconds. */
const COUNTED_FOR = 5_000;

/**
 * The conversations of Direct Line clients: what they and the bot say is kept, sealed, in a log from which every client
 * reads, so that nothing is missed and nothing is said twice.
 */
export class Conversations {
  readonly #parts: ConversationParts;
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #stopNews: () => void;
  #counted = { conversations: 0, until: 0 };

  constructor(parts: ConversationParts) {
    this.#parts = parts;
    this.#stopNews = parts.news.listen((conversation) => {
      if (conversation === undefined) for (const name of this.#listeners.keys()) this.#tellHere(name);
      else this.#tellHere(conversation);
    });
  }

  /** Hears nothing of other processes any more. */
  close(): void {
    this.#stopNews();
  }

  /** A name for a new conversation that nobody can guess. */
  newId(): string {
    return randomBytes(16).toString('base64url');
  }

  /**
   * Starts a conversation and lets the bot greet.
   *
   * @returns whether it was started now, and after which activity a client reads that comes for it
   * @throws HttpProblem 503 when there are too many
   */
  async start(conversation: string, level: Level | undefined): Promise<{ started: boolean; after: number }> {
    const { bot, log } = this.#parts;
    const key = keyOf(conversation);
    const found = await log.find(key);
    // A greeting that failed is tried again.
    if (found !== undefined && found.last > 0) return { started: false, after: found.last };
    if (await this.#isFull())
      throw new HttpProblem(503, 'There are too many conversations now.', 'Try again later.', { retryAfter: 60 });
    await log.start(key);
    await bot.greet({ ...key, id: 'start' }, this.#sendBy(conversation, { mark: 'start' }), present({ level }));
    return { started: found === undefined, after: 0 };
  }

  /** The number of the last activity. @throws HttpProblem 404 when there is no such conversation */
  async last(conversation: string): Promise<number> {
    return (await this.#find(conversation)).last;
  }

  /** Whether a conversation was started and is kept still. */
  async exists(conversation: string): Promise<boolean> {
    return (await this.#parts.log.find(keyOf(conversation))) !== undefined;
  }

  /**
   * Takes what a client says, and lets the bot answer. The same client id again is the same activity.
   *
   * @param user who says it
   * @returns the activity's id
   * @throws HttpProblem 404 for an unknown conversation, 400 for one that has ended, 502 when the bot failed
   */
  async post(conversation: string, posted: PostedActivity, user: string): Promise<string> {
    const key = keyOf(conversation);
    if (!KEPT_TYPES.has(posted.type)) {
      await this.#find(conversation);
      return activityId(conversation, 0);
    }
    const mark = markOf(`client ${posted.channelData?.clientActivityID ?? randomBytes(16).toString('base64url')}`);
    const kept: KeptActivity = {
      ...posted,
      timestamp: this.#parts.now().toISOString(),
      from: { ...posted.from, id: user, role: 'user' },
    };
    const place = await this.#parts.log.append(key, mark, this.#seal(kept));
    if (place.kind === 'unknown') throw unknownConversation();
    if (place.kind === 'ended')
      throw new HttpProblem(400, 'The conversation has ended.', 'Start a new one.', { code: 'ConversationEnded' });
    if (place.added) this.#tell(conversation);
    if (posted.type === 'message') await this.#answer(conversation, mark, place.number, kept.text ?? '');
    // A vote that comes again late must not replace a newer one.
    if (posted.type === 'event' && posted.name === FEEDBACK_EVENT && place.added)
      await this.#vote(conversation, posted);
    if (posted.type === 'endOfConversation') await this.#parts.log.end(key);
    return activityId(conversation, place.number);
  }

  /** What was said after a place, as clients see it; the watermark is the place after it. */
  async read(conversation: string, after: number): Promise<ActivitySet> {
    const placed = await this.entries(conversation, after);
    return {
      activities: placed.flatMap(({ activity }) => activity ?? []),
      watermark: String(placed.at(-1)?.number ?? after),
    };
  }

  /** The same with the place of each; one that can no longer be opened has a place only. */
  async entries(conversation: string, after: number): Promise<{ number: number; activity: object | undefined }[]> {
    const entries = await this.#parts.log.after(keyOf(conversation), after, SET_SIZE);
    return entries.map(({ number, json }) => ({ number, activity: this.#shown(conversation, number, json) }));
  }

  /** Calls back whenever something was said in a conversation. @returns stops it */
  listen(conversation: string, onChange: () => void): () => void {
    const listeners = this.#listeners.get(conversation) ?? new Set();
    this.#listeners.set(conversation, listeners.add(onChange));
    return () => {
      listeners.delete(onChange);
      if (listeners.size === 0) this.#listeners.delete(conversation);
    };
  }

  /** Sends replies that were left unsent. */
  readonly sendLater: SendLater = async ({ conversation }, target, replies) => {
    await this.#send(conversation, targetSchema.parse(target), replies);
    return 'sent';
  };

  async #find(conversation: string) {
    const found = await this.#parts.log.find(keyOf(conversation));
    if (found === undefined) throw unknownConversation();
    return found;
  }

  async #isFull(): Promise<boolean> {
    const now = this.#parts.now().getTime();
    if (now >= this.#counted.until)
      this.#counted = { conversations: await this.#parts.log.count(), until: now + COUNTED_FOR };
    return this.#counted.conversations >= MOST_CONVERSATIONS;
  }

  #sendBy(conversation: string, target: Target): SendBy {
    return { target, send: (replies) => this.#send(conversation, target, replies) };
  }

  /** Puts replies in the log, each once, however often they are sent. */
  async #send(conversation: string, { mark, number }: Target, replies: readonly Reply[]): Promise<void> {
    const { log } = this.#parts;
    const key = keyOf(conversation);
    for (const [place, reply] of replies.entries()) {
      const kept: KeptActivity = {
        ...(this.#parts.render(reply, key) as { type: string }),
        timestamp: this.#parts.now().toISOString(),
        from: { id: 'spoor2', name: 'Spoor 2-assistent', role: 'bot' },
        topics: topicsOf(reply),
        ...(number !== undefined && { replyToId: activityId(conversation, number) }),
      };
      await log.append(key, markOf(`${mark} reply ${place}`), this.#seal(kept));
    }
    this.#tell(conversation);
    const health = replies.find(({ aboutHealth }) => aboutHealth);
    if (health && number !== undefined) await this.#dropWords(conversation, number, health.level);
  }

  /** Lets the bot answer a message; when that fails, the same message again is answered. */
  async #answer(conversation: string, mark: string, number: number, text: string): Promise<void> {
    try {
      await this.#parts.bot.receive(
        { ...keyOf(conversation), id: mark, text, keeps: 'words' },
        this.#sendBy(conversation, { mark, number }),
      );
    } catch (error) {
      throw new HttpProblem(502, 'The assistant could not answer.', 'Send the same activity again.', {
        code: 'BotError',
        cause: error,
      });
    }
  }

  async #vote(conversation: string, { replyToId, value }: PostedActivity): Promise<void> {
    const verdict = feedbackVerdict(value);
    const number = replyToId === undefined ? undefined : activityNumber(conversation, replyToId);
    if (verdict === undefined || number === undefined) return;
    const [entry] = await this.#parts.log.after(keyOf(conversation), number - 1, 1);
    const answer = entry?.number === number ? this.#open(entry.json) : undefined;
    const level = answer?.channelData?.reply?.level;
    // What a client says of itself is no answer.
    if (answer?.from.role !== 'bot' || answer.topics === undefined || level === undefined) return;
    await this.#parts.feedback.vote(this.#anonymous(`${conversation} ${number}`), answer.topics, level, verdict);
  }

  /** Leaves nothing of what was said in an activity, wherever in it that stood. */
  async #dropWords(conversation: string, number: number, level: Level): Promise<void> {
    const [entry] = await this.#parts.log.after(keyOf(conversation), number - 1, 1);
    const said = entry?.number === number ? this.#open(entry.json) : undefined;
    if (said === undefined) return;
    await this.#parts.log.replace(keyOf(conversation), number, this.#seal(this.#withoutWords(said, level)));
  }

  #withoutWords({ type, timestamp, from: { id, role }, channelData }: KeptActivity, level: Level): KeptActivity {
    return {
      type,
      timestamp,
      from: { id, role },
      text: this.#parts.notKept[level],
      channelData: { clientActivityID: channelData?.['clientActivityID'] },
    };
  }

  #shown(conversation: string, number: number, json: string): object | undefined {
    const kept = this.#open(json);
    if (kept === undefined) return undefined;
    const { topics, ...activity } = kept;
    const id = activityId(conversation, number);
    return { ...activity, id, channelId: DIRECT_LINE, conversation: { id: conversation } };
  }

  /** A name that is always the same, and that nobody can trace back without the key. */
  #anonymous(name: string): string {
    const [key = new Uint8Array()] = this.#parts.keys();
    return createHmac('sha256', key).update(name).digest('base64url');
  }

  #tell(conversation: string): void {
    this.#tellHere(conversation);
    this.#parts.news.tell(conversation);
  }

  #tellHere(conversation: string): void {
    for (const listener of this.#listeners.get(conversation) ?? []) listener();
  }

  #seal(kept: KeptActivity): string {
    // It is deleted a day after its conversation was last used; a busy one lasts longer, but not a week.
    return seal(kept, this.#parts.keys(), new Date(this.#parts.now().getTime() + 7 * RETENTION.web), 'quick');
  }

  #open(json: string): KeptActivity | undefined {
    const opened = unseal(json, this.#parts.keys(), this.#parts.now());
    return opened.kind === 'ok' ? (opened.value as KeptActivity) : undefined;
  }
}

function keyOf(conversation: string): ConversationKey {
  return { channel: DIRECT_LINE, conversation };
}

/** A client's own name for an activity may say anything: only this much of it is kept. */
function markOf(name: string): string {
  return createHash('sha256').update(name).digest('base64url');
}

function unknownConversation(): HttpProblem {
  return new HttpProblem(404, 'There is no such conversation.', 'Start a new one.', { code: 'ConversationNotFound' });
}
