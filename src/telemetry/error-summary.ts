/** What may be known of an error: its kind and place, never its message. */
export interface ErrorSummary {
  name: string;
  at: string;
}

/** Kind and place of an error. Its message may quote what a person typed. */
export function errorSummary(error: unknown): ErrorSummary {
  if (!(error instanceof Error)) return { name: typeof error, at: '' };
  // A message may have lines that look like places.
  const at =
    error.stack
      ?.replace(error.message, () => '')
      .split('\n')
      .find((line) => /^\s+at .*:\d+:\d+\)?$/.test(line)) ?? '';
  return { name: error.name, at: at.trim() };
}
