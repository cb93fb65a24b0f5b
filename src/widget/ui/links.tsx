import type { LinkGroup } from '../../channels/directline/shown-reply.ts';
import { Link } from './link.tsx';

/** Links under one heading: files to take along, addresses to go to, or sources, which are folded away. */
export function Links({ kind, heading, links }: LinkGroup) {
  const list = (
    <ul class={kind} aria-label={heading}>
      {links.map(({ title, url }) => (
        <li key={title + (url ?? '')}>
          {url === undefined ? (
            title
          ) : (
            <Link address={url} {...(kind === 'files' && { class: 'file', download: url.endsWith('.ics') })}>
              {title}
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
  if (kind === 'sources')
    return (
      <details>
        <summary>
          {heading} ({links.length})
        </summary>
        {list}
      </details>
    );
  return (
    <>
      <p class="heading" aria-hidden="true">
        {heading}
      </p>
      {list}
    </>
  );
}
