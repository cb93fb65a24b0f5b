import type { LauncherWords } from './words.ts';

export interface Launcher {
  button: HTMLButtonElement;
  say: (words: LauncherWords, lang: string) => void;
  unread: (count: number) => void;
  failed: () => void;
}

const ICON = 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12h5';

/** The button on the page that opens the panel. */
export function createLauncher(words: LauncherWords, lang: string): Launcher {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'launcher';
  button.setAttribute('aria-haspopup', 'dialog');
  const label = document.createElement('span');
  const state = document.createElement('span');
  state.className = 'hidden-text';
  const dot = document.createElement('span');
  dot.className = 'dot';
  button.append(icon(), label, state, dot);

  let spoken = words;
  let count = 0;
  const show = () => {
    button.lang = lang;
    label.textContent = spoken.open;
    dot.hidden = count === 0;
    state.textContent = count === 0 ? '' : `, ${spoken.unread(count)}`;
  };
  show();
  return {
    button,
    say: (newWords, newLang) => {
      spoken = newWords;
      lang = newLang;
      show();
    },
    unread: (newCount) => {
      count = newCount;
      show();
    },
    failed: () => {
      label.textContent = spoken.failed;
    },
  };
}

function icon(): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', ICON);
  svg.append(path);
  return svg;
}
