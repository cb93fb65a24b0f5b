import { Temporal } from 'temporal-polyfill';
import { CaseError } from './case-error.ts';
import type { Verlof, Verzuim, Ziekteperiode } from './case.ts';
import type { Step } from './deadline.ts';
import type { Finding } from './finding.ts';

type PlainDate = Temporal.PlainDate;

/** So many days of full recovery, or more, start a new case. BW 7:629 lid 10: four weeks. */
export const DAGEN_TOT_NIEUW_GEVAL = 28;

/** Days within a case that do not count. */
export interface Uitsluiting {
  reden: 'hersteld' | 'verlof';
  eersteDag: PlainDate;
  laatsteDag: PlainDate;
  dagen: number;
}

/** The case whose days are counted: one period of 104 weeks. */
export interface Ziektegeval {
  /** Day 1. */
  eersteZiektedag: PlainDate;
  /** In order of time. */
  uitsluitingen: readonly Uitsluiting[];
  /** How the first sick day was found. */
  derivation: readonly Step[];
}

export type ZiektegevalOrUnknown = { kind: 'geval'; geval: Ziektegeval } | { kind: 'unknown'; reason: Finding };

const SAMENTELLEN = [
  { source: 'bw7', at: 'artikel 629 lid 10' },
  { source: 'wia', at: 'artikel 23 lid 3' },
  { source: 'ziektewet', at: 'artikel 38 lid 1' },
];

/**
 * Puts periods of sickness together into the case that runs now.
 *
 * Counting: fewer than 28 days of full recovery between two periods do not count and the periods add up; from 28 days a
 * new case starts. Maternity leave that adjoins both periods does not count when the cause is the same, and starts a new
 * case when it is not. Leave that adjoins only one of them is disputed: then nothing is worked out.
 *
 * @throws CaseError when the periods contradict each other
 * @source BW 7:629 lid 10; Wet WIA art. 23 lid 3 and 5; Ziektewet art. 38 lid 1
 */
export function ziektegeval({ ziekteperioden, verloven = [] }: Verzuim): ZiektegevalOrUnknown {
  checkPeriods(ziekteperioden);
  checkLeaves(verloven);
  const perioden = outsideLeave(ziekteperioden, verloven);
  const [first, ...others] = perioden;
  if (first === undefined) throw new CaseError('noPeriod');
  let geval = startsOn(first.eersteDag);
  let previous = first;
  for (const next of others) {
    const { laatsteDag } = previous;
    if (laatsteDag === undefined) throw new CaseError('openPeriodNotLast');
    const joined = join(geval, laatsteDag.add({ days: 1 }), next.eersteDag, verloven);
    if (joined === undefined)
      return { kind: 'unknown', reason: { key: 'verlofSluitNietAan', basis: SAMENTELLEN, certainty: 'low' } };
    geval = joined;
    previous = next;
  }
  return { kind: 'geval', geval };
}

function startsOn(eersteZiektedag: PlainDate, ...before: Step[]): Ziektegeval {
  return {
    eersteZiektedag,
    uitsluitingen: [],
    derivation: [...before, { step: 'eersteZiektedag', values: { date: eersteZiektedag } }],
  };
}

/** The case after a gap from `from` to the day before `until`; nothing when that cannot be said. */
function join(
  geval: Ziektegeval,
  from: PlainDate,
  until: PlainDate,
  verloven: readonly Verlof[],
): Ziektegeval | undefined {
  const dagen = from.until(until).days;
  if (dagen === 0) return geval;
  const laatsteDag = until.subtract({ days: 1 });
  const verlof = verloven.find(
    ({ eersteDag, laatsteDag }) =>
      Temporal.PlainDate.compare(eersteDag, until) < 0 && Temporal.PlainDate.compare(laatsteDag, from) >= 0,
  );
  if (verlof === undefined) {
    if (dagen < DAGEN_TOT_NIEUW_GEVAL) return without(geval, { reden: 'hersteld', eersteDag: from, laatsteDag, dagen });
    return startsOn(until, { step: 'nieuwGeval', values: { days: dagen, date: until } });
  }
  if (!verlof.eersteDag.equals(from) || !verlof.laatsteDag.add({ days: 1 }).equals(until)) return undefined;
  if (verlof.zelfdeOorzaak) return without(geval, { reden: 'verlof', eersteDag: from, laatsteDag, dagen });
  return startsOn(until, { step: 'nieuwGevalNaVerlof', values: { date: until } });
}

function without(geval: Ziektegeval, uitsluiting: Uitsluiting): Ziektegeval {
  return { ...geval, uitsluitingen: [...geval.uitsluitingen, uitsluiting] };
}

/** Periods with the days of leave taken out: who says "sick since March" may have had leave in between. */
function outsideLeave(perioden: readonly Ziekteperiode[], verloven: readonly Verlof[]): Ziekteperiode[] {
  return verloven.reduce((rest, verlof) => rest.flatMap((periode) => cutOut(periode, verlof)), [...perioden]);
}

function cutOut(periode: Ziekteperiode, verlof: Verlof): Ziekteperiode[] {
  const { eersteDag, laatsteDag } = periode;
  const startsLater = laatsteDag !== undefined && Temporal.PlainDate.compare(verlof.eersteDag, laatsteDag) > 0;
  if (startsLater || Temporal.PlainDate.compare(verlof.laatsteDag, eersteDag) < 0) return [periode];
  const after = verlof.laatsteDag.add({ days: 1 });
  return [
    ...(Temporal.PlainDate.compare(verlof.eersteDag, eersteDag) > 0
      ? [{ eersteDag, laatsteDag: verlof.eersteDag.subtract({ days: 1 }) }]
      : []),
    ...(laatsteDag === undefined
      ? [{ eersteDag: after }]
      : Temporal.PlainDate.compare(after, laatsteDag) <= 0
        ? [{ eersteDag: after, laatsteDag }]
        : []),
  ];
}

function checkPeriods(perioden: readonly Ziekteperiode[]): void {
  perioden.forEach(({ eersteDag, laatsteDag }, place) => {
    const next = perioden[place + 1];
    if (laatsteDag !== undefined && Temporal.PlainDate.compare(laatsteDag, eersteDag) < 0)
      throw new CaseError('periodEndsBeforeItStarts');
    if (next === undefined) return;
    if (laatsteDag === undefined) throw new CaseError('openPeriodNotLast');
    if (Temporal.PlainDate.compare(next.eersteDag, laatsteDag) <= 0) throw new CaseError('periodsOverlap');
  });
}

function checkLeaves(verloven: readonly Verlof[]): void {
  verloven.forEach(({ eersteDag, laatsteDag }, place) => {
    const next = verloven[place + 1];
    if (Temporal.PlainDate.compare(laatsteDag, eersteDag) < 0) throw new CaseError('leaveEndsBeforeItStarts');
    if (next !== undefined && Temporal.PlainDate.compare(next.eersteDag, laatsteDag) <= 0)
      throw new CaseError('leavesOverlap');
  });
}
