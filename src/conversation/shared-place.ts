import { present } from '../shared/present.ts';
import { messagesFor } from './assistant.ts';
import { say } from './compose.ts';
import type { Setting } from './setting.ts';
import { aside, type TurnResult } from './turn-result.ts';

/**
 * Where others read along, what works out a person's dates or duties becomes the offer to go on elsewhere: that someone is ill, and
 * since when, is nobody else's business.
 */
export function withoutPlan(result: TurnResult, { shared, assistant, session: before }: Setting): TurnResult {
  const { dialog, leftDialogs, audience, audienceSaid, ...rest } = result.session;
  if (!shared || dialog === undefined) return result;
  // Who was taken to be asking for the sake of the plan, did not say so.
  const session = { ...rest, ...present({ audience: before.audience, audienceSaid: before.audienceSaid }) };
  return aside(session, { ...say(session, messagesFor(assistant, session).elsewhere), elsewhere: true });
}
