import type { Reply } from '../conversation/reply.ts';
import type { Citation } from '../knowledge/knowledge.ts';

/**
 * A reply that tells a person what is kept, with the file of all of it below; any other reply as it is.
 *
 * @param link makes its address, at the moment of sending: it does not work for long
 */
export function withExport({ export: isWanted, ...reply }: Reply, link: (level: Reply['level']) => Citation): Reply {
  const last = reply.sections.at(-1);
  if (isWanted !== true || last === undefined) return reply;
  const files = [...(last.files ?? []), link(reply.level)];
  return { ...reply, sections: [...reply.sections.slice(0, -1), { ...last, files }] };
}
