import type { Temporal } from 'temporal-polyfill';
import type { Finding } from '../finding.ts';
import type { NoRiskDagen } from './no-riskpolis.ts';

/** What is known of a new job; absent is not known. */
export interface NieuweBaan {
  today: Temporal.PlainDate;
  audience: 'employee' | 'employer';
  /** True when the own employer pays wage; false when that is not known. */
  loon: boolean;
  /** True when the work is known to fit. */
  past: boolean;
  /** `ja`, `later` or `nee`. */
  contractNu: string | undefined;
  /** False when no contract is in sight, so that its length was not asked. */
  contractInZicht: boolean;
  contractduur: string | undefined;
  alleUren: boolean | undefined;
  /** True when practising is already worth something to the company. */
  loonwaarde: boolean;
  start: Temporal.PlainDate | undefined;
  dagen: NoRiskDagen | undefined;
  wiaBesluit: string | undefined;
}

export interface Uitkomst {
  headline: Finding;
  groups: { heading: string; findings: readonly Finding[] }[];
}

export const KOPJES = ['watPast', 'ervoor', 'ertegen', 'vooraf', 'noRisk', 'nogWeten'] as const;

/** Findings by heading. */
export type Groepen = Partial<Record<(typeof KOPJES)[number], readonly Finding[]>>;

/** Groups in the order of the headings, without empty ones. */
export function groepen(found: Groepen): Uitkomst['groups'] {
  return KOPJES.map((heading) => ({ heading, findings: found[heading] ?? [] })).filter(
    ({ findings }) => findings.length > 0,
  );
}
