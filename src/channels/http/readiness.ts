import { z } from 'zod';
import { within } from '../within.ts';

/** So long may the store take to say that it can be used. Milliseconds. */
const CHECK_LIMIT = 2_000;

export const readinessResponse = z.object({
  status: z.enum(['ready', 'not ready']),
  parts: z.object({
    store: z.enum(['ok', 'cannot be used']).meta({ description: 'Whether it can be read and written' }),
    shutdown: z.enum(['no', 'stopping']).meta({ description: 'Whether the server was told to stop' }),
    load: z.enum(['ok', 'full']).meta({ description: 'Whether another message can be taken now' }),
  }),
});

export interface ReadinessParts {
  /** Fails when the store cannot be used. */
  check(): Promise<void>;
  /** Whether the server was told to stop; never when absent. */
  isStopping?: () => boolean;
  /** Whether no more messages could be taken for some time; never when absent. */
  isBusy?: () => boolean;
}

/** Whether the server can take messages and keep what becomes of them, part by part. It never takes long to say. */
export async function readiness(parts: ReadinessParts): Promise<z.infer<typeof readinessResponse>> {
  const store = await within(CHECK_LIMIT, parts.check()).then(
    () => 'ok' as const,
    () => 'cannot be used' as const,
  );
  const shutdown = parts.isStopping?.() === true ? 'stopping' : 'no';
  const load = parts.isBusy?.() === true ? 'full' : 'ok';
  const isReady = store === 'ok' && shutdown === 'no' && load === 'ok';
  return { status: isReady ? 'ready' : 'not ready', parts: { store, shutdown, load } };
}
