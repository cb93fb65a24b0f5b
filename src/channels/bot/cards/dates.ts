import type { Table } from '../../../conversation/reply.ts';
import { textBlock, type Element } from './elements.ts';

/** So many rows stand in one table: what comes after may be hidden. */
export const ROWS_TOGETHER = 8;

/**
 * A table in two columns, which is what fits in a chat on a phone: what stands in the third and further is below the
 * second, in italics. A long one is several tables, so that the later ones can be hidden.
 */
export function tableElements({ columns, rows }: Table): Element[] {
  const starts = Array.from({ length: Math.ceil(rows.length / ROWS_TOGETHER) }, (_, at) => at * ROWS_TOGETHER);
  return starts.map((start) => oneTable(columns, rows.slice(start, start + ROWS_TOGETHER)));
}

function oneTable(columns: readonly string[], rows: Table['rows']): Element {
  const [first = '', second = '', ...others] = columns;
  const heads = [first, [second, ...others].join(' – ')].map((head) => cell([textBlock(head, { weight: 'Bolder' })]));
  return {
    type: 'Table',
    showGridLines: false,
    columns: [{ width: 2 }, { width: 3 }],
    rows: [row(heads), ...rows.map(tableRow)],
  };
}

function tableRow([first = '', second = '', ...others]: readonly string[]): Element {
  const below = others.filter((text) => text !== '').join(' – ');
  return row([cell([textBlock(first)]), cell([textBlock(below === '' ? second : `${second}\n\n_${below}_`)])]);
}

function row(cells: readonly Element[]): Element {
  return { type: 'TableRow', cells };
}

function cell(items: readonly Element[]): Element {
  return { type: 'TableCell', items };
}
