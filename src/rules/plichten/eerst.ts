import { Temporal } from 'temporal-polyfill';
import type { Audience } from '../../shared/audience.ts';
import type { Deadline, DeadlineId } from '../deadline.ts';
import type { Finding } from '../finding.ts';
import { namenOpDatum, opDatum } from './datum.ts';
import { at, wet, type Fase, type Stand } from './fase.ts';
import { SPOOR_2_VOORBIJ_FINDINGS, spoor2Voorbij, ZONDER_SPOOR_2 } from './spoor2.ts';
import { ground } from '../ground.ts';

/**
 * The dated duties that can come first, by role. Left out: the evaluations, whose dates follow from a plan we do not
 * know, and what is custom or falls together with one of these.
 */
const GEDATEERD: Readonly<Record<Audience, readonly DeadlineId[]>> = {
  employee: ['planVanAanpak', 'eerstejaarsevaluatie', 'spoor2Uiterlijk', 'eindevaluatie', 'wiaAanvraag'],
  employer: [
    'arbodienstMelding',
    'probleemanalyse',
    'planVanAanpak',
    'melding42',
    'eerstejaarsevaluatie',
    'spoor2Uiterlijk',
    'reIntegratieverslag',
  ],
};
const START_SPOOR_2: readonly DeadlineId[] = ['spoor2Streefdatum', 'spoor2Uiterlijk'];

/** What comes first when only the phase is known. */
const ZONDER_DATUM: Readonly<Record<Exclude<Fase, 'daarna'>, Finding>> = {
  begin: { key: 'faseBegin', ...wet(at('regeling-procesgang', 'artikel 2 en 4')) },
  tot42: { key: 'faseTot42', ...wet(at('ziektewet', 'artikel 38 lid 1'), at('regeling-procesgang', 'artikel 4')) },
  rondJaar: {
    key: 'faseRondJaar',
    ...ground('uwv-practice', 'medium', at('bw7', 'artikel 658a lid 1 en 2'), { source: 'hr-praktijk-loonsanctie' }),
  },
  tweedeJaar: { key: 'faseTweedeJaar', ...wet(at('wia', 'artikel 25 lid 3 en artikel 64 lid 3')) },
};
const LOONSANCTIE: Finding = { key: 'loonsanctieLoopt', ...wet(at('wia', 'artikel 25 lid 9 tot en met 14')) };
const NAVRAGEN: Finding = { key: 'loonsanctieNavragen', ...wet(at('wia', 'artikel 25 lid 9')) };
const VOORBIJ: Finding = { key: 'loonplichtVoorbij', ...wet(at('bw7', 'artikel 629 lid 1 en artikel 658a lid 1')) };
const TERMIJNEN: Finding = { key: 'termijnenVoorbij', ...wet(at('wia', 'artikel 25 lid 3 en artikel 64 lid 3')) };
const ONBEKEND: Finding = { key: 'faseOnbekend', ...wet(at('wia', 'artikel 23 lid 2')) };

/** Every finding that can come first. */
export const EERST_FINDINGS: readonly string[] = [
  ...new Set(Object.values(GEDATEERD).flat().flatMap(namenOpDatum)),
  ...SPOOR_2_VOORBIJ_FINDINGS,
  ...[...Object.values(ZONDER_DATUM), LOONSANCTIE, NAVRAGEN, VOORBIJ, TERMIJNEN, ONBEKEND].map(({ key }) => key),
];

/** What is still to come; when spoor 2 runs, its start is no date any more. */
export function komend(deadlines: readonly Deadline[], today: Temporal.PlainDate, { spoor2 }: Stand): Deadline[] {
  const started = (id: DeadlineId): boolean => spoor2 === true && START_SPOOR_2.includes(id);
  return deadlines.filter(({ id, date }) => Temporal.PlainDate.compare(date, today) >= 0 && !started(id));
}

/** The first thing to know: a late spoor 2, the next dated duty of this role, or what takes its place. */
export function eerst(
  stand: Stand,
  deadlines: readonly Deadline[] | undefined,
  { audience, today }: { audience: Audience; today: Temporal.PlainDate },
): Finding {
  const { fase, loonsanctie, spoor2 } = stand;
  if (loonsanctie === true) return LOONSANCTIE;
  if (fase === 'daarna') return loonsanctie === undefined ? NAVRAGEN : VOORBIJ;
  if (fase === undefined) return ONBEKEND;
  if (deadlines === undefined) return fase === 'tweedeJaar' && spoor2 === false ? ZONDER_SPOOR_2 : ZONDER_DATUM[fase];
  const late = spoor2 === false ? spoor2Voorbij(deadlines, audience, today) : undefined;
  if (late !== undefined) return late;
  const next = komend(deadlines, today, stand).find(({ id }) => GEDATEERD[audience].includes(id));
  return next === undefined ? TERMIJNEN : opDatum(next, today);
}
