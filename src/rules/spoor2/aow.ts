import { Temporal } from 'temporal-polyfill';
import { later } from '../later.ts';
import type { Values } from '../finding.ts';
import { ground } from '../ground.ts';
import { HEADLINE, under, type Row } from '../rule-table.ts';
import { datum, isAfgerond, uitkomstIs, type Spoor2Feiten } from './feiten.ts';

const NA_AOW = ground(
  'statute',
  'high',
  { source: 'stb-2015-376' },
  { source: 'bw7', at: 'artikel 658a en 629 lid 2' },
);
const CONTRACT = ground('practice', 'medium', { source: 'werken-na-aow' });
const AOW_DATUM = ground('statute', 'high', { source: 'rijksoverheid-aow' }, { source: 'stb-2015-376' });
/** Found in one article only; no text of UWV could be opened. */
const AOW_NABIJ = ground('uwv-practice', 'low', { source: 'going-concern' });

type Nabij = 'tijdensWachttijd' | 'binnenEenJaar' | 'later' | 'onbekend';

/** Whether the AOW has started. */
export function isAowBereikt({ aow, today }: Spoor2Feiten): boolean {
  return aow?.kind === 'bereikt' || (aow?.kind === 'datum' && Temporal.PlainDate.compare(aow.date, today) <= 0);
}

function nabij(feiten: Spoor2Feiten): Nabij | undefined {
  const { aow } = feiten;
  if (isAfgerond(feiten) || feiten.aowDichtbij !== 'dichtbij') return undefined;
  const einde = datum(feiten, 'eindeWachttijd');
  if (aow?.kind !== 'datum' || feiten.deadlines.length === 0) return 'onbekend';
  // The AOW date takes away what comes after it: no end of the wachttijd means that the AOW is first.
  if (!einde || Temporal.PlainDate.compare(aow.date, einde) <= 0) return 'tijdensWachttijd';
  return Temporal.PlainDate.compare(aow.date, later(einde, { years: 1 })) <= 0 ? 'binnenEenJaar' : 'later';
}

const aowDatums = ({ aow }: Spoor2Feiten): Values => (aow?.kind === 'datum' ? { aow: aow.date } : {});

const aowIs =
  (...gevallen: readonly Nabij[]) =>
  (feiten: Spoor2Feiten): boolean =>
    gevallen.some((geval) => geval === nabij(feiten));

/** The AOW age is near or reached. */
export const AOW: readonly Row<Spoor2Feiten>[] = [
  ...under<Spoor2Feiten>(HEADLINE, ['aowBereikt', NA_AOW, uitkomstIs('aowBereikt')]),
  ...under<Spoor2Feiten>(
    'uitzondering',
    ['aowBinnenEenJaar', AOW_NABIJ, aowIs('binnenEenJaar'), aowDatums],
    ['aowMisschien', AOW_NABIJ, aowIs('onbekend')],
  ),
  ...under<Spoor2Feiten>(
    'weten',
    ['aowPlichtStopt', NA_AOW, aowIs('tijdensWachttijd'), aowDatums],
    ['aowLater', AOW_NABIJ, aowIs('later'), aowDatums],
    ['aowNagaan', AOW_DATUM, aowIs('onbekend')],
    ['loonNaAow', NA_AOW, uitkomstIs('aowBereikt')],
    ['contractNaAow', CONTRACT, uitkomstIs('aowBereikt')],
  ),
];
