import type { ComponentChildren } from 'preact';
import { isWebAddress, safeAddress } from '../address.ts';
import { useSurroundings } from './context.ts';

interface LinkProps {
  address: string;
  class?: string;
  /** Whether it is a file to keep. */
  download?: boolean;
  children: ComponentChildren;
}

/** A link that leaves the conversation where it is; plain text when the address must not be followed. */
export function Link({ address, download = false, class: kind, children }: LinkProps) {
  const { words, server } = useSurroundings();
  const href = safeAddress(address, server);
  if (href === undefined) return <span>{children}</span>;
  if (!isWebAddress(href)) return <a href={href}>{children}</a>;
  // A file of another origin is downloaded only in a tab of its own, which closes at once.
  return (
    <a href={href} class={kind} target="_blank" rel="noopener noreferrer" download={download}>
      {children}
      {!download && <span class="hidden-text"> ({words.newTab})</span>}
    </a>
  );
}
