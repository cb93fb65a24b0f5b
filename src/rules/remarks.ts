import { Temporal } from 'temporal-polyfill';
import { contractEindeBinnenWachttijd, verslagBijEindeContract } from './deadlines/einde-contract.ts';
import type { Finding } from './finding.ts';
import { later } from './later.ts';
import type { Situatie } from './situatie.ts';

/** What the AOW date means for spoor 2. */
export type AowEnSpoor2 = 'geenNaAow' | 'totAow' | 'vrijstellingMogelijk' | 'geenVrijstelling';

/**
 * Whether the AOW date ends spoor 2 or may be a ground to leave it out; nothing when the AOW date is not known.
 * An AOW date within a year after the wachttijd can be a ground when both agree: one publication says so, unconfirmed.
 */
export function aowEnSpoor2({ aow, ziekNaAow, aowBinnenGeval, eindeWachttijd }: Situatie): AowEnSpoor2 | undefined {
  if (aow === undefined || aow.kind === 'nogNietVastgesteld') return undefined;
  if (ziekNaAow) return 'geenNaAow';
  if (aowBinnenGeval !== undefined) return 'totAow';
  const withinYear =
    aow.kind === 'datum' && Temporal.PlainDate.compare(aow.date, later(eindeWachttijd.date, { years: 1 })) <= 0;
  return withinYear ? 'vrijstellingMogelijk' : 'geenVrijstelling';
}

/** What else follows from a case and has no date of its own; texts stand in the `termijnen` dialog. */
export function remarks(situatie: Situatie): Finding[] {
  const { verzuim, aow } = situatie;
  return [
    ...(situatie.geval.uitsluitingen.length > 0 ? [SAMENGESTELD] : []),
    ...(verzuim.verloven !== undefined && verzuim.verloven.length > 0 ? [OPZEGVERBOD_EN_VERLOF] : []),
    ...aowRemarks(situatie),
    ...(aow?.kind === 'nogNietVastgesteld' ? [AOW_ONBEKEND] : []),
    ...(verzuim.vangnet === true ? [VANGNET] : []),
    ...(verzuim.eigenrisicodragerZiektewet === true ? [EIGENRISICODRAGER] : []),
    ...(contractEindeBinnenWachttijd(situatie) === undefined ? [] : [contractRemark(situatie)]),
  ];
}

const SAMENGESTELD: Finding = {
  key: 'dagenTellenNietMee',
  force: 'statute',
  certainty: 'high',
  basis: [{ source: 'bw7', at: 'artikel 629 lid 10' }, { source: 'samenstellen-ziekteperiodes' }],
};

const OPZEGVERBOD_EN_VERLOF: Finding = {
  key: 'opzegverbodEnVerlof',
  force: 'statute',
  certainty: 'high',
  basis: [{ source: 'bw7', at: 'artikel 670 lid 1' }],
};

const AOW_ONBEKEND: Finding = {
  key: 'aowNogNietVastgesteld',
  certainty: 'high',
  basis: [{ source: 'rijksoverheid-aow' }],
};

const VANGNET: Finding = {
  key: 'vangnet',
  force: 'statute',
  certainty: 'high',
  basis: [{ source: 'ziektewet', at: 'artikel 29a, 29b, 38 lid 4 en 38a' }],
};

const EIGENRISICODRAGER: Finding = {
  key: 'eigenrisicodrager',
  force: 'statute',
  certainty: 'high',
  basis: [
    { source: 'ziektewet', at: 'artikel 63a' },
    { source: 'wia', at: 'artikel 26 lid 2' },
    { source: 'bw7', at: 'artikel 658a lid 6' },
  ],
};

function aowRemarks(situatie: Situatie): Finding[] {
  const meaning = aowEnSpoor2(situatie);
  if (meaning === 'geenNaAow' || meaning === 'totAow') {
    return [
      {
        key: meaning === 'totAow' ? 'spoor2TotAow' : 'geenSpoor2NaAow',
        force: 'statute',
        certainty: 'high',
        basis: [{ source: 'stb-2015-376' }, { source: 'wia', at: 'artikel 43 g' }],
      },
      { key: 'pensioenbeding', force: 'practice', certainty: 'medium', basis: [{ source: 'werken-na-aow' }] },
    ];
  }
  if (meaning !== 'vrijstellingMogelijk') return [];
  return [{ key: 'aowVrijstelling', force: 'uwv-practice', certainty: 'low', basis: [{ source: 'going-concern' }] }];
}

function contractRemark(situatie: Situatie): Finding {
  return {
    key: verslagBijEindeContract(situatie) ? 'verslagBijEindeContract' : 'geenVerslagBijEindeContract',
    force: 'statute',
    certainty: 'high',
    basis: [{ source: 'ziektewet', at: 'artikel 38 lid 2 en artikel 39a' }, { source: 'aflopend-contract' }],
  };
}
