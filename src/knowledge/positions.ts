import { EVENT_ID, getScalarValue, parseEvents, type Event } from 'js-yaml';

export type Path = readonly PropertyKey[];

/**
 * Finds the line (from 1) on which a value stands in a YAML source. A path that does not exist (a missing field) gives
 * the line of its nearest existing parent.
 *
 * @param source YAML that parses
 */
export function lineFinder(source: string): (path: Path) => number {
  const offsets = offsetsByPath(source);
  return (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const offset = offsets.get(key(path.slice(0, length)));
      if (offset !== undefined) return lineAt(source, offset);
    }
    return 1;
  };
}

/** Line (from 1) of a character offset. */
export function lineAt(source: string, offset: number): number {
  let line = 1;
  for (let at = source.indexOf('\n'); at !== -1 && at < offset; at = source.indexOf('\n', at + 1)) line += 1;
  return line;
}

interface Collection {
  path: Path;
  /** Index of the next item, or for a mapping the key that is being read. */
  next: number | string | undefined;
}

function offsetsByPath(source: string): Map<string, number> {
  const offsets = new Map<string, number>();
  const open: (Collection | undefined)[] = [];
  for (const event of parseEvents(source, {})) visit(event, source, open, offsets);
  return offsets;
}

function visit(event: Event, source: string, open: (Collection | undefined)[], offsets: Map<string, number>): void {
  if (event.type === EVENT_ID.POP) {
    open.pop();
    return;
  }
  if (event.type === EVENT_ID.DOCUMENT) {
    open.push(undefined);
    return;
  }
  const parent = open.at(-1);
  const offset = startOf(event);
  if (parent && parent.next === undefined) {
    // A mapping's key: the field stands where its key stands.
    parent.next = event.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : '';
    offsets.set(key([...parent.path, parent.next]), offset);
    return;
  }
  const path = parent?.next === undefined ? [] : [...parent.path, parent.next];
  if (!offsets.has(key(path))) offsets.set(key(path), offset);
  if (parent) parent.next = typeof parent.next === 'number' ? parent.next + 1 : undefined;
  if (event.type === EVENT_ID.SEQUENCE) open.push({ path, next: 0 });
  if (event.type === EVENT_ID.MAPPING) open.push({ path, next: undefined });
}

function startOf(event: Exclude<Event, { type: typeof EVENT_ID.POP } | { type: typeof EVENT_ID.DOCUMENT }>): number {
  if (event.type === EVENT_ID.SCALAR) return event.valueStart;
  return event.type === EVENT_ID.ALIAS ? event.anchorStart : event.start;
}

function key(path: Path): string {
  return JSON.stringify(path.map(String));
}
