import { useEffect, useState } from 'preact/hooks';
import type { Choices as ChoicesContent } from '../../conversation/reply.ts';
import { useSurroundings } from './context.ts';

/** A second tap on a button must not press what came in its place. Milliseconds. */
const SETTLING = 400;

/** What can be said next, as buttons; pressing one says its label. What may be chosen together has boxes to tick. */
export function Choices({ intro, labels, numbered, together = 0 }: ChoicesContent) {
  const { words, actions } = useSurroundings();
  const [settled, settle] = useState(false);
  const [ticked, tick] = useState<readonly number[]>([]);
  useEffect(() => {
    const timer = setTimeout(() => {
      settle(true);
    }, SETTLING);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  const button = (label: string, say: string) => (
    <button
      type="button"
      key={label}
      aria-disabled={!settled}
      onClick={({ detail }) => {
        // A key is pressed once at a time.
        if (settled || detail === 0) actions.sendPressed(say);
      }}
    >
      {label}
    </button>
  );
  const shown = labels.map((label, index) => (numbered ? `${index + 1}. ${label}` : label));
  return (
    <div class="choices" role="group" aria-label={intro ?? words.choices}>
      {intro !== undefined && <p aria-hidden="true">{intro}</p>}
      {shown.slice(0, together).map((label, index) => (
        <label key={label}>
          <input
            type="checkbox"
            checked={ticked.includes(index)}
            onChange={({ currentTarget: { checked } }) => {
              tick((before) =>
                [...before.filter((other) => other !== index), ...(checked ? [index] : [])].toSorted(
                  (one, other) => one - other,
                ),
              );
            }}
          />
          {label}
        </label>
      ))}
      {ticked.length > 0 && button(words.chosen, ticked.map((index) => index + 1).join(', '))}
      {labels.slice(together).map((label, index) => button(shown[together + index] ?? label, label))}
    </div>
  );
}
