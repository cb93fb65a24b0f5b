import type { Finding } from '../finding.ts';
import { bevinding } from './bevindingen.ts';
import { metDatum, type WiaFeiten } from './feiten.ts';
import { telt } from './wia.ts';

const VERSCHOVEN = { loon: 'loonTot', start: 'wiaEersteDag', opzegverbod: 'opzegverbodTot' } as const;
const OVER_BRIEF = {
  geenBrief: 'geenBriefOpTijd',
  lateBrief: 'lateBriefOpTijd',
  lateBriefVoorbij: 'lateBriefVoorbij',
  onbekend: 'briefOnbekend',
} as const;

/** What follows when an application comes too late. */
export function alsHetTeLaatIs({ dienstverband }: WiaFeiten): Finding[] {
  if (dienstverband === undefined || dienstverband === 'inDienst') return [bevinding('laatLoon'), ...zonderReden()];
  return [bevinding('laatUitDienst'), bevinding('laatUwv')];
}

/** What it can cost who is employed, or may be, and had no good reason. */
const zonderReden = (): Finding[] => [bevinding('laatLoonKwijt'), bevinding('laatUwv')];

/** What this late application brings: whether UWV's letter excuses it, and else what moves and what it can cost. */
export function gevolgen(feiten: WiaFeiten, key: 'nieuweDatums' | 'vandaagDatums'): Finding[] {
  const { laat, nieuw = [], dienstverband, onderbroken } = feiten;
  if (laat === undefined) return [];
  const values = laat.tot === undefined ? undefined : { date: laat.tot };
  const brief = laat.door === 'zelf' ? [] : [bevinding(OVER_BRIEF[laat.door], values)];
  if (telt(laat)) return [...brief, bevinding('melding81')];
  const verschoven =
    dienstverband === 'inDienst' && laat.door === 'zelf' && onderbroken === false
      ? metDatum(nieuw, key, VERSCHOVEN)
      : [];
  const rest = verschoven.length === 0 ? alsHetTeLaatIs(feiten) : zonderReden();
  return [...brief, ...verschoven, ...rest];
}
