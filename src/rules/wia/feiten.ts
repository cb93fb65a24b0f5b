import type { Temporal } from 'temporal-polyfill';
import type { Deadline, DeadlineId } from '../deadline.ts';
import type { Figures } from '../figures.ts';
import type { Finding } from '../finding.ts';
import { findDeadline } from '../timeline.ts';
import { bevinding, type WiaBevinding } from './bevindingen.ts';
import type { Laat } from './wia.ts';

/** Who pays someone who is sick: the employer, UWV after a contract, or the former employer that bears the Ziektewet. */
export type Dienstverband = 'inDienst' | 'uitDienstUwv' | 'uitDienstOudeWerkgever';

/** What an outcome about the WIA depends on. */
export interface WiaFeiten {
  today: Temporal.PlainDate;
  figures: Figures;
  eersteZiektedag?: Temporal.PlainDate | undefined;
  /** As if there was no interruption and no late application; none when the first sick day is not known. */
  deadlines: readonly Deadline[];
  dienstverband?: Dienstverband | undefined;
  /** Recovered in between or on leave; undefined when not known. */
  onderbroken?: boolean | undefined;
  /** 60 or older when the wachttijd ends. */
  zestig: boolean;
  aangevraagd?: Temporal.PlainDate | undefined;
  /** When the application is late, or would be when made today. */
  laat?: Laat | undefined;
  /** The deadlines with that late application. */
  nieuw?: readonly Deadline[] | undefined;
}

export const WIA_KOPJES = ['nu', 'verzamelen', 'teLaat', 'besluit', 'weten'] as const;

/** What the dialog says first, and the rest under headings. */
export interface WiaUitkomst {
  headline: Finding;
  groups: readonly { heading: (typeof WIA_KOPJES)[number]; findings: readonly Finding[] }[];
}

type Ids = Readonly<Record<string, DeadlineId>>;

/** A finding with the dates of these deadlines in it; nothing when one of them is not known. */
export function metDatum(deadlines: readonly Deadline[], key: WiaBevinding, ids: Ids): Finding[] {
  const values: Record<string, Temporal.PlainDate> = {};
  for (const [name, id] of Object.entries(ids)) {
    const date = findDeadline(deadlines, id)?.date;
    if (date === undefined) return [];
    values[name] = date;
  }
  return [bevinding(key, values)];
}

/** The finding with a date, or the one that names the week when the dates are not known. */
export function datumOfWeken(
  all: readonly Deadline[],
  key: WiaBevinding,
  weken: WiaBevinding,
  id: DeadlineId,
): Finding {
  return metDatum(all, key, { date: id })[0] ?? bevinding(weken);
}
