import { Temporal } from 'temporal-polyfill';
import type { Finding } from '../finding.ts';
import { findDeadline } from '../timeline.ts';
import { bevinding } from './bevindingen.ts';
import * as delen from './delen.ts';
import { datumOfWeken, metDatum, type WiaFeiten, type WiaUitkomst } from './feiten.ts';
import { alsHetTeLaatIs, gevolgen } from './te-laat.ts';
import { aanvraagVanaf, wiaFase } from './wia.ts';

/** Not applied for and not late, as far as is known. */
export function aanvragen(feiten: WiaFeiten): WiaUitkomst {
  const fase = wiaFase(feiten.deadlines, feiten.today);
  const brief = fase === 'aanvragen' ? bevinding('geenBriefNodig') : bevinding('brief');
  const misschien = feiten.onderbroken === true ? [bevinding('vervroegdMisschien')] : [];
  const vervroegd = metDatum(feiten.deadlines, 'vervroegdKan', { date: 'vervroegdeIva' });
  return {
    headline: kopAanvragen(feiten),
    groups: [
      { heading: 'nu', findings: [...delen.wanneer(feiten), brief] },
      { heading: 'verzamelen', findings: delen.verzamelen(feiten) },
      { heading: 'teLaat', findings: alsHetTeLaatIs(feiten) },
      { heading: 'besluit', findings: delen.deBeslissing(feiten) },
      { heading: 'weten', findings: [...(fase === 'vervroegd' ? vervroegd : misschien), bevinding('verlenging')] },
    ],
  };
}

function kopAanvragen({ deadlines, today, onderbroken }: WiaFeiten): Finding {
  const aanvraag = findDeadline(deadlines, 'wiaAanvraag');
  if (aanvraag === undefined) return bevinding('kopWeken');
  const { date, practical = date } = aanvraag;
  if (onderbroken === true) return bevinding('kopOnderbroken', { date });
  if (wiaFase(deadlines, today) === 'aanvragen') return bevinding('kopNuAanvragen', { date });
  return bevinding('kopAanvragen', { from: aanvraagVanaf(deadlines) ?? date, practical, date });
}

/** Not applied for although the last day is over. */
export function meteenAanvragen(feiten: WiaFeiten): WiaUitkomst {
  const { laat, onderbroken } = feiten;
  const kop = onderbroken === false ? 'kopMeteen' : 'kopMeteenOnderbroken';
  const na = laat?.door === 'lateBrief' ? laat.tot : undefined;
  const meteen = datumOfWeken(feiten.deadlines, kop, 'kopWeken', 'wiaAanvraag');
  return {
    headline: na === undefined ? meteen : bevinding('kopNaLateBrief', { date: na }),
    groups: [
      { heading: 'nu', findings: [...delen.wanneer(feiten), bevinding('geenBriefNodig')] },
      { heading: 'teLaat', findings: gevolgen(feiten, 'vandaagDatums') },
      { heading: 'verzamelen', findings: delen.verzamelen(feiten) },
      { heading: 'besluit', findings: delen.deBeslissing(feiten) },
    ],
  };
}

/** No recovery is expected and it is early enough to ask for a shortened wachttijd. */
export function vervroegd(feiten: WiaFeiten): WiaUitkomst {
  const onderbroken = feiten.deadlines.length > 0 && feiten.onderbroken !== false ? [bevinding('onderbroken')] : [];
  return {
    headline: kopVervroegd(feiten),
    groups: [
      { heading: 'nu', findings: [...onderbroken, ...delen.vervroegdAanvragen(feiten)] },
      { heading: 'weten', findings: [...delen.vervroegdDaarna(feiten), bevinding('bezwaar')] },
    ],
  };
}

function kopVervroegd({ deadlines, today }: WiaFeiten): Finding {
  const window = findDeadline(deadlines, 'vervroegdeIva');
  if (window === undefined) return bevinding('kopVervroegdWeken');
  const { from = window.date, date } = window;
  const teVroeg = Temporal.PlainDate.compare(today, from) < 0;
  return teVroeg ? bevinding('kopVervroegdStraks', { from, date }) : bevinding('kopVervroegd', { date });
}

/** AOW age is reached before a WIA benefit can start. */
export function geenWia({ dienstverband }: WiaFeiten): WiaUitkomst {
  const loon = dienstverband === 'inDienst' || dienstverband === undefined ? [bevinding('aowLoon')] : [];
  return { headline: bevinding('kopAow'), groups: [{ heading: 'weten', findings: [...loon, bevinding('aowLater')] }] };
}
