import { openPostgresStore } from '../../src/store/postgres/open-postgres-store.ts';

/** A process of its own that opens the store, uses every kind of connection, and ends once it has closed it. */
const store = await openPostgresStore(process.argv[2] ?? '');
await store.switches.off(`process ${process.pid}`, new Date());
await store.locks.run({ channel: 'directline', conversation: 'c1' }, () => store.check());
await new Promise<void>((resolve) => {
  store.news.listen(() => {
    resolve();
  });
});
store.news.tell('c1');
await store.close();
