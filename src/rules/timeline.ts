import { Temporal } from 'temporal-polyfill';
import type { Verzuim } from './case.ts';
import type { Deadline, DeadlineId } from './deadline.ts';
import { aow } from './deadlines/aow.ts';
import { arbeidsdeskundigOnderzoek } from './deadlines/arbeidsdeskundig-onderzoek.ts';
import { arbodienstMelding } from './deadlines/arbodienst-melding.ts';
import { eerstejaarsevaluatie } from './deadlines/eerstejaarsevaluatie.ts';
import { eindeContract } from './deadlines/einde-contract.ts';
import { eindeWachttijd, noRiskPeildag, wiaEersteDag } from './deadlines/einde-wachttijd.ts';
import { evaluaties } from './deadlines/evaluaties.ts';
import { loonTot } from './deadlines/loon-tot.ts';
import { loonsanctie, loonsanctieBesluit } from './deadlines/loonsanctie.ts';
import { melding42 } from './deadlines/melding-42.ts';
import { ontslagaanvraag, opzegverbodTot } from './deadlines/opzegverbod.ts';
import { planVanAanpak } from './deadlines/plan-van-aanpak.ts';
import { probleemanalyse } from './deadlines/probleemanalyse.ts';
import { actueelOordeel, eindevaluatie, reIntegratieverslag } from './deadlines/re-integratieverslag.ts';
import { spoor2Streefdatum, spoor2Uiterlijk } from './deadlines/spoor2-start.ts';
import { uwvBrief } from './deadlines/uwv-brief.ts';
import { vervroegdeIva } from './deadlines/vervroegde-iva.ts';
import { wiaAanvraag, wiaBesluit } from './deadlines/wia-aanvraag.ts';
import { ziekmelding } from './deadlines/ziekmelding.ts';
import type { Figures } from './figures.ts';
import type { Finding } from './finding.ts';
import { applies, isMeaningful, withContract } from './limits.ts';
import { remarks } from './remarks.ts';
import { situatie, type Situatie } from './situatie.ts';
import { ziektegeval } from './ziektegeval.ts';

/** All dates of a case, or why they cannot be worked out. */
export type TimelineResult =
  | {
      kind: 'timeline';
      eersteZiektedag: Temporal.PlainDate;
      /** In order of date. */
      deadlines: readonly Deadline[];
      /** What else follows from the case and has no date of its own. */
      remarks: readonly Finding[];
    }
  | { kind: 'unknown'; reason: Finding };

/**
 * Works out every date of a case.
 *
 * @throws CaseError when the facts contradict each other
 */
export function timeline(verzuim: Verzuim, figures: Figures): TimelineResult {
  const found = ziektegeval(verzuim);
  if (found.kind === 'unknown') return found;
  const facts = situatie(verzuim, found.geval, figures);
  return {
    kind: 'timeline',
    eersteZiektedag: found.geval.eersteZiektedag,
    deadlines: allDeadlines(facts)
      .filter((deadline) => applies(facts, deadline.id, deadline.date) && isMeaningful(facts, deadline.id))
      .map((deadline) => withContract(facts, deadline))
      .sort((one, other) => Temporal.PlainDate.compare(one.date, other.date)),
    remarks: remarks(facts),
  };
}

/** Every date of a case, also those that the AOW or the end of a contract takes away. */
export function allDeadlines(facts: Situatie): Deadline[] {
  const loon = loonTot(facts);
  return [
    ziekmelding(facts),
    arbodienstMelding(facts),
    probleemanalyse(facts),
    planVanAanpak(facts),
    ...evaluaties(facts, loon.date),
    vervroegdeIva(facts),
    melding42(facts),
    eerstejaarsevaluatie(facts),
    arbeidsdeskundigOnderzoek(facts),
    spoor2Streefdatum(facts),
    spoor2Uiterlijk(facts),
    ...eindeContract(facts),
    uwvBrief(facts),
    actueelOordeel(facts),
    eindevaluatie(facts),
    reIntegratieverslag(facts),
    noRiskPeildag(facts),
    wiaAanvraag(facts),
    loonsanctieBesluit(facts),
    wiaBesluit(facts),
    eindeWachttijd(facts),
    loon,
    wiaEersteDag(facts),
    opzegverbodTot(facts),
    ontslagaanvraag(facts),
    ...loonsanctie(facts),
    aow(facts),
  ].filter((deadline) => deadline !== undefined);
}

/** The deadline of this kind; the first one of a duty that comes back. */
export function findDeadline(deadlines: readonly Deadline[], id: DeadlineId): Deadline | undefined {
  return deadlines.find((deadline) => deadline.id === id);
}
