import { OUT_OF_SCOPE } from '../matching/ranker.ts';
import type { Judged, Verdict } from './judge.ts';
import { wilson, type Share } from './wilson.ts';

/** How a group of questions went. Shares of the questions in scope, or of those out of scope. */
export interface Figures {
  inScope: number;
  outOfScope: number;
  /** Answered with a right topic. */
  direct: Share;
  /** Answered right, or the right topic was among those offered. */
  helped: Share;
  /** Answered with a wrong topic. */
  wrong: Share;
  /** Only other topics were offered. */
  missed: Share;
  /** Told that there is no answer, while there is. */
  refused: Share;
  /** Out of scope: answered all the same. */
  outOfScopeAnswered: Share;
  /** Out of scope: a choice of topics was offered. */
  outOfScopeOffered: Share;
  /** Out of scope: refused, as it should be. */
  outOfScopeRefused: Share;
}

/** The shares, in the order in which they are told. */
export const SHARES = [
  'direct',
  'helped',
  'wrong',
  'missed',
  'refused',
  'outOfScopeRefused',
  'outOfScopeOffered',
  'outOfScopeAnswered',
] as const satisfies readonly (keyof Figures)[];

/** Counts verdicts. Questions about topics that do not exist are left out. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const count = (...verdicts: Verdict[]) => judged.filter(({ verdict }) => verdicts.includes(verdict)).length;
  const inScope = count('right', 'offered', 'wrong', 'offeredOthers', 'refused');
  const outOfScope = count('answeredOutOfScope', 'offeredOutOfScope', 'refusedOutOfScope');
  return {
    inScope,
    outOfScope,
    direct: wilson(count('right'), inScope),
    helped: wilson(count('right', 'offered'), inScope),
    wrong: wilson(count('wrong'), inScope),
    missed: wilson(count('offeredOthers'), inScope),
    refused: wilson(count('refused'), inScope),
    outOfScopeAnswered: wilson(count('answeredOutOfScope'), outOfScope),
    outOfScopeOffered: wilson(count('offeredOutOfScope'), outOfScope),
    outOfScopeRefused: wilson(count('refusedOutOfScope'), outOfScope),
  };
}

/** What questions can be looked at apart by. */
export type Facet = 'set' | 'lang' | 'asker' | 'topic';

/** The figures of each value of a facet, most questions first; a question with several topics counts at each of them. */
export function figuresBy(facet: Facet, judged: readonly Judged[]): Map<string, Figures> {
  const counted = judged.flatMap((one) => valuesOf(facet, one).map((value) => ({ value, one })));
  return new Map(
    [...Map.groupBy(counted, ({ value }) => value)]
      .sort(([a, some], [b, others]) => others.length - some.length || a.localeCompare(b))
      .map(([value, group]) => [value, figuresOf(group.map(({ one }) => one))]),
  );
}

function valuesOf(facet: Facet, { question }: Judged): readonly string[] {
  if (facet === 'topic') return question.topics.length === 0 ? [OUT_OF_SCOPE] : question.topics;
  return [question[facet] ?? '(not said)'];
}
