import { Temporal } from 'temporal-polyfill';
import { deadlineKeys } from '../../src/deadlines/keys.ts';
import { deadlineRequest, verzuimOf } from '../../src/deadlines/request.ts';
import type { VectorInput } from './day-counter.ts';

type Figures = Parameters<typeof deadlineKeys>[1];

const date = (iso: string) => Temporal.PlainDate.from(iso);

/** The figures of the vectors. Not those of the knowledge base: they change each year, the vectors do not. */
const FIGURES: Figures = {
  aowLeeftijden: [
    {
      bornFrom: date('1957-03-01'),
      bornTo: date('1960-12-31'),
      years: 67,
      months: 0,
      certainty: 'high',
    },
    {
      bornFrom: date('1961-01-01'),
      bornTo: date('1964-09-30'),
      years: 67,
      months: 3,
      certainty: 'high',
    },
  ],
  wiaBeslistermijnen: [
    { from: date('2005-12-29'), to: date('2025-12-31'), weeks: 8 },
    { from: date('2026-01-01'), weeks: 16 },
  ],
};

/** The dates that the product gives for the input of a vector, by the way a program would ask for them. */
export function keysOf(input: VectorInput): Record<string, unknown> {
  return deadlineKeys(verzuimOf(deadlineRequest.parse(input)), FIGURES);
}
