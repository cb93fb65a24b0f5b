import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { UsageError } from './terminal.ts';

/** What a line looks like when nothing else is said. */
const QUESTION_EXAMPLE = '{"id": "1", "q": "Wanneer start spoor 2?"}';

/**
 * Lines of a JSON Lines file, or of standard input for `-`; empty lines are passed over. Numbered from 1.
 *
 * @param example what a line looks like
 * @param onBadLine is told what is wrong with a line, and the rest is read on; without it the first bad line ends it all
 */
export async function* jsonLines<S extends z.ZodType>(
  file: string,
  schema: S,
  example: string = QUESTION_EXAMPLE,
  onBadLine?: (number: number, message: string) => void,
): AsyncGenerator<z.infer<S>> {
  let number = 0;
  try {
    for await (const line of lines(file === '-' ? process.stdin : createReadStream(file))) {
      number += 1;
      if (line.trim() === '') continue;
      const read = readLine(line, schema);
      if ('value' in read) yield read.value;
      else if (onBadLine === undefined)
        throw new UsageError(`Line ${number}${read.fault}. Each line is one object, for example ${example}.`);
      else onBadLine(number, read.fault);
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') {
      throw new UsageError(
        `Cannot read ${file}: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}.`,
      );
    }
    throw error;
  }
}

/** All lines of JSON Lines files, one file after the other. */
export async function readJsonLines<S extends z.ZodType>(files: readonly string[], schema: S): Promise<z.infer<S>[]> {
  const read: z.infer<S>[] = [];
  for (const file of files) for await (const line of jsonLines(file, schema)) read.push(line);
  return read;
}

/** Lines that end with a line feed, as JSON Lines has them; `readline` also breaks at U+2028, which JSON may hold. */
async function* lines(stream: NodeJS.ReadableStream): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stream) {
    const parts = `${rest}${decoder.decode(chunk as Buffer, { stream: true })}`.split('\n');
    rest = parts.pop() ?? '';
    yield* parts;
  }
  yield rest + decoder.decode();
}

function readLine<S extends z.ZodType>(line: string, schema: S): { value: z.infer<S> } | { fault: string } {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { fault: ' is not JSON' };
  }
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  const [issue] = result.error.issues;
  return { fault: `: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}` };
}
