import { LEVELS, type Level } from '../../shared/level.ts';
import { VERDICTS, type Outgoing, type Verdict } from './activity.ts';

/** The part of `sessionStorage` that is used. */
export interface KeyedTexts {
  getItem: (key: string) => string | null;
  setItem: (key: string, text: string) => void;
  removeItem: (key: string) => void;
}

/** What is kept, by key; every value is JSON. */
export interface Kept {
  session: { token: string; conversationId: string; expiresAt: number; started: boolean };
  outgoing: readonly Outgoing[];
  draft: string;
  /** The place up to which messages were seen. */
  seen: number;
  level: Level;
  verdicts: Readonly<Record<string, Verdict>>;
  open: boolean;
}

/** What fits of a value that was found: another version, or the page itself, may have written it. */
const FITTING: { [Key in keyof Kept]: (value: unknown) => Kept[Key] | undefined } = {
  session: (value) => (isSession(value) ? value : undefined),
  outgoing: (value) => (Array.isArray(value) ? value.filter(isOutgoing) : undefined),
  draft: (value) => (typeof value === 'string' ? value : undefined),
  seen: (value) => (typeof value === 'number' ? value : undefined),
  level: (value) => LEVELS.find((level) => level === value),
  verdicts: (value) =>
    isRecord(value) && Object.values(value).every(isVerdict) ? (value as Kept['verdicts']) : undefined,
  open: (value) => (typeof value === 'boolean' ? value : undefined),
};

/**
 * What one tab remembers of the conversation with one server, over a reload and not longer than the tab. A browser
 * that allows no storage remembers until the page goes.
 */
export class TabStorage {
  readonly #prefix: string;
  readonly #memory = new Map<string, string>();
  readonly #texts: KeyedTexts | undefined;

  /** @param texts gives the browser's storage, or throws where that is blocked */
  constructor(server: string, texts: () => KeyedTexts) {
    this.#prefix = `spoor2:${server}:`;
    this.#texts = attempt(texts);
  }

  get<Key extends keyof Kept>(key: Key): Kept[Key] | undefined {
    const name = this.#prefix + key;
    const text = this.#memory.get(name) ?? attempt(() => this.#texts?.getItem(name));
    return typeof text === 'string' ? attempt(() => FITTING[key](JSON.parse(text))) : undefined;
  }

  set<Key extends keyof Kept>(key: Key, value: Kept[Key]): void {
    const name = this.#prefix + key;
    const text = JSON.stringify(value);
    this.#memory.set(name, text);
    // Full or blocked: it is in memory.
    attempt(() => this.#texts?.setItem(name, text));
  }

  remove(key: keyof Kept): void {
    this.#memory.delete(this.#prefix + key);
    attempt(() => this.#texts?.removeItem(this.#prefix + key));
  }
}

function attempt<Value>(action: () => Value): Value | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

function isSession(value: unknown): value is Kept['session'] {
  return (
    isRecord(value) &&
    typeof value['token'] === 'string' &&
    typeof value['conversationId'] === 'string' &&
    typeof value['expiresAt'] === 'number' &&
    typeof value['started'] === 'boolean'
  );
}

function isOutgoing(value: unknown): value is Outgoing {
  if (!isRecord(value) || typeof value['id'] !== 'string') return false;
  return value['type'] === 'message'
    ? typeof value['text'] === 'string'
    : value['type'] === 'rating' && typeof value['replyToId'] === 'string' && isVerdict(value['verdict']);
}

function isVerdict(value: unknown): value is Verdict {
  return VERDICTS.some((verdict) => verdict === value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
