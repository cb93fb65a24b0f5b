import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { z } from 'zod';
import { UsageError } from './terminal.ts';

/** Lines of a JSON Lines file, or of standard input for `-`; empty lines are passed over. Numbered from 1. */
export async function* jsonLines<S extends z.ZodType>(file: string, schema: S): AsyncGenerator<z.infer<S>> {
  const input = file === '-' ? process.stdin : createReadStream(file, 'utf8');
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
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
