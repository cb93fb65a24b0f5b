import type { Temporal } from 'temporal-polyfill';
import type { Verzuim } from '../case.ts';
import type { Deadline, DeadlineId } from '../deadline.ts';
import type { Figures } from '../figures.ts';
import { timeline } from '../timeline.ts';
import type { WiaFeiten } from './feiten.ts';

const ALTIJD: readonly DeadlineId[] = ['vervroegdeIva', 'uwvBrief', 'wiaAanvraag', 'eindeWachttijd', 'wiaEersteDag'];
const IN_DIENST: readonly DeadlineId[] = ['actueelOordeel', 'eindevaluatie', 'reIntegratieverslag', 'loonTot'];

/** The case and its dates, when the first sick day is known. */
export interface WiaPlan {
  plan?: { verzuim: Verzuim; deadlines: readonly Deadline[] };
}

/** The case of someone who was sick without interruption and applied for the WIA on a day, or did not. */
export function wiaVerzuim(eersteDag: Temporal.PlainDate, wiaAangevraagd?: Temporal.PlainDate): Verzuim {
  return { ziekteperioden: [{ eersteDag }], ...(wiaAangevraagd === undefined ? {} : { wiaAangevraagd }) };
}

/** The dates of that case; none when the first sick day is not known. */
export function wiaDatums(
  eersteDag: Temporal.PlainDate | undefined,
  figures: Figures,
  wiaAangevraagd?: Temporal.PlainDate,
): readonly Deadline[] {
  const result = eersteDag === undefined ? undefined : timeline(wiaVerzuim(eersteDag, wiaAangevraagd), figures);
  return result?.kind === 'timeline' ? result.deadlines : [];
}

/**
 * The dates to show. A late application moves them for who is employed and was sick without interruption; of an
 * ex-employee no date hangs on the contract.
 */
export function wiaPlan(feiten: WiaFeiten): WiaPlan {
  const { today, figures, eersteZiektedag, dienstverband, onderbroken, aangevraagd, laat } = feiten;
  if (eersteZiektedag === undefined) return {};
  const inDienst = dienstverband === 'inDienst';
  const verschuift = inDienst && laat?.door === 'zelf' && onderbroken === false;
  const dag = verschuift ? (aangevraagd ?? today) : undefined;
  const ids = inDienst ? [...ALTIJD, ...IN_DIENST] : ALTIJD;
  const deadlines = wiaDatums(eersteZiektedag, figures, dag).filter(({ id }) => ids.includes(id));
  return { plan: { verzuim: wiaVerzuim(eersteZiektedag, dag), deadlines } };
}
