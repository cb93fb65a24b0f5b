import { Client, type ClientConfig } from 'pg';
import { connectingFailed } from './database-error.ts';

/**
 * How we connect. What the address itself sets, such as `?application_name=`, counts.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws Error when it is no address of PostgreSQL; the message holds nothing of it
 */
export function connectionOptions(url: string): ClientConfig {
  if (!/^postgres(?:ql)?:\/\//.test(url)) throw new Error('an address of PostgreSQL begins with "postgres://"');
  return {
    connectionString: url,
    application_name: 'spoor2-assistent',
    connectionTimeoutMillis: 3_000,
    statement_timeout: 5_000,
    lock_timeout: 3_000,
    idle_in_transaction_session_timeout: 10_000,
    // For a server that does not answer at all.
    query_timeout: 6_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
}

/** A connection outside the pool. @throws DatabaseError when it cannot be made */
export async function connect(options: ClientConfig): Promise<Client> {
  try {
    const client = new Client(options);
    // Whoever uses it hears of it by its statement, or by its end.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (error) {
    throw connectingFailed(error);
  }
}
