import type { IncomingMessage } from 'node:http';
import type { Level } from '../../shared/level.ts';
import { noMetrics, type Metrics } from '../../telemetry/metrics.ts';
import { within } from '../within.ts';
import { Counter } from '../http/limits.ts';
import { HttpProblem } from '../http/problem.ts';
import { bearerOf, isSecret } from '../http/secret.ts';
import { DEEPEST_ACTIVITY, isDeeperThan, LARGEST_ACTIVITY, type ActivitySet, type PostedActivity } from './activity.ts';
import type { Conversations } from './conversations.ts';
import type { Limits } from './limits.ts';
import { isAllowedOrigin, isGrantedOrigin, type OriginRule } from './origins.ts';
import { streamPath } from './paths.ts';
import { newUserId, TOKEN_LIFETIME, type Grant, type Tokens } from './tokens.ts';

/** How long reading may take. Milliseconds. */
const READING_LIMIT = 5_000;

/** Who asks: a program with the secret, or a visitor with a token. */
export type Caller = { kind: 'program' } | { kind: 'visitor'; grant: Grant };

/** A conversation as its client is told of it. */
export interface Opened {
  conversationId: string;
  token: string;
  /** Seconds. */
  expires_in: number;
}

export interface DirectLineParts {
  conversations: Conversations;
  tokens: Tokens;
  origins: OriginRule;
  /** Secrets of programs; none when no program may come. */
  secrets: readonly string[];
  limits: Limits;
  /** The address of the caller, for limits. */
  addressOf: (req: IncomingMessage) => string;
  metrics?: Metrics;
  /** Whether so much is under way that reading must wait; never when absent. */
  isBusy?: () => boolean;
  /** How long reading may take, in milliseconds; after it there is nothing new. */
  readingLimit?: number;
}

/** What is counted, by its name in the limits. */
const COUNTED = [
  'tokensPerAddress',
  'conversationsPerAddress',
  'conversationsPerAddressDaily',
  'activitiesPerAddress',
  'activitiesPerAddressDaily',
  'activitiesPerConversation',
  'readsPerConversation',
] as const;

/** What Direct Line clients may do: who they are, how often, and in which conversation. */
export class DirectLine {
  readonly #parts: DirectLineParts;
  readonly #counters: Readonly<Record<(typeof COUNTED)[number], Counter>>;

  constructor(parts: DirectLineParts) {
    this.#parts = parts;
    const { limits, metrics = noMetrics } = parts;
    const counterOf = (name: (typeof COUNTED)[number]) =>
      new Counter(limits[name], () => {
        metrics.limited(name);
      });
    this.#counters = Object.fromEntries(COUNTED.map((name) => [name, counterOf(name)])) as Record<
      (typeof COUNTED)[number],
      Counter
    >;
  }

  /** @throws HttpProblem 403 when the page it comes from may not use the chat */
  requireOrigin(req: IncomingMessage): void {
    if (!isAllowedOrigin(req, this.#parts.origins)) throw forbiddenOrigin();
  }

  /** @throws HttpProblem 401 without credentials, 403 with credentials that do not count here */
  async caller(req: IncomingMessage): Promise<Caller> {
    this.requireOrigin(req);
    const bearer = bearerOf(req);
    if (bearer === undefined)
      throw new HttpProblem(401, 'Who asks is missing.', 'Send "Authorization: Bearer" with a token or the secret.');
    if (isSecret(bearer, this.#parts.secrets)) return { kind: 'program' };
    const verified = await this.#parts.tokens.verify(bearer);
    if (verified.kind === 'expired')
      throw new HttpProblem(403, 'The token has expired.', 'Ask for a new one.', { code: 'TokenExpired' });
    if (verified.kind === 'invalid')
      throw new HttpProblem(403, 'The token is not valid.', 'Ask for a new one.', { code: 'BadToken' });
    if (!isGrantedOrigin(req, verified.grant.origins)) throw forbiddenOrigin();
    return { kind: 'visitor', grant: verified.grant };
  }

  /** A token for a visitor of a page, without a secret. @param resume an earlier token whose conversation goes on */
  async welcomeVisitor(req: IncomingMessage, level?: Level, resume?: string): Promise<Opened> {
    this.requireOrigin(req);
    await this.#counters.tokensPerAddress.count(this.#parts.addressOf(req));
    if (resume !== undefined) return this.#resume(req, resume);
    const { origin } = req.headers;
    return this.#open({
      conversation: this.#parts.conversations.newId(),
      user: newUserId(),
      origins: origin === undefined ? [] : [origin],
      ...(level !== undefined && { level }),
    });
  }

  /** What a program grants one of its visitors: a new conversation. */
  newGrant(user: string | undefined, origins: readonly string[] = []): Grant {
    return { conversation: this.#parts.conversations.newId(), origins, ...(user !== undefined && { user }) };
  }

  issue(grant: Grant): Promise<Opened> {
    return this.#open(grant);
  }

  /**
   * Starts the conversation of a visitor, or a new one for a program.
   *
   * @returns where to stream it from, and whether it was started now
   */
  async start(
    req: IncomingMessage,
    grant: Grant,
    level?: Level,
  ): Promise<{ started: boolean; opened: Opened & { streamUrl: string } }> {
    const address = this.#parts.addressOf(req);
    await this.#counters.conversationsPerAddress.count(address);
    await this.#counters.conversationsPerAddressDaily.count(address);
    const { started, after } = await this.#parts.conversations.start(grant.conversation, level ?? grant.level);
    const streamUrl = await this.#streamUrl(req, grant, after);
    return { started, opened: { ...(await this.#open(grant)), streamUrl } };
  }

  /** Where to stream a conversation from again. @param after the last activity that the client has; the newest when absent */
  async reconnect(req: IncomingMessage, grant: Grant, after?: number): Promise<Opened & { streamUrl: string }> {
    const last = await this.#parts.conversations.last(grant.conversation);
    return { ...(await this.#open(grant)), streamUrl: await this.#streamUrl(req, grant, after ?? last) };
  }

  /** @throws HttpProblem 400 for one that is too deep, 413 for one that is too large, 429 for too many */
  async post(req: IncomingMessage, grant: Grant, activity: PostedActivity): Promise<string> {
    if (isDeeperThan(activity, DEEPEST_ACTIVITY))
      throw new HttpProblem(400, `The activity is nested more than ${DEEPEST_ACTIVITY} deep.`);
    if (Buffer.byteLength(JSON.stringify(activity)) > LARGEST_ACTIVITY)
      throw new HttpProblem(413, `The activity is larger than ${LARGEST_ACTIVITY} bytes.`, 'Send a shorter text.');
    await this.#counters.activitiesPerConversation.count(grant.conversation);
    const address = this.#parts.addressOf(req);
    await this.#counters.activitiesPerAddress.count(address);
    await this.#counters.activitiesPerAddressDaily.count(address);
    const user = grant.user ?? activity.from?.id ?? 'user';
    return this.#parts.conversations.post(grant.conversation, activity, user);
  }

  /**
   * What was said after a place. Who reads too often, or while too much is under way, sees nothing new, and no error: a
   * client would stop reading for good.
   */
  async read(grant: Grant, after: number): Promise<ActivitySet> {
    const { conversations, isBusy = () => false, readingLimit = READING_LIMIT } = this.#parts;
    const nothingNew = { activities: [], watermark: String(after) };
    if (isBusy() || !(await this.#counters.readsPerConversation.allows(grant.conversation))) return nothingNew;
    try {
      await within(readingLimit, conversations.last(grant.conversation));
      return await within(readingLimit, conversations.read(grant.conversation, after));
    } catch (error) {
      if (error instanceof HttpProblem) throw error;
      // The store is away for a moment.
      return nothingNew;
    }
  }

  /** The grant for a conversation named in a path. @throws HttpProblem 403 when the caller's token is for another one */
  grantFor(caller: Caller, conversation: string): Grant {
    if (caller.kind === 'program') return { conversation, origins: [] };
    if (caller.grant.conversation !== conversation)
      throw new HttpProblem(403, 'The token is for another conversation.');
    return caller.grant;
  }

  async #resume(req: IncomingMessage, token: string): Promise<Opened> {
    const verified = await this.#parts.tokens.verifyForResuming(token);
    const known = verified.kind === 'ok' && (await this.#parts.conversations.exists(verified.grant.conversation));
    if (!known)
      throw new HttpProblem(404, 'The conversation is gone.', 'Ask for a token without "resume".', {
        code: 'ConversationNotFound',
      });
    if (!isGrantedOrigin(req, verified.grant.origins)) throw forbiddenOrigin();
    return this.#open(verified.grant);
  }

  async #open(grant: Grant): Promise<Opened> {
    const token = await this.#parts.tokens.issue(grant);
    return { conversationId: grant.conversation, token, expires_in: TOKEN_LIFETIME };
  }

  async #streamUrl(req: IncomingMessage, grant: Grant, after: number): Promise<string> {
    const token = await this.#parts.tokens.issueForStream({ ...grant, after });
    return `${this.#base(req)}${streamPath(grant.conversation)}?t=${token}&watermark=${after}`;
  }

  /** Where the caller reached the server, for WebSockets. */
  #base({ headers, socket }: IncomingMessage): string {
    const { publicUrl } = this.#parts.origins;
    const host = headers.host ?? 'localhost';
    if (publicUrl !== undefined && new URL(publicUrl).host === host) return publicUrl.replace(/^http/, 'ws');
    // A page on https may open no other than encrypted streams.
    const encrypted = 'encrypted' in socket || headers.origin?.startsWith('https:') === true;
    return `${encrypted ? 'wss' : 'ws'}://${host}`;
  }
}

function forbiddenOrigin(): HttpProblem {
  return new HttpProblem(
    403,
    'This site may not use the chat.',
    'The administrator can add its origin to ALLOWED_ORIGINS.',
    { code: 'OriginNotAllowed' },
  );
}
