import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { WORDS, type Words } from '../words.ts';
import type { Actions } from './actions.ts';

/** What every part of the panel may need. */
export interface Surroundings {
  words: Words;
  actions: Actions;
  /** Address of the server, for paths in its replies. */
  server: string;
}

const nothing = () => undefined;

const Context = createContext<Surroundings>({
  words: WORDS['nl-B1'],
  actions: { sendTyped: nothing, sendPressed: nothing, keepDraft: nothing, rate: nothing, close: nothing },
  server: '',
});

export const SurroundingsProvider = Context.Provider;

export function useSurroundings(): Surroundings {
  return useContext(Context);
}
