// Loaded before everything else (`node --import`). Plain JavaScript on purpose: with compiled modules kept on disk a
// start needs neither to compile them nor to load the TypeScript stripper, which halves the time and saves 20 MB.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compile'));
