import type { Verdict } from '../client/activity.ts';
import { useSurroundings } from './context.ts';

/** Asks whether an answer helped; a verdict can be changed. */
export function Feedback({ message, verdict }: { message: string; verdict: Verdict | undefined }) {
  const { words, actions } = useSurroundings();
  const button = (value: Verdict, label: string) => (
    <button
      type="button"
      class="small"
      aria-pressed={verdict === value}
      onClick={() => {
        actions.rate(message, value);
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="feedback" role="group" aria-label={words.helpful}>
      <span aria-hidden="true">{words.helpful}</span>
      {button('helpful', words.yes)}
      {button('unhelpful', words.no)}
      {verdict !== undefined && <span>{words.thanks}</span>}
    </div>
  );
}
