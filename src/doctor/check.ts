/** How a check came out: in order, worth a look, to be mended before it works, or not looked at. */
export type Status = 'ok' | 'attention' | 'wrong' | 'skipped';

/** What a check found, for an administrator. It never holds a secret, a token or a word of a conversation. */
export interface Finding {
  /** Short name of what was looked at; always the same. */
  check: string;
  status: Status;
  message: string;
  /** What to do about it. */
  cure?: string;
}

export function ok(check: string, message: string): Finding {
  return { check, status: 'ok', message };
}

export function attention(check: string, message: string, cure: string): Finding {
  return { check, status: 'attention', message, cure };
}

export function wrong(check: string, message: string, cure: string): Finding {
  return { check, status: 'wrong', message, cure };
}

/** @param message why it was not looked at */
export function skipped(check: string, message: string): Finding {
  return { check, status: 'skipped', message };
}

/** What an error says, in one line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text
    .split('\n')
    .map((line) => line.trim())
    .join(' ');
}
