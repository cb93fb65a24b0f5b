import { vi } from 'vitest';
import { WebSocket } from 'ws';
import type { Shown, ShownSet } from './visitor.ts';

/** A client's end of a stream: what came over it, in order. */
export class Stream {
  readonly socket: WebSocket;
  readonly activities: Shown[] = [];
  /** The watermark of the last set. */
  watermark = '';
  /** The code with which it ended. */
  readonly closed: Promise<number>;

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      if (text === '') return;
      const set = JSON.parse(text) as ShownSet;
      this.activities.push(...set.activities);
      this.watermark = set.watermark;
    });
    this.closed = new Promise((resolve) => {
      socket.on('close', resolve);
    });
    // A connection that is cut tells so by its close code.
    socket.on('error', () => undefined);
  }

  static open(url: string, headers: Record<string, string> = {}): Promise<Stream> {
    const socket = new WebSocket(url, { headers });
    const stream = new Stream(socket);
    return new Promise((resolve, reject) => {
      socket.once('open', () => {
        resolve(stream);
      });
      socket.once('unexpected-response', (_request, response) => {
        response.resume();
        reject(new Refused(response.statusCode ?? 0));
      });
      socket.once('error', reject);
    });
  }

  /** Waits until so many activities came. */
  async has(count: number): Promise<Shown[]> {
    await vi.waitFor(
      () => {
        if (this.activities.length < count)
          throw new Error(`${this.activities.length} of ${count} activities came over the stream`);
      },
      { timeout: 10_000, interval: 5 },
    );
    return this.activities;
  }

  async close(): Promise<void> {
    this.socket.close();
    await this.closed;
  }
}

/** A stream that the server did not open. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`refused with ${status}`);
    this.status = status;
  }
}

/** The status with which a stream is refused; 101 when it opens. */
export async function statusOfStream(url: string, headers?: Record<string, string>): Promise<number> {
  try {
    const stream = await Stream.open(url, headers);
    await stream.close();
    return 101;
  } catch (error) {
    if (error instanceof Refused) return error.status;
    throw error;
  }
}
