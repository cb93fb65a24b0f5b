import type { Finding } from '../finding.ts';
import { PUNTEN, TE_VROEG, type Punt } from './punten.ts';

/** How a point stands: it goes well, it is to be done, it must be asked, or its time has not come. */
export type Stand = 'goed' | 'doen' | 'vragen' | 'komt';

const SUFFIX: Readonly<Record<Stand, string>> = { goed: 'Goed', doen: 'Doen', vragen: 'Vragen', komt: 'Komt' };

/** Every finding that the check may give for a point. */
export const PUNT_FINDINGS: readonly string[] = [
  ...Object.keys(PUNTEN).flatMap((punt) => [`${punt}Goed`, `${punt}Doen`, `${punt}Vragen`]),
  ...Object.keys(TE_VROEG).map((punt) => `${punt}Komt`),
];

/** What the check may say first. */
export const KOP_FINDINGS: readonly string[] = ['allesGoed', 'ietsTeDoen', 'ietsTeVragen', 'veelTeDoen'];

/** The headline of the check, and its points by how they stand; within those, duties of the law first. */
export function zelfcheck(
  standen: readonly (readonly [Punt, Stand])[],
): { headline: Finding } & Record<Stand, readonly Finding[]> {
  const inStand = (stand: Stand): Finding[] =>
    standen
      .filter(([, one]) => one === stand)
      .map(([punt]) => ({ key: punt + SUFFIX[stand], ...((stand === 'komt' && TE_VROEG[punt]) || PUNTEN[punt]) }))
      .sort((one, other) => Number(other.force === 'statute') - Number(one.force === 'statute'));
  const lists = { goed: inStand('goed'), doen: inStand('doen'), vragen: inStand('vragen'), komt: inStand('komt') };
  return { headline: kop(lists), ...lists };
}

/** Who has much to do, or nothing that goes well yet, is told to begin with one thing, and gets no score. */
function kop({ goed, doen, vragen }: Record<Stand, readonly Finding[]>): Finding {
  const totaal = goed.length + doen.length + vragen.length;
  if (goed.length === totaal) return { key: 'allesGoed' };
  if (goed.length === 0 || (doen.length > 1 && doen.length * 2 >= totaal)) return { key: 'veelTeDoen' };
  return { key: doen.length > 0 ? 'ietsTeDoen' : 'ietsTeVragen', values: { goed: goed.length, totaal } };
}
