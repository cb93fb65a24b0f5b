/** Whether two words differ in one letter at most: one more, one fewer, another one, or two neighbours swapped. */
export function isOneLetterOff(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && a[same] === b[same]) same += 1;
  let [endOfA, endOfB] = [a.length, b.length];
  while (endOfA > same && endOfB > same && a[endOfA - 1] === b[endOfB - 1]) {
    endOfA -= 1;
    endOfB -= 1;
  }
  if (endOfA - same <= 1 && endOfB - same <= 1) return true;
  const areTwo = endOfA - same === 2 && endOfB - same === 2;
  return areTwo && a[same] === b[same + 1] && a[same + 1] === b[same];
}
