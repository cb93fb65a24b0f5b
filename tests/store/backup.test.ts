import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Visitor } from '../directline/visitor.ts';
import { newDataDir, Product, run } from '../support/product.ts';

const SIGNING_KEYS = Buffer.alloc(32, 7).toString('base64');

/** As the page about operations gives it. */
const backUp = (file: string, copy: string) =>
  promisify(execFile)(process.execPath, [
    '--eval',
    'new (require("node:sqlite").DatabaseSync)(process.argv[1], { readOnly: true }).prepare("VACUUM INTO ?").run(process.argv[2])',
    file,
    copy,
  ]);

let folder: string;
const products: Product[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-backup-'));
});

afterEach(async () => {
  for (const product of products.splice(0)) await product.remove();
  rmSync(folder, { recursive: true });
});

async function started(dataDir = newDataDir()): Promise<Product> {
  const product = await Product.start({ DATA_DIR: dataDir, SIGNING_KEYS });
  products.push(product);
  return product;
}

/** A server on what was put back. */
function restored(copy: string): Promise<Product> {
  const dataDir = newDataDir();
  copyFileSync(copy, join(dataDir, 'conversations.db'));
  return started(dataDir);
}

const storeOf = ({ dataDir }: Product) => join(dataDir, 'conversations.db');

describe('a backup of the SQLite store', () => {
  it('is whole when it is made while people talk, and conversations go on from it', async () => {
    const product = await started();
    const early = await Visitor.come(product.url);
    await early.said('termijnen');
    await early.said('ik ben werknemer');
    const copied = new AbortController();
    const talking = (async () => {
      const late = await Visitor.come(product.url);
      while (!copied.signal.aborted) await late.said('Hoe lang duurt spoor 2?').catch(() => undefined);
    })();
    const copies = ['1', '2', '3'].map((name) => join(folder, `${name}.db`));
    for (const copy of copies) await backUp(storeOf(product), copy);
    copied.abort();
    await talking;

    for (const copy of copies) {
      const db = new DatabaseSync(copy, { readOnly: true });
      expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      db.close();
    }
    const again = await restored(copies[0] ?? '');
    const visitor = new Visitor(again.url, { conversationId: early.conversation, token: early.token });
    const [answer] = await visitor.answersTo(await visitor.said('12 maart 2025'));
    expect(answer?.text, 'the dialog goes on where it was').toContain('12 maart 2025');
  });

  it('brings back what was forgotten after it, until that is done again', async () => {
    const product = await started();
    const visitor = await Visitor.come(product.url);
    await visitor.said('Hoe lang duurt spoor 2?');
    const copy = join(folder, 'before.db');
    await backUp(storeOf(product), copy);
    await visitor.said('vergeet mij');

    const again = await restored(copy);
    const back = new Visitor(again.url, { conversationId: visitor.conversation, token: visitor.token });
    expect((await back.readAll()).map(({ text }) => text)).toContain('Hoe lang duurt spoor 2?');
    const { stdout, status } = run(
      'data',
      ['delete', '--channel', 'directline', `--conversation=${visitor.conversation}`, '--yes'],
      '',
      { DATA_DIR: again.dataDir, SIGNING_KEYS },
    );
    expect(status, stdout).toBe(0);
    expect((await back.readAll()).map(({ text }) => text)).not.toContain('Hoe lang duurt spoor 2?');
  });

  it('opens nothing without the keys it was made with', async () => {
    const product = await started();
    const visitor = await Visitor.come(product.url);
    await visitor.said('Hoe lang duurt spoor 2?');
    const copy = join(folder, 'copy.db');
    await backUp(storeOf(product), copy);
    const db = new DatabaseSync(copy, { readOnly: true });
    const rows = JSON.stringify(db.prepare('SELECT json FROM activity UNION ALL SELECT json FROM session').all());
    db.close();
    expect(rows).not.toMatch(/spoor/i);
    const dataDir = newDataDir();
    copyFileSync(copy, join(dataDir, 'conversations.db'));
    const { stdout } = run(
      'data',
      ['export', '--channel', 'directline', `--conversation=${visitor.conversation}`],
      '',
      {
        DATA_DIR: dataDir,
        SIGNING_KEYS: Buffer.alloc(32, 8).toString('base64'),
      },
    );
    expect((JSON.parse(stdout) as { berichten: unknown[] }).berichten).toEqual([]);
    rmSync(dataDir, { recursive: true });
  });
});
