import type { Verzuim } from '../rules/case.ts';
import type { Deadline } from '../rules/deadline.ts';
import type { Finding } from '../rules/finding.ts';

/** What a dialog comes to. */
export interface OutcomeResult {
  /** The first thing to know: one or two sentences. */
  headline: Finding;
  /** Findings under a heading, in the order to show. A group without findings is not shown. */
  groups: readonly { heading: string; findings: readonly Finding[] }[];
  /** Dates to show as a table, a picture and a calendar, with the case they follow from. */
  plan?: { verzuim: Verzuim; deadlines: readonly Deadline[] };
}
