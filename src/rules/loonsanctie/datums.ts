import type { Verzuim } from '../case.ts';
import type { Deadline, DeadlineId } from '../deadline.ts';
import { isBegonnen, loonsanctieDatums, loonsanctieVerzuim, type Loonsanctiegeval } from './herstel.ts';

const TONEN: readonly DeadlineId[] = [
  'loonsanctieBesluit',
  'eindeWachttijd',
  'bekortingBesluit',
  'loonTot',
  'loonsanctieTot',
  'wiaEersteDag',
  'opzegverbodTot',
];

/** The dates to show; a report before the sanction began is left out: what it shortens is not known. */
export function loonsanctiePlan(geval: Loonsanctiegeval): {
  plan?: { verzuim: Verzuim; deadlines: readonly Deadline[] };
} {
  const { gemeld } = geval;
  const telt = gemeld !== undefined && isBegonnen(loonsanctieDatums(geval), gemeld);
  const shown = telt ? geval : { ...geval, gemeld: undefined };
  const verzuim = loonsanctieVerzuim(shown);
  if (verzuim === undefined) return {};
  return { plan: { verzuim, deadlines: loonsanctieDatums(shown).filter(({ id }) => TONEN.includes(id)) } };
}
