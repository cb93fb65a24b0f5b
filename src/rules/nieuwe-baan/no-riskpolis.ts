import { Temporal } from 'temporal-polyfill';
import type { Finding } from '../finding.ts';
import type { LegalBasis } from '../legal-basis.ts';
import { findDeadline, type TimelineResult } from '../timeline.ts';

type PlainDate = Temporal.PlainDate;

const WET: LegalBasis = { source: 'ziektewet', at: 'artikel 29b lid 1' };
const PEILDAG: LegalBasis = { source: 'ziektewet', at: 'artikel 29b lid 1 onder c' };
const STANDPUNT_UWV: LegalBasis = { source: 'no-riskpolis-einde-wachttijd' };

const VERSCHUIVING: LegalBasis = { source: 'wia', at: 'artikel 24, 25 lid 9 en 64' };

const WAT: Finding = { key: 'noRiskWat', force: 'statute', certainty: 'high', basis: [WET] };
const SCHUIVEN: Finding = { key: 'datumsSchuiven', force: 'statute', certainty: 'high', basis: [VERSCHUIVING] };

/** The days that decide on the no-riskpolis of someone whom UWV may refuse the WIA. */
export interface NoRiskDagen {
  peildag: PlainDate;
  wiaEersteDag: PlainDate;
}

/** Both days, when the case has them. */
export function noRiskDagen(tijdlijn: TimelineResult): NoRiskDagen | undefined {
  if (tijdlijn.kind !== 'timeline') return undefined;
  const peildag = findDeadline(tijdlijn.deadlines, 'noRiskPeildag')?.date;
  const wiaEersteDag = findDeadline(tijdlijn.deadlines, 'wiaEersteDag')?.date;
  return peildag && wiaEersteDag ? { peildag, wiaEersteDag } : undefined;
}

/** True when the new contract starts before the wachttijd is over: UWV may then refuse the no-riskpolis. */
export function begintVoorEinde(start: PlainDate | undefined, dagen: NoRiskDagen | undefined): boolean {
  return start !== undefined && dagen !== undefined && Temporal.PlainDate.compare(start, dagen.wiaEersteDag) < 0;
}

/** True when the wachttijd is over: who still has wage then has a longer wage period, and the dates are not known. */
export function wachttijdVoorbij(dagen: NoRiskDagen, today: PlainDate): boolean {
  return Temporal.PlainDate.compare(dagen.wiaEersteDag, today) <= 0;
}

/** What the start of a new contract does to the no-riskpolis, for someone who still has wage from the own employer. */
export function noRiskBijLoon(
  start: PlainDate | undefined,
  dagen: NoRiskDagen | undefined,
  today: PlainDate,
): Finding[] {
  if (dagen === undefined) {
    return [WAT, { key: 'noRiskZonderDatum', force: 'statute', certainty: 'medium', basis: [PEILDAG, STANDPUNT_UWV] }];
  }
  if (wachttijdVoorbij(dagen, today)) {
    return [WAT, { key: 'noRiskVerlengd', force: 'statute', certainty: 'medium', basis: [VERSCHUIVING, PEILDAG] }];
  }
  return [WAT, startBevinding(start, dagen), SCHUIVEN];
}

function startBevinding(start: PlainDate | undefined, { peildag, wiaEersteDag }: NoRiskDagen): Finding {
  const medium = { values: { peildag, wiaEersteDag }, force: 'statute', certainty: 'medium' } as const;
  if (start === undefined) return { key: 'noRiskDatums', ...medium, basis: [PEILDAG, STANDPUNT_UWV] };
  // Someone who starts on the reference day has another employer on it.
  if (Temporal.PlainDate.compare(start, peildag) <= 0) return { key: 'startVoorPeildag', ...medium, basis: [PEILDAG] };
  if (begintVoorEinde(start, { peildag, wiaEersteDag })) {
    return { key: 'startVoorEinde', ...medium, force: 'practice', basis: [STANDPUNT_UWV] };
  }
  return { key: 'startNaEinde', ...medium, basis: [PEILDAG, STANDPUNT_UWV] };
}

const BIJ_UITKERING: Readonly<Record<string, string>> = { wia: 'noRiskWia', onder35: 'noRiskOnder35' };

/** The no-riskpolis of someone with a benefit: it depends on what UWV decided about the WIA. */
export function noRiskBijUitkering(wiaBesluit: string | undefined): Finding[] {
  const key = BIJ_UITKERING[wiaBesluit ?? ''] ?? 'noRiskGeenBesluit';
  return [WAT, { key, force: 'statute', certainty: 'high', basis: [WET] }];
}
