import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { Temporal } from 'temporal-polyfill';
import { editDistance } from '../shared/edit-distance.ts';
import { numericDateText } from '../dates/date-text.ts';
import { readDate } from '../dates/read-date.ts';
import { CaseError } from '../rules/case-error.ts';
import type { DeadlineId } from '../rules/deadline.ts';
import type { Figures } from '../rules/figures.ts';
import { findDeadline, timeline } from '../rules/timeline.ts';
import { COLUMNS, requestOfRow, RowError, type Column, type Row } from './csv-columns.ts';
import { deadlineRequest, verzuimOf } from './request.ts';

/** The dates of a row in the result, with the deadline each comes from. */
const RESULT: Readonly<Record<string, DeadlineId>> = {
  probleemanalyse: 'probleemanalyse',
  plan_van_aanpak: 'planVanAanpak',
  melding_week_42: 'melding42',
  eerstejaarsevaluatie_uiterlijk: 'eerstejaarsevaluatie',
  spoor_2_streefdatum: 'spoor2Streefdatum',
  spoor_2_uiterlijk: 'spoor2Uiterlijk',
  re_integratieverslag: 'reIntegratieverslag',
  wia_aanvraag: 'wiaAanvraag',
  loon_tot_en_met: 'loonTot',
  wia_vanaf: 'wiaEersteDag',
  opzegverbod_tot_en_met: 'opzegverbodTot',
};

export interface CsvResult {
  /** The file to write: one row out for each row in, in order. */
  text: string;
  rows: number;
  /** Rows that could not be worked out, by their line in the file. */
  problems: readonly { line: number; message: string }[];
  /** Columns that mean nothing here; they are not copied. */
  ignored: readonly string[];
}

/** A file that is no table with a first sick day in it. */
export class CsvError extends Error {}

/**
 * Works out the dates of many cases at once. A row that cannot be worked out stays in the result, with what is wrong in
 * its last column. Cells that a spreadsheet would take for a formula are made harmless.
 *
 * @throws CsvError when the file is no CSV, or lacks the column `eerste_ziektedag`
 */
export function deadlinesCsv(text: string, today: Temporal.PlainDate, figures: Figures): CsvResult {
  const delimiter = delimiterOf(text);
  const [header, ...records] = parsed(text, delimiter);
  const columns = (header?.record ?? []).map(columnName);
  if (!columns.includes('eerste_ziektedag'))
    throw new CsvError(
      `De kolom eerste_ziektedag ontbreekt. Kolommen die mogen: id, ${Object.keys(COLUMNS).join(', ')}.`,
    );
  checkHeader(columns);
  const problems: { line: number; message: string }[] = [];
  const rows = records.map(({ record, info }) => {
    const id = record[columns.indexOf('id')] ?? '';
    try {
      return { regel: info.lines, id, ...datesOf(columns, record, today, figures), fout: '' };
    } catch (error) {
      if (!(error instanceof RowError || error instanceof CaseError)) throw error;
      problems.push({ line: info.lines, message: error.message });
      return { regel: info.lines, id, fout: error.message };
    }
  });
  const shown = ['regel', 'id', 'eerste_ziektedag', ...Object.keys(RESULT), 'fout'];
  return {
    text: stringify(rows, {
      header: true,
      columns: shown,
      delimiter,
      escape_formulas: true,
      bom: true,
      record_delimiter: 'windows',
    }),
    rows: rows.length,
    problems,
    ignored: columns.filter((column) => column !== 'id' && column !== '' && !(column in COLUMNS)),
  };
}

/** A column that comes twice, or that is a slip of one that matters, would give wrong dates without a word. */
function checkHeader(columns: readonly string[]): void {
  const known = Object.keys(COLUMNS);
  const twice = columns.find((column, place) => column !== '' && columns.indexOf(column) !== place);
  if (twice !== undefined) throw new CsvError(`De kolom ${twice} staat er twee keer in.`);
  for (const column of columns.filter((one) => !known.includes(one))) {
    const meant = known.find((one) => isNear(column, one));
    if (meant !== undefined) throw new CsvError(`De kolom ${column} ken ik niet. Bedoel je ${meant}? Hernoem hem dan.`);
  }
}

/** Whether a name is another one with a slip, or its beginning. */
function isNear(name: string, other: string): boolean {
  if (name.length < 5) return false;
  return other.startsWith(name) || name.startsWith(other) || editDistance(name, other, SLIP) <= SLIP;
}

/** Letters by which a name may differ and still be meant. */
const SLIP = 2;

interface Parsed {
  record: string[];
  info: { lines: number };
}

function parsed(text: string, delimiter: string): Parsed[] {
  try {
    return parse(text, {
      delimiter,
      bom: true,
      trim: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as Parsed[];
  } catch (error) {
    throw new CsvError(
      `Dit is geen CSV-bestand dat ik kan lezen (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
}

/** A Dutch spreadsheet writes semicolons; the first line tells. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split('\n', 1);
  const cells = (delimiter: string) => first.split(delimiter).length;
  return [';', ',', '\t'].reduce((most, one) => (cells(one) > cells(most) ? one : most));
}

function columnName(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_');
}

function datesOf(
  columns: readonly string[],
  record: readonly string[],
  today: Temporal.PlainDate,
  figures: Figures,
): Record<string, string> {
  if (record.length > columns.length)
    throw new RowError(`${record.length} cellen, en de eerste regel noemt er ${columns.length}`);
  const row: Row = {};
  columns.forEach((column, place) => {
    const cell = record[place] ?? '';
    if (column in COLUMNS && cell !== '') row[column as Column] = readCell(column as Column, cell, today);
  });
  checkDates(row, today);
  const result = timeline(verzuimOf(deadlineRequest.parse(requestOfRow(row))), figures);
  if (result.kind === 'unknown')
    throw new RowError(
      'het verlof sluit niet aan op de ziekte; laat de arbodienst of UWV de eerste ziektedag bevestigen',
    );
  const dates = Object.entries(RESULT).map(([column, id]): [string, string] => {
    const deadline = findDeadline(result.deadlines, id);
    return [column, deadline === undefined ? '' : numericDateText(deadline.date)];
  });
  return { eerste_ziektedag: numericDateText(result.eersteZiektedag), ...Object.fromEntries(dates) };
}

/** A first sick day or a birth in the future is a slip of the year. */
function checkDates(row: Row, today: Temporal.PlainDate): void {
  for (const column of ['eerste_ziektedag', 'geboortedatum'] as const) {
    const value = row[column];
    if (typeof value === 'string' && value > today.toString())
      throw new RowError(`${column}: ${numericDateText(Temporal.PlainDate.from(value))} ligt na vandaag`);
  }
}

function readCell(column: Column, cell: string, today: Temporal.PlainDate): string | boolean {
  if (COLUMNS[column] === 'yesNo') {
    const word = cell.toLowerCase();
    if (['ja', 'j', 'true', 'waar', '1', 'yes', 'x'].includes(word)) return true;
    if (['nee', 'n', 'false', 'onwaar', '0', 'no'].includes(word)) return false;
    throw new RowError(`${column}: gevonden "${shortened(cell)}", toegestaan: ja of nee`);
  }
  const reading = readDate(cell, { today });
  // A date without a year would be a guess in a file.
  if (reading.kind === 'date' && reading.precision === 'exact') return reading.date.toString();
  throw new RowError(
    `${column}: gevonden "${shortened(cell)}", toegestaan: een bestaande datum met jaar, bijvoorbeeld 5-1-2026`,
  );
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
