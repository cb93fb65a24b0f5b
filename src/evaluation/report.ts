import type { Evaluation } from './evaluation.ts';
import { SHARES, type Figures } from './figures.ts';
import type { Judged, Verdict } from './judge.ts';
import type { Share } from './wilson.ts';

/** How many lines a long list has at most. */
const LONGEST_LIST = 15;

/** Topics with fewer questions than this say little; questions. */
const FEWEST_PER_TOPIC = 2;

/** The verdicts in words, worst first. */
export const VERDICT_TITLES: Readonly<Partial<Record<Verdict, string>>> = {
  wrong: 'Answered wrong',
  answeredOutOfScope: 'Answered, but out of scope',
  refused: 'Refused, but a topic answers it',
  offeredOthers: 'Only other topics offered',
  offeredOutOfScope: 'Choice offered, but out of scope',
  offered: 'Right topic offered, not answered',
};

/** What each share is called. */
export const SHARE_TITLES: Readonly<Record<(typeof SHARES)[number], string>> = {
  direct: 'answered right',
  helped: 'answered right or offered',
  wrong: 'answered wrong',
  missed: 'only others offered',
  refused: 'refused',
  outOfScopeRefused: 'out of scope: refused',
  outOfScopeOffered: 'out of scope: choice offered',
  outOfScopeAnswered: 'out of scope: answered',
};

/** The evaluation as text for the terminal. @param withMisses also every question that was not answered right */
export function reportText(evaluation: Evaluation, withMisses: boolean): string {
  const { figures, notCounted, by, calibrationError, misses } = evaluation;
  const parts = [
    [
      `${figures.inScope} questions in scope, ${figures.outOfScope} out of scope${notCounted === 0 ? '' : `, ${notCounted} not counted (their topic does not exist)`}. In brackets: where the true share lies, with 95 % certainty.`,
      ...SHARES.map((name) => `  ${SHARE_TITLES[name].padEnd(30)} ${shareText(figures[name])}`),
      `  ${'expected calibration error'.padEnd(30)} ${calibrationError.toFixed(3)}`,
    ],
    facetTable('By set', by.set),
    facetTable('By language', by.lang),
    facetTable('By asker', by.asker),
    worstTopics(by.topic),
    reliabilityTable(evaluation),
    confusionList(evaluation),
    curveTable(evaluation),
    ...(withMisses ? missLists(misses) : []),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function shareText({ count, of, share, low, high }: Share): string {
  if (of === 0) return '    -';
  return `${String(count).padStart(5)}  ${percent(share)} %  (${percent(low)} - ${percent(high)})`;
}

function percent(share: number): string {
  return (100 * share).toFixed(1).padStart(5);
}

function facetTable(title: string, groups: ReadonlyMap<string, Figures>): string[] {
  if (groups.size < 2) return [];
  const cell = (share: Share) => (share.of === 0 ? '-' : (100 * share.share).toFixed(1)).padStart(8);
  return [
    `${title.padEnd(22)} in scope  direct  helped   wrong  missed refused | out of scope  refused offered answered`,
    ...[...groups].map(
      ([value, one]) =>
        `  ${value.padEnd(20)} ${String(one.inScope).padStart(8)}${[one.direct, one.helped, one.wrong, one.missed, one.refused].map(cell).join('')} | ${String(one.outOfScope).padStart(12)} ${[one.outOfScopeRefused, one.outOfScopeOffered, one.outOfScopeAnswered].map(cell).join('')}`,
    ),
  ];
}

function worstTopics(topics: ReadonlyMap<string, Figures>): string[] {
  const worst = [...topics]
    .filter(([, { inScope, direct }]) => inScope >= FEWEST_PER_TOPIC && direct.share < 1)
    .sort(([a, one], [b, other]) => one.direct.share - other.direct.share || a.localeCompare(b));
  if (worst.length === 0) return [];
  return [
    'Topics answered least often',
    ...worst
      .slice(0, LONGEST_LIST)
      .map(
        ([topic, { direct, helped, inScope }]) =>
          `  ${topic.padEnd(32)} ${direct.count} of ${inScope} answered, ${helped.count} helped`,
      ),
  ];
}

function reliabilityTable({ reliability }: Evaluation): string[] {
  return [
    'Reliability: confidence, and how often the best topic was right',
    ...reliability.map(
      ({ from, to, size, confidence, right }) =>
        `  ${from.toFixed(1)}-${to.toFixed(1)} ${String(size).padStart(5)} messages   confidence ${percent(confidence)} %   right ${percent(right)} %  ${bar(right)}`,
    ),
  ];
}

function bar(share: number): string {
  return '#'.repeat(Math.round(20 * share));
}

function confusionList({ confusions }: Evaluation): string[] {
  if (confusions.length === 0) return [];
  const more = confusions.length - LONGEST_LIST;
  return [
    'Confusions: wanted <- came out best',
    ...confusions.slice(0, LONGEST_LIST).map(({ wanted, got, count }) => `  ${count}  ${wanted} <- ${got}`),
    ...(more > 0 ? [`  and ${more} more pairs`] : []),
  ];
}

function curveTable({ curve = [] }: Evaluation): string[] {
  if (curve.length === 0) return [];
  return [
    'Learning curve: phrasings per topic, right topic first, among the best three',
    ...curve.map(
      ({ phrasings, first, amongThree }) =>
        `  ${String(phrasings).padStart(4)}  ${percent(first.share)} %  ${percent(amongThree.share)} %  ${bar(first.share)}`,
    ),
  ];
}

function missLists(misses: readonly Judged[]): string[][] {
  return Object.entries(VERDICT_TITLES).flatMap(([verdict, title]) => {
    const group = misses.filter((miss) => miss.verdict === verdict);
    if (group.length === 0) return [];
    return [[`${title}: ${group.length}`, ...group.flatMap(missLines)]];
  });
}

/** Characters of a question that are shown. */
const SHOWN = 140;

function missLines(miss: Judged): string[] {
  return [`  ${miss.question.id}  ${miss.question.q.slice(0, SHOWN)}`, `      ${missText(miss)}`];
}

/** What was wanted, and what became of it. */
export function missText({ question, outcome, best }: Judged): string {
  const { decision, topics, confidence } = outcome;
  return `wanted ${question.topics.join(', ') || 'no answer'}; ${decision} ${confidence.toFixed(2)} ${topics.join(', ') || `(best: ${best ?? 'none'})`}`;
}
