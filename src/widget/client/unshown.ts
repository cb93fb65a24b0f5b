import { conversationOf, placeOf, type Outgoing } from './activity.ts';
import type { TabStorage } from './tab-storage.ts';

/** What was said here and has not come back from the server, in order; kept in the tab. */
export class Unshown {
  readonly #storage: TabStorage;
  #list: readonly Outgoing[];
  /** The server's ids of what it has. */
  readonly #taken = new Map<string, string>();
  /** The last thing that the conversation which ended last is done with, by its id. */
  #endedAt = '';

  constructor(storage: TabStorage) {
    this.#storage = storage;
    this.#list = storage.get('outgoing') ?? [];
  }

  get list(): readonly Outgoing[] {
    return this.#list;
  }

  /** The first thing that the server does not have. */
  get next(): Outgoing | undefined {
    return this.#list.find(({ id }) => !this.#taken.has(id));
  }

  add(outgoing: Outgoing): void {
    this.#keep([...this.#list, outgoing]);
  }

  remove(id: string): void {
    this.#taken.delete(id);
    this.#keep(this.#list.filter((one) => one.id !== id));
  }

  /** The server has it. @returns what will never be shown, as `endConversation` */
  take(id: string, activity: string): readonly string[] {
    if (this.#list.some((one) => one.id === id)) this.#taken.set(id, activity);
    return this.#settle();
  }

  /**
   * A conversation ended. What it took and did not show is to be said again in the next, except what it is done with.
   *
   * @param upTo the last activity that it is done with
   * @returns ids of what it is done with, which is no longer here
   */
  endConversation(upTo: string): readonly string[] {
    this.#endedAt = upTo;
    return this.#settle();
  }

  #settle(): readonly string[] {
    const ended = [...this.#taken].filter(([, activity]) => conversationOf(activity) === conversationOf(this.#endedAt));
    for (const [id] of ended) this.#taken.delete(id);
    const done = ended.filter(([, activity]) => placeOf(activity) <= placeOf(this.#endedAt)).map(([id]) => id);
    for (const id of done) this.remove(id);
    return done;
  }

  #keep(list: readonly Outgoing[]): void {
    this.#list = list;
    this.#storage.set('outgoing', list);
  }
}
