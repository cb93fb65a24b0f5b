/** Where a rule stands: a source of `knowledge/_sources.yaml` and the place in it. */
export interface LegalBasis {
  /** Key of the source, for example `wia`. */
  source: string;
  /** Place in the source, for example "artikel 25 lid 3". */
  at?: string;
}

/** What gives a rule its force: the law, a published policy of UWV, how UWV works in practice, or custom. */
export type Force = 'statute' | 'uwv-policy' | 'uwv-practice' | 'practice';

/** How sure it is that the source says this and still holds. */
export type Certainty = 'high' | 'medium' | 'low';
