import { Temporal } from 'temporal-polyfill';
import type { Deadline, Step } from '../deadline.ts';
import type { LegalBasis } from '../legal-basis.ts';
import type { Situatie } from '../situatie.ts';
import { eindeVanWeek, type Derived } from '../telling.ts';
import { event } from './build.ts';
import { contractEindeBinnenWachttijd } from './einde-contract.ts';
import { eindeLoonsanctie } from './loonsanctie.ts';
import { dagenTeLaat } from './wia-aanvraag.ts';

/** BW 7:629 lid 2 b: wage during sickness after the AOW date, for sickness from 1 July 2023. */
export const WEKEN_NA_AOW = 6;

const LAATSTE_DAG_NA_AOW = WEKEN_NA_AOW * 7 - 1;

/**
 * The last day of the wage period, whatever the AOW or the end of a contract does to it: the wachttijd, with a late
 * application or a loonsanctie added. One reason at a time.
 *
 * @source BW 7:629 lid 1 and 11
 */
export function eindeLoonperiode(situatie: Situatie): Derived {
  const { eindeWachttijd, verzuim } = situatie;
  if (verzuim.loonsanctie === true) return eindeLoonsanctie(situatie);
  const days = dagenTeLaat(situatie);
  if (days === 0) return eindeWachttijd;
  const date = eindeWachttijd.date.add({ days });
  const late: Step[] = [
    { step: 'telaat', values: { days } },
    { step: 'plusDagen', values: { days, date } },
  ];
  return { date, derivation: [...eindeWachttijd.derivation, ...late] };
}

/** Six weeks from the AOW date: the last day of wage and of the dismissal ban for who reaches it while sick. */
export function zesWekenNaAow({ date: aow, derivation }: Derived): Derived {
  const date = aow.add({ days: LAATSTE_DAG_NA_AOW });
  return { date, derivation: [...derivation, { step: 'aowZesWeken', values: { date } }] };
}

/**
 * The last day on which the employer pays wage during sickness.
 *
 * @source BW 7:629 lid 1, 2 and 11
 */
export function loonTot(situatie: Situatie): Deadline {
  return event(earliest(loonGrenzen(situatie)), {
    id: 'loonTot',
    actors: ['werkgever'],
    force: 'statute',
    certainty: 'high',
    basis: loonBasis(situatie),
  });
}

function loonGrenzen(situatie: Situatie): Derived[] {
  const { aow, geval, ziekNaAow } = situatie;
  const contract = contractEindeBinnenWachttijd(situatie);
  return [
    ziekNaAow ? eindeVanWeek(geval, WEKEN_NA_AOW) : eindeLoonperiode(situatie),
    ...(aow?.kind === 'datum' && !ziekNaAow ? [zesWekenNaAow(aow)] : []),
    ...(contract === undefined ? [] : [contract]),
  ];
}

function earliest(bounds: readonly Derived[]): Derived {
  return bounds.reduce((first, bound) => (Temporal.PlainDate.compare(bound.date, first.date) < 0 ? bound : first));
}

function loonBasis({ verzuim, aow }: Situatie): LegalBasis[] {
  return [
    { source: 'bw7', at: 'artikel 629 lid 1' },
    ...(aow === undefined ? [] : [{ source: 'stb-2015-376' }, { source: 'loondoorbetaling-aow' }]),
    ...(verzuim.wiaAangevraagd === undefined ? [] : [{ source: 'bw7', at: 'artikel 629 lid 11 a' }]),
    ...(verzuim.loonsanctie === true ? [{ source: 'wia', at: 'artikel 25 lid 9' }] : []),
    ...(verzuim.verlengdTot === undefined
      ? []
      : [{ source: 'wia', at: 'artikel 24' }, { source: 'vrijwillige-verlenging' }]),
  ];
}
