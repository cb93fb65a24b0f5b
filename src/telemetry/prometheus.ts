import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { channelName } from './channel-name.ts';
import type { Metrics } from './metrics.ts';

/** Seconds: most of what we do takes milliseconds; what takes ten seconds has failed for who waits. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Of a store on the same machine: a tenth of a millisecond is usual. Seconds. */
const STORE_BUCKETS = [0.0001, 0.00025, 0.0005, ...BUCKETS];

/** So long may a callback take before the answer goes out without its number. Milliseconds. */
const CALLBACK_LIMIT = 2_000;

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);
const DECISIONS: ReadonlySet<string> = new Set(['answer', 'clarify', 'fallback', 'error']);

/** What waits to be sent by ourselves. */
export interface Waiting {
  count: number;
  /** When the first of it should have left. */
  since?: Date;
}

/** Metrics that Prometheus can read. */
export interface PrometheusMetrics extends Metrics {
  /** Media type of the text. */
  contentType: string;
  text(): Promise<string>;
  /** @param open how many streams are open */
  watchStreams(open: () => number): void;
  /** @param overdue what should have left by now; when it fails, the numbers are NaN */
  watchOutbox(overdue: () => Promise<Waiting>): void;
}

/** Counts in this process, with the usual figures of the process itself. @param version of the product */
export function createMetrics(version: string): PrometheusMetrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'spoor2_http_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['route', 'method', 'status'],
    registers,
  });
  const requestSeconds = new Histogram({
    name: 'spoor2_http_request_seconds',
    help: 'How long requests took.',
    labelNames: ['route'],
    buckets: BUCKETS,
    registers,
  });
  const turns = new Counter({
    name: 'spoor2_turns_total',
    help: 'Messages that were handled, by what was made of them.',
    labelNames: ['channel', 'decision'],
    registers,
  });
  const turnSeconds = new Histogram({
    name: 'spoor2_turn_seconds',
    help: 'How long handling a message took.',
    labelNames: ['channel'],
    buckets: BUCKETS,
    registers,
  });
  const storeSeconds = new Histogram({
    name: 'spoor2_store_seconds',
    help: 'How long the store took.',
    labelNames: ['operation'],
    buckets: STORE_BUCKETS,
    registers,
  });
  const storeErrors = new Counter({
    name: 'spoor2_store_errors_total',
    help: 'How often the store failed.',
    labelNames: ['operation'],
    registers,
  });
  const limited = new Counter({
    name: 'spoor2_limited_total',
    help: 'How often someone came too often.',
    labelNames: ['limit'],
    registers,
  });
  const refusedBusy = new Counter({
    name: 'spoor2_refused_busy_total',
    help: 'Requests that were refused because too many were under way.',
    registers,
  });
  const forgotten = new Counter({
    name: 'spoor2_forgotten_total',
    help: 'Conversations that were deleted on request.',
    registers,
  });
  new Gauge({
    name: 'spoor2_build_info',
    help: 'Which version runs; always 1.',
    labelNames: ['version', 'node'],
    registers,
  }).set({ version, node: process.version }, 1);

  let look = () => Promise.resolve();

  return {
    contentType: register.contentType,
    async text() {
      await look();
      return register.metrics();
    },
    request({ route, method, status, seconds }) {
      requests.inc({ route, method: METHODS.has(method) ? method : 'other', status });
      requestSeconds.observe({ route }, seconds);
    },
    turn({ channel, decision, seconds }) {
      const labels = { channel: channelName(channel) };
      turns.inc({ ...labels, decision: DECISIONS.has(decision) ? decision : 'other' });
      turnSeconds.observe(labels, seconds);
    },
    store({ operation, seconds, failed }) {
      storeSeconds.observe({ operation }, seconds);
      if (failed) storeErrors.inc({ operation });
    },
    limited(limit) {
      limited.inc({ limit });
    },
    refusedBusy() {
      refusedBusy.inc();
    },
    forgotten() {
      forgotten.inc();
    },
    watchStreams(open) {
      new Gauge({
        name: 'spoor2_streams',
        help: 'Streams of visitors that are open.',
        registers,
        collect() {
          this.set(open());
        },
      });
    },
    watchOutbox(overdue) {
      const pending = new Gauge({
        name: 'spoor2_outbox_pending',
        help: 'What waits to be sent and should have left by now.',
        registers,
      });
      const oldest = new Gauge({
        name: 'spoor2_outbox_oldest_seconds',
        help: 'For how long the first of what waits to be sent should have left.',
        registers,
      });
      look = async () => {
        const waiting = await inTime(overdue);
        pending.set(waiting?.count ?? NaN);
        oldest.set(waiting === undefined ? NaN : secondsSince(waiting.since));
      };
    },
  };
}

/** What a callback says; nothing when it fails or takes too long. */
function inTime<T>(callback: () => Promise<T>): Promise<T | undefined> {
  const late = new Promise<undefined>((resolve) => {
    setTimeout(resolve, CALLBACK_LIMIT, undefined).unref();
  });
  return Promise.race([callback().catch(() => undefined), late]);
}

function secondsSince(moment: Date | undefined): number {
  return moment === undefined ? 0 : Math.max(0, (Date.now() - moment.getTime()) / 1000);
}
