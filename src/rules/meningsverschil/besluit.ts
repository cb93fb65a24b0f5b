import { Temporal } from 'temporal-polyfill';
import { bezwaartermijn } from '../bezwaartermijn.ts';
import type { Finding } from '../finding.ts';
import type { LegalBasis } from '../legal-basis.ts';

const BEZWAAR: LegalBasis = { source: 'bezwaar-uwv' };
const MEDIUM = { force: 'statute', certainty: 'medium', basis: [BEZWAAR] } as const;

/** When the objection must be in; the day is not known when nobody knows when UWV sent the decision. */
export function stapBijBesluit(bekendgemaakt: Temporal.PlainDate | undefined, today: Temporal.PlainDate): Finding {
  if (bekendgemaakt === undefined) return { key: 'bezwaarZesWeken', ...MEDIUM };
  const { laatsteDag } = bezwaartermijn(bekendgemaakt);
  const voorbij = Temporal.PlainDate.compare(today, laatsteDag) > 0;
  return { key: voorbij ? 'bezwaarVoorbij' : 'bezwaarUiterlijk', values: { laatsteDag }, ...MEDIUM };
}

/** True when the last day was moved to the next working day. */
export function termijnVerlengd(bekendgemaakt: Temporal.PlainDate | undefined): boolean {
  return bekendgemaakt !== undefined && bezwaartermijn(bekendgemaakt).verlengd;
}

const LOONSANCTIE: readonly Finding[] = [
  { key: 'bezwaarLoonsanctie', ...MEDIUM },
  {
    key: 'nieuweFeiten',
    force: 'statute',
    certainty: 'medium',
    basis: [BEZWAAR, { source: 'wia', at: 'artikel 25 lid 12 tot en met 14' }],
  },
  { key: 'loonLooptDoor', force: 'statute', certainty: 'high', basis: [{ source: 'wia', at: 'artikel 25 lid 9' }] },
];
const WIA: readonly Finding[] = [{ key: 'bezwaarWia', ...MEDIUM }];

/** About an objection to a loonsanctie or to a decision about the WIA. */
export function overBezwaar(soortBesluit: string | undefined, verlengd: boolean): readonly Finding[] {
  return [
    { key: 'bezwaarHoe', ...MEDIUM },
    ...(verlengd ? [{ key: 'bezwaarVerlengd', ...MEDIUM }] : []),
    ...(soortBesluit === 'loonsanctie' ? LOONSANCTIE : WIA),
    { key: 'bezwaarDaarna', ...MEDIUM },
  ];
}

/** A decision of another kind, or nobody knows which: the letter itself tells what can be done. */
export const LEES_BRIEF: Finding = { key: 'leesBrief', ...MEDIUM };
