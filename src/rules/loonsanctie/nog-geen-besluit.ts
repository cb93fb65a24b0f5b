import { bevinding } from './bevindingen.ts';
import * as delen from './delen.ts';
import type { LoonsanctieFeiten, LoonsanctieUitkomst } from './feiten.ts';
import { besluitfase, loonsanctieDatums } from './herstel.ts';
import type { Finding } from '../finding.ts';
import { findDeadline } from '../timeline.ts';

/** UWV has not decided yet, as far as is known. */
export function nogGeenBesluit(feiten: LoonsanctieFeiten): LoonsanctieUitkomst {
  return {
    headline: kopNogGeenBesluit(feiten),
    groups: [
      { heading: 'nu', findings: [bevinding('weekOmAanTeVullen'), bevinding('alvastHerstellen')] },
      { heading: 'weten', findings: [bevinding('volgorde'), ...delen.voorbehoud(feiten)] },
    ],
  };
}

function kopNogGeenBesluit({ geval, today }: LoonsanctieFeiten): Finding {
  const deadlines = loonsanctieDatums(geval);
  const date = findDeadline(deadlines, 'loonsanctieBesluit')?.date;
  const einde = findDeadline(deadlines, 'eindeWachttijd')?.date;
  if (date === undefined || einde === undefined) return bevinding('kopWachtOpBesluit');
  const koppen = { opTijd: 'kopNogGeenBesluit', laat: 'kopBesluitKanNog', voorbij: 'kopGeenBesluitMeer' } as const;
  return bevinding(koppen[besluitfase(deadlines, today) ?? 'opTijd'], { date, einde });
}
