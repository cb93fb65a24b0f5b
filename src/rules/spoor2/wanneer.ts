import { ground } from '../ground.ts';
import { HEADLINE, under, type Row } from '../rule-table.ts';
import { datum, datums, isAfgerond, isVoorbij, uitkomstIs, type Spoor2Feiten } from './feiten.ts';
import { isUitstelVoorbij } from './uitstel.ts';

type Conditie = (feiten: Spoor2Feiten) => boolean;

const WET = ground('statute', 'high', { source: 'bw7', at: 'artikel 658a lid 1 en 2' });
/** No week is in the law; the six weeks after the evaluation are UWV's practice. */
const GRENS = ground(
  'uwv-practice',
  'medium',
  { source: 'hr-praktijk-loonsanctie' },
  { source: 'poortwachter-schema' },
  { source: 'opstart-tweede-spoor' },
);

export const isOpen: Conditie = (feiten) => !isAfgerond(feiten);
export const isStart = uitkomstIs('starten');
export const isUitzondering: Conditie = (feiten) => isOpen(feiten) && !isStart(feiten) && !isUitstelVoorbij(feiten);
export const loopt: Conditie = (feiten) => isStart(feiten) && feiten.spoor2Nu === 'loopt';
export const heeftGrens: Conditie = (feiten) => datum(feiten, 'spoor2Uiterlijk') !== undefined;

const isLaat: Conditie = (feiten) => isVoorbij(feiten, 'spoor2Uiterlijk');
const startLaat =
  (en: Conditie): Conditie =>
  (feiten) =>
    isStart(feiten) && isLaat(feiten) && en(feiten);
/** Whether there is lasting work, or whether the work there is fits, is not known: then nobody can say that it is late. */
const werkOnbekend: Conditie = ({ terugkeer }) => terugkeer === undefined;
const passendOnbekend: Conditie = ({ terugkeer, werkPast }) => terugkeer === 'werktAl' && werkPast === undefined;

const streefdatumKomt: Conditie = (feiten) => {
  const streefdatum = datum(feiten, 'spoor2Streefdatum');
  const uiterlijk = datum(feiten, 'spoor2Uiterlijk');
  if (!streefdatum || !uiterlijk || isVoorbij(feiten, 'spoor2Streefdatum')) return false;
  return streefdatum.until(uiterlijk).days > 0;
};
const uitzonderingMet =
  (en: Conditie): Conditie =>
  (feiten) =>
    isUitzondering(feiten) && heeftGrens(feiten) && en(feiten);

const BEIDE = datums({ streefdatum: 'spoor2Streefdatum', uiterlijk: 'spoor2Uiterlijk' });
const UITERLIJK = datums({ uiterlijk: 'spoor2Uiterlijk' });

/** By when spoor 2 must start, and by when if an exception turns out not to hold. */
export const WANNEER: readonly Row<Spoor2Feiten>[] = [
  ...under<Spoor2Feiten>(
    HEADLINE,
    ['spoor2Loopt', WET, loopt],
    ['startenStreefdatum', GRENS, (feiten) => isStart(feiten) && streefdatumKomt(feiten), BEIDE],
    ['laatTenzijWerk', GRENS, startLaat(werkOnbekend), UITERLIJK],
    ['laatTenzijHetPast', GRENS, startLaat(passendOnbekend), UITERLIJK],
    ['startenNu', GRENS, startLaat(isStart), UITERLIJK],
    ['startenUiterlijk', GRENS, (feiten) => isStart(feiten) && heeftGrens(feiten), UITERLIJK],
    ['startenZonderDatum', GRENS, isStart],
  ),
  ...under<Spoor2Feiten>(
    'weten',
    ['datumsZonderUitzondering', GRENS, uitzonderingMet(streefdatumKomt), BEIDE],
    ['laatZonderUitzondering', GRENS, uitzonderingMet(isLaat), UITERLIJK],
    [
      'uiterlijkZonderUitzondering',
      GRENS,
      uitzonderingMet((feiten) => !streefdatumKomt(feiten) && !isLaat(feiten)),
      UITERLIJK,
    ],
  ),
];
