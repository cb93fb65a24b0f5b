import type { Temporal } from 'temporal-polyfill';
import type { Finding } from '../finding.ts';
import type { Aanvraag } from './aanvraag.ts';
import type { Loonsanctiegeval } from './herstel.ts';

/** What an outcome about the loonsanctie depends on. */
export interface LoonsanctieFeiten {
  today: Temporal.PlainDate;
  geval: Loonsanctiegeval;
  aanvraag?: Aanvraag | undefined;
  /** Day of UWV's decision. */
  besluit?: Temporal.PlainDate | undefined;
  soort?: 'administratief' | 'inhoudelijk' | undefined;
  /** What UWV found missing: `spoor2`, `oordeelBedrijfsarts`, `stilstand`. */
  redenen: readonly string[];
  /** Repaired but not reported. */
  hersteld: boolean;
}

export const LOONSANCTIE_KOPJES = ['nu', 'herstel', 'bekorting', 'bezwaar', 'gevolgen', 'weten'] as const;

/** What the dialog says first, and the rest under headings. */
export interface LoonsanctieUitkomst {
  headline: Finding;
  groups: readonly { heading: (typeof LOONSANCTIE_KOPJES)[number]; findings: readonly Finding[] }[];
}
