/** What can be wrong with the facts of a case. */
export type CaseFault =
  | 'noPeriod'
  | 'periodEndsBeforeItStarts'
  | 'periodsOverlap'
  | 'openPeriodNotLast'
  | 'leaveEndsBeforeItStarts'
  | 'leavesOverlap'
  | 'beforeFirstSickDay'
  | 'extensionTooEarly'
  | 'bekortingWithoutLoonsanctie';

const EXPLANATIONS: Readonly<Record<CaseFault, string>> = {
  noPeriod: 'er is geen eerste ziektedag; geef minstens één ziekteperiode',
  periodEndsBeforeItStarts: 'een ziekteperiode eindigt voor de eerste dag ervan',
  periodsOverlap: 'twee ziekteperioden overlappen of staan niet op volgorde',
  openPeriodNotLast: 'alleen de laatste ziekteperiode mag zonder laatste dag zijn',
  leaveEndsBeforeItStarts: 'een verlof eindigt voor de eerste dag ervan',
  leavesOverlap: 'twee verloven overlappen of staan niet op volgorde',
  beforeFirstSickDay: 'een datum ligt voor de eerste ziektedag',
  extensionTooEarly: 'de vrijwillige verlenging eindigt voor het einde van de 104 weken',
  bekortingWithoutLoonsanctie: 'een bekortingsverzoek kan alleen bij een loonsanctie',
};

/** Facts that contradict each other; the message says in Dutch which, as HR reads it. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
  readonly fault: CaseFault;
  /** Key of the fact that is wrong, where one can be named. */
  readonly field: string | undefined;

  constructor(fault: CaseFault, field?: string) {
    super(EXPLANATIONS[fault]);
    this.fault = fault;
    this.field = field;
  }
}
