import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { Temporal } from 'temporal-polyfill';
import { readConfig } from '../../src/config.ts';
import { startServer } from '../../src/server.ts';
import { openStore } from '../../src/store/open-store.ts';
import { mortalStore, type Moment } from './mortal-store.ts';

const FILLING = join(process.env['DATA_DIR'] ?? '.', 'filling');

/** The product's server, in a process that dies when it is told to. */
let death: Moment | undefined;
process.on('message', (asked: Moment | 'fill the disk' | 'make room') => {
  if (asked === 'fill the disk') fillDisk();
  else if (asked === 'make room') rmSync(FILLING);
  else death = asked;
  process.send?.('done');
});

const config = readConfig(process.env);
const store = mortalStore(await openStore(config), () => death);
const running = await startServer(config, store, pino({ level: 'warn', base: null }), {
  ownSending: 600,
  outboxEvery: 100,
  ...(process.env['AT_NOON'] === 'yes' && { now: noon }),
});
process.once('SIGTERM', () => void running.stop().finally(() => process.exit(0)));
// Without its parent nobody would end it.
process.once('disconnect', () => process.exit(1));
process.send?.(running.url);

/** Today at noon in the Netherlands: by night nobody is reminded. */
function noon(): Date {
  const today = Temporal.Now.plainDateISO('Europe/Amsterdam');
  return new Date(today.toZonedDateTime({ timeZone: 'Europe/Amsterdam', plainTime: '12:00' }).epochMilliseconds);
}

/** Writes until nothing more fits. */
function fillDisk(): void {
  const file = openSync(FILLING, 'w');
  try {
    for (let size = 65_536; size >= 1;) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch {
        size = Math.floor(size / 2);
      }
    }
  } finally {
    closeSync(file);
  }
}
