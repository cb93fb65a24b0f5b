/**
 * How many letters were added, left out, replaced or swapped with their neighbour; Infinity when more than `most`.
 *
 * @example editDistance('feburari', 'februari', 2) // 1
 */
export function editDistance(typed: string, name: string, most: number): number {
  if (Math.abs(typed.length - name.length) > most) return Infinity;
  let beforeLast: number[] = [];
  let last = Array.from({ length: name.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    for (let column = 1; column <= name.length; column++) {
      const same = typed[row - 1] === name[column - 1];
      let cost = Math.min(
        (last[column] ?? Infinity) + 1,
        (current[column - 1] ?? Infinity) + 1,
        (last[column - 1] ?? Infinity) + (same ? 0 : 1),
      );
      const swapped = row > 1 && typed[row - 1] === name[column - 2] && typed[row - 2] === name[column - 1];
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? Infinity) + 1);
      current.push(cost);
    }
    beforeLast = last;
    last = current;
  }
  const distance = last[name.length] ?? Infinity;
  return distance <= most ? distance : Infinity;
}

/** Whether all letters of `short` stand in `long`, in order. */
export function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const letter of long) if (letter === short[at]) at++;
  return at === short.length;
}
