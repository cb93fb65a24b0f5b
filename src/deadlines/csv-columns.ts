import { Temporal } from 'temporal-polyfill';
import type { DeadlineRequestInput } from './request.ts';

/** What a cell holds. */
export type CellKind = 'date' | 'yesNo';

/** Columns that a CSV file may have, besides `id`; all but the first sick day may be empty or missing. */
export const COLUMNS = {
  eerste_ziektedag: 'date',
  hersteld_vanaf: 'date',
  weer_ziek: 'date',
  hersteld_vanaf_2: 'date',
  weer_ziek_2: 'date',
  hersteld_vanaf_3: 'date',
  weer_ziek_3: 'date',
  verlof_van: 'date',
  verlof_tot: 'date',
  zelfde_oorzaak: 'yesNo',
  oordeel_bedrijfsarts: 'date',
  eerstejaarsevaluatie: 'date',
  arbeidsdeskundig_advies: 'date',
  wia_aangevraagd: 'date',
  loonsanctie: 'yesNo',
  bekortingsverzoek: 'date',
  verlengd_tot: 'date',
  einde_contract: 'date',
  geboortedatum: 'date',
  vangnet: 'yesNo',
  eigenrisicodrager: 'yesNo',
} as const satisfies Record<string, CellKind>;

export type Column = keyof typeof COLUMNS;

/** A row whose cells were read: ISO dates and true or false. */
export type Row = Partial<Record<Column, string | boolean>>;

/** A problem in a row: which column, what was found, what is allowed. */
export class RowError extends Error {}

/** The request that a row describes. @throws RowError when cells that belong together are not both there */
export function requestOfRow(row: Row): DeadlineRequestInput {
  const date = (column: Column) => row[column] as string | undefined;
  const yes = (column: Column) => row[column] as boolean | undefined;
  const first = date('eerste_ziektedag');
  if (first === undefined) throw new RowError('eerste_ziektedag is leeg; vul een datum in, bijvoorbeeld 5-1-2026');
  return {
    spells: spells(first, date),
    ...leaves(date('verlof_van'), date('verlof_tot'), yes('zelfde_oorzaak')),
    opinion: date('oordeel_bedrijfsarts'),
    evaluated: date('eerstejaarsevaluatie'),
    ad_advice: date('arbeidsdeskundig_advies'),
    wia_applied: date('wia_aangevraagd'),
    loonsanctie: yes('loonsanctie'),
    repaired_reported: date('bekortingsverzoek'),
    extended_until: date('verlengd_tot'),
    contract_end: date('einde_contract'),
    birth: date('geboortedatum'),
    vangnet: yes('vangnet'),
    erd_zw: yes('eigenrisicodrager'),
  };
}

function spells(first: string, date: (column: Column) => string | undefined): [string, string | null][] {
  const all: [string, string | null][] = [[first, null]];
  for (const number of ['', '_2', '_3'] as const) {
    const recovered = date(`hersteld_vanaf${number}`);
    const again = date(`weer_ziek${number}`);
    if (recovered === undefined && again === undefined) break;
    if (recovered === undefined || again === undefined)
      throw new RowError(
        `hersteld_vanaf${number} en weer_ziek${number} horen bij elkaar; vul ze allebei in of geen van beide`,
      );
    const open = all.at(-1);
    if (open) open[1] = dayBefore(recovered);
    all.push([again, null]);
  }
  return all;
}

function dayBefore(iso: string): string {
  return Temporal.PlainDate.from(iso).subtract({ days: 1 }).toString();
}

function leaves(from?: string, to?: string, sameCause?: boolean): Pick<DeadlineRequestInput, 'leaves'> {
  if (from === undefined && to === undefined) return {};
  if (from === undefined || to === undefined || sameCause === undefined)
    throw new RowError(
      'verlof_van, verlof_tot en zelfde_oorzaak (ja of nee) horen bij elkaar; vul ze alle drie in of geen',
    );
  return { leaves: [[from, to, sameCause]] };
}
