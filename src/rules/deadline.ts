import type { Temporal } from 'temporal-polyfill';
import type { Certainty, Force, LegalBasis } from './legal-basis.ts';

/** Who must act. */
export const ACTORS = ['werknemer', 'werkgever', 'bedrijfsarts', 'uwv'] as const;
export type Actor = (typeof ACTORS)[number];

/** Everything that has a date in a case of long sickness; texts stand under the same names. */
export const DEADLINES = [
  'ziekmelding',
  'arbodienstMelding',
  'probleemanalyse',
  'planVanAanpak',
  'evaluatie',
  'vervroegdeIva',
  'melding42',
  'eerstejaarsevaluatie',
  'arbeidsdeskundigOnderzoek',
  'spoor2Streefdatum',
  'spoor2Uiterlijk',
  'eerstejaarsZwBeoordeling',
  'ziekUitDienstMelding',
  'eindeContract',
  'ziekengeldVanaf',
  'uwvBrief',
  'actueelOordeel',
  'eindevaluatie',
  'reIntegratieverslag',
  'noRiskPeildag',
  'wiaAanvraag',
  'loonsanctieBesluit',
  'wiaBesluit',
  'eindeWachttijd',
  'loonTot',
  'wiaEersteDag',
  'opzegverbodTot',
  'ontslagaanvraag',
  'bekortingBesluit',
  'loonsanctieTot',
  'aow',
] as const;
export type DeadlineId = (typeof DEADLINES)[number];

/** How a date was reached: one step a person can follow. Texts per step stand in `dialogs/_deadlines.yaml`. */
export interface Step {
  step: StepId;
  values: Readonly<Record<string, Temporal.PlainDate | number>>;
}

export const STEPS = [
  'eersteZiektedag',
  'nieuwGeval',
  'nieuwGevalNaVerlof',
  'hersteld',
  'verlof',
  'teldag',
  'weekEinde',
  'weekBegin',
  'datum',
  'plusWeken',
  'plusDagen',
  'minWeken',
  'dagErna',
  'tweeJaar',
  'vroegste',
  'telaat',
  'verlengd',
  'loonsanctie',
  'bekorting',
  'aowLeeftijd',
  'aowZesWeken',
  'eindeContract',
  'werkdag',
] as const;
export type StepId = (typeof STEPS)[number];

/** A date with all that supports it. */
export interface Deadline {
  id: DeadlineId;
  /** Which one of a duty that comes back; 1 is the first. */
  number?: number;
  /** `duty`: to be done on or before the date. `event`: something starts, ends or is decided on it. */
  nature: 'duty' | 'event';
  /** First day on which it can be done. */
  from?: Temporal.PlainDate;
  /** The safe date, inclusive: the last day of the sick week that the rule names. */
  date: Temporal.PlainDate;
  /** For a duty: the last working day on or before the date. */
  practical?: Temporal.PlainDate;
  /** The last day the law allows, when that is later than the safe date. */
  legalLatest?: Temporal.PlainDate;
  /** True when the contract has ended by then, so that there is no employer any more. */
  afterContract?: boolean;
  /** Who must act; nobody for an event that comes by itself. */
  actors: readonly Actor[];
  force: Force;
  certainty: Certainty;
  basis: readonly LegalBasis[];
  derivation: readonly Step[];
}
