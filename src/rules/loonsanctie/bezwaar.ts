import { Temporal } from 'temporal-polyfill';
import { bezwaartermijn } from '../bezwaartermijn.ts';
import type { Finding } from '../finding.ts';
import { bevinding } from './bevindingen.ts';
import type { LoonsanctieFeiten } from './feiten.ts';

/** Until when one can object, or could. */
export function bezwaar({ besluit, today }: LoonsanctieFeiten): Finding[] {
  if (besluit === undefined) return [bevinding('bezwaarZoekDatum')];
  const { laatsteDag: date } = bezwaartermijn(besluit);
  return [bevinding(Temporal.PlainDate.compare(today, date) > 0 ? 'bezwaarVoorbij' : 'bezwaarTot', { date })];
}
