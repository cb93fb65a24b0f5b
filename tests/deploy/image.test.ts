import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../support/product.ts';
import { execForm, readStages, type Instruction } from './dockerfile.ts';
import { isThere, SCRIPTS, textOf } from './files.ts';

const STAGES = readStages('deploy/Dockerfile');
const LAST = STAGES.at(-1) ?? [];

function the(name: string): Instruction {
  const found = LAST.filter((instruction) => instruction.name === name);
  if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} times ${name}`);
  return found[0];
}

/** What is copied from the repository, and not from another stage. */
function copiedPaths(): string[] {
  return STAGES.flat()
    .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from='))
    .flatMap(({ rest }) => rest.split(' ').slice(0, -1));
}

/** How the health check ends. @param port where it looks */
async function healthCheck(port: string): Promise<unknown> {
  const [, ...args] = execForm(the('HEALTHCHECK'));
  const [code] = (await once(spawn(process.execPath, args, { env: { PORT: port } }), 'exit')) as unknown[];
  return code;
}

describe('the image', () => {
  it('starts the server as npm start does', () => {
    expect(execForm(the('CMD')).join(' ')).toBe(SCRIPTS['start']);
  });

  it('runs as a user who is not root', () => {
    expect(the('USER').rest).toBe('node');
  });

  it('keeps its data where the volume is', () => {
    const variables = LAST.filter(({ name }) => name === 'ENV').flatMap(({ rest }) => rest.split(' '));
    expect(variables).toContain(`DATA_DIR=${the('VOLUME').rest}`);
  });

  it('copies what is there, and what the build is given', () => {
    const [everything, ...given] = textOf('.dockerignore')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'));
    expect(everything).toBe('*');
    expect(new Set(given)).toEqual(new Set(copiedPaths().map((path) => `!${path}`)));
    expect(copiedPaths().filter((path) => !isThere(path))).toEqual([]);
  });

  it('is built from no stage that has another base', () => {
    expect(new Set(STAGES.map(([from]) => from?.rest.split(' ')[0]))).toEqual(new Set(['${NODE_IMAGE}']));
  });
});

describe('its health check', () => {
  let product: Product;

  beforeAll(async () => {
    product = await Product.start();
  });

  afterAll(() => product.remove());

  it('is content with a running server', async () => {
    expect(await healthCheck(new URL(product.url).port)).toBe(0);
  });

  it('is not content when nobody listens', async () => {
    const unused = createServer().listen(0, '127.0.0.1');
    await once(unused, 'listening');
    const { port } = unused.address() as AddressInfo;
    unused.close();
    await once(unused, 'close');
    expect(await healthCheck(String(port))).toBe(1);
  });
});
