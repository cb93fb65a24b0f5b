import { Agent, request } from 'node:http';
import { DIRECT_LINE_PATH, WIDGET_TOKEN_PATH } from '../src/channels/directline/paths.ts';
import { HOST } from './served.ts';

/** What a server answered. */
export interface Answered {
  status: number;
  text: string;
}

interface Sent {
  token?: string;
  /** Sent as JSON, unless it is the fields of a form. */
  body?: object;
  /** The address that a proxy would name. */
  from?: string;
}

/** HTTP over connections that stay open. */
export class Line {
  readonly port: number;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(port: number) {
    this.port = port;
  }

  /** Sends a request and reads the whole answer, whatever its status. */
  send(method: string, path: string, { token, body, from }: Sent = {}): Promise<Answered> {
    const isForm = body instanceof URLSearchParams;
    const sent = body === undefined ? '' : isForm ? body.toString() : JSON.stringify(body);
    const headers = {
      ...(body !== undefined && { 'Content-Type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }),
      'Content-Length': Buffer.byteLength(sent),
      ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      ...(from !== undefined && { 'X-Forwarded-For': from }),
    };
    const req = request({ agent: this.#agent, host: HOST, port: this.port, method, path, headers });
    return new Promise((resolve, reject) => {
      req.once('error', reject);
      req.once('response', (res) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.once('error', reject);
        res.once('end', () => {
          resolve({ status: res.statusCode ?? 0, text: Buffer.concat(chunks).toString() });
        });
      });
      req.end(sent);
    });
  }

  /** The same for an answer of JSON. @throws Error when the status is none of success */
  async json<T>(method: string, path: string, sent: Sent): Promise<T> {
    const { status, text } = await this.send(method, path, sent);
    if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
    return JSON.parse(text) as T;
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** An activity as far as a person's client looks at it. */
interface Seen {
  id: string;
  replyToId?: string;
  from: { role: string };
}

/** A person on a website in one conversation, who comes from an address of their own. */
export class Person {
  /** Where the answers stream. */
  readonly streamUrl: string;
  readonly #line: Line;
  readonly #token: string;
  readonly #address: string;
  readonly #activities: string;
  #said = 0;
  #watermark = '0';

  private constructor(line: Line, token: string, address: string, conversation: string, streamUrl: string) {
    this.#line = line;
    this.#token = token;
    this.#address = address;
    this.#activities = `${DIRECT_LINE_PATH}/conversations/${conversation}/activities`;
    this.streamUrl = streamUrl;
  }

  /** Comes in as the widget does. @param number of this person: each comes from another address */
  static async come(line: Line, number: number): Promise<Person> {
    const from = `10.${(number >> 16) & 0xff}.${(number >> 8) & 0xff}.${number & 0xff}`;
    const { token } = await line.json<{ token: string }>('POST', WIDGET_TOKEN_PATH, { body: {}, from });
    const opened = await line.json<{ conversationId: string; streamUrl: string }>(
      'POST',
      `${DIRECT_LINE_PATH}/conversations`,
      { token, body: {}, from },
    );
    return new Person(line, token, from, opened.conversationId, opened.streamUrl);
  }

  /** Says something. @returns its id, once it was answered */
  async say(text: string): Promise<string> {
    this.#said += 1;
    return this.#post({
      type: 'message',
      from: { id: 'user' },
      text,
      channelData: { clientActivityID: String(this.#said) },
    });
  }

  /** Votes on an answer. */
  async vote(answer: string): Promise<void> {
    await this.#post({
      type: 'event',
      name: 'feedback',
      from: { id: 'user' },
      replyToId: answer,
      value: { verdict: 'helpful' },
    });
  }

  /** What came into the conversation since the last time it was read. */
  async read(): Promise<readonly Seen[]> {
    const all: Seen[] = [];
    for (;;) {
      const { activities, watermark } = await this.#line.json<{ activities: Seen[]; watermark: string }>(
        'GET',
        `${this.#activities}?watermark=${this.#watermark}`,
        { token: this.#token, from: this.#address },
      );
      this.#watermark = watermark;
      if (activities.length === 0) return all;
      all.push(...activities);
    }
  }

  async #post(activity: object): Promise<string> {
    const sent = { token: this.#token, body: activity, from: this.#address };
    return (await this.#line.json<{ id: string }>('POST', this.#activities, sent)).id;
  }
}
