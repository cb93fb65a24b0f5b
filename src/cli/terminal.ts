import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parseArgs, styleText, type ParseArgsConfig } from 'node:util';
import { ConfigError, processConfig } from '../config.ts';
import { composeAssistant } from '../compose.ts';
import type { Assistant } from '../conversation/assistant.ts';
import { ContentError } from '../knowledge/problem.ts';
import { PLAIN_STYLE, type TextStyle } from '../channels/text.ts';

/** A mistake in how a command was called, or something it needs that is not there: said in one line, without a stack. */
export class UsageError extends Error {}

/** Runs a command; expected errors are told in words on standard error, with exit code 1 (2 for a wrong call). */
export async function runCommandLine(command: () => Promise<void> | void): Promise<void> {
  // A reader that stops reading (head, a closed pager) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  try {
    await command();
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof ContentError || error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

/** Reads the options of a command; a wrong one is told together with the help text. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(options: T, help: string) {
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`${error.message}\n\n${help}`);
    throw error;
  }
}

/** Checks that an option has one of the allowed values. */
export function oneOf<T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T | undefined {
  if (value === undefined || (allowed as readonly string[]).includes(value)) return value as T | undefined;
  throw new UsageError(`--${name}: found "${value}", allowed: ${allowed.join(', ')}.`);
}

/**
 * Writes a file, with the folders it stands in.
 *
 * @returns where it stands
 * @throws UsageError when it cannot be written there
 */
export function writeOut(file: string, content: string | Uint8Array): string {
  const path = resolve(file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } catch (error) {
    throw new UsageError(`${path} cannot be written (${error instanceof Error ? error.message : String(error)}).`);
  }
  return path;
}

/** The assistant with the contact from the environment. */
export function terminalAssistant(): Assistant {
  return composeAssistant(processConfig());
}

/** Bold and dim where the terminal can show them, plain text in a pipe or with NO_COLOR. */
export function terminalStyle(stream: NodeJS.WriteStream): TextStyle {
  const styled = (format: 'bold' | 'dim', text: string) => styleText(format, text, { stream });
  return {
    ...PLAIN_STYLE,
    title: (text) => styled('bold', text),
    note: (text) => styled('dim', PLAIN_STYLE.note(text)),
    heading: (text) => styled('bold', PLAIN_STYLE.heading(text)),
    body: (text) => text.replaceAll(/\*\*(.+?)\*\*/g, (_bold, words: string) => styled('bold', words)),
  };
}
