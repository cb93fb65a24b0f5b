import { useSurroundings } from './context.ts';

/** What the visitor said. */
export function OwnMessage({ text, state }: { text: string; state: 'sent' | 'sending' | 'refused' }) {
  const { words } = useSurroundings();
  return (
    <article class="own">
      <h3 class="hidden-text">{words.you}</h3>
      <p class="bubble">{text}</p>
      {state === 'sending' && <p class="note sending">{words.sending}</p>}
      {state === 'refused' && <p class="note">{words.refused}</p>}
    </article>
  );
}
