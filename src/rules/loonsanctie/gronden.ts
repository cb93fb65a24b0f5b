import type { Finding } from '../finding.ts';
import type { Certainty, Force, LegalBasis } from '../legal-basis.ts';

// What the findings of the dialog about the loonsanctie rest on.

export type Ground = Required<Pick<Finding, 'force' | 'certainty' | 'basis'>>;

export const basis = (source: string, at?: string): LegalBasis => (at === undefined ? { source } : { source, at });
export const ground = (force: Force, certainty: Certainty, ...places: LegalBasis[]): Ground => ({
  force,
  certainty,
  basis: places,
});
export const wet = (...places: LegalBasis[]): Ground => ground('statute', 'high', ...places);
export const wia = (at: string): LegalBasis => basis('wia', `artikel ${at}`);
export const bw7 = (at: string): LegalBasis => basis('bw7', `artikel ${at}`);

export const BESLUIT = wet(
  wia('25 lid 9 tot en met 11'),
  basis('hr-praktijk-loonsanctie'),
  basis('administratieve-loonsanctie'),
);
export const BEKORTING = wet(wia('25 lid 12 tot en met 14'), basis('bezwaar-uwv'));
export const BEZWAAR = ground('statute', 'medium', basis('bezwaar-uwv'));
export const REDENEN = ground(
  'uwv-practice',
  'medium',
  basis('hr-praktijk-loonsanctie'),
  basis('arbeidsdeskundig-collectief'),
);
export const PLICHTEN = wet(bw7('658a lid 1'), bw7('660a'));
