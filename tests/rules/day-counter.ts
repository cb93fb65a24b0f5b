/**
 * The second implementation of the dates, written without a look at the first: it marks
 * every day of a history and counts sick days one by one. Slow and literal on purpose.
 */
import { dayAt, isoOf, placeOf, sameDayLater, steps, walk, workingDayBack } from './calendar.ts';

/** Input of a vector; dates ISO. */
export interface VectorInput {
  /** First and last sick day, in order; the last one may be open. */
  readonly spells: readonly (readonly [first: string, last: string | null])[];
  /** Maternity leave. */
  readonly leaves?: readonly (readonly [first: string, last: string, sameCause: boolean])[];
  readonly evaluated?: string;
  readonly ad_advice?: string;
  readonly wia_applied?: string;
  readonly loonsanctie?: boolean;
  readonly repaired_reported?: string;
  readonly contract_end?: string;
  readonly birth?: string;
  readonly role?: string;
}

/** Output of a vector: dates, some codes, and `practical`. */
export type VectorOutput = Record<string, unknown>;

/** Dates in the making: places in the calendar. */
type Dates = Record<string, number | null>;

type Mark = 'sick' | 'recovered' | 'leave, same cause' | 'leave, other cause';

/** Two years are at most 731 days. */
const LONGEST_COUNT = 731;

const PRACTICAL = ['probleemanalyse', 'planVanAanpak', 'melding42', 'spoor2_ultimate', 'riv', 'wiaAanvraag'];

/** Employer's duties: gone when they fall after the contract. */
const GONE_AFTER_CONTRACT = [
  'arbodienstMelding',
  'probleemanalyse',
  'probleemanalyse_legal',
  'planVanAanpak',
  'planVanAanpak_legal',
  'evaluatie1',
  'melding42_windowStart',
  'melding42',
  'melding42_legal',
  'eersteJaarsEval_start',
  'eersteJaarsEval',
  'spoor2_target',
  'spoor2_ultimate',
  'riv',
  'loonsanctieBesluit',
  'opzegverbod_lastDay',
];

/** Every counted day of the case that the last spell belongs to, from D0 on; nothing when rule 2.5c forbids to tell. */
export function countedDays({ spells, leaves = [] }: VectorInput): number[] | 'unknown' {
  const sickness = spells.map(([start, end]) => ({
    start: placeOf(start),
    end: end === null ? Infinity : placeOf(end),
  }));
  const away = leaves.map(([start, end, same]) => ({ start: placeOf(start), end: placeOf(end), same }));
  const mentioned = [...sickness, ...away].flatMap(({ start, end }) => [start, end]).filter((day) => day !== Infinity);
  const first = Math.min(...sickness.map(({ start }) => start));
  // One day more than is mentioned, so that a spell without an end outlives a leave inside it.
  const horizon = Math.max(...mentioned) + 1;

  const marks: Mark[] = [];
  for (let day = first; day <= horizon; day++) {
    const covers = ({ start, end }: { start: number; end: number }) => start <= day && day <= end;
    const leave = away.find(covers);
    // Leave takes days out of a spell, never the other way round.
    if (leave) marks.push(leave.same ? 'leave, same cause' : 'leave, other cause');
    else marks.push(sickness.some(covers) ? 'sick' : 'recovered');
  }

  let counted: number[] = [];
  let interruption: Mark[] = [];
  let day = first;
  for (const mark of marks) {
    if (mark === 'sick') {
      if (counted.length > 0) {
        const meaning = judge(interruption);
        if (meaning === 'unknown') return 'unknown';
        if (meaning === 'new case') counted = [];
      }
      counted.push(day);
      interruption = [];
    } else {
      interruption.push(mark);
    }
    day++;
  }
  // What nobody knows yet: counts on as if the sickness lasts, also after a last day that is known.
  let next = (counted.at(-1) ?? first) + 1;
  while (counted.length < LONGEST_COUNT) counted.push(next++);
  return counted;
}

function judge(interruption: readonly Mark[]): 'same case' | 'new case' | 'unknown' {
  let recovered = 0;
  let otherCause = false;
  for (const mark of interruption) {
    if (mark === 'recovered') recovered++;
    if (mark === 'leave, other cause') otherCause = true;
  }
  if (recovered === interruption.length) return recovered <= 27 ? 'same case' : 'new case';
  if (recovered > 0) return 'unknown';
  return otherCause ? 'new case' : 'same case';
}

/** The AOW date, or why there is none. */
function aowOf(birth: string): number | 'already' | 'not yet fixed' {
  const born = placeOf(birth);
  if (born < placeOf('1957-03-01')) return 'already';
  if (born > placeOf('1964-09-30')) return 'not yet fixed';
  return dayAt(born).year <= 1960 ? sameDayLater(born, 67) : sameDayLater(born, 67, 3);
}

/** The dates of a history; `unknown` for rule 2.5c. */
export function countDays(input: VectorInput): VectorOutput | 'unknown' {
  const counted = countedDays(input);
  if (counted === 'unknown') return 'unknown';
  const k = (n: number): number => {
    const day = counted[n - 1];
    if (day === undefined) throw new RangeError(`sick day ${n} was not counted`);
    return day;
  };

  const firstSickDay = k(1);
  const end = k(728);
  const twoYears = k(steps(firstSickDay, sameDayLater(firstSickDay, 2)));
  const spoor2Limits = [input.evaluated, input.ad_advice].flatMap((date) => (date ? [walk(placeOf(date), 42)] : []));

  const dates: Dates = {
    firstSickDay,
    arbodienstMelding: k(7),
    probleemanalyse: k(42),
    probleemanalyse_legal: k(43),
    planVanAanpak: k(56),
    planVanAanpak_legal: k(57),
    evaluatie1: k(98),
    melding42_windowStart: k(288),
    melding42: k(294),
    melding42_legal: k(295),
    eersteJaarsEval_start: k(316),
    eersteJaarsEval: k(364),
    spoor2_target: k(364),
    spoor2_ultimate: Math.min(k(406), ...spoor2Limits),
    uwvBrief_expected: k(617),
    uwvBrief_legal: k(623),
    riv: k(637),
    wiaAanvraag: k(651),
    loonsanctieBesluit: k(686),
    noRisk35min_peildag: walk(end + 1, -91),
    eindeWachttijd: end,
    wiaEersteDag: end + 1,
    opzegverbod_lastDay: twoYears,
    vervroegdeIVA_from: k(22),
    vervroegdeIVA_until: k(476),
    loonTot: end,
  };
  const others: VectorOutput = {};

  lengthen(input, dates, others, k);
  if (input.birth !== undefined) applyAow(input.birth, dates, others, k);
  if (input.contract_end !== undefined) endContract(placeOf(input.contract_end), dates, others, k);

  const practical: Record<string, string> = {};
  for (const key of PRACTICAL) {
    const date = dates[key];
    if (typeof date === 'number') practical[key] = isoOf(workingDayBack(date));
  }
  const output: VectorOutput = { ...others, practical };
  for (const [key, date] of Object.entries(dates)) output[key] = date === null ? null : isoOf(date);
  return output;
}

/** Late application and loonsanctie: what makes the wage last longer. */
function lengthen(input: VectorInput, dates: Dates, others: VectorOutput, k: (n: number) => number): void {
  const end = k(728);
  let wageEnd = end;
  if (input.wia_applied !== undefined) {
    const applied = placeOf(input.wia_applied);
    const late = steps(k(651), applied);
    dates['wiaApplied'] = applied;
    dates['wiaBeslistermijn8'] = walk(applied, 8 * 7);
    dates['wiaBeslistermijn16'] = walk(applied, 16 * 7);
    others['lateDays'] = late;
    wageEnd = walk(wageEnd, late);
  }
  if (input.loonsanctie === true) {
    const longest = walk(end, 364);
    dates['loonsanctie_maxEnd'] = longest;
    wageEnd = longest;
    if (input.repaired_reported !== undefined) {
      const decision = walk(placeOf(input.repaired_reported), 21);
      dates['bekorting_besluit_uiterlijk'] = decision;
      // A sanction that is shortened away leaves the 104 weeks as they were.
      wageEnd = Math.max(end, Math.min(longest, walk(decision, 42)));
    }
  }
  dates['loonTot'] = wageEnd;
  dates['wiaEersteDag'] = wageEnd + 1;
  dates['opzegverbod_lastDay'] = walk(dateOf(dates, 'opzegverbod_lastDay'), steps(end, wageEnd));
}

function applyAow(birth: string, dates: Dates, others: VectorOutput, k: (n: number) => number): void {
  const aow = aowOf(birth);
  const end = k(728);
  dates['aow'] = typeof aow === 'number' ? aow : null;
  if (aow === 'not yet fixed') {
    others['spoor2'] = null;
    return;
  }
  if (aow === 'already' || aow <= k(1)) {
    others['spoor2'] = 'none_after_aow';
    const kept = ['firstSickDay', 'arbodienstMelding', 'aow'];
    for (const key of Object.keys(dates)) if (!kept.includes(key)) dates[key] = null;
    dates['opzegverbod_lastDay'] = k(42);
    dates['loonTot'] = k(42);
    return;
  }
  if (aow <= end) others['spoor2'] = 'until_aow';
  else if (aow <= sameDayLater(end, 1)) others['spoor2'] = 'aow_exemption_possible__low_certainty';
  else others['spoor2'] = 'no_aow_exemption';

  const wageEnd = dateOf(dates, 'loonTot');
  const opzegverbod = dateOf(dates, 'opzegverbod_lastDay');
  for (const [key, date] of Object.entries(dates)) {
    if (key !== 'aow' && key !== 'firstSickDay' && date !== null && date >= aow) dates[key] = null;
  }
  // Nothing is lengthened for a WIA that never comes.
  dates['loonTot'] = Math.min(aow <= end ? end : wageEnd, walk(aow, 41));
  dates['opzegverbod_lastDay'] = aow <= end ? Math.min(opzegverbod, walk(aow, 41)) : opzegverbod;
}

function endContract(contractEnd: number, dates: Dates, others: VectorOutput, k: (n: number) => number): void {
  if (contractEnd >= k(728)) return;
  const aow = dates['aow'];
  const ezwb = k(365);
  const afterAow = others['spoor2'] === 'none_after_aow' || (typeof aow === 'number' && ezwb >= aow);
  dates['contractEinde'] = contractEnd;
  dates['zwVanaf'] = contractEnd + 1;
  dates['ziekUitDienstMelding'] = contractEnd;
  dates['ezwb_vanaf'] = afterAow ? null : ezwb;
  dates['loonTot'] = Math.min(dateOf(dates, 'loonTot'), contractEnd);
  others['rivBijEinde'] = steps(k(1), contractEnd) >= 42;
  for (const key of GONE_AFTER_CONTRACT) {
    const date = dates[key];
    if (typeof date === 'number' && date > contractEnd) dates[key] = null;
  }
}

function dateOf(dates: Dates, key: string): number {
  const date = dates[key];
  if (typeof date !== 'number') throw new RangeError(`no date for ${key}`);
  return date;
}
