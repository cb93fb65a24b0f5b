import { deliveryMark, reminderMark } from '../marks.ts';
import { present } from '../../shared/present.ts';
import type {
  ConversationKey,
  ConversationStore,
  Delivery,
  HandledDelivery,
  KeptPlan,
  OpenedConversation,
  SavedTurn,
} from '../conversation-store.ts';
import type { SqliteDatabase } from './database.ts';

export class SqliteConversationStore implements ConversationStore {
  readonly #db: SqliteDatabase;

  constructor(db: SqliteDatabase) {
    this.#db = db;
  }

  open(key: ConversationKey, deliveryId?: string): Promise<OpenedConversation> {
    return this.#db.whenFree(() => {
      const { channel, conversation } = key;
      const session = this.#db
        .prepare('SELECT json, version FROM session WHERE channel = ? AND conversation = ?')
        .get(channel, conversation);
      const plan = this.#db
        .prepare('SELECT json FROM plan WHERE channel = ? AND conversation = ?')
        .get(channel, conversation);
      return present({
        session: session && { json: String(session['json']), version: Number(session['version']) },
        planJson: plan && String(plan['json']),
        delivery: deliveryId === undefined ? undefined : this.#handled(deliveryMark(key, deliveryId)),
      });
    });
  }

  save(key: ConversationKey, expected: number, { sessionJson, delivery, plan }: SavedTurn): Promise<boolean> {
    return this.#db.whenFree(() =>
      this.#db.transaction(() => {
        const { channel, conversation } = key;
        if (delivery && this.#handled(deliveryMark(key, delivery.id)) !== undefined) return false;
        const { changes } =
          expected === 0
            ? this.#db
                .prepare('INSERT INTO session VALUES (?, ?, 1, ?, ?) ON CONFLICT DO NOTHING')
                .run(channel, conversation, sessionJson, Date.now())
            : this.#db
                .prepare(
                  'UPDATE session SET version = version + 1, json = ?, saved_at = ? WHERE channel = ? AND conversation = ? AND version = ?',
                )
                .run(sessionJson, Date.now(), channel, conversation, expected);
        if (changes === 0) return false;
        if (delivery) this.#note(key, delivery);
        if (plan !== undefined) this.#deletePlan(key);
        if (plan) this.#keepPlan(key, plan);
        return true;
      }),
    );
  }

  sent(key: ConversationKey, deliveryId: string): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare('DELETE FROM outbox WHERE mark = ?').run(deliveryMark(key, deliveryId));
    });
  }

  forget(key: ConversationKey, delivery?: Delivery): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.transaction(() => {
        const { channel, conversation } = key;
        for (const table of ['session', 'plan', 'outbox'])
          this.#db.prepare(`DELETE FROM ${table} WHERE channel = ? AND conversation = ?`).run(channel, conversation);
        this.#db
          .prepare("UPDATE activity SET json = '' WHERE channel = ? AND conversation = ?")
          .run(channel, conversation);
        if (delivery) this.#note(key, delivery);
      });
      this.#db.eraseDeleted();
    });
  }

  deleteSessionsBefore(moment: Date): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare('DELETE FROM session WHERE saved_at < ?').run(moment.getTime());
    });
  }

  deletePlansPast(moment: Date): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.transaction(() => {
        const past = this.#db
          .prepare('DELETE FROM plan WHERE kept_until < ? RETURNING channel, conversation')
          .all(moment.getTime());
        for (const { channel, conversation } of past)
          this.#deleteReminders({ channel: String(channel), conversation: String(conversation) });
      });
    });
  }

  dropDeliveriesBefore(moment: Date): Promise<void> {
    return this.#db.whenFree(() => {
      this.#db.prepare('DELETE FROM handled WHERE handled_at < ?').run(moment.getTime());
    });
  }

  #handled(mark: string): HandledDelivery | undefined {
    const row = this.#db
      .prepare('SELECT json FROM handled LEFT JOIN outbox USING (mark) WHERE handled.mark = ?')
      .get(mark);
    if (row === undefined) return undefined;
    return row['json'] === null ? {} : { outgoingJson: String(row['json']) };
  }

  #note(key: ConversationKey, { id, outgoingJson, due }: Delivery): void {
    const mark = deliveryMark(key, id);
    this.#db.prepare('INSERT INTO handled VALUES (?, ?) ON CONFLICT DO NOTHING').run(mark, Date.now());
    this.#putOut(key, mark, 'replies', outgoingJson, due);
  }

  #keepPlan(key: ConversationKey, { json, until, reminders }: KeptPlan): void {
    this.#db.prepare('INSERT INTO plan VALUES (?, ?, ?, ?)').run(key.channel, key.conversation, json, until.getTime());
    for (const reminder of reminders)
      this.#putOut(key, reminderMark(key, reminder.name), 'reminder', reminder.json, reminder.due);
  }

  #deletePlan(key: ConversationKey): void {
    this.#db.prepare('DELETE FROM plan WHERE channel = ? AND conversation = ?').run(key.channel, key.conversation);
    this.#deleteReminders(key);
  }

  #deleteReminders({ channel, conversation }: ConversationKey): void {
    this.#db
      .prepare("DELETE FROM outbox WHERE channel = ? AND conversation = ? AND kind = 'reminder'")
      .run(channel, conversation);
  }

  #putOut({ channel, conversation }: ConversationKey, mark: string, kind: string, json: string, due: Date): void {
    this.#db
      .prepare(
        'INSERT INTO outbox (mark, channel, conversation, kind, json, due) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      )
      .run(mark, channel, conversation, kind, json, due.getTime());
  }
}
