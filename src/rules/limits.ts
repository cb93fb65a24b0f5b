import { Temporal } from 'temporal-polyfill';
import type { DeadlineId } from './deadline.ts';
import { contractEindeBinnenWachttijd } from './deadlines/einde-contract.ts';
import type { Situatie } from './situatie.ts';

const { compare } = Temporal.PlainDate;

/** What remains for who fell ill after the AOW date: no spoor 2, no plan van aanpak, no WIA. */
const AFTER_AOW: ReadonlySet<DeadlineId> = new Set([
  'ziekmelding',
  'arbodienstMelding',
  'loonTot',
  'opzegverbodTot',
  'aow',
]);

/** What the AOW date does not take away although it lies after it. */
const STAYS_AT_AOW: ReadonlySet<DeadlineId> = new Set([
  'loonTot',
  'opzegverbodTot',
  'aow',
  'eindeContract',
  'ziekUitDienstMelding',
]);

/** What is over once the contract has ended: from then on UWV does what the employer did. */
const ENDS_WITH_CONTRACT: ReadonlySet<DeadlineId> = new Set([
  'arbodienstMelding',
  'probleemanalyse',
  'planVanAanpak',
  'evaluatie',
  'melding42',
  'eerstejaarsevaluatie',
  'arbeidsdeskundigOnderzoek',
  'spoor2Streefdatum',
  'spoor2Uiterlijk',
  'actueelOordeel',
  'eindevaluatie',
  'reIntegratieverslag',
  'loonsanctieBesluit',
  'opzegverbodTot',
  'ontslagaanvraag',
]);

/** Whether a date of a case still holds: the AOW date and the end of a contract take later ones away. */
export function applies(situatie: Situatie, id: DeadlineId, date: Temporal.PlainDate): boolean {
  return !takenByAow(situatie, id, date) && !takenByContract(situatie, id, date);
}

function takenByAow({ ziekNaAow, aow, aowBinnenGeval }: Situatie, id: DeadlineId, date: Temporal.PlainDate): boolean {
  if (ziekNaAow) return !AFTER_AOW.has(id);
  // Wet WIA art. 43 g: a WIA benefit cannot start at the AOW age.
  if (id === 'wiaEersteDag' && aow?.kind === 'datum') return compare(date, aow.date) >= 0;
  if (aowBinnenGeval === undefined || STAYS_AT_AOW.has(id)) return false;
  return compare(date, aowBinnenGeval.date) >= 0;
}

function takenByContract(situatie: Situatie, id: DeadlineId, date: Temporal.PlainDate): boolean {
  const einde = contractEindeBinnenWachttijd(situatie);
  return einde !== undefined && ENDS_WITH_CONTRACT.has(id) && compare(date, einde.date) > 0;
}
