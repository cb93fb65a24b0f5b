import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

/**
 * Keeps compiled modules on disk, so that the next start need not compile them: it saves a fifth of a second. To be
 * called before anything large is imported.
 */
export function useCompileCache(): void {
  enableCompileCache(join(import.meta.dirname, '..', 'node_modules', '.cache', 'compile'));
}
