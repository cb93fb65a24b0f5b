import type { Temporal } from 'temporal-polyfill';

type PlainDate = Temporal.PlainDate;

/** A period of being unfit for the full own work; both days inclusive. Partial recovery does not end it. */
export interface Ziekteperiode {
  eersteDag: PlainDate;
  /** Absent while the sickness lasts. */
  laatsteDag?: PlainDate;
}

/** Zwangerschaps- en bevallingsverlof; both days inclusive. */
export interface Verlof {
  eersteDag: PlainDate;
  laatsteDag: PlainDate;
  /** Whether the sickness before and after it has the same cause. */
  zelfdeOorzaak: boolean;
}

/** What is known of one sick employee: the facts that dates follow from, and none about the illness. */
export interface Verzuim {
  /** At least one, in order of time. */
  ziekteperioden: readonly Ziekteperiode[];
  verloven?: readonly Verlof[];
  /** Day of the bedrijfsarts' opinion (probleemanalyse). */
  oordeelBedrijfsarts?: PlainDate;
  /** Day on which the eerstejaarsevaluatie was held. */
  eerstejaarsevaluatie?: PlainDate;
  /** Day of the arbeidsdeskundige's advice. */
  arbeidsdeskundigAdvies?: PlainDate;
  /** Day on which the WIA was applied for. */
  wiaAangevraagd?: PlainDate;
  /** True when UWV imposed a loonsanctie. */
  loonsanctie?: boolean;
  /** Day on which the employer reported that the shortcoming is repaired. */
  bekortingsverzoek?: PlainDate;
  /** Last day of the wage period that employer and employee lengthened of their own will. */
  verlengdTot?: PlainDate;
  /** Last day of a fixed-term contract. */
  eindeContract?: PlainDate;
  /** Only for the AOW date. */
  geboortedatum?: PlainDate;
  /** True when UWV pays ziekengeld while the contract lasts (vangnet). */
  vangnet?: boolean;
  /** True when the employer bears the Ziektewet itself (eigenrisicodrager). */
  eigenrisicodragerZiektewet?: boolean;
}
