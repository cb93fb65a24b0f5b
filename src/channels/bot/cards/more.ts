import type { Reply, Section } from '../../../conversation/reply.ts';
import type { Messages } from '../../../knowledge/knowledge.ts';
import type { Element } from './elements.ts';
import { buttonData } from './press-data.ts';

/** A button for the sections that did not fit. Answers to topics can always be had; what a dialog came to only while it stands. */
export function moreAction(left: readonly Section[], reply: Reply, { showMore }: Messages): Element {
  const topics = [...new Set(left.flatMap(({ topic }) => topic ?? []))];
  const more = { last: left.length, topics };
  const data = buttonData(reply, topics.length > 0 ? {} : { onlyNow: true }, { say: showMore, more });
  return { type: 'Action.Submit', title: showMore, data, associatedInputs: 'none' };
}
