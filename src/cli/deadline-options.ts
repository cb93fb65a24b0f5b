import { Temporal } from 'temporal-polyfill';
import { readDate } from '../dates/read-date.ts';
import { deadlineRequest, type DeadlineRequest } from '../deadlines/request.ts';
import { UsageError } from './terminal.ts';

/** Options of a command that name the facts of a case. */
export const FACT_OPTIONS = {
  'first-sick-day': { type: 'string' },
  recovered: { type: 'string', multiple: true },
  leave: { type: 'string', multiple: true },
  'other-cause': { type: 'boolean' },
  opinion: { type: 'string' },
  evaluated: { type: 'string' },
  'ad-advice': { type: 'string' },
  'wia-applied': { type: 'string' },
  loonsanctie: { type: 'boolean' },
  repaired: { type: 'string' },
  'extended-until': { type: 'string' },
  'contract-end': { type: 'string' },
  birth: { type: 'string' },
  vangnet: { type: 'boolean' },
  erd: { type: 'boolean' },
} as const;

type FactValues = {
  [Name in keyof typeof FACT_OPTIONS]?:
    | ((typeof FACT_OPTIONS)[Name] extends { multiple: true }
        ? string[]
        : (typeof FACT_OPTIONS)[Name]['type'] extends 'boolean'
          ? boolean
          : string)
    | undefined;
};

/** The facts that options name. @throws UsageError naming the option that cannot be read */
export function requestFromOptions(values: FactValues, today: Temporal.PlainDate): DeadlineRequest {
  const date = (name: keyof FactValues) => {
    const value = values[name];
    return typeof value === 'string' ? dateFrom(name, value, today) : undefined;
  };
  const first = date('first-sick-day');
  if (first === undefined) throw new UsageError('--first-sick-day is needed.');
  for (const [name, day] of [
    ['first-sick-day', first],
    ['birth', date('birth')],
  ] as const) {
    if (day !== undefined && Temporal.PlainDate.compare(day, today) > 0)
      throw new UsageError(
        `--${name}: ${day.toString()} is after today (${today.toString()}); --today looks at another day.`,
      );
  }
  const recovered = (values.recovered ?? []).map((text) => period('recovered', text, today));
  const spells = recovered.reduce<[Temporal.PlainDate, Temporal.PlainDate | null][]>(
    (all, [from, to]) => {
      const open = all.at(-1);
      return open === undefined
        ? all
        : [...all.slice(0, -1), [open[0], from.subtract({ days: 1 })], [to.add({ days: 1 }), null]];
    },
    [[first, null]],
  );
  const request = {
    spells: spells.map(([from, to]) => [from.toString(), to?.toString() ?? null]),
    leaves: (values.leave ?? []).map((text) => [
      ...period('leave', text, today).map(String),
      values['other-cause'] !== true,
    ]),
    opinion: date('opinion')?.toString(),
    evaluated: date('evaluated')?.toString(),
    ad_advice: date('ad-advice')?.toString(),
    wia_applied: date('wia-applied')?.toString(),
    loonsanctie: values.loonsanctie,
    repaired_reported: date('repaired')?.toString(),
    extended_until: date('extended-until')?.toString(),
    contract_end: date('contract-end')?.toString(),
    birth: date('birth')?.toString(),
    vangnet: values.vangnet,
    erd_zw: values.erd,
  };
  return deadlineRequest.parse(request);
}

function period(name: string, text: string, today: Temporal.PlainDate): [Temporal.PlainDate, Temporal.PlainDate] {
  const parts = text.split('/');
  const [from, to] = parts;
  if (parts.length !== 2 || from === undefined || to === undefined)
    throw new UsageError(`--${name}: found "${text}", allowed: FROM/TO, for example 2026-05-12/2026-05-31.`);
  const first = dateFrom(name, from, today);
  const last = dateFrom(name, to, today);
  if (Temporal.PlainDate.compare(first, last) > 0)
    throw new UsageError(`--${name}: ${from} is after ${to}; give the first day first.`);
  return [first, last];
}

/** A date with its year; one that could be read in two ways is refused. */
function dateFrom(name: string, text: string, today: Temporal.PlainDate): Temporal.PlainDate {
  const reading = readDate(text, { today });
  if (reading.kind === 'date' && reading.precision === 'exact') return reading.date;
  throw new UsageError(`--${name}: found "${text}", allowed: an existing date, for example 2026-01-05 or 5-1-2026.`);
}
