import { deliveryMark, reminderMark } from '../marks.ts';
import { present } from '../../shared/present.ts';
import type {
  ConversationKey,
  ConversationStore,
  Delivery,
  OpenedConversation,
  SavedTurn,
} from '../conversation-store.ts';
import type { PostgresDatabase, Value } from './database.ts';

/**
 * Conversations in PostgreSQL; each call is one round trip. `save` is the one that is not repeated when its connection is
 * lost: it may have been saved, and a second one would then say that someone else did.
 *
 * What is deleted can stay in the database's files until it is vacuumed, and in its write-ahead log and backups until these
 * are recycled: sessions, plans and replies are sealed there.
 */
export class PostgresConversationStore implements ConversationStore {
  readonly #db: PostgresDatabase;

  constructor(db: PostgresDatabase) {
    this.#db = db;
  }

  async open(key: ConversationKey, deliveryId?: string): Promise<OpenedConversation> {
    const { rows } = await this.#db.repeatable(
      `SELECT session.json AS session, session.version, plan.json AS plan, handled.mark, outbox.json AS outgoing
       FROM (VALUES (1)) AS one
       LEFT JOIN session ON session.channel = $1 AND session.conversation = $2
       LEFT JOIN plan ON plan.channel = $1 AND plan.conversation = $2
       LEFT JOIN handled ON handled.mark = $3
       LEFT JOIN outbox ON outbox.mark = handled.mark`,
      key.channel,
      key.conversation,
      deliveryId === undefined ? null : deliveryMark(key, deliveryId),
    );
    const [row] = rows;
    const sessionJson = textOf(row?.['session']);
    const isHandled = textOf(row?.['mark']) !== undefined;
    return present({
      session: sessionJson === undefined ? undefined : { json: sessionJson, version: Number(row?.['version']) },
      planJson: textOf(row?.['plan']),
      delivery: isHandled ? present({ outgoingJson: textOf(row?.['outgoing']) }) : undefined,
    });
  }

  async save(key: ConversationKey, expected: number, { sessionJson, delivery, plan }: SavedTurn): Promise<boolean> {
    const reminders = plan?.reminders ?? [];
    const { rows } = await this.#db.once(
      'SELECT save_turn($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) AS saved',
      key.channel,
      key.conversation,
      expected,
      sessionJson,
      ...noted(key, delivery),
      plan !== undefined,
      plan?.json ?? null,
      plan?.until ?? null,
      reminders.map(({ name }) => reminderMark(key, name)),
      reminders.map(({ json }) => json),
      reminders.map(({ due }) => due),
    );
    return rows[0]?.['saved'] === true;
  }

  async sent(key: ConversationKey, deliveryId: string): Promise<void> {
    await this.#db.repeatable('DELETE FROM outbox WHERE mark = $1', deliveryMark(key, deliveryId));
  }

  async forget(key: ConversationKey, delivery?: Delivery): Promise<void> {
    await this.#db.repeatable(
      'SELECT forget_conversation($1, $2, $3, $4, $5)',
      key.channel,
      key.conversation,
      ...noted(key, delivery),
    );
  }

  async deleteSessionsBefore(moment: Date): Promise<void> {
    await this.#db.deleteAll(
      `DELETE FROM session WHERE (channel, conversation) IN
         (SELECT channel, conversation FROM session WHERE saved_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)`,
      moment,
    );
  }

  async deletePlansPast(moment: Date): Promise<void> {
    await this.#db.repeatable(
      `WITH past AS MATERIALIZED (
         SELECT channel, conversation FROM plan WHERE kept_until < $1 FOR UPDATE SKIP LOCKED
       ), deleted AS (
         DELETE FROM plan USING past
         WHERE plan.channel = past.channel AND plan.conversation = past.conversation
       )
       DELETE FROM outbox USING past
       WHERE outbox.channel = past.channel AND outbox.conversation = past.conversation AND kind = 'reminder'`,
      moment,
    );
  }

  async dropDeliveriesBefore(moment: Date): Promise<void> {
    await this.#db.deleteAll(
      'DELETE FROM handled WHERE mark IN (SELECT mark FROM handled WHERE handled_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED)',
      moment,
    );
  }
}

function noted(key: ConversationKey, delivery: Delivery | undefined): Value[] {
  return delivery === undefined
    ? [null, null, null]
    : [deliveryMark(key, delivery.id), delivery.outgoingJson, delivery.due];
}

/** Nothing for what a row has no value for. */
function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
