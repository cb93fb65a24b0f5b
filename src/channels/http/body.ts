import type { Request } from 'restify';
import type { z } from 'zod';
import { wasRead } from './admission.ts';
import { HttpProblem } from './problem.ts';

/** No request of ours is larger. Bytes. */
export const LARGEST_BODY = 64 * 1024;

/**
 * Reads a request's JSON body.
 *
 * @throws HttpProblem 415 for another content type or a compressed body, 413 when it is too large, 400 when it is no JSON
 */
export async function readJson(req: Request): Promise<unknown> {
  requireType(req, 'application/json');
  return parseJson(await readText(req));
}

/**
 * Reads a body that may be left out: then it is an empty object, whatever the content type says.
 *
 * @throws HttpProblem as `readJson` does
 */
export async function readOptionalJson(req: Request): Promise<unknown> {
  const text = await readText(req);
  if (text.trim() === '') return {};
  requireType(req, 'application/json');
  return parseJson(text);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new HttpProblem(
      400,
      'The body is not valid JSON.',
      'Check quotes, commas and braces; the text must be UTF-8.',
    );
  }
}

/**
 * A body that fits its schema.
 *
 * @param example what a body looks like
 * @throws HttpProblem 422 naming every field that does not fit
 */
export function parseBody<S extends z.ZodType>(schema: S, body: unknown, example: string): z.infer<S> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const details = result.error.issues.map((issue) =>
    [issue.path.join('.'), issue.message].filter((part) => part !== '').join(': '),
  );
  throw new HttpProblem(422, 'The body does not fit.', `${details.join('; ')}. Example: ${example}.`);
}

/**
 * Reads the fields of a submitted HTML form.
 *
 * @throws HttpProblem 415 for another content type, 413 when it is too large
 */
export async function readForm(req: Request): Promise<URLSearchParams> {
  requireType(req, 'application/x-www-form-urlencoded');
  return new URLSearchParams(await readText(req));
}

function requireType(req: Request, expected: string): void {
  const type = (req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== expected) {
    throw new HttpProblem(
      415,
      `The content type is not ${expected}.`,
      `Send the body as ${expected} and name it in the Content-Type header.`,
    );
  }
  const encoding = req.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity')
    throw new HttpProblem(415, 'A compressed body is not accepted.', 'Send it without Content-Encoding.');
}

async function readText(req: Request): Promise<string> {
  if (Number(req.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of req as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_BODY) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof HttpProblem) throw error;
    throw new HttpProblem(400, 'The body did not arrive whole.');
  }
  wasRead(req);
  return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(): HttpProblem {
  return new HttpProblem(413, `The body is larger than ${LARGEST_BODY} bytes.`, 'Send a shorter text.');
}
