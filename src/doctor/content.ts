import { Temporal } from 'temporal-polyfill';
import { createDialogBook } from '../conversation/dialogs/book.ts';
import type { Dialog } from '../dialog-engine/definition.ts';
import type { LoadResult } from '../knowledge/load.ts';
import { ContentError } from '../knowledge/problem.ts';
import { attention, ok, wrong, type Finding } from './check.ts';

/** So many overdue answers are named. */
const NAMED = 5;

/** Whether the content loads, and whether its answers were reviewed in time. @param today in the Netherlands */
export function checkContent(
  { knowledge, problems }: LoadResult,
  dialogs: readonly Dialog[],
  today: Temporal.PlainDate,
): Finding[] {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (knowledge === undefined) return [broken(errors)];
  try {
    createDialogBook(dialogs, knowledge);
  } catch (error) {
    if (error instanceof ContentError) return [broken(error.problems)];
    throw error;
  }
  const { topics, signposts } = knowledge;
  const overdue = [...topics, ...signposts].filter(
    ({ reviewed }) => Temporal.PlainDate.compare(reviewed.again, today) < 0,
  );
  return [
    ok('content', `${topics.length} topics, ${signposts.length} signposts, ${dialogs.length} dialogs`),
    overdue.length === 0
      ? ok('reviews', 'no answer is overdue for review')
      : attention(
          'reviews',
          `overdue for review: ${overdue.length} (${namesOf(overdue)})`,
          'Review them, and change "on" and "again" under "reviewed" in their files; until then they say so to readers.',
        ),
  ];
}

function broken(errors: ContentError['problems']): Finding {
  const [first] = errors;
  return wrong(
    'content',
    `errors: ${errors.length}, so the server does not start${first === undefined ? '' : `; the first in ${first.file}:${first.line}`}`,
    'Run "npm run -s check:content": it says what to change in which line.',
  );
}

function namesOf(entries: readonly { id: string }[]): string {
  const names = entries.slice(0, NAMED).map(({ id }) => id);
  return entries.length > NAMED ? `${names.join(', ')}, ...` : names.join(', ');
}
