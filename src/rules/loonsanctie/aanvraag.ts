import { Temporal } from 'temporal-polyfill';
import { loonsanctieDatums, type Loonsanctiegeval } from './herstel.ts';
import { findDeadline } from '../timeline.ts';

/** Whether the WIA was applied for, and in time. */
export type Aanvraag = 'opTijd' | 'nogNiet' | 'teLaat';

/**
 * Whether UWV's terms run from an application in time; undefined when that is not known. Not applied for after week 93
 * leaves no date to count: it is late, or an interruption moved all dates.
 *
 * @source Wet WIA art. 64 lid 3
 */
export function isOpTijd(
  aanvraag: Aanvraag | undefined,
  { figures, eersteZiektedag }: Pick<Loonsanctiegeval, 'figures' | 'eersteZiektedag'>,
  today: Temporal.PlainDate,
): boolean | undefined {
  if (aanvraag === undefined) return undefined;
  if (aanvraag !== 'nogNiet') return aanvraag === 'opTijd';
  const deadlines = loonsanctieDatums({ figures, eersteZiektedag, opgelegd: false });
  const laatste = findDeadline(deadlines, 'wiaAanvraag')?.date;
  return laatste !== undefined && Temporal.PlainDate.compare(today, laatste) > 0 ? false : undefined;
}
