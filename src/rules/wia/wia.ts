import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../deadline.ts';
import { findDeadline } from '../timeline.ts';

type PlainDate = Temporal.PlainDate;

/** WIA art. 23 lid 6: a shortened wachttijd ends so long after the application. */
const WEKEN_TOT_IVA = 10;
/** WIA art. 64 lid 6: the term after a letter of UWV that came too late. */
const WEKEN_NA_LATE_BRIEF = 4;
/** The simplified assessment exists for two years, by what is known of it. */
const ZESTIG_PLUS = { van: new Temporal.PlainDate(2025, 9, 1), tot: new Temporal.PlainDate(2027, 9, 1) };

/** What can be done about the WIA on a day: ask early, wait for UWV's letter, apply, or apply although it is late. */
export type WiaFase = 'vervroegd' | 'wachten' | 'aanvragen' | 'teLaat';

export function wiaFase(deadlines: readonly Deadline[], today: PlainDate): WiaFase | undefined {
  const aanvraag = findDeadline(deadlines, 'wiaAanvraag');
  const vervroegd = findDeadline(deadlines, 'vervroegdeIva');
  if (aanvraag === undefined) return undefined;
  if (vervroegd !== undefined && Temporal.PlainDate.compare(today, vervroegd.date) <= 0) return 'vervroegd';
  if (Temporal.PlainDate.compare(today, aanvraag.date) > 0) return 'teLaat';
  return Temporal.PlainDate.compare(today, aanvraagVanaf(deadlines) ?? aanvraag.date) < 0 ? 'wachten' : 'aanvragen';
}

/** The day from which UWV's letter about the application may be expected. */
export function aanvraagVanaf(deadlines: readonly Deadline[]): PlainDate | undefined {
  const brief = findDeadline(deadlines, 'uwvBrief');
  return brief?.from ?? brief?.date;
}

/** What is known of UWV's letter: never came, came on a day, or came on an unknown day; undefined when nothing is known. */
export type Brief = 'geen' | PlainDate | undefined;

/** Why an application after the last day counts as in time, or that it does not. */
export type LaatDoor = 'geenBrief' | 'lateBrief' | 'lateBriefVoorbij' | 'zelf' | 'onbekend';

/** An application after the last day in time. */
export interface Laat {
  dagen: number;
  door: LaatDoor;
  /** After a late letter: the last day on which the application is in time. */
  tot?: PlainDate;
}

/**
 * Whether an application on a day is late, and whose doing that is; nothing when it is in time. No letter, or a late one and
 * an application within four weeks of it, makes it count as in time.
 *
 * @source Wet WIA art. 64 lid 3 and 6
 */
export function laat(deadlines: readonly Deadline[], dag: PlainDate, brief: Brief): Laat | undefined {
  const aanvraag = findDeadline(deadlines, 'wiaAanvraag');
  const uwvBrief = findDeadline(deadlines, 'uwvBrief');
  const dagen = aanvraag?.date.until(dag).days ?? 0;
  if (dagen <= 0) return undefined;
  if (brief === 'geen') return { dagen, door: 'geenBrief' };
  if (brief === undefined || uwvBrief === undefined) return { dagen, door: 'onbekend' };
  if (Temporal.PlainDate.compare(brief, uwvBrief.legalLatest ?? uwvBrief.date) <= 0) return { dagen, door: 'zelf' };
  const tot = brief.add({ weeks: WEKEN_NA_LATE_BRIEF });
  return { dagen, door: Temporal.PlainDate.compare(dag, tot) <= 0 ? 'lateBrief' : 'lateBriefVoorbij', tot };
}

/** Whether an application after the last day still counts as in time. */
export const telt = ({ door }: Laat): boolean => door === 'geenBrief' || door === 'lateBrief';

/** The first day on which a shortened wachttijd can be over, when it is asked for on this day or as soon as it may be. */
export function ivaVanaf(deadlines: readonly Deadline[], today: PlainDate): PlainDate | undefined {
  const vanaf = findDeadline(deadlines, 'vervroegdeIva')?.from;
  if (vanaf === undefined) return undefined;
  return (Temporal.PlainDate.compare(today, vanaf) > 0 ? today : vanaf).add({ weeks: WEKEN_TOT_IVA });
}

/** How the wachttijd lies to the scheme of a simplified assessment from 60: nothing when it ended before the scheme. */
export function zestigPlus(eindeWachttijd: PlainDate): 'zestigPlus' | 'zestigPlusDaarna' | undefined {
  if (Temporal.PlainDate.compare(eindeWachttijd, ZESTIG_PLUS.van) < 0) return undefined;
  return Temporal.PlainDate.compare(eindeWachttijd, ZESTIG_PLUS.tot) < 0 ? 'zestigPlus' : 'zestigPlusDaarna';
}
