import type { RefObject } from 'preact';
import type { Level } from '../../shared/level.ts';
import { SWITCHES } from '../words.ts';
import { useSurroundings } from './context.ts';
import { Remove } from './remove.tsx';

interface HeaderProps {
  name: string;
  level: Level;
  heading: RefObject<HTMLHeadingElement | null>;
}

/** Name of the assistant, and what can be done with the whole conversation. */
export function Header({ name, level, heading }: HeaderProps) {
  const { words, actions } = useSurroundings();
  return (
    <div class="head">
      <div class="title">
        <h2 id="title" tabIndex={-1} ref={heading}>
          {name}
        </h2>
        <button type="button" class="close" onClick={actions.close} aria-label={words.close} title={words.close}>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 6l12 12M18 6L6 18" />
          </svg>
        </button>
      </div>
      <div class="tools">
        <div class="switches" role="group" aria-label={words.language}>
          {SWITCHES.filter((one) => one.level !== level).map(({ label, command, lang }) => (
            <button
              type="button"
              class="small"
              lang={lang}
              key={label}
              onClick={() => {
                actions.sendPressed(command);
              }}
            >
              {label}
            </button>
          ))}
        </div>
        <Remove />
      </div>
    </div>
  );
}
