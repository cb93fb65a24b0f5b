import { at, inFase, loonLoopt, wet, type Regel } from './fase.ts';
import { ground } from '../ground.ts';

/** What the employee must do, the most important first. Rules.md section 3.1. */
export const PLICHTEN_WERKNEMER: readonly Regel[] = [
  [
    'werknemerWia',
    wet(at('wia', 'artikel 64 lid 3'), { source: 'uwv-wia-aanvragen' }),
    (stand) => inFase('tweedeJaar')(stand) && stand.loonsanctie !== true,
  ],
  [
    'werknemerMening',
    wet(at('wia', 'artikel 25 lid 3 en 4'), at('regeling-procesgang', 'artikel 6 lid 1 onder l')),
    (stand) => inFase('tweedeJaar')(stand) && stand.loonsanctie !== true,
  ],
  ['werknemerSpoor2', wet(at('bw7', 'artikel 660a')), (stand) => loonLoopt(stand) && stand.spoor2 === true],
  ['werknemerPlan', wet(at('bw7', 'artikel 660a onder b')), loonLoopt],
  ['werknemerPassendWerk', wet(at('bw7', 'artikel 660a onder c'), at('wet-suwi', 'artikel 32')), loonLoopt],
  ['werknemerBereikbaar', wet(at('bw7', 'artikel 629 lid 6')), loonLoopt],
  [
    'werknemerHerstel',
    wet(at('bw7', 'artikel 629 lid 3 onder b en artikel 660a onder a'), at('wia', 'artikel 28')),
    loonLoopt,
  ],
  [
    'werknemerWiaAlsnog',
    wet(at('wia', 'artikel 64 lid 3 en 11')),
    ({ fase, loonsanctie }) => fase === 'daarna' && loonsanctie !== true,
  ],
  [
    'werknemerWijzigingen',
    ground('statute', 'medium', at('bw7', 'artikel 629 lid 5'), at('wia', 'artikel 27')),
    () => true,
  ],
];

/** What can follow when the employee does not do it. Rules.md section 3.4. */
export const GEVOLGEN_WERKNEMER: readonly Regel[] = [
  ['loonopschorting', wet(at('bw7', 'artikel 629 lid 6 en 7'), { source: 'loonopschorting-of-loonstop' }), loonLoopt],
  [
    'loonstop',
    wet(
      at('bw7', 'artikel 629 lid 3 en 7'),
      { source: 'loonopschorting-of-loonstop' },
      { source: 'loonstop-van-calsteren' },
    ),
    loonLoopt,
  ],
  ['ontslag', wet(at('bw7', 'artikel 670, artikel 670a lid 1 en artikel 671b lid 5')), loonLoopt],
  ['wiaLager', wet(at('wia', 'artikel 28 en artikel 88')), inFase('tweedeJaar', 'daarna')],
];
