import type { Audience } from '../../shared/audience.ts';
import type { Finding } from '../finding.ts';
import { at, geldend, loonLoopt, wet, type Regel, type Stand } from './fase.ts';
import { GEVOLGEN_WERKGEVER, PLICHTEN_WERKGEVER } from './werkgever.ts';
import { GEVOLGEN_WERKNEMER, PLICHTEN_WERKNEMER } from './werknemer.ts';

/** When the two do not agree on who does enough. */
const ONENIGHEID: readonly Regel[] = [['deskundigenoordeel', wet(at('wet-suwi', 'artikel 32')), loonLoopt]];

/** How many duties of the other to show: enough to know what to expect, and short enough to read. */
const VAN_DE_ANDER = 4;

/** The duties of this phase and what can follow when they are left, seen by one of the two. */
export function plichten(stand: Stand, audience: Audience): Readonly<Record<'nu' | 'ander' | 'gevolg', Finding[]>> {
  const werknemer = { nu: geldend(PLICHTEN_WERKNEMER, stand), gevolg: geldend(GEVOLGEN_WERKNEMER, stand) };
  const werkgever = { nu: geldend(PLICHTEN_WERKGEVER, stand), gevolg: geldend(GEVOLGEN_WERKGEVER, stand) };
  const [own, other] = audience === 'employee' ? [werknemer, werkgever] : [werkgever, werknemer];
  return {
    nu: own.nu,
    ander: other.nu.slice(0, VAN_DE_ANDER),
    gevolg: [...own.gevolg, ...other.gevolg, ...geldend(ONENIGHEID, stand)],
  };
}

/** What the dates of an uninterrupted sickness leave out. */
const ANDERE_DATUMS: Finding = {
  key: 'andereDatums',
  ...wet(at('bw7', 'artikel 629 lid 4 en 10'), { source: 'samenstellen-ziekteperiodes' }, { source: 'stb-2015-376' }),
};
const VRAAG_ZIEKTEDAG: Finding = { key: 'vraagZiektedag', ...wet(at('wia', 'artikel 23 lid 2')) };
const VRAAG_LOONSANCTIE: Finding = { key: 'vraagLoonsanctie', ...wet(at('wia', 'artikel 25 lid 9')) };
const VRAAG_SPOOR_2: Finding = { key: 'vraagSpoor2', ...wet(at('bw7', 'artikel 658a lid 1')) };
/** After 104 weeks a late application can lengthen the wage period. */
const LAAT_AANGEVRAAGD: Finding = {
  key: 'laatAangevraagd',
  ...wet(at('bw7', 'artikel 629 lid 11 en artikel 670 lid 11'), { source: 'wia-te-laat-aangevraagd' }),
};

/** What is not known yet, as far as it was asked; `ziektedag`: whether the first sick day is known. */
export function nogWeten(
  stand: Stand,
  ziektedag: boolean,
  onbekend: { loonsanctie: boolean; spoor2: boolean },
): Finding[] {
  return [
    ziektedag ? ANDERE_DATUMS : VRAAG_ZIEKTEDAG,
    ...(onbekend.loonsanctie ? [VRAAG_LOONSANCTIE] : []),
    ...(onbekend.spoor2 ? [VRAAG_SPOOR_2] : []),
    ...(stand.fase === 'daarna' && stand.loonsanctie === false ? [LAAT_AANGEVRAAGD] : []),
  ];
}

/** Every finding about a duty, what follows from it, or what is not known. */
export const PLICHT_FINDINGS: readonly string[] = [
  ...[PLICHTEN_WERKNEMER, PLICHTEN_WERKGEVER, GEVOLGEN_WERKNEMER, GEVOLGEN_WERKGEVER, ONENIGHEID].flatMap((regels) =>
    regels.map(([key]) => key),
  ),
  ...[ANDERE_DATUMS, VRAAG_ZIEKTEDAG, VRAAG_LOONSANCTIE, VRAAG_SPOOR_2, LAAT_AANGEVRAAGD].map(({ key }) => key),
];
