import type { Finding, Values } from './finding.ts';
import type { Ground } from './ground.ts';

/** One row of a rule table: under which heading a finding stands, what it rests on, and when it holds. */
export interface Row<Facts> {
  heading: string;
  key: string;
  ground: Ground;
  holds: (facts: Facts) => boolean;
  values: ((facts: Facts) => Values) | undefined;
}

/** The heading of the one finding that comes first. */
export const HEADLINE = 'headline';

/** A row without its heading: key, ground, when it holds, what is filled in. */
export type RowOf<Facts> = readonly [string, Ground, Row<Facts>['holds'], Row<Facts>['values']?];

/** The rows of one heading. */
export function under<Facts>(heading: string, ...rows: readonly RowOf<Facts>[]): Row<Facts>[] {
  return rows.map(([key, rests, holds, values]) => ({ heading, key, ground: rests, holds, values }));
}

/**
 * Applies a table: the first headline that holds, and every other finding that holds, in groups in the order of the headings.
 *
 * @throws RangeError when no headline holds
 */
export function applyTable<Facts>(
  rows: readonly Row<Facts>[],
  headings: readonly string[],
  facts: Facts,
): { headline: Finding; groups: { heading: string; findings: Finding[] }[] } {
  const findings = (heading: string): Finding[] =>
    rows.filter((row) => row.heading === heading && row.holds(facts)).map((row) => toFinding(row, facts));
  const [headline] = findings(HEADLINE);
  if (!headline) throw new RangeError('no headline holds for these facts');
  const groups = headings.map((heading) => ({ heading, findings: findings(heading) }));
  return { headline, groups: groups.filter((group) => group.findings.length > 0) };
}

/** Every finding that a table can give, once. */
export function findingKeys(rows: readonly { key: string }[]): string[] {
  return [...new Set(rows.map(({ key }) => key))];
}

function toFinding<Facts>({ key, ground: rests, values }: Row<Facts>, facts: Facts): Finding {
  return { key, ...(values && { values: values(facts) }), ...rests };
}
