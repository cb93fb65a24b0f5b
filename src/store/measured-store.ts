import type { Store } from './store.ts';

/** Does what a store is asked for, and measures it. @param operation its name, as `conversations.save` */
export type Measure = <T>(operation: string, work: () => Promise<T>) => Promise<T>;

const MEASURED = ['activities', 'conversations', 'outbox'] as const;

/** A store of which every use by a conversation is measured. */
export function measuredStore(store: Store, measure: Measure): Store {
  return { ...store, ...Object.fromEntries(MEASURED.map((part) => [part, measured(part, store[part], measure)])) };
}

function measured<T extends object>(part: string, inner: T, measure: Measure): T {
  const operations = new Map<string | symbol, unknown>();
  return new Proxy(inner, {
    get(target, name) {
      const operation = Reflect.get(target, name) as unknown;
      if (typeof operation !== 'function') return operation;
      const known = operations.get(name);
      if (known !== undefined) return known;
      const made = (...given: unknown[]) =>
        measure(`${part}.${String(name)}`, () => Reflect.apply(operation, target, given) as Promise<unknown>);
      operations.set(name, made);
      return made;
    },
  });
}
