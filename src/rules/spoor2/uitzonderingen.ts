import { ground } from '../ground.ts';
import { HEADLINE, under, type Row, type RowOf } from '../rule-table.ts';
import { datum, datums, isVoorbij, uitkomstIs, type Spoor2Feiten } from './feiten.ts';

const BBP = 'beleidsregels-poortwachter';
const GBM = ground('uwv-policy', 'high', { source: BBP, at: 'paragraaf 3 en 7.4' });
const MARGINAAL = ground('uwv-practice', 'medium', { source: 'marginale-mogelijkheden-going-concern' });
const ZINLOOS = ground('uwv-policy', 'high', { source: BBP, at: 'paragraaf 9' });
const RESULTAAT = ground('uwv-policy', 'high', { source: BBP, at: 'paragraaf 3 en 9' });
const HERSTEL = ground('statute', 'high', { source: 'bw7', at: 'artikel 629 lid 1' });
const GEDEELTELIJK = ground('practice', 'medium', { source: 'samenstellen-ziekteperiodes' });
const TERUGVAL = ground('statute', 'high', { source: 'bw7', at: 'artikel 629 lid 10' });
const LOONPLICHT = ground('statute', 'high', { source: 'bw7', at: 'artikel 658a lid 1' });
const VERVROEGD = ground('statute', 'high', { source: 'wia', at: 'artikel 23 lid 6 en 66' });

const DRIE_MAANDEN = ground('uwv-practice', 'medium', { source: 'hr-praktijk-loonsanctie' });

const isBeperkt = uitkomstIs('marginaal', 'geenMogelijkheden');
const isBlijvend = (feiten: Spoor2Feiten): boolean => isBeperkt(feiten) && feiten.herstel === 'nee';
const kanVervroegd = (feiten: Spoor2Feiten): boolean =>
  isBlijvend(feiten) && datum(feiten, 'vervroegdeIva') !== undefined && !isVoorbij(feiten, 'vervroegdeIva');

/** Goes for both kinds of lack of possibilities, each on its own ground. */
function beide(key: string, en: (feiten: Spoor2Feiten) => boolean = () => true): RowOf<Spoor2Feiten>[] {
  return [
    [key, GBM, (feiten) => uitkomstIs('geenMogelijkheden')(feiten) && en(feiten)],
    [key, MARGINAAL, (feiten) => uitkomstIs('marginaal')(feiten) && en(feiten)],
  ];
}

/** Spoor 2 is not possible, not useful, or no longer needed. */
export const UITZONDERINGEN: readonly Row<Spoor2Feiten>[] = [
  ...under<Spoor2Feiten>(
    HEADLINE,
    ['hersteld', HERSTEL, uitkomstIs('hersteld')],
    ['resultaat', RESULTAAT, uitkomstIs('resultaat')],
    ['naWachttijd', LOONPLICHT, uitkomstIs('naWachttijd'), datums({ einde: 'eindeWachttijd' })],
    ['geenMogelijkheden', GBM, uitkomstIs('geenMogelijkheden')],
    ['marginaal', MARGINAAL, uitkomstIs('marginaal')],
    ['allesGeprobeerd', ZINLOOS, uitkomstIs('allesGeprobeerd')],
  ),
  ...under<Spoor2Feiten>(
    'opPapier',
    ...beide('uitlegOntbreekt', (feiten) => feiten.oordeelOpPapier !== 'ja'),
    ...beide('opnieuwBekijken'),
    ['bewijsGeprobeerd', ZINLOOS, uitkomstIs('allesGeprobeerd')],
    ['bewijsResultaat', RESULTAAT, uitkomstIs('resultaat')],
  ),
  ...under<Spoor2Feiten>(
    'nuDoen',
    ['eigenWerkgeverBenutten', MARGINAAL, uitkomstIs('marginaal')],
    ['vervroegdeIva', VERVROEGD, kanVervroegd, datums({ tot: 'vervroegdeIva' })],
    [
      'vervroegdeIvaZonderDatum',
      VERVROEGD,
      (feiten) => isBlijvend(feiten) && datum(feiten, 'vervroegdeIva') === undefined,
    ],
    ...beide('herstelNagaan', (feiten) => feiten.herstel === undefined),
    ['nogNietStoppen', RESULTAAT, uitkomstIs('resultaat')],
    ['loonsanctieNagaan', LOONPLICHT, uitkomstIs('naWachttijd')],
  ),
  ...under<Spoor2Feiten>(
    'weten',
    ['herstelBinnenkort', DRIE_MAANDEN, (feiten) => isBeperkt(feiten) && feiten.herstel === 'binnenDrieMaanden'],
    ['ziekteLooptDoor', GEDEELTELIJK, uitkomstIs('resultaat')],
    ['gedeeltelijkHerstel', GEDEELTELIJK, uitkomstIs('hersteld')],
  ),
  ...under<Spoor2Feiten>('alsHetNietLukt', ...beide('mogelijkhedenTerug'), [
    'terugval',
    TERUGVAL,
    uitkomstIs('hersteld'),
  ]),
];
