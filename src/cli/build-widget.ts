import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type * as Vite from 'vite';

/** Loader and panel together, compressed, may be no larger: visitors come with old telephones. Bytes. */
const LARGEST_WIDGET = 30_000;

const ROOT = join(import.meta.dirname, '..', '..');
const SOURCE = join(ROOT, 'src', 'widget');
const TARGET = join(ROOT, 'dist', 'widget');

const vite = await import('vite').catch(() => undefined);
if (vite === undefined) {
  // An install for production has no build tools: the widget was built before, or is brought along.
  const isThere = existsSync(join(TARGET, 'widget.js'));
  console.log(
    `build-widget: vite is not installed; ${isThere ? 'dist/widget stays as it is' : 'there is no dist/widget, so the server has no chat until it is built'}`,
  );
} else {
  const panel = await bundle(vite, 'panel.tsx', 'panel.js', 'es', {});
  const hash = createHash('sha256').update(panel).digest('hex').slice(0, 12);
  const loader = await bundle(vite, 'loader.ts', 'widget.js', 'iife', { PANEL_HASH: JSON.stringify(hash) });
  const sizes = [loader, panel].map((code) => gzipSync(code, { level: 9 }).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`widget.js ${sizes[0] ?? 0} + panel.js ${sizes[1] ?? 0} = ${total} bytes gzip`);
  if (total > LARGEST_WIDGET) {
    console.error(`build-widget: more than ${LARGEST_WIDGET} bytes`);
    process.exitCode = 1;
  }
}

/** Bundles one file with all that it imports, writes it, and returns it. */
async function bundle(
  { build }: typeof Vite,
  entry: string,
  file: string,
  format: 'es' | 'iife',
  define: Record<string, string>,
): Promise<string> {
  const built = (await build({
    configFile: false,
    root: SOURCE,
    logLevel: 'error',
    define,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: TARGET,
      emptyOutDir: false,
      target: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
      modulePreload: false,
      reportCompressedSize: false,
      // As a library: a loader is not wrapped to tell the page, which may be built by vite too, what failed to load.
      ...(format === 'iife' && { lib: { entry: join(SOURCE, entry), formats: ['iife'], name: 'spoor2Loader' } }),
      rolldownOptions: {
        input: join(SOURCE, entry),
        preserveEntrySignatures: 'strict',
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  })) as Vite.Rolldown.RolldownOutput | Vite.Rolldown.RolldownOutput[];
  return [built]
    .flat()
    .flatMap(({ output }) => output[0].code)
    .join('');
}
