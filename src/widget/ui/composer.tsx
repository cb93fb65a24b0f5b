import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { LONGEST_MESSAGE } from '../client/activity.ts';
import { useSurroundings } from './context.ts';
import { DateField } from './date-field.tsx';

/** From here on it is shown how much is left. */
const NEARLY_FULL = 1800;

interface ComposerProps {
  keptDraft: string;
  asksDate: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
}

/** Where the visitor types. The draft is its own: a key must not redraw the conversation. */
export function Composer({ keptDraft, asksDate, field }: ComposerProps) {
  const { words, actions } = useSurroundings();
  const [draft, setDraft] = useState(keptDraft);
  const write = (text: string) => {
    setDraft(text);
    actions.keepDraft(text);
  };
  useLayoutEffect(() => {
    const element = field.current;
    if (element === null) return;
    element.style.blockSize = 'auto';
    element.style.blockSize = `${element.scrollHeight + element.offsetHeight - element.clientHeight}px`;
  }, [draft]);
  const send = () => {
    if (draft.trim() !== '') {
      write('');
      actions.sendTyped(draft.trim());
    }
    field.current?.focus();
  };
  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {asksDate && <DateField picked={write} />}
      <label for="field">{words.field}</label>
      <div class="row">
        <textarea
          id="field"
          ref={field}
          rows={1}
          maxLength={LONGEST_MESSAGE}
          value={draft}
          aria-describedby="left"
          onInput={({ currentTarget }) => {
            write(currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || endsComposition(event)) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit">{words.send}</button>
      </div>
      <p class="note left" id="left">
        {draft.length >= NEARLY_FULL && words.left(LONGEST_MESSAGE - draft.length)}
      </p>
    </form>
  );
}

/** Enter that ends a composition, as in Chinese, sends nothing. Safari tells it by an old code only. */
function endsComposition(event: KeyboardEvent): boolean {
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  return event.isComposing || event.keyCode === 229;
}
