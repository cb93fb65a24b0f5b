import type { Level } from '../../shared/level.ts';
import { FORGET_COMMAND } from '../words.ts';
import { bodyOf, newId, placeOf, type ActivitySet, type Outgoing, type Verdict } from './activity.ts';
import type { Api } from './api.ts';
import { Outbox } from './outbox.ts';
import type { RequestFault } from './request-fault.ts';
import { Session } from './session.ts';
import { Stream } from './stream.ts';
import type { TabStorage } from './tab-storage.ts';
import { Unshown } from './unshown.ts';
import {
  EMPTY_VIEW,
  isAnswered,
  levelOf,
  withActivities,
  withoutMessages,
  withoutPending,
  withPending,
  withRefused,
  type Message,
  type View,
} from './view.ts';

/** Half the life of a token. Milliseconds. */
const REFRESH_INTERVAL = 15 * 60_000;
/** A message that was taken comes back sooner than this, or the stream is dead. Milliseconds. */
const ECHO_PATIENCE = 4000;

export interface ConversationState {
  view: View;
  level: Level | undefined;
  /** `closed`: the server seems not to speak with this site. */
  connection: 'up' | 'lost' | 'closed';
  /** An earlier conversation was kept no longer. */
  earlierGone: boolean;
  verdicts: Readonly<Record<string, Verdict>>;
}

export interface ConversationEvents {
  changed: (state: ConversationState) => void;
  /** The bot said something that this tab had not had before. */
  arrived: (messages: readonly Message[]) => void;
  /** The server has what was said here. */
  sent: () => void;
}

/** One conversation with the assistant, from the first word to the last, over reloads and broken connections. */
export class Conversation {
  readonly #api: Api;
  readonly #storage: TabStorage;
  readonly #events: ConversationEvents;
  readonly #session: Session;
  readonly #unshown: Unshown;
  readonly #outbox: Outbox;
  #state: ConversationState;
  #stream: Stream | undefined;
  #watermark = '0';
  #seen: number;
  /** The request to delete everything that was sent and is not answered: what follows it is of another conversation. */
  #forgetting: string | undefined;
  #forgotten = false;
  #streamLost = false;
  #outboxLost = false;

  /** @param level the level to begin with, when the page asks for one */
  constructor(api: Api, storage: TabStorage, level: Level | undefined, events: ConversationEvents) {
    this.#api = api;
    this.#storage = storage;
    this.#events = events;
    this.#seen = storage.get('seen') ?? 0;
    this.#unshown = new Unshown(storage);
    this.#state = {
      view: this.#unshown.list.reduce(
        (view, one) => (one.type === 'message' ? withPending(view, one.id, one.text) : view),
        EMPTY_VIEW,
      ),
      level: storage.get('level') ?? level,
      connection: 'up',
      earlierGone: false,
      verdicts: storage.get('verdicts') ?? {},
    };
    this.#session = new Session(api, storage, {
      level: () => this.#state.level,
      lost: (id) => {
        this.#lost(id);
      },
    });
    this.#outbox = new Outbox({
      next: () => this.#next(),
      post: (outgoing) => this.#post(outgoing),
      posted: (outgoing, id) => {
        this.#posted(outgoing, id);
      },
      refused: (outgoing) => {
        this.#refused(outgoing);
      },
      delayed: (fault, failures) => {
        this.#delayed(fault, failures);
      },
    });
    setInterval(() => void this.#session.refresh(), REFRESH_INTERVAL);
  }

  get state(): ConversationState {
    return this.#state;
  }

  /** Connects, and sends what an earlier page left. A conversation that was just deleted begins anew with the next message. */
  open(): void {
    if (this.#stream !== undefined || this.#forgotten) return;
    this.#connect();
    void this.#outbox.run();
  }

  /** Says something. */
  send(text: string): void {
    this.open();
    if (this.#stream === undefined) this.#connect();
    const outgoing: Outgoing = { id: newId(), type: 'message', text };
    this.#queue(outgoing);
    this.#change({ view: withPending(this.#state.view, outgoing.id, text) });
  }

  /** Says whether a reply helped; a later verdict replaces an earlier one. */
  rate(replyToId: string, verdict: Verdict): void {
    this.#queue({ id: newId(), type: 'rating', replyToId, verdict });
    this.#change({ verdicts: { ...this.#state.verdicts, [replyToId]: verdict } });
    this.#storage.set('verdicts', this.#state.verdicts);
  }

  /** The network may be back or different: tries everything at once. */
  wake(): void {
    this.#stream?.restart();
    this.#outbox.hurry();
  }

  /** The network is gone. */
  offline(): void {
    if (this.#stream === undefined) return;
    this.#streamLost = true;
    this.#change({});
    this.#stream.restart();
  }

  #connect(): void {
    this.#forgotten = false;
    this.#watermark = '0';
    this.#stream = new Stream({
      address: () => this.#session.stream(this.#watermark),
      poll: () =>
        this.#session.call((token, conversation) => this.#api.activities(token, conversation, this.#watermark)),
      received: (set) => {
        this.#received(set);
      },
      up: () => {
        this.#up();
      },
      down: () => {
        this.#down();
      },
    });
  }

  #received({ activities, watermark }: ActivitySet): void {
    this.#watermark = watermark ?? this.#watermark;
    const { view: before } = this.#state;
    const view = withActivities(before, activities);
    const isNew = ({ id }: Message) => !before.messages.some((message) => message.id === id);
    const fresh = view.messages.filter((message) => isNew(message) && message.place > this.#seen);
    const echoed = before.pending.filter(({ key }) => !view.pending.some((pending) => pending.key === key));
    if (echoed.length > 0) this.#outboxLost = false;
    for (const { key } of echoed) this.#unshown.remove(key);
    this.#seen = Math.max(this.#seen, ...activities.map(({ id }) => placeOf(id)));
    this.#storage.set('seen', this.#seen);
    this.#change({ view, level: levelOf(view) ?? this.#state.level });
    if (this.#state.level !== undefined) this.#storage.set('level', this.#state.level);
    const clearing = activities.findLast(({ channelData }) => channelData?.reply?.clears === true);
    if (fresh.some(({ id }) => id === clearing?.id)) this.#forget(clearing?.replyToId ?? '');
    if (this.#forgetting !== undefined && isAnswered(view, this.#forgetting)) this.#goOn();
    if (echoed.length > 0) this.#events.sent();
    const said = fresh.filter(({ from }) => from === 'bot');
    if (said.length > 0) this.#events.arrived(said);
  }

  /** The visitor had everything deleted: nothing of it stays here either. What was said after it begins a new conversation. */
  #forget(upTo: string): void {
    this.#stream?.stop();
    this.#stream = undefined;
    this.#forgotten = true;
    this.#session.end();
    this.#startOver(upTo);
    this.#change({ earlierGone: false });
    this.#connectForMore();
    this.#goOn();
  }

  /** What a conversation took but never showed before it was gone is said again in the next. */
  #lost(conversation: string): void {
    this.#startOver(`${conversation}|0`);
    this.#change({ view: withoutMessages(this.#state.view), earlierGone: true });
    this.#stream?.restart();
    this.#goOn();
  }

  /** @param upTo the last activity of the conversation that ended that is not said again, by its id */
  #startOver(upTo: string): void {
    this.#watermark = '0';
    this.#seen = 0;
    this.#storage.remove('seen');
    this.#storage.remove('verdicts');
    for (const { id, type } of this.#unshown.list) if (type === 'rating') this.#unshown.remove(id);
    this.#change({ verdicts: {} });
    this.#takeAway(this.#unshown.endConversation(upTo));
  }

  #connectForMore(): void {
    if (this.#forgotten && this.#unshown.list.some(({ id }) => id !== this.#outbox.underWay)) this.#connect();
  }

  #takeAway(ids: readonly string[]): void {
    this.#change({ view: ids.reduce(withoutPending, this.#state.view) });
  }

  #goOn(): void {
    this.#forgetting = undefined;
    void this.#outbox.run();
  }

  #queue(outgoing: Outgoing): void {
    this.#unshown.add(outgoing);
    void this.#outbox.run();
  }

  #next(): Outgoing | undefined {
    const { next } = this.#unshown;
    return this.#forgetting === undefined || this.#forgetting === next?.id ? next : undefined;
  }

  #post(outgoing: Outgoing): Promise<string> {
    if (outgoing.type === 'message' && outgoing.text.toLowerCase() === FORGET_COMMAND) this.#forgetting = outgoing.id;
    return this.#session.callOnce((token, conversation) => this.#api.post(token, conversation, bodyOf(outgoing)));
  }

  #posted(outgoing: Outgoing, id: string): void {
    this.#stream?.look();
    this.#outboxLost = false;
    if (outgoing.type === 'rating') {
      this.#unshown.remove(outgoing.id);
      this.#change({});
      return;
    }
    this.#takeAway(this.#unshown.take(outgoing.id, id));
    this.#connectForMore();
    setTimeout(() => {
      if (this.#unshown.list.includes(outgoing)) this.#stream?.restart();
    }, ECHO_PATIENCE);
  }

  #refused(outgoing: Outgoing): void {
    this.#unshown.remove(outgoing.id);
    this.#change({ view: withRefused(this.#state.view, outgoing.id) });
    if (this.#forgetting === outgoing.id) this.#goOn();
  }

  #delayed({ kind, wait }: RequestFault, failures: number): void {
    // Who is asked to wait a moment still has a connection.
    if (kind === 'unreachable' || (failures > 1 && wait === 0)) this.#outboxLost = true;
    this.#change({});
  }

  #up(): void {
    if (!this.#streamLost) return;
    this.#streamLost = false;
    this.#outbox.hurry();
    this.#change({});
  }

  #down(): void {
    this.#streamLost = true;
    this.#change({});
  }

  #change(change: Partial<ConversationState>): void {
    const lost = this.#streamLost || this.#outboxLost;
    this.#state = {
      ...this.#state,
      ...change,
      connection: this.#session.forbidden ? 'closed' : lost ? 'lost' : 'up',
    };
    this.#events.changed(this.#state);
  }
}
