import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../deadline.ts';
import type { Finding } from '../finding.ts';
import { bevinding } from './bevindingen.ts';
import { bezwaar } from './bezwaar.ts';
import * as delen from './delen.ts';
import type { LoonsanctieFeiten, LoonsanctieUitkomst } from './feiten.ts';
import { besluitOverMelding, isBegonnen, loonsanctieDatums } from './herstel.ts';
import { voorbij } from './voorbij.ts';
import { findDeadline } from '../timeline.ts';

const dag = (deadlines: readonly Deadline[], id: Deadline['id']) => findDeadline(deadlines, id)?.date;

/** The decision seems to be of after the wachttijd. */
export function besluitTeLaat(feiten: LoonsanctieFeiten): LoonsanctieUitkomst {
  const over = voorbij(feiten);
  if (over !== undefined) return over;
  const einde = dag(loonsanctieDatums(feiten.geval), 'eindeWachttijd');
  return {
    headline: bevinding('kopBesluitTeLaat', einde === undefined ? undefined : { date: einde }),
    groups: [
      {
        heading: 'nu',
        findings: [...bezwaar(feiten), bevinding('bekortingNaastBezwaar'), bevinding('bekortingTermijn')],
      },
      { heading: 'weten', findings: [bevinding('plichten'), ...delen.voorbehoud(feiten)] },
    ],
  };
}

/** UWV decided and the repair was not reported, as far as is known. */
export function herstellen(feiten: LoonsanctieFeiten): LoonsanctieUitkomst {
  const over = voorbij(feiten);
  if (over !== undefined) return over;
  const { hersteld } = feiten;
  return {
    headline: bevinding(hersteld ? 'kopMelden' : 'kopHerstellen'),
    groups: [
      { heading: 'herstel', findings: hersteld ? [bevinding('brief')] : delen.herstel(feiten) },
      { heading: 'bekorting', findings: [...delen.vandaagMelden(feiten), ...delen.bekorting(feiten)] },
      {
        heading: 'bezwaar',
        findings: [...bezwaar(feiten), bevinding('bekortingNaastBezwaar'), bevinding('nieuweFeiten')],
      },
      { heading: 'gevolgen', findings: delen.gevolgen(feiten) },
      { heading: 'weten', findings: [bevinding('eigenRisico'), ...delen.voorbehoud(feiten)] },
    ],
  };
}

/** The employer reported the repair. */
export function gemeld(feiten: LoonsanctieFeiten): LoonsanctieUitkomst {
  const over = voorbij(feiten);
  if (over !== undefined) return over;
  return {
    headline: kopGemeld(feiten),
    groups: [
      { heading: 'bekorting', findings: [...delen.bekorting(feiten), bevinding('wiaNaHerstel')] },
      { heading: 'gevolgen', findings: delen.gevolgen(feiten) },
      { heading: 'bezwaar', findings: [...bezwaar(feiten), bevinding('nieuweFeiten')] },
      { heading: 'weten', findings: delen.voorbehoud(feiten) },
    ],
  };
}

function kopGemeld({ geval, today }: LoonsanctieFeiten): Finding {
  if (geval.gemeld === undefined) return bevinding('kopGemeldZonderDatum');
  const deadlines = loonsanctieDatums(geval);
  const besluit = besluitOverMelding(geval.gemeld);
  const loon = dag(deadlines, 'loonTot');
  if (Temporal.PlainDate.compare(today, besluit) > 0) return bevinding('kopGemeldWacht', { besluit });
  if (loon === undefined || !isBegonnen(deadlines, geval.gemeld)) return bevinding('kopGemeldDagen', { besluit });
  return bevinding('kopGemeld', { besluit, loon });
}
