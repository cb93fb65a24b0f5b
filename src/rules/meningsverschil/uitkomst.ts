import { OVER_CONFLICT, stapBijConflict } from './arbeidsconflict.ts';
import type { Finding } from '../finding.ts';
import * as regels from './meningsverschil.ts';

/** What is known of a disagreement; absent is not known. */
export interface Meningsverschil {
  audience: 'employee' | 'employer';
  onderwerp: string | undefined;
  /** True when they talked about it. */
  besproken: boolean;
  /** True when there is a second opinion already. */
  secondOpinion: boolean;
  /** True when UWV gave a deskundigenoordeel already. */
  oordeel: boolean;
  /** `opschorting` or `loonstop`. */
  maatregel: string | undefined;
  /** True when the bedrijfsarts said whether there is illness. */
  ziekteVastgesteld: boolean;
}

export interface Uitkomst {
  headline: Finding;
  groups: { heading: string; findings: readonly Finding[] }[];
}

const INTUSSEN = { heading: 'intussen', findings: [regels.MEEWERKEN] };

/** Talking comes first, unless it was tried. */
function praten({ besproken }: Meningsverschil): Uitkomst['groups'] {
  return besproken ? [] : [{ heading: 'watJeNuDoet', findings: [regels.EERST_PRATEN] }];
}

function overOordeel({ oordeel, onderwerp }: Meningsverschil): Uitkomst['groups'][number] {
  const findings = oordeel ? [regels.OORDEEL_WAARDE] : [...regels.oordeelVragen(onderwerp), ...regels.OVER_OORDEEL];
  return { heading: 'deskundigenoordeel', findings };
}

/** About what the bedrijfsarts advises. */
export function medischAdvies(verschil: Meningsverschil): Uitkomst {
  const { audience, secondOpinion, oordeel } = verschil;
  const over = { heading: 'secondOpinion', findings: regels.overMedischAdvies(audience, secondOpinion) };
  return {
    headline: oordeel ? regels.OORDEEL_IS_ER : regels.stapBijAdvies(audience, secondOpinion),
    groups: [...praten(verschil), over, overOordeel(verschil), INTUSSEN],
  };
}

/** About work, effort, or whether the employee can do the own work. */
export function deskundigenoordeel(verschil: Meningsverschil): Uitkomst {
  const headline = verschil.oordeel ? regels.OORDEEL_IS_ER : regels.VRAAG_OORDEEL;
  return { headline, groups: [...praten(verschil), overOordeel(verschil), INTUSSEN] };
}

/** About wage that is held back or stopped. */
export function loonIngehouden(verschil: Meningsverschil): Uitkomst {
  return {
    headline: regels.stapBijLoon(verschil.maatregel),
    groups: [...praten(verschil), { heading: 'loon', findings: regels.OVER_LOON }, overOordeel(verschil), INTUSSEN],
  };
}

/** About a conflict at work beside the illness. */
export function conflict(verschil: Meningsverschil): Uitkomst {
  return {
    headline: stapBijConflict(verschil.ziekteVastgesteld),
    groups: [...praten(verschil), { heading: 'conflict', findings: OVER_CONFLICT }, INTUSSEN],
  };
}

/** Nobody knows yet what it is about. */
export function kiesRoute(verschil: Meningsverschil): Uitkomst {
  return { headline: regels.KIES_ROUTE, groups: [...praten(verschil), INTUSSEN] };
}

/** A deskundigenoordeel is there and somebody disagrees with it. */
export function geenBezwaar(): Uitkomst {
  const over = { heading: 'deskundigenoordeel', findings: [regels.OORDEEL_WAARDE] };
  return { headline: regels.GEEN_BEZWAAR, groups: [over, INTUSSEN] };
}
