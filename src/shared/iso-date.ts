import { Temporal } from 'temporal-polyfill';

/** The date that a text writes as YYYY-MM-DD; nothing for another form, or a day that does not exist. */
export function dateFromIso(text: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch {
    return undefined;
  }
}
