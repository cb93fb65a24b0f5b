import type { Finding } from '../finding.ts';

const PRACTICE = { force: 'practice', certainty: 'medium', basis: [{ source: 'going-concern' }] } as const;

/** What comes first in a conflict at work during illness; `vastgesteld`: the bedrijfsarts said whether there is illness. */
export function stapBijConflict(vastgesteld: boolean): Finding {
  return { key: vastgesteld ? 'naarMediation' : 'eerstBedrijfsarts', ...PRACTICE };
}

export const OVER_CONFLICT: readonly Finding[] = [
  { key: 'mediation', ...PRACTICE },
  { key: 'conflictEnSpoor2', ...PRACTICE },
];
