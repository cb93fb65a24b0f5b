import { z } from 'zod';
import type { Citation, Messages } from '../knowledge/knowledge.ts';
import type { Level } from '../shared/level.ts';
import type { ConversationKey } from '../store/conversation-store.ts';
import { seal, unseal } from '../store/seal.ts';

/** Name of the file with all that is stored of a conversation. */
export const DATA_FILE = 'mijn-gegevens.json';

/** How long an address works: it shows what is stored when it is opened. Milliseconds. */
const LIFETIME = 60 * 60 * 1000;

const sealedKey = z.strictObject({ channel: z.string(), conversation: z.string() });

/** The conversation behind an address, or why there is none. */
export type OpenedData = { kind: 'ok'; key: ConversationKey } | { kind: 'expired' } | { kind: 'invalid' };

/** Addresses at which people get all that is stored of their conversation. Sealed: only who was given one has it. */
export class DataAddresses {
  readonly #keys: () => readonly Uint8Array[];
  readonly #base: string;
  readonly #messages: Readonly<Record<Level, Messages>>;

  /**
   * @param keys 32 octets each, of no other purpose; the first seals, all open
   * @param base what stands before the path: an origin, or nothing for addresses on the page's own
   */
  constructor(keys: () => readonly Uint8Array[], base: string, messages: Readonly<Record<Level, Messages>>) {
    this.#keys = keys;
    this.#base = base;
    this.#messages = messages;
  }

  /** The address for a conversation, with its name. */
  link({ channel, conversation }: ConversationKey, level: Level, now: Date): Citation {
    const token = seal({ channel, conversation }, this.#keys(), new Date(now.getTime() + LIFETIME));
    return { title: this.#messages[level].data.download, url: `${this.#base}/d/${token}/${DATA_FILE}` };
  }

  open(token: string, now: Date): OpenedData {
    const opened = unseal(token, this.#keys(), now);
    if (opened.kind !== 'ok') return opened;
    const key = sealedKey.safeParse(opened.value).data;
    return key === undefined ? { kind: 'invalid' } : { kind: 'ok', key };
  }
}
