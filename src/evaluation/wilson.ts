/** A share of cases, with the range in which the true share lies with 95 % certainty. Each 0 to 1. */
export interface Share {
  count: number;
  of: number;
  share: number;
  low: number;
  high: number;
}

/** Standard normal quantile of 97.5 %. */
const Z = 1.96;

/**
 * Wilson's score interval of a share: it stays within 0 and 1 and holds for few cases too.
 *
 * @param count cases that were so
 * @param of all cases; 0 gives the interval from 0 to 1
 */
export function wilson(count: number, of: number): Share {
  if (of === 0) return { count, of, share: 0, low: 0, high: 1 };
  const share = count / of;
  const spread = Z ** 2 / of;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / of + spread / (4 * of));
  return { count, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
