import { createHash } from 'node:crypto';
import type { ConversationKey } from './conversation-store.ts';

/** A mark that tells deliveries apart without naming a conversation or a person. */
export function deliveryMark({ channel, conversation }: ConversationKey, deliveryId: string): string {
  return markOf([channel, conversation, deliveryId]);
}

/** A mark that tells reminders apart; none is that of a delivery. */
export function reminderMark({ channel, conversation }: ConversationKey, name: string): string {
  return markOf(['reminder', channel, conversation, name]);
}

function markOf(names: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(names)).digest('base64url');
}
