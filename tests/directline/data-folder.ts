import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import type { FeedbackCount } from '../../src/store/feedback-store.ts';

/** What a server has on its disk, looked at from outside. */
export class DataFolder {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  get #file(): string {
    return join(this.#folder, 'conversations.db');
  }

  /** Runs SQL beside the server. */
  run(sql: string, ...values: (string | number)[]): Record<string, unknown>[] {
    const db = new DatabaseSync(this.#file, { timeout: 5_000 });
    try {
      return db.prepare(sql).all(...values);
    } finally {
      db.close();
    }
  }

  /** How many rows of each table belong to a conversation. */
  rowsOf(conversation: string): Record<string, number> {
    const count = (table: string) =>
      Number(this.run(`SELECT count(*) AS count FROM ${table} WHERE conversation = ?`, conversation)[0]?.['count']);
    return {
      activity: count('activity'),
      logged_conversation: count('logged_conversation'),
      outbox: count('outbox'),
      plan: count('plan'),
      session: count('session'),
    };
  }

  /** The votes. */
  async votes(): Promise<FeedbackCount[]> {
    const store = openSqliteStore(this.#file);
    try {
      return await store.feedback.counts();
    } finally {
      await store.close();
    }
  }

  /** The files in which a text stands as it is, other than the content's cache. */
  filesWith(text: string): string[] {
    return readdirSync(this.#folder)
      .filter((name) => statSync(join(this.#folder, name)).isFile())
      .filter((name) => readFileSync(join(this.#folder, name)).includes(text));
  }
}
