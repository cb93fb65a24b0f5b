import { WORDS } from '../words.ts';
import { useSurroundings } from './context.ts';

/** A date to pick instead of type. @param picked gets the date as people write it: 5-11-2026 */
export function DateField({ picked }: { picked: (text: string) => void }) {
  const { words } = useSurroundings();
  // Day and month stand the other way round in some English: this way there is no doubt.
  const isEnglish = words === WORDS.en;
  return (
    <p class="date">
      <label for="date">{words.date}</label>
      <input
        type="date"
        id="date"
        onInput={({ currentTarget: { value } }) => {
          const [year, month, day] = value.split('-').map(Number);
          if (year !== undefined && month !== undefined && day !== undefined)
            picked(isEnglish ? value : `${day}-${month}-${year}`);
        }}
      />
    </p>
  );
}
