import { answer } from './compose.ts';
import { show } from './dialogs/dialog-turn.ts';
import type { Setting } from './setting.ts';
import { existingTopics } from './show.ts';
import { asAside, aside, type TurnResult } from './turn-result.ts';

/** The end of a reply of which a channel showed only the beginning. */
export interface MoreWanted {
  /** So many of its last sections. */
  last: number;
  /** The topics that those answer; none when they belong to what a dialog came to. */
  topics: readonly string[];
}

/** The rest of a long reply; nothing when what it belonged to is no longer there. */
export function showMore({ last, topics }: MoreWanted, setting: Setting): TurnResult | undefined {
  const wanted = existingTopics([...new Set(topics)], setting.assistant);
  if (wanted.length > 0) return aside(setting.session, answer(wanted, setting));
  if (setting.session.dialog?.active !== true) return undefined;
  const result = asAside(show(setting));
  return { ...result, replies: result.replies.map((reply) => ({ ...reply, sections: reply.sections.slice(-last) })) };
}
