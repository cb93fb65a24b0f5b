import { useEffect, useRef, useState } from 'preact/hooks';
import { FORGET_COMMAND } from '../words.ts';
import { useSurroundings } from './context.ts';

/** Deletes the conversation, after asking once. */
export function Remove() {
  const { words, actions } = useSurroundings();
  const [asking, ask] = useState(false);
  const first = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    // The button that had the focus made way for another.
    if (asking || wasAsking.current) first.current?.focus();
    wasAsking.current = asking;
  }, [asking]);
  if (!asking)
    return (
      <button
        type="button"
        class="small"
        ref={first}
        onClick={() => {
          ask(true);
        }}
      >
        {words.remove}
      </button>
    );
  return (
    <div
      class="sure"
      role="group"
      aria-label={words.removeSure}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        event.preventDefault();
        ask(false);
      }}
    >
      <span aria-hidden="true">{words.removeSure}</span>
      <button
        type="button"
        class="small"
        onClick={() => {
          wasAsking.current = false;
          ask(false);
          actions.sendPressed(FORGET_COMMAND);
        }}
      >
        {words.removeYes}
      </button>
      <button
        type="button"
        class="small"
        ref={first}
        onClick={() => {
          ask(false);
        }}
      >
        {words.no}
      </button>
    </div>
  );
}
