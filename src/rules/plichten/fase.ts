import type { Temporal } from 'temporal-polyfill';
import type { Finding } from '../finding.ts';
import type { LegalBasis } from '../legal-basis.ts';
import { ground, type Ground } from '../ground.ts';

/** Phases of a long sickness, in order of time. */
export const FASEN = ['begin', 'tot42', 'rondJaar', 'tweedeJaar', 'daarna'] as const;
export type Fase = (typeof FASEN)[number];

/** The last sick week of a phase: opinion of the bedrijfsarts, report to UWV, UWV's limit for spoor 2, end of the wage term. */
const LAATSTE_WEEK: readonly (readonly [Fase, number])[] = [
  ['begin', 6],
  ['tot42', 42],
  ['rondJaar', 58],
  ['tweedeJaar', 104],
];

/** The phase on a day, counted without interruptions. */
export function faseOp(eersteZiektedag: Temporal.PlainDate, today: Temporal.PlainDate): Fase {
  const days = eersteZiektedag.until(today).days;
  return LAATSTE_WEEK.find(([, weeks]) => days < weeks * 7)?.[0] ?? 'daarna';
}

/** Where a case stands; undefined is not known. */
export interface Stand {
  fase: Fase | undefined;
  spoor2: boolean | undefined;
  loonsanctie: boolean | undefined;
}

/**
 * Whether the duties of re-integration run: as long as there is a right to wage, also in a loonsanctie. After 104 weeks
 * they are taken to run while nobody knows whether there is a loonsanctie.
 *
 * @source BW 7:658a lid 1
 */
export function loonLoopt({ fase, loonsanctie }: Stand): boolean {
  return fase !== 'daarna' || loonsanctie !== false;
}

/** Whether this is one of these phases; a phase that is not known is none. */
export function inFase(...fasen: readonly Fase[]): (stand: Stand) => boolean {
  return ({ fase }) => fase !== undefined && fasen.includes(fase);
}

/** What the law says, read in its text. */
export function wet(...basis: readonly LegalBasis[]): Ground {
  return ground('statute', 'high', ...basis);
}

/** A place in a source. */
export function at(source: string, place: string): LegalBasis {
  return { source, at: place };
}

/** A duty or what follows from leaving it: key of the text, what it rests on, when it holds. */
export type Regel = readonly [key: string, ground: Ground, holds: (stand: Stand) => boolean];

/** The findings of the rules that hold. */
export function geldend(regels: readonly Regel[], stand: Stand): Finding[] {
  return regels.filter(([, , holds]) => holds(stand)).map(([key, ground]) => ({ key, ...ground }));
}
