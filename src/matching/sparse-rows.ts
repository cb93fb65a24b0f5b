/** A table that is mostly empty, kept flat: little memory, and quick to write to disk and to read back. */
export interface SparseRows {
  /** Names of the rows, one a line; no name holds a line break. */
  names: string;
  /** Where each row begins in `columns` and `values`; one more than there are rows. */
  starts: Uint32Array;
  columns: Uint32Array;
  values: Float32Array;
}

/** Flattens a table: row name to column to value. */
export function toSparseRows(table: ReadonlyMap<string, ReadonlyMap<number, number>>): SparseRows {
  const size = [...table.values()].reduce((sum, row) => sum + row.size, 0);
  const starts = new Uint32Array(table.size + 1);
  const columns = new Uint32Array(size);
  const values = new Float32Array(size);
  let at = 0;
  let row = 0;
  for (const cells of table.values()) {
    for (const [column, value] of cells) {
      columns[at] = column;
      values[at] = value;
      at += 1;
    }
    row += 1;
    starts[row] = at;
  }
  return { names: [...table.keys()].join('\n'), starts, columns, values };
}

/** Row number of each name. */
export function rowNumbers({ names }: SparseRows): ReadonlyMap<string, number> {
  return new Map(names === '' ? [] : names.split('\n').map((name, row) => [name, row]));
}
