import { ground } from '../ground.ts';
import { HEADLINE, under, type Row } from '../rule-table.ts';
import type { Spoor2Feiten } from './feiten.ts';

const BBP = 'beleidsregels-poortwachter';

/** The three months are not in the law: UWV's Werkwijzer, as others quote it. */
const DRIE_MAANDEN = ground(
  'uwv-practice',
  'medium',
  { source: 'hr-praktijk-loonsanctie' },
  { source: 'poortwachter-schema' },
  { source: 'opstart-tweede-spoor' },
);
/** That only a concrete prospect at the own employer justifies waiting. */
const PERSPECTIEF = ground('uwv-policy', 'high', { source: BBP, at: 'paragraaf 5' });

type Conditie = (feiten: Spoor2Feiten) => boolean;

/** The three months are over: no new delay, so spoor 2 must start. */
export const isUitstelVoorbij: Conditie = ({ uitkomst, eerderUitstel }) =>
  uitkomst === 'uitstel' && eerderUitstel === 'voorbij';
const isUitstel: Conditie = (feiten) => feiten.uitkomst === 'uitstel' && !isUitstelVoorbij(feiten);
const ontbreekt =
  (stuk: string): Conditie =>
  (feiten) =>
    isUitstel(feiten) && !feiten.opPapier.includes(stuk);
const isCompleet: Conditie = (feiten) =>
  isUitstel(feiten) && ['prognose', 'plan', 'uren'].every((stuk) => feiten.opPapier.includes(stuk));
const eerder =
  (...antwoorden: (string | undefined)[]): Conditie =>
  (feiten) =>
    isUitstel(feiten) && antwoorden.includes(feiten.eerderUitstel);
const looptNog = eerder('looptNog');
const naar =
  (werk: string): Conditie =>
  (feiten) =>
    isUitstel(feiten) && feiten.terugkeer === werk;

/** Spoor 2 may wait because lasting work at the own employer is in sight. */
export const UITSTEL: readonly Row<Spoor2Feiten>[] = [
  ...under<Spoor2Feiten>(
    HEADLINE,
    ['uitstelVoorbij', DRIE_MAANDEN, isUitstelVoorbij],
    ['uitstelLoopt', DRIE_MAANDEN, (feiten) => looptNog(feiten) && isCompleet(feiten)],
    ['uitstelLooptNietRond', DRIE_MAANDEN, looptNog],
    ['uitstelMisschien', DRIE_MAANDEN, isCompleet],
    ['uitstelNietRond', DRIE_MAANDEN, isUitstel],
  ),
  ...under<Spoor2Feiten>(
    'uitzondering',
    ['perspectiefEigenWerk', PERSPECTIEF, naar('eigenWerk')],
    ['perspectiefAnderWerk', PERSPECTIEF, naar('anderWerk')],
  ),
  ...under<Spoor2Feiten>(
    'opPapier',
    ['papierCompleet', DRIE_MAANDEN, isCompleet],
    ['prognoseOntbreekt', DRIE_MAANDEN, ontbreekt('prognose')],
    ['planOntbreekt', DRIE_MAANDEN, ontbreekt('plan')],
    ['urenOntbreken', DRIE_MAANDEN, ontbreekt('uren')],
  ),
  ...under<Spoor2Feiten>('nuDoen', ['eerderUitstelNagaan', DRIE_MAANDEN, eerder(undefined)]),
  ...under<Spoor2Feiten>('alsHetNietLukt', ['drieMaandenOm', DRIE_MAANDEN, eerder('nee', 'looptNog', undefined)]),
];
