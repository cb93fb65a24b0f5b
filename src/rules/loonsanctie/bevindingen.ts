import type { Finding, Values } from '../finding.ts';
import { basis, bw7, ground, wet, wia, type Ground } from '../ground.ts';
import { BEKORTING, BESLUIT, BEZWAAR, PLICHTEN, REDENEN } from './gronden.ts';

/** What the dialog about the loonsanctie may say, with what it rests on. */
export const LOONSANCTIE_GRONDEN = {
  kopNogGeenBesluit: BESLUIT,
  kopBesluitKanNog: BESLUIT,
  kopGeenBesluitMeer: BESLUIT,
  kopWachtOpBesluit: BESLUIT,
  kopBesluitTeLaat: BESLUIT,
  kopHerstellen: BEKORTING,
  kopMelden: BEKORTING,
  kopVoorbij: wet(wia('25 lid 9')),
  besluitLeekTeLaat: BESLUIT,
  vraagWatNuGeldt: wet(wia('23 lid 3 en 25 lid 9'), bw7('629 lid 10 en 11')),
  kopGemeld: BEKORTING,
  kopGemeldDagen: BEKORTING,
  kopGemeldWacht: BEKORTING,
  kopGemeldZonderDatum: BEKORTING,
  volgorde: ground('uwv-policy', 'high', basis('beleidsregels-poortwachter', 'paragraaf 2 tot en met 7')),
  weekOmAanTeVullen: ground('uwv-practice', 'high', basis('administratieve-loonsanctie')),
  alvastHerstellen: REDENEN,
  brief: BEKORTING,
  herstelVerslag: wet(wia('25 lid 9 en 65'), basis('regeling-procesgang', 'artikel 6 lid 1')),
  herstelSpoor2: REDENEN,
  herstelOordeel: REDENEN,
  herstelStilstand: REDENEN,
  eigenRisico: ground('uwv-policy', 'high', basis('beleidsregels-poortwachter')),
  bekortingTermijn: BEKORTING,
  bekortingVandaag: BEKORTING,
  bekortingEerder: wet(wia('25 lid 14')),
  bekortingVoorStart: BEKORTING,
  bezwaarTot: BEZWAAR,
  bezwaarVoorbij: BEZWAAR,
  bezwaarZoekDatum: BEZWAAR,
  bekortingNaastBezwaar: BEKORTING,
  nieuweFeiten: BEZWAAR,
  einde: wet(wia('25 lid 9')),
  eindeInBesluit: wet(wia('25 lid 9')),
  loon: ground('statute', 'medium', bw7('629 lid 1')),
  opzegverbod: wet(bw7('670 lid 1 en 11')),
  wiaLater: wet(wia('25 lid 9 en 64 lid 7 en 8')),
  plichten: PLICHTEN,
  wiaNaHerstel: ground('statute', 'medium', wia('25 lid 15')),
  zonderOnderbreking: wet(wia('23 lid 3'), bw7('629 lid 10')),
  zoekEersteZiektedag: wet(wia('23 lid 2')),
  alsOpTijd: wet(wia('25 lid 10')),
  nogAanvragen: wet(wia('25 lid 10 en 64 lid 3')),
  week93Voorbij: wet(wia('23 lid 3 en 64 lid 3')),
  lateAanvraag: wet(bw7('629 lid 11 onder a'), wia('25 lid 10')),
} satisfies Record<string, Ground>;

export type LoonsanctieBevinding = keyof typeof LOONSANCTIE_GRONDEN;

/** A finding of the dialog about the loonsanctie. */
export function bevinding(key: LoonsanctieBevinding, values?: Values): Finding {
  return { key, ...(values === undefined ? {} : { values }), ...LOONSANCTIE_GRONDEN[key] };
}
