import type { Deadline } from '../deadline.ts';
import type { Finding } from '../finding.ts';
import { findDeadline } from '../timeline.ts';
import { bevinding } from './bevindingen.ts';
import { datumOfWeken, metDatum, type Dienstverband, type WiaFeiten } from './feiten.ts';
import { ivaVanaf, telt, zestigPlus } from './wia.ts';

const WACHTTIJD = { einde: 'eindeWachttijd', start: 'wiaEersteDag' } as const;

/** What is known of the wait, and what to do when the days cannot be counted. */
export function wanneer({ deadlines, onderbroken, laat }: WiaFeiten): Finding[] {
  if (deadlines.length === 0) return [bevinding('zoekEersteZiektedag')];
  const wachttijd = laat === undefined || telt(laat) ? metDatum(deadlines, 'wachttijd', WACHTTIJD) : [];
  return [...(onderbroken === false ? [] : [bevinding('onderbroken')]), ...wachttijd];
}

/** What to have at hand. An ex-employee whom UWV pays needs no re-integratieverslag. */
export function verzamelen({ deadlines, dienstverband }: WiaFeiten): Finding[] {
  return [...verslag(deadlines, dienstverband), bevinding('digid'), bevinding('werkverleden')];
}

function verslag(deadlines: readonly Deadline[], dienstverband: Dienstverband | undefined): Finding[] {
  if (dienstverband === 'uitDienstUwv') return [bevinding('verslagUwv')];
  const parts = [bevinding('verslagInhoud'), bevinding('laatsteStukken'), bevinding('eigenMening')];
  if (dienstverband === undefined) return [bevinding('verslagOnbekend'), ...parts];
  if (dienstverband === 'uitDienstOudeWerkgever') return [bevinding('verslagOudeWerkgever'), ...parts];
  return [
    datumOfWeken(deadlines, 'verslag', 'verslagWeken', 'reIntegratieverslag'),
    ...parts,
    bevinding('geenVerslag'),
  ];
}

/** UWV's decision: what it looks at, how long it may take and what to do about money meanwhile. */
export function deBeslissing({ deadlines, dienstverband, zestig }: WiaFeiten): Finding[] {
  const einde = findDeadline(deadlines, 'eindeWachttijd')?.date;
  const regeling = einde === undefined ? 'zestigPlus' : zestigPlus(einde);
  const inDienst = dienstverband === 'inDienst';
  return [
    ...(inDienst ? [bevinding('toets')] : []),
    ...[bevinding('besluit'), bevinding('voorschot')],
    ...(inDienst ? [bevinding('loonStoptToch')] : []),
    ...(zestig && regeling !== undefined ? [bevinding(regeling)] : []),
    bevinding('bezwaar'),
  ];
}

/** How to ask for a shortened wachttijd, and when it can be over. */
export function vervroegdAanvragen({ deadlines, today }: WiaFeiten): Finding[] {
  const start = ivaVanaf(deadlines, today);
  const iva = start === undefined ? bevinding('vervroegdStartWeken') : bevinding('vervroegdStart', { date: start });
  return [bevinding('vervroegdEenKeer'), iva];
}

/** What goes on meanwhile, and what if UWV refuses. */
export function vervroegdDaarna({ deadlines }: WiaFeiten): Finding[] {
  return [
    bevinding('vervroegdPlichten'),
    datumOfWeken(deadlines, 'vervroegdAnders', 'vervroegdAndersWeken', 'wiaAanvraag'),
  ];
}
