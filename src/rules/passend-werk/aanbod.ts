/** Facts about an offer of which one option holds; undefined is not known. */
export const AANBOD_KEUZES = ['grenzen', 'opPapier', 'waar', 'vorm', 'uren', 'reis', 'niveau', 'ziekteduur'] as const;

export type Keuzes = Readonly<Record<(typeof AANBOD_KEUZES)[number], string | undefined>>;

/** An offer of work to a sick employee. */
export interface Aanbod extends Keuzes {
  /** Pay, in percent of the old pay. */
  loon: number | undefined;
  /** Weeks of work without pay for it. */
  weken: number | undefined;
}

export type Conditie = (aanbod: Aanbod) => boolean;

/** Whether this fact is one of these options. */
export function met(fact: (typeof AANBOD_KEUZES)[number], ...opties: readonly (string | undefined)[]): Conditie {
  return (aanbod) => opties.includes(aanbod[fact]);
}

export function alle(...condities: readonly Conditie[]): Conditie {
  return (aanbod) => condities.every((conditie) => conditie(aanbod));
}

export function een(...condities: readonly Conditie[]): Conditie {
  return (aanbod) => condities.some((conditie) => conditie(aanbod));
}

export function niet(conditie: Conditie): Conditie {
  return (aanbod) => !conditie(aanbod);
}

/** It does not fit, says the bedrijfsarts: nothing else is weighed. */
export const pastNiet = met('grenzen', 'pastNiet');
export const zonderLoon = met('vorm', 'zonderLoon');
/** Weighed on all points. */
export const metLoon = alle(niet(pastNiet), niet(zonderLoon));

/** What UWV calls a satisfactory result near the end of the wachttijd; no minimum for an offer. */
export const RESULTAAT_VANAF = 65;
/** Longer work without pay for it needs a reason. */
export const WEKEN_ZONDER_LOON = 6;

export const VROEG = met('ziekteduur', 'totHalfJaar');
export const LAAT = met('ziekteduur', 'tweedeJaar', 'bijnaTweeJaar');

export const loon =
  (van: number, tot: number): Conditie =>
  (aanbod) =>
    aanbod.loon !== undefined && aanbod.loon >= van && aanbod.loon < tot;
export const loonLager = loon(RESULTAAT_VANAF, 100);
export const lager = met('niveau', 'lager');
export const verWeg = met('reis', 'meerDanTweeUur');
export const goedResultaat = alle(loonLager, met('vorm', 'blijvend'), LAAT);
export const kort: Conditie = ({ weken }) => weken !== undefined && weken <= WEKEN_ZONDER_LOON;
export const lang: Conditie = ({ weken }) => weken !== undefined && weken > WEKEN_ZONDER_LOON;
export const getal = (naam: 'loon' | 'weken') => (aanbod: Aanbod) => ({ [naam]: aanbod[naam] ?? 0 });
