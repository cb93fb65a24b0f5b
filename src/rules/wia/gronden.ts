import { basis, bw7, ground, wet, wia } from '../ground.ts';

// What the findings of the dialog about the WIA rest on.

export const OP_TIJD = wet(wia('64 lid 3'), basis('uwv-wia-aanvragen'));
export const BRIEF = wet(wia('64 lid 6'), basis('wia-te-laat-aangevraagd'));
export const VERSCHUIFT = wet(bw7('629 lid 11 onder a'), bw7('670 lid 11 onder a'), basis('wia-te-laat-aangevraagd'));
export const SAMENTELLEN = wet(wia('23 lid 3 en 5'), bw7('629 lid 10'));
export const VERVROEGD = wet(wia('23 lid 6 en artikel 66'), basis('uwv-vervroegde-wia'));
export const AOW = wet(wia('43 onder g'), basis('stb-2015-376'));
export const VERSLAG = basis('regeling-procesgang', 'artikel 6 lid 1');
export const ZESTIG = ground('uwv-practice', 'medium', basis('regeling-60-plus'));
