import type { Store } from '../../src/store/store.ts';

/** A moment in the life of a process: before or after the nth time that the store does something. */
export interface Moment {
  /** As `conversations.save`. */
  step: string;
  when: 'before' | 'after';
  nth: number;
}

const WATCHED = ['activities', 'conversations', 'outbox', 'shown'] as const;

/** A store whose process ends at a moment, at once and without a word. @param death the moment that was asked for last */
export function mortalStore(store: Store, death: () => Moment | undefined): Store {
  const watched = Object.fromEntries(WATCHED.map((part) => [part, watch(part, store[part], death)]));
  return { ...store, ...watched };
}

function watch<T extends object>(part: string, inner: T, death: () => Moment | undefined): T {
  return new Proxy(inner, {
    get(target, name) {
      const method = Reflect.get(target, name) as unknown;
      if (typeof method !== 'function') return method;
      return async (...given: unknown[]) => {
        const moment = death();
        const isIt = moment?.step === `${part}.${String(name)}` && (moment.nth -= 1) === 0;
        if (isIt && moment.when === 'before') die();
        const result: unknown = await Reflect.apply(method, target, given);
        if (isIt) die();
        return result;
      };
    },
  });
}

function die(): never {
  process.kill(process.pid, 'SIGKILL');
  // The signal ends the process before anything else happens.
  for (;;);
}
