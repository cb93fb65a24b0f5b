import { describe, expect, it } from 'vitest';
import { errorSummary } from '../../src/telemetry/error-summary.ts';
import { createLogger } from '../../src/telemetry/logger.ts';

/** What a person typed, in all that is logged below. */
const TYPED = 'Jansenlaan burn-out';

function logged(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('trace', { write: (line: string) => lines.push(line) }));
  return lines.join('');
}

const fieldsOf = (line: string) => JSON.parse(line) as Record<string, unknown>;

describe('the log', () => {
  it('keeps what we know to be ours, with the moment as ISO 8601', () => {
    const line = logged((logger) => {
      logger.info({ method: 'POST', route: '/v1/ask', status: 200, ms: 3, requestId: 'abc', ok: true }, 'request');
    });
    expect(fieldsOf(line)).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as unknown,
      method: 'POST',
      route: '/v1/ask',
      status: 200,
      ms: 3,
      requestId: 'abc',
      ok: true,
      msg: 'request',
    });
  });

  it.each([
    ['text', { text: TYPED }],
    ['a value', { value: { question: TYPED } }],
    ['a body', { body: { activity: { text: TYPED, from: { id: TYPED, name: TYPED } } } }],
    ['a list', { messages: [TYPED, { text: TYPED }] }],
    ['a name', { name: TYPED, user: { name: TYPED }, from: TYPED }],
    ['headers', { headers: { authorization: `Bearer ${TYPED}`, cookie: TYPED }, req: { headers: { cookie: TYPED } } }],
    ['a field of another name', { whatever: TYPED, deep: { deeper: { deepest: { more: { text: TYPED } } } } }],
    ['the name of a field', { [TYPED]: 1, [`x${'y'.repeat(40)}`]: TYPED }],
    ['a channel', { channel: TYPED }],
    ['an error', { error: new Error(TYPED) }],
    ['an error with a cause', { err: new Error('x', { cause: new Error(TYPED) }) }],
    ['an error that looks like a place', { error: new Error(`x\n    at ${TYPED} (x:1:2)`) }],
    ['an error with a name', { error: Object.assign(new Error('x'), { name: TYPED }) }],
    ['what looks like an error', { error: { name: TYPED, at: TYPED, message: TYPED } }],
    ['text in the place of an error', { error: TYPED, err: [TYPED] }],
    ['something with its own JSON', { status: { toJSON: () => TYPED } }],
    ['a map', { items: new Map([[TYPED, TYPED]]), set: new Set([TYPED]), bytes: Buffer.from(TYPED) }],
  ])('keeps no word that was typed in %s', (_place, fields) => {
    const line = logged((logger) => {
      logger.info(fields, 'something happened');
      logger.error(fields);
      logger.child(fields).warn('something happened');
      logger.child({}).warn(fields);
    });
    expect(line.trim().split('\n')).toHaveLength(4);
    for (const word of TYPED.split(' ')) expect(line).not.toContain(word);
    expect(line).not.toContain(Buffer.from(TYPED).toJSON().data.join(','));
  });

  it('keeps no word of an error that is logged alone, nor of what is to be filled in', () => {
    const line = logged((logger) => {
      logger.error(new Error(TYPED));
      logger.error(new Error(TYPED), 'it failed');
      logger.error({ err: new Error(TYPED) });
      logger.info('it was %s and %o', TYPED, { text: TYPED });
    });
    for (const word of TYPED.split(' ')) expect(line).not.toContain(word);
    expect(line).toContain('"msg":"it failed"');
    expect(line).toContain('logger.test.ts');
  });

  it('cannot be made to write another line, or to colour a terminal', () => {
    const line = logged((logger) => {
      logger.info({ reason: 'a\u001b[31m\nb\u2028c' }, 'x\r\n{"level":60}\u202e');
    });
    expect(line.trimEnd()).not.toMatch(/[\n\r]/);
    expect(fieldsOf(line)).toMatchObject({ reason: 'a [31m b c', msg: 'x {"level":60}' });
  });
});

describe('the summary of an error', () => {
  it('names kind and place, and never its message', () => {
    const { name, at } = errorSummary(new RangeError(TYPED));
    expect(name).toBe('RangeError');
    expect(at).toMatch(/^at .*logger\.test\.ts:\d+:\d+\)?$/);
    expect(errorSummary(TYPED)).toEqual({ name: 'string', at: '' });
  });
});
