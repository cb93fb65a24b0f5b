import { basis, bw7, ground, wet, wia } from '../ground.ts';

// What the findings of the dialog about the loonsanctie rest on.

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
