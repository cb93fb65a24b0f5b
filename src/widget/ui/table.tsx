import type { Table as TableContent } from '../../conversation/reply.ts';

/**
 * A table whose rows are stacked: every cell on a line of its own, under its date. The roles are said outright, since
 * a browser drops them from a table that is laid out otherwise.
 */
export function Table({ columns, rows, caption }: TableContent & { caption: string | undefined }) {
  return (
    <table role="table">
      {caption !== undefined && <caption class="hidden-text">{caption}</caption>}
      <thead role="rowgroup" class="hidden-text">
        <tr role="row">
          {columns.map((column) => (
            <th role="columnheader" scope="col" key={column}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr role="row" key={index}>
            {row.map((cell, column) => (
              <td role="cell" key={column}>
                {column > 0 && cell !== '' && (
                  <span class="cell-label" aria-hidden="true">
                    {columns[column]}:{' '}
                  </span>
                )}
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
