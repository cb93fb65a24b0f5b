import { alle, een, met, metLoon, pastNiet, zonderLoon, type Aanbod, type Conditie } from './aanbod.ts';
import { PUNTEN } from './punten.ts';
import { ground } from '../ground.ts';
import { applyTable, findingKeys, HEADLINE, under, type Row } from '../rule-table.ts';

/** Only suitable work can be asked; refusing it without good reason costs wage. */
const PLICHT = ground('statute', 'high', { source: 'bw7', at: 'artikel 658a lid 4 en 660a onder c' });
const LOONSTOP = ground('statute', 'high', { source: 'bw7', at: 'artikel 629 lid 3 onder c en lid 7' });
const WEGING = ground('uwv-policy', 'high', { source: 'beleidsregels-poortwachter', at: 'paragraaf 8' });
const OORDEEL = ground('statute', 'high', { source: 'wet-suwi', at: 'artikel 32' });
const ARTS = ground('statute', 'high', { source: 'ap-zieke-werknemer' });
const TEKENEN = ground('statute', 'high', { source: 'bw7', at: 'artikel 629 en 670' });
const EIGEN_LOON = ground(
  'practice',
  'medium',
  { source: 'werkervaringsplaats-riforce' },
  { source: 'werkervaringsplaats-personplus' },
);

const teVeel = een(met('grenzen', 'deels'), met('uren', 'meer'), met('reis', 'teZwaar'));
const artsVragen = met('grenzen', 'nietGevraagd', undefined);
const heeftTegen: Conditie = (aanbod) => PUNTEN.some(({ heading, holds }) => heading === 'tegen' && holds(aanbod));
const heeftOpen: Conditie = (aanbod) => PUNTEN.some(({ heading, holds }) => heading === 'uitzoeken' && holds(aanbod));
const altijd: Conditie = () => true;

const ROWS: readonly Row<Aanbod>[] = [
  ...under<Aanbod>(
    HEADLINE,
    ['nietAlsHetZoBlijft', PLICHT, pastNiet],
    ['eerstBedrijfsarts', PLICHT, artsVragen],
    ['eerstAanpassen', PLICHT, teVeel],
    ['weegSamen', WEGING, een(heeftTegen, heeftOpen)],
    ['lijktPassend', PLICHT, altijd],
  ),
  ...PUNTEN,
  ...under<Aanbod>(
    'nuDoen',
    ['vraagBedrijfsarts', ARTS, een(artsVragen, met('grenzen', 'deels'))],
    ['vraagAanpassing', PLICHT, een(pastNiet, teVeel)],
    ['blijfPraten', PLICHT, altijd],
    ['loonLooptDoor', EIGEN_LOON, zonderLoon],
    ['eerstAdviesDanTekenen', TEKENEN, alle(metLoon, met('waar', 'ander'))],
    ['deskundigenoordeel', OORDEEL, altijd],
  ),
  ...under<Aanbod>('weigeren', ['loonstop', LOONSTOP, altijd], ['alleenPassend', PLICHT, altijd]),
];

export const PASSEND_WERK_FINDINGS = findingKeys(ROWS);

/** In the order of reading. */
export const PASSEND_WERK_HEADINGS = ['voor', 'tegen', 'uitzoeken', 'nuDoen', 'weigeren', 'getallen'];

/** Weighs an offer of work: what speaks for it, what against it, and what to do now. It never gives a verdict. */
export function weegAanbod(aanbod: Aanbod): ReturnType<typeof applyTable<Aanbod>> {
  return applyTable(ROWS, PASSEND_WERK_HEADINGS, aanbod);
}
