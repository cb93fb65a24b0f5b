import { describe, expect, it } from 'vitest';
import type { Conversations } from '../../src/channels/directline/conversations.ts';
import { DirectLine, type DirectLineParts } from '../../src/channels/directline/direct-line.ts';
import { LIMITS } from '../../src/channels/directline/limits.ts';
import { noMetrics } from '../../src/telemetry/metrics.ts';
import { tokensSigned } from './keys.ts';

const GRANT = { conversation: 'a'.repeat(22), origins: [] };

const SAID = { activities: [{ id: '4' }], watermark: '4' };

function deskWith(parts: Partial<DirectLineParts>): DirectLine {
  return new DirectLine({
    conversations: {
      last: () => Promise.resolve(4),
      read: () => Promise.resolve(SAID),
    } as unknown as Conversations,
    tokens: tokensSigned(0),
    origins: { allowed: [] },
    secrets: [],
    limits: LIMITS,
    addressOf: () => 'one address',
    ...parts,
  });
}

describe('reading while too much is under way', () => {
  it('gives nothing new and the same watermark, and everything afterwards', async () => {
    let busy = true;
    const desk = deskWith({ isBusy: () => busy });
    expect(await desk.read(GRANT, 3)).toEqual({ activities: [], watermark: '3' });
    busy = false;
    expect(await desk.read(GRANT, 3)).toEqual(SAID);
  });

  it('gives nothing new when the store does not answer', async () => {
    const desk = deskWith({
      conversations: { last: () => new Promise(() => undefined) } as unknown as Conversations,
      readingLimit: 20,
    });
    expect(await desk.read(GRANT, 3)).toEqual({ activities: [], watermark: '3' });
  });

  it('is counted by the name of the limit', async () => {
    const limited: string[] = [];
    const desk = deskWith({
      limits: { ...LIMITS, readsPerConversation: { times: 1, within: 60 } },
      metrics: { ...noMetrics, limited: (limit) => limited.push(limit) },
    });
    await desk.read(GRANT, 3);
    await desk.read(GRANT, 3);
    expect(limited).toEqual(['readsPerConversation']);
  });
});
