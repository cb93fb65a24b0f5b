import { ground } from '../ground.ts';
import { under, type Row } from '../rule-table.ts';
import { uitkomstIs, type Spoor2Feiten } from './feiten.ts';
import { isUitstelVoorbij } from './uitstel.ts';
import { heeftGrens, isOpen, isStart, isUitzondering, loopt } from './wanneer.ts';

const BBP = 'beleidsregels-poortwachter';
const WET = ground('statute', 'high', { source: 'bw7', at: 'artikel 658a lid 1 en 2' });
const SAMEN = ground('statute', 'high', { source: 'bw7', at: 'artikel 658a lid 1 en 660a' });
const BLIJVEND = ground('uwv-policy', 'high', { source: BBP, at: 'paragraaf 5' });
const EVALUATIE = ground('statute', 'high', { source: 'regeling-procesgang', at: 'artikel 4 lid 2 onder b' });
const ZES_WEKEN_ADVIES = ground('practice', 'medium', { source: 'percuris' });
const EERSTE_DAG = ground('statute', 'high', { source: 'wia', at: 'artikel 23 lid 2' });
const ARTS = ground('statute', 'high', { source: 'regeling-procesgang', at: 'artikel 2' });
const UWV_TOETS = ground('uwv-policy', 'high', { source: BBP, at: 'paragraaf 3' });
const GEEN_REDEN = ground('uwv-practice', 'medium', { source: 'hr-praktijk-loonsanctie' });
const TOETS = ground('statute', 'high', { source: 'wia', at: 'artikel 25 lid 9' });
const OORDEEL = ground('statute', 'high', { source: 'wet-suwi', at: 'artikel 32' });
const TELLING = ground('statute', 'high', { source: 'bw7', at: 'artikel 629 lid 4 en 10' });

/** What is said depends on the count of the weeks, and interruptions are not asked. */
const isGeteld = (feiten: Spoor2Feiten): boolean => isOpen(feiten) || uitkomstIs('naWachttijd')(feiten);

/** Why spoor 2 comes up, and what goes for every case in which it is still a duty. */
export const STARTEN: readonly Row<Spoor2Feiten>[] = [
  ...under<Spoor2Feiten>(
    'waarom',
    ['geenWerk', WET, (feiten) => isStart(feiten) && feiten.terugkeer === 'nee'],
    ['tijdelijkWerk', BLIJVEND, (feiten) => isStart(feiten) && feiten.terugkeer === 'tijdelijkWerk'],
    ['werkKanBeter', UWV_TOETS, (feiten) => isStart(feiten) && feiten.terugkeer === 'werktAl'],
  ),
  ...under<Spoor2Feiten>(
    'nuDoen',
    ['wieStart', SAMEN, (feiten) => (isStart(feiten) && !loopt(feiten)) || isUitstelVoorbij(feiten)],
    ['blijfMeedoen', SAMEN, isUitzondering],
    ['terugkeerNagaan', BLIJVEND, (feiten) => isStart(feiten) && feiten.terugkeer === undefined],
    ['mogelijkhedenNagaan', ARTS, (feiten) => isOpen(feiten) && feiten.mogelijkheden === undefined],
    ['evaluatieNagaan', EVALUATIE, (feiten) => heeftGrens(feiten) && isOpen(feiten) && !feiten.evaluatieGehouden],
    ['eersteZiektedagNagaan', EERSTE_DAG, (feiten) => isOpen(feiten) && feiten.deadlines.length === 0],
    ['deskundigenoordeel', OORDEEL, (feiten) => isOpen(feiten) || uitkomstIs('resultaat')(feiten)],
  ),
  ...under<Spoor2Feiten>('alsHetNietLukt', ['loonsanctie', TOETS, isOpen]),
  ...under<Spoor2Feiten>(
    'weten',
    ['uwvToetst', UWV_TOETS, isUitzondering],
    ['spoor1Open', WET, isStart],
    ['geenReden', GEEN_REDEN, isOpen],
    ['adviesEerder', ZES_WEKEN_ADVIES, (feiten) => isStart(feiten) && feiten.spoor2Nu !== 'loopt'],
    ['andereTelling', TELLING, (feiten) => isGeteld(feiten) && feiten.deadlines.length > 0],
  ),
];
