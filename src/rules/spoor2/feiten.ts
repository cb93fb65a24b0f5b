import { Temporal } from 'temporal-polyfill';
import type { AowDatum } from '../aow.ts';
import type { Deadline, DeadlineId } from '../deadline.ts';
import type { Values } from '../finding.ts';
import { findDeadline } from '../timeline.ts';

/** What a case comes to: spoor 2 must start, or one of the exceptions may apply. */
export const UITKOMSTEN = [
  'starten',
  'uitstel',
  'marginaal',
  'geenMogelijkheden',
  'allesGeprobeerd',
  'resultaat',
  'hersteld',
  'aowBereikt',
  'naWachttijd',
] as const;
export type Uitkomst = (typeof UITKOMSTEN)[number];

/** Facts of which one option holds; undefined is not known. */
export const KEUZES = [
  'mogelijkheden',
  'terugkeer',
  'werkPast',
  'eerderUitstel',
  'oordeelOpPapier',
  'herstel',
  'spoor2Nu',
  'aowDichtbij',
] as const;
export type Keuzes = Readonly<Record<(typeof KEUZES)[number], string | undefined>>;

export interface Spoor2Feiten extends Keuzes {
  uitkomst: Uitkomst;
  /** What is on paper for a postponement: `prognose`, `plan`, `uren`. */
  opPapier: readonly string[];
  evaluatieGehouden: boolean;
  /** Absent when the date of birth is not known. */
  aow: AowDatum | undefined;
  /** Empty when the first sick day is not known. */
  deadlines: readonly Deadline[];
  today: Temporal.PlainDate;
}

/** The date of a deadline of the case, if it has one. */
export function datum({ deadlines }: Spoor2Feiten, id: DeadlineId): Temporal.PlainDate | undefined {
  return findDeadline(deadlines, id)?.date;
}

/** Whether this deadline lies before today; false when it has no date. */
export function isVoorbij(feiten: Spoor2Feiten, id: DeadlineId): boolean {
  const date = datum(feiten, id);
  return date !== undefined && Temporal.PlainDate.compare(date, feiten.today) < 0;
}

/** Fills in the dates that the case has. */
export function datums(names: Readonly<Record<string, DeadlineId>>): (feiten: Spoor2Feiten) => Values {
  return (feiten) =>
    Object.fromEntries(
      Object.entries(names).flatMap(([name, id]) => {
        const date = datum(feiten, id);
        return date ? [[name, date]] : [];
      }),
    );
}

/** Whether the case stands in one of these situations. */
export function uitkomstIs(...uitkomsten: readonly Uitkomst[]): (feiten: Spoor2Feiten) => boolean {
  return ({ uitkomst }) => uitkomsten.includes(uitkomst);
}

/** Whether spoor 2 is no longer a duty, or only a loonsanctie keeps it one. */
export const isAfgerond = uitkomstIs('hersteld', 'resultaat', 'aowBereikt', 'naWachttijd');
