import { Temporal } from 'temporal-polyfill';
import type { Deadline, DeadlineId } from './deadline.ts';
import { contractEindeBinnenWachttijd } from './deadlines/einde-contract.ts';
import { dagenTeLaat } from './deadlines/wia-aanvraag.ts';
import type { Situatie } from './situatie.ts';

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
  if (id === 'wiaEersteDag' && aow?.kind === 'datum') return Temporal.PlainDate.compare(date, aow.date) >= 0;
  if (aowBinnenGeval === undefined || STAYS_AT_AOW.has(id)) return false;
  return Temporal.PlainDate.compare(date, aowBinnenGeval.date) >= 0;
}

function takenByContract(situatie: Situatie, id: DeadlineId, date: Temporal.PlainDate): boolean {
  const einde = contractEindeBinnenWachttijd(situatie);
  // UWV's review belongs to the ziekengeld, which starts after the contract.
  if (id === 'eerstejaarsZwBeoordeling')
    return einde !== undefined && Temporal.PlainDate.compare(date, einde.date) <= 0;
  return einde !== undefined && ENDS_WITH_CONTRACT.has(id) && Temporal.PlainDate.compare(date, einde.date) > 0;
}

/**
 * Whether a date says anything: after a late application UWV's term for a loonsanctie is another one, and a start of the WIA
 * is not moved for who has no employer any more.
 */
export function isMeaningful(situatie: Situatie, id: DeadlineId): boolean {
  if (dagenTeLaat(situatie) === 0) return true;
  if (id === 'loonsanctieBesluit') return false;
  return id !== 'wiaEersteDag' || contractEindeBinnenWachttijd(situatie) === undefined;
}

/** A deadline that lies after the end of the contract says so: other words hold then. */
export function withContract(situatie: Situatie, deadline: Deadline): Deadline {
  const einde = contractEindeBinnenWachttijd(situatie);
  if (einde === undefined || Temporal.PlainDate.compare(deadline.date, einde.date) <= 0) return deadline;
  return { ...deadline, afterContract: true };
}
