import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../deadline.ts';
import type { LegalBasis } from '../legal-basis.ts';
import type { Situatie } from '../situatie.ts';
import { dagErna, opTeldag, type Derived } from '../telling.ts';
import { duty, event } from './build.ts';

/** The eerstejaars-ZW-beoordeling comes after 52 weeks: on the 365th counted day at the earliest. */
const EERSTE_DAG_NA_JAAR = 365;

/** From six weeks between the first sick day and the last day of employment a re-integratieverslag is due. */
const WEKEN_TOT_VERSLAG = 6;

const ZIEK_UIT_DIENST: readonly LegalBasis[] = [
  { source: 'ziektewet', at: 'artikel 29 lid 2 c en artikel 38 lid 2' },
  { source: 'rijksoverheid-lang-ziek' },
];

/** The last day of a contract that ends before the 104 weeks are over; nothing in other cases. */
export function contractEindeBinnenWachttijd({ verzuim, eindeWachttijd }: Situatie): Derived | undefined {
  const { eindeContract } = verzuim;
  if (eindeContract === undefined || Temporal.PlainDate.compare(eindeContract, eindeWachttijd.date) >= 0)
    return undefined;
  return { date: eindeContract, derivation: [{ step: 'eindeContract', values: { date: eindeContract } }] };
}

/** Whether the employer must hand over a re-integratieverslag when the contract ends. Ziektewet art. 38 lid 2. */
export function verslagBijEindeContract({ verzuim, geval }: Situatie): boolean {
  const { eindeContract } = verzuim;
  return (
    eindeContract !== undefined &&
    Temporal.PlainDate.compare(geval.eersteZiektedag.add({ weeks: WEKEN_TOT_VERSLAG }), eindeContract) <= 0
  );
}

/**
 * What the end of a fixed-term contract brings: sickness does not stop it, the employer reports to UWV on the last day,
 * UWV pays ziekengeld from the day after and reviews after 52 weeks.
 *
 * @source Ziektewet art. 19aa, 29 lid 2 c, 38 lid 2
 */
export function eindeContract(situatie: Situatie): Deadline[] {
  const einde = contractEindeBinnenWachttijd(situatie);
  if (einde === undefined) return [];
  return [
    event(einde, { id: 'eindeContract', actors: [], force: 'statute', certainty: 'high', basis: ZIEK_UIT_DIENST }),
    duty(einde, {
      id: 'ziekUitDienstMelding',
      actors: ['werkgever'],
      force: 'statute',
      certainty: 'high',
      basis: [
        { source: 'ziektewet', at: 'artikel 38 lid 2' },
        { source: 'aflopend-contract' },
        { source: 'ziek-uit-dienst' },
      ],
    }),
    event(dagErna(einde), {
      id: 'ziekengeldVanaf',
      actors: ['uwv'],
      force: 'statute',
      certainty: 'high',
      basis: ZIEK_UIT_DIENST,
    }),
    event(opTeldag(situatie.geval, EERSTE_DAG_NA_JAAR), {
      id: 'eerstejaarsZwBeoordeling',
      actors: ['uwv'],
      force: 'statute',
      certainty: 'high',
      basis: [{ source: 'ziektewet', at: 'artikel 19aa' }],
    }),
  ];
}
