import type { Certainty, Force, LegalBasis } from './legal-basis.ts';

/** What a finding rests on. */
export interface Ground {
  force: Force;
  certainty: Certainty;
  basis: readonly LegalBasis[];
}

export function ground(force: Force, certainty: Certainty, ...basis: readonly LegalBasis[]): Ground {
  return { force, certainty, basis };
}

/** The ground of what stands in the law itself. */
export function wet(...basis: readonly LegalBasis[]): Ground {
  return ground('statute', 'high', ...basis);
}

/** A source, and the place in it. */
export function basis(source: string, at?: string): LegalBasis {
  return at === undefined ? { source } : { source, at };
}

/** An article of the Wet WIA. */
export function wia(article: string): LegalBasis {
  return basis('wia', `artikel ${article}`);
}

/** An article of Burgerlijk Wetboek Boek 7. */
export function bw7(article: string): LegalBasis {
  return basis('bw7', `artikel ${article}`);
}
