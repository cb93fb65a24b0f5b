import { Pool, type ClientConfig, type PoolClient } from 'pg';
import { connectingFailed, DatabaseError, statementFailed, type Failure } from './database-error.ts';
import { withPatience } from './patience.ts';

/** So many connections at most; who finds all of them busy waits as long as for a new one. */
const MOST_CONNECTIONS = 10;

/** A connection that was not used so long is closed. Milliseconds. */
const IDLE_LIMIT = 60_000;

/** So many rows are deleted in one go, so that nobody waits long. */
const DELETED_AT_ONCE = 1_000;

/** A value for a statement. */
export type Value = string | number | boolean | Date | null | readonly string[] | readonly Date[];

export type Row = Readonly<Record<string, unknown>>;

export interface Result {
  rows: readonly Row[];
  /** Rows that were read or changed. */
  count: number;
}

/**
 * PostgreSQL through a pool: prepared statements, each of which is a transaction of its own.
 *
 * A statement that certainly had no effect is tried again within some seconds: the database could not be reached, or undid
 * it. Whether a statement took effect that was under way when its connection was lost, nobody knows: only `repeatable` ones
 * are then run again.
 */
export class PostgresDatabase {
  readonly #pool: Pool;
  readonly #names = new Map<string, string>();
  #closed: Promise<void> | undefined;

  /** @param onError hears of idle connections that were lost */
  constructor(options: ClientConfig, onError: (error: Error) => void) {
    this.#pool = new Pool({
      ...options,
      max: MOST_CONNECTIONS,
      idleTimeoutMillis: IDLE_LIMIT,
      allowExitOnIdle: true,
    });
    this.#pool.on('error', (error) => {
      onError(statementFailed(error));
    });
    // One that is in use tells by its statement.
    this.#pool.on('connect', (client) => client.on('error', () => undefined));
  }

  /** Runs a statement that leaves the same, and gives the same, when it runs twice. @throws DatabaseError */
  repeatable(sql: string, ...values: readonly Value[]): Promise<Result> {
    return this.#patiently(['unreachable', 'undone', 'unknown'], sql, values);
  }

  /** Runs a statement that must not run twice. @throws DatabaseError */
  once(sql: string, ...values: readonly Value[]): Promise<Result> {
    return this.#patiently(['unreachable', 'undone'], sql, values);
  }

  /**
   * Deletes all rows of a kind, some at a time.
   *
   * @param sql with what decides about a row as `$1`, and as `$2` how many rows to delete at most
   */
  async deleteAll(sql: string, value: Value): Promise<void> {
    while ((await this.repeatable(sql, value, DELETED_AT_ONCE)).count === DELETED_AT_ONCE);
  }

  close(): Promise<void> {
    this.#closed ??= this.#pool.end();
    return this.#closed;
  }

  #patiently(worthIt: readonly Failure[], sql: string, values: readonly Value[]): Promise<Result> {
    return withPatience(
      () => this.#run(sql, values),
      (error) => this.#closed === undefined && error instanceof DatabaseError && worthIt.includes(error.failure),
    );
  }

  async #run(sql: string, values: readonly Value[]): Promise<Result> {
    const client = await this.#connection();
    try {
      const { rows, rowCount } = await client.query<Row>({
        name: this.#nameOf(sql),
        text: sql,
        values: values.map(storable),
      });
      client.release();
      return { rows, count: rowCount ?? 0 };
    } catch (error) {
      // A connection on which something failed may not be what it was: another server, or half an answer.
      client.release(true);
      throw statementFailed(error);
    }
  }

  async #connection(): Promise<PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw connectingFailed(error);
    }
  }

  #nameOf(sql: string): string {
    const name = this.#names.get(sql) ?? `s${this.#names.size}`;
    this.#names.set(sql, name);
    return name;
  }
}

/** PostgreSQL keeps every character but one. */
function storable(value: Value): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '\u2400');
  return Array.isArray(value) ? value.map(storable) : value;
}
