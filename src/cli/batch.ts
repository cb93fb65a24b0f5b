import { createReadStream } from 'node:fs';
import type { z } from 'zod';
import { UsageError } from './terminal.ts';

/** Lines of a JSON Lines file, or of standard input for `-`; empty lines are passed over. Numbered from 1. */
export async function* jsonLines<S extends z.ZodType>(file: string, schema: S): AsyncGenerator<z.infer<S>> {
  let number = 0;
  try {
    for await (const line of lines(file === '-' ? process.stdin : createReadStream(file))) {
      number += 1;
      if (line.trim() !== '') yield readLine(line, number, schema);
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

function readLine<S extends z.ZodType>(line: string, number: number, schema: S): z.infer<S> {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    throw new UsageError(
      `Line ${number} is not JSON. Each line is one object, for example {"id": "1", "q": "Wanneer start spoor 2?"}.`,
    );
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new UsageError(
    `Line ${number}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}. Each line is one object, for example {"id": "1", "q": "Wanneer start spoor 2?"}.`,
  );
}
