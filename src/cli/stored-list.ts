import { processConfig } from '../config.ts';
import type { Store } from '../store/store.ts';
import { openExistingStore } from './existing-store.ts';
import { readOptions, runCommandLine } from './terminal.ts';

/**
 * Runs a command that shows a list from the store of the server: as JSON, or in words.
 *
 * @param show the list in words; it may be empty
 */
export function runStoredList<T>(
  help: string,
  read: (store: Store) => Promise<readonly T[]>,
  show: (list: readonly T[]) => void,
): Promise<void> {
  return runCommandLine(async () => {
    const { values } = readOptions({ json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } }, help);
    if (values.help) {
      console.log(help);
      return;
    }
    const store = await openExistingStore(processConfig());
    const list = await read(store);
    await store.close();
    if (values.json) console.log(JSON.stringify(list, undefined, 2));
    else show(list);
  });
}
