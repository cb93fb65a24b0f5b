import { Temporal } from 'temporal-polyfill';
import type { Verzuim } from '../case.ts';
import type { Deadline } from '../deadline.ts';
import type { Figures } from '../figures.ts';
import { findDeadline, timeline } from '../timeline.ts';

type PlainDate = Temporal.PlainDate;

/** WIA art. 25 lid 13: UWV's term to decide on a report of repair. */
const DAGEN_BESLUIT = 21;

/** What is known of the case: no dates without a first sick day, or after a late WIA application, which moves them. */
export interface Loonsanctiegeval {
  figures: Figures;
  eersteZiektedag?: PlainDate | undefined;
  /** Whether the WIA was applied for in time. */
  opTijd?: boolean | undefined;
  /** Whether UWV decided to a loonsanctie. */
  opgelegd: boolean;
  /** Day on which the employer reported the repair. */
  gemeld?: PlainDate | undefined;
}

/** The facts that dates follow from; nothing when they cannot be counted. */
export function loonsanctieVerzuim(geval: Loonsanctiegeval): Verzuim | undefined {
  const { eersteZiektedag, opTijd, opgelegd, gemeld } = geval;
  if (eersteZiektedag === undefined || opTijd === false) return undefined;
  const verzuim = { ziekteperioden: [{ eersteDag: eersteZiektedag }], ...(opgelegd ? { loonsanctie: true } : {}) };
  return gemeld === undefined || !opgelegd ? verzuim : { ...verzuim, bekortingsverzoek: gemeld };
}

/** The dates of the case; a report before the wage period was lengthened shortens nothing that can be counted. */
export function loonsanctieDatums(geval: Loonsanctiegeval): readonly Deadline[] {
  const verzuim = loonsanctieVerzuim(geval);
  const result = verzuim === undefined ? undefined : timeline(verzuim, geval.figures);
  return result?.kind === 'timeline' ? result.deadlines : [];
}

/** How a day lies to UWV's last days for a decision: in time, later but before the wachttijd ends, or after it. */
export type Besluitfase = 'opTijd' | 'laat' | 'voorbij';

export function besluitfase(deadlines: readonly Deadline[], dag: PlainDate): Besluitfase | undefined {
  const uiterlijk = findDeadline(deadlines, 'loonsanctieBesluit')?.date;
  const einde = findDeadline(deadlines, 'eindeWachttijd')?.date;
  if (uiterlijk === undefined || einde === undefined) return undefined;
  if (Temporal.PlainDate.compare(dag, uiterlijk) <= 0) return 'opTijd';
  return Temporal.PlainDate.compare(dag, einde) <= 0 ? 'laat' : 'voorbij';
}

/** Whether a repair reported on this day can shorten a sanction that has begun. */
export function isBegonnen(deadlines: readonly Deadline[], dag: PlainDate): boolean {
  const einde = findDeadline(deadlines, 'eindeWachttijd')?.date;
  return einde !== undefined && Temporal.PlainDate.compare(dag, einde) > 0;
}

/** The last day for UWV's decision on a report of repair. */
export function besluitOverMelding(gemeld: PlainDate): PlainDate {
  return gemeld.add({ days: DAGEN_BESLUIT });
}
