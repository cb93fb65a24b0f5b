import type { Dialog } from '../src/dialog-engine/definition.ts';
import loonsanctie from './loonsanctie/dialog.ts';
import meningsverschil from './meningsverschil/dialog.ts';
import nieuweBaan from './nieuwe-baan/dialog.ts';
import passendWerk from './passend-werk/dialog.ts';
import plichten from './plichten/dialog.ts';
import spoor2Nodig from './spoor-2-nodig/dialog.ts';
import termijnen from './termijnen/dialog.ts';
import wia from './wia/dialog.ts';
import zelfcheck from './zelfcheck/dialog.ts';

/** The guided dialogs of the product, by name. */
export const DIALOGS: readonly Dialog[] = [
  loonsanctie,
  meningsverschil,
  nieuweBaan,
  passendWerk,
  plichten,
  spoor2Nodig,
  termijnen,
  wia,
  zelfcheck,
];
