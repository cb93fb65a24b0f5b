import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../conversation/assistant.ts';
import type { Reply } from '../conversation/reply.ts';
import { QUICK_DIALOG } from '../conversation/dialogs/book.ts';
import { remind } from '../conversation/reminder.ts';
import { readSavedPlan, type SavedPlan } from '../conversation/saved-plan.ts';
import { isOff } from '../conversation/switched-off.ts';
import type { ConversationKey, ConversationStore } from '../store/conversation-store.ts';
import type { ClaimedEntry, Outbox, OutboxEntry } from '../store/outbox.ts';
import type { Inbox } from './inbox.ts';
import { quietUntil, readReminder } from './kept-plan.ts';
import { readOutgoing } from './outgoing.ts';
import { within } from './within.ts';

/**
 * Sends replies without a request that waits for them.
 *
 * @returns `gone` when nobody is there any more: it is not tried again
 * @throws when it may succeed later, or the target says nothing
 */
export type SendLater = (key: ConversationKey, target: unknown, replies: readonly Reply[]) => Promise<'sent' | 'gone'>;

export interface DispatcherParts {
  outbox: Outbox;
  conversations: ConversationStore;
  inbox: Inbox;
  /** How to send on a channel; nothing for a channel that cannot. */
  senderFor: (channel: string) => SendLater | undefined;
  assistant: Assistant;
  today: () => Temporal.PlainDate;
  onFailure: (error: unknown) => void;
  now?: () => Date;
  /** How often it looks whether something is to be sent, in milliseconds. */
  every?: number;
}

/** How often is looked whether something is to be sent. Milliseconds. */
const EVERY = 5_000;

/** So few entries are taken at once that all of them can be sent before another may take them. */
const AT_ONCE = 4;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** So long an entry belongs to the process that took it; after a failure each time twice as long. */
const CLAIM = MINUTE;
const LONGEST_CLAIM = HOUR;

/** After so many failures a reply is given up: it is then of no use any more. */
const MOST_FAILURES = 12;

/** So long may sending take: channels give up before, and the claim lasts longer. */
const LONGEST_SENDING = 25 * SECOND;

/** While reminders are switched off, they wait so long. */
const SWITCHED_OFF_PAUSE = HOUR;

/** After so many days on which nobody was there, a reminder is given up. The plan stays: it was asked for. */
const MOST_ABSENCES = 7;

/**
 * Sends what waits in the outbox: replies whose sending was cut off, and reminders. Each is sent under its conversation's lock
 * by who holds it, and taken out after it was sent; whoever stops in between leaves it to another.
 */
export class OutboxDispatcher {
  readonly #parts: DispatcherParts;
  /** Reminders that were sent while the store could not note it. */
  readonly #sent = new Set<string>();
  #isStopping = false;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> = Promise.resolve();

  constructor(parts: DispatcherParts) {
    this.#parts = parts;
  }

  start(): void {
    const every = this.#parts.every ?? EVERY;
    const next = () => {
      this.#running = this.sweep().catch(this.#parts.onFailure);
      void this.#running.then(() => {
        if (!this.#isStopping) this.#timer = setTimeout(next, every).unref();
      });
    };
    this.#timer = setTimeout(next, every).unref();
  }

  /** Takes nothing any more. @returns resolves when what is being sent was sent */
  stop(): Promise<void> {
    this.#isStopping = true;
    clearTimeout(this.#timer);
    return this.#running;
  }

  /** Sends everything whose time has come, as far as it can be sent now. */
  async sweep(): Promise<void> {
    for (;;) {
      const entries = await this.#parts.outbox.claim(this.#now(), this.#in(CLAIM), AT_ONCE);
      for (const entry of entries) {
        if (this.#isStopping) return;
        await this.#send(entry);
      }
      if (entries.length < AT_ONCE) return;
    }
  }

  async #send(entry: OutboxEntry): Promise<void> {
    try {
      if (entry.kind === 'replies') await this.#sendReplies(entry);
      else await this.#parts.inbox.alone(entry, () => this.#sendReminder(entry));
    } catch (error) {
      this.#parts.onFailure(error);
    }
  }

  async #sendReplies(entry: OutboxEntry): Promise<void> {
    const send = this.#parts.senderFor(entry.channel);
    const outgoing = readOutgoing(entry.json);
    if (send !== undefined && outgoing?.target !== undefined)
      try {
        await this.#parts.inbox.sendLeft(entry, outgoing.id, async ({ target, replies }) => {
          await within(LONGEST_SENDING, send(entry, target, replies));
        });
      } catch (error) {
        if (entry.failures + 1 < MOST_FAILURES) await this.#later(entry, entry.failures);
        else await this.#parts.outbox.remove(entry);
        throw error;
      }
    await this.#parts.outbox.remove(entry);
  }

  async #sendReminder(entry: OutboxEntry): Promise<void> {
    const { outbox, assistant } = this.#parts;
    const held: ClaimedEntry = { mark: entry.mark, claim: this.#in(CLAIM) };
    // Forgotten, kept anew, or another's by now.
    if (!(await outbox.hold(entry, held.claim))) return;
    if (this.#sent.has(entry.mark)) {
      await this.#done(held);
      return;
    }
    const quiet = quietUntil(this.#now(), Math.random());
    if (quiet !== undefined) {
      await outbox.hold(held, quiet);
      return;
    }
    try {
      const plan = await this.#planOf(entry);
      // Dates that are being looked at are not lost: they are said when they are right.
      if (isOff(assistant, QUICK_DIALOG)) {
        await outbox.hold(held, this.#in(SWITCHED_OFF_PAUSE));
        return;
      }
      const reminder = readReminder(entry.json);
      const send = this.#parts.senderFor(entry.channel);
      if (reminder === undefined || send === undefined) throw new Error('a reminder cannot be read or sent');
      const reply = remind(plan, reminder.row, this.#parts.today(), assistant);
      const became = reply && (await within(LONGEST_SENDING, send(entry, reminder.target, [reply])));
      if (became === 'gone' && entry.failures + 1 < MOST_ABSENCES) await outbox.hold(held, this.#in(DAY), true);
      else await this.#done(held);
    } catch (error) {
      await this.#later(held, entry.failures);
      throw error;
    }
  }

  /** The plan that a reminder belongs to: deleting it takes the reminder along. @throws Error when it cannot be read */
  async #planOf(entry: OutboxEntry): Promise<SavedPlan> {
    const { planJson } = await this.#parts.conversations.open(entry);
    const plan = readSavedPlan(planJson);
    if (plan === undefined) throw new Error('the plan of a reminder cannot be read');
    return plan;
  }

  /** Takes out what was sent; while the store cannot, this process remembers it. */
  async #done(held: ClaimedEntry): Promise<void> {
    this.#sent.add(held.mark);
    await this.#parts.outbox.remove(held);
    this.#sent.delete(held.mark);
  }

  /** Leaves it for longer after each failure, by chance, so that not all of them come at once. */
  async #later(entry: ClaimedEntry, failures: number): Promise<void> {
    const pause = Math.min(LONGEST_CLAIM, CLAIM * 2 ** failures) * (0.75 + Math.random() / 2);
    await this.#parts.outbox.hold(entry, this.#in(pause), true);
  }

  #in(milliseconds: number): Date {
    return new Date(this.#now().getTime() + Math.round(milliseconds));
  }

  #now(): Date {
    return this.#parts.now?.() ?? new Date();
  }
}
