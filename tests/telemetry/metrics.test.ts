import { describe, expect, it } from 'vitest';
import { noMetrics, timed, type Metrics } from '../../src/telemetry/metrics.ts';
import { createMetrics } from '../../src/telemetry/prometheus.ts';

describe('metrics', () => {
  it('count requests, turns, limits and what was forgotten', async () => {
    const metrics = createMetrics('1.2.3');
    metrics.request({ route: '/v1/ask', method: 'POST', status: 200, seconds: 0.004 });
    metrics.request({ route: '/v1/ask', method: 'POST', status: 200, seconds: 20 });
    metrics.turn({ channel: 'msteams', decision: 'answer', seconds: 0.002 });
    metrics.limited('messagesPerPerson');
    metrics.refusedBusy();
    metrics.forgotten();
    const text = await metrics.text();
    for (const line of [
      'spoor2_http_requests_total{route="/v1/ask",method="POST",status="200"} 2',
      'spoor2_http_request_seconds_bucket{le="0.005",route="/v1/ask"} 1',
      'spoor2_http_request_seconds_bucket{le="10",route="/v1/ask"} 1',
      'spoor2_http_request_seconds_count{route="/v1/ask"} 2',
      'spoor2_turns_total{channel="msteams",decision="answer"} 1',
      'spoor2_turn_seconds_bucket{le="0.0025",channel="msteams"} 1',
      'spoor2_limited_total{limit="messagesPerPerson"} 1',
      'spoor2_refused_busy_total 1',
      'spoor2_forgotten_total 1',
      `spoor2_build_info{version="1.2.3",node="${process.version}"} 1`,
    ])
      expect(text.split('\n')).toContain(line);
    expect(text).toContain('nodejs_eventloop_lag_seconds');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('take no label that somebody outside chose', async () => {
    const metrics = createMetrics('1');
    for (let number = 0; number < 50; number += 1) {
      metrics.request({ route: 'unknown', method: `JANSEN${number}`, status: 404, seconds: 0 });
      metrics.turn({ channel: `Jansen ${number}`, decision: `Jansen ${number}`, seconds: 0 });
    }
    const text = await metrics.text();
    expect(text).not.toMatch(/jansen/i);
    expect(text).toContain('spoor2_turns_total{channel="other",decision="other"} 50');
    expect(text).toContain('spoor2_http_requests_total{route="unknown",method="other",status="404"} 50');
  });

  it('ask how many streams are open and what waits, each time', async () => {
    const metrics = createMetrics('1');
    let open = 3;
    let waiting: { count: number; since?: Date } = { count: 2, since: new Date(Date.now() - 60_000) };
    metrics.watchStreams(() => open);
    metrics.watchOutbox(() => Promise.resolve(waiting));
    const first = await metrics.text();
    expect(first).toContain('spoor2_streams 3');
    expect(first).toContain('spoor2_outbox_pending 2');
    expect(Number(/^spoor2_outbox_oldest_seconds (.*)$/m.exec(first)?.[1])).toBeGreaterThanOrEqual(60);
    [open, waiting] = [0, { count: 0 }];
    const second = await metrics.text();
    expect(second).toContain('spoor2_streams 0');
    expect(second).toContain('spoor2_outbox_pending 0');
    expect(second).toContain('spoor2_outbox_oldest_seconds 0');
  });

  it('are there while the store is away, but for what only it knows', async () => {
    const metrics = createMetrics('1');
    metrics.watchOutbox(() => Promise.reject(new Error('away')));
    const text = await metrics.text();
    expect(text).toMatch(/^spoor2_outbox_pending nan$/im);
    expect(text).toContain('spoor2_build_info');
  });

  it('count in each process apart, also twice in the same', async () => {
    const [one, other] = [createMetrics('1'), createMetrics('2')];
    one.forgotten();
    expect(await other.text()).toContain('spoor2_forgotten_total 0');
  });
});

describe('what the store is asked for', () => {
  const told: Parameters<Metrics['store']>[0][] = [];
  const metrics: Metrics = { ...noMetrics, store: (use) => told.push(use) };

  it('is timed, and handed back as it came', async () => {
    expect(await timed(metrics, 'open', () => Promise.resolve('session'))).toBe('session');
    expect(told.at(-1)).toMatchObject({ operation: 'open', failed: false });
    expect(told.at(-1)?.seconds).toBeGreaterThanOrEqual(0);
  });

  it('is counted as failed when it throws, and throws the same', async () => {
    const away = new Error('away');
    await expect(timed(metrics, 'save', () => Promise.reject(away))).rejects.toBe(away);
    expect(told.at(-1)).toMatchObject({ operation: 'save', failed: true });
  });
});
