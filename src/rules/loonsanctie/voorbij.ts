import { Temporal } from 'temporal-polyfill';
import { bezwaar } from './bezwaar.ts';
import { bevinding } from './bevindingen.ts';
import type { LoonsanctieFeiten, LoonsanctieUitkomst } from './feiten.ts';
import { besluitfase, loonsanctieDatums } from './herstel.ts';
import { findDeadline } from '../timeline.ts';

/** What is left to say once the longest possible sanction is over: nothing to repair, shorten or wait for; else nothing. */
export function voorbij(feiten: LoonsanctieFeiten): LoonsanctieUitkomst | undefined {
  const { today, geval, besluit } = feiten;
  const deadlines = loonsanctieDatums(geval);
  const date = findDeadline(deadlines, 'loonsanctieTot')?.date;
  if (date === undefined || Temporal.PlainDate.compare(today, date) <= 0) return undefined;
  const einde = findDeadline(deadlines, 'eindeWachttijd')?.date;
  const naEinde = geval.opTijd === true && besluit !== undefined && besluitfase(deadlines, besluit) === 'voorbij';
  const teLaat = naEinde && einde !== undefined ? [bevinding('besluitLeekTeLaat', { date: einde })] : [];
  return {
    headline: bevinding('kopVoorbij', { date }),
    groups: [
      { heading: 'nu', findings: [bevinding('vraagWatNuGeldt')] },
      { heading: 'bezwaar', findings: [...teLaat, ...bezwaar(feiten)] },
      { heading: 'gevolgen', findings: [bevinding('eindeInBesluit')] },
    ],
  };
}
