import type { ShownSection } from '../../channels/directline/shown-reply.ts';
import { useSurroundings } from './context.ts';
import { Link } from './link.tsx';
import { Links } from './links.tsx';
import { Table } from './table.tsx';
import { Text } from './text.tsx';

/** One part of a reply. */
export function Section({ title, notes, text, table, picture, groups, reviewed }: ShownSection) {
  const { words, server } = useSurroundings();
  return (
    <section>
      {title !== undefined && <h4>{title}</h4>}
      {notes.map((note) => (
        <p class="note" key={note}>
          {note}
        </p>
      ))}
      <Text markdown={text} />
      {table !== undefined && <Table {...table} caption={title} />}
      {picture !== undefined && (
        <p class="picture">
          <Link address={picture.url}>
            <img src={new URL(picture.url, server).href} alt={picture.alternative} />
            <span>{words.enlarge}</span>
          </Link>
        </p>
      )}
      {groups.map((group) => (
        <Links {...group} key={group.kind} />
      ))}
      {reviewed !== undefined && <p class="note">{reviewed}</p>}
    </section>
  );
}
