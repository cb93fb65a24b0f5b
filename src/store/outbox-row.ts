import type { OutboxEntry } from './outbox.ts';

/** An entry as both engines have it in a row. @param claim until when it belongs to who took it */
export function outboxEntryOf(row: Readonly<Record<string, unknown>>, claim: Date): OutboxEntry {
  return {
    mark: String(row['mark']),
    claim,
    channel: String(row['channel']),
    conversation: String(row['conversation']),
    kind: row['kind'] as OutboxEntry['kind'],
    json: String(row['json']),
    failures: Number(row['failures']),
  };
}
