import { at, inFase, loonLoopt, wet, type Regel } from './fase.ts';
import { ground } from '../ground.ts';

const BELEID = 'beleidsregels-poortwachter';

/** What the employer must do, the most important first. Rules.md section 3.2. */
export const PLICHTEN_WERKGEVER: readonly Regel[] = [
  [
    'werkgeverHerstel',
    wet(at('wia', 'artikel 25 lid 9 tot en met 14'), { source: 'bezwaar-uwv' }),
    ({ loonsanctie }) => loonsanctie === true,
  ],
  ['werkgeverOordeel', wet(at('regeling-procesgang', 'artikel 2'), at('wia', 'artikel 25 lid 1')), inFase('begin')],
  [
    'werkgeverPlan',
    wet(at('regeling-procesgang', 'artikel 4'), at('wia', 'artikel 25 lid 2')),
    inFase('begin', 'tot42'),
  ],
  ['werkgeverMelding42', wet(at('ziektewet', 'artikel 38 lid 1')), inFase('tot42', 'rondJaar')],
  [
    'werkgeverEerstejaars',
    wet(at('regeling-procesgang', 'artikel 4 lid 2 onder b'), at(BELEID, 'paragraaf 5')),
    inFase('rondJaar'),
  ],
  [
    'werkgeverVerslag',
    wet(at('wia', 'artikel 25 lid 3'), at('regeling-procesgang', 'artikel 6')),
    (stand) => inFase('tweedeJaar')(stand) && stand.loonsanctie !== true,
  ],
  [
    'werkgeverSpoor2Starten',
    wet(at('bw7', 'artikel 658a lid 1 en 2'), at(BELEID, 'paragraaf 5 en 9')),
    (stand) => loonLoopt(stand) && stand.spoor2 !== true && stand.fase !== 'begin',
  ],
  [
    'werkgeverSpoor2Volgen',
    wet(at('bw7', 'artikel 658a lid 1'), at(BELEID, 'paragraaf 9')),
    (stand) => loonLoopt(stand) && stand.spoor2 === true,
  ],
  ['werkgeverSpoor1', wet(at('bw7', 'artikel 658a lid 1 en 2')), loonLoopt],
  [
    'werkgeverEvaluaties',
    ground('uwv-practice', 'medium', at('wia', 'artikel 25 lid 2'), at('bw7', 'artikel 658a lid 3'), {
      source: 'eerstejaarsevaluatie-brightmine',
    }),
    (stand) => loonLoopt(stand) && stand.fase !== 'begin',
  ],
  ['werkgeverDossier', wet(at('wia', 'artikel 25 lid 1 en 2')), loonLoopt],
  [
    'werkgeverNaEinde',
    wet(at('bw7', 'artikel 669, artikel 670 lid 1 en 11 en artikel 671a'), { source: 'uwv-ontslag' }),
    ({ fase, loonsanctie }) => fase === 'daarna' && loonsanctie === false,
  ],
];

/** What can follow when the employer does not do it. Rules.md sections 1.2 and 3.5. */
export const GEVOLGEN_WERKGEVER: readonly Regel[] = [
  [
    'loonsanctieGevolg',
    wet(at('wia', 'artikel 25 lid 9'), at(BELEID, 'paragraaf 2 tot en met 7')),
    ({ fase, loonsanctie }) => fase !== 'daarna' && loonsanctie !== true,
  ],
  ['geenBekorting', wet(at('wia', 'artikel 25 lid 9 en 12 tot en met 14')), ({ loonsanctie }) => loonsanctie === true],
  ['boete42', wet(at('ziektewet', 'artikel 38 lid 3'), { source: 'uwv-42e-week' }), inFase('tot42', 'rondJaar')],
];
