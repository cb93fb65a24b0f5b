import type { Finding } from '../finding.ts';
import { bevinding } from './bevindingen.ts';
import * as delen from './delen.ts';
import { datumOfWeken, type WiaFeiten, type WiaUitkomst } from './feiten.ts';
import { gevolgen } from './te-laat.ts';
import { telt } from './wia.ts';

/** Applied for: in time, or on a day that is not known. */
export function aangevraagd(feiten: WiaFeiten): WiaUitkomst {
  const { aangevraagd: date } = feiten;
  const zoek = datumOfWeken(feiten.deadlines, 'zoekAanvraagdatum', 'zoekAanvraagdatumWeken', 'wiaAanvraag');
  return {
    headline: date === undefined ? bevinding('kopAangevraagdZonderDatum') : bevinding('kopAangevraagd', { date }),
    groups: [
      { heading: 'nu', findings: [...(date === undefined ? [zoek] : []), ...delen.wanneer(feiten)] },
      { heading: 'besluit', findings: delen.deBeslissing(feiten) },
    ],
  };
}

/** Applied for after the last day. */
export function laatAangevraagd(feiten: WiaFeiten): WiaUitkomst {
  return {
    headline: kopLaat(feiten),
    groups: [
      { heading: 'teLaat', findings: gevolgen(feiten, 'nieuweDatums') },
      { heading: 'nu', findings: delen.wanneer(feiten) },
      { heading: 'besluit', findings: delen.deBeslissing(feiten) },
    ],
  };
}

function kopLaat({ laat, onderbroken, dienstverband }: WiaFeiten): Finding {
  if (laat === undefined) return bevinding('kopAangevraagdZonderDatum');
  const values = { days: laat.dagen };
  if (telt(laat)) return bevinding('kopLaatMaarGoed', values);
  if (onderbroken !== false) return bevinding('kopMisschienTeLaat', values);
  if (laat.door !== 'zelf') return bevinding('kopLaatBriefOnzeker', values);
  return bevinding(dienstverband === 'inDienst' ? 'kopTeLaat' : 'kopTeLaatUitDienst', values);
}
