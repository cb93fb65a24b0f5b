import type { ContentFiles } from '../knowledge/content-file.ts';
import { phrasingsOf } from '../knowledge/knowledge.ts';
import type { ContentProblem } from '../knowledge/problem.ts';
import type { Dialog } from '../dialog-engine/definition.ts';
import { lintAnswers } from './answers.ts';
import { lintDialogs } from './dialogs.ts';
import { lintNearDuplicates } from './near-duplicates.ts';
import { lintVocabulary } from './vocabulary.ts';

/**
 * What an editor wants to know and the assistant can do without: reading level, phrasings that two topics nearly
 * share, faults in the word list, and what is wrong with the guided dialogs. The content has no errors when this is asked.
 */
export function lintContent(
  { topics, signposts, vocabulary, plainLanguage, dialogs }: ContentFiles,
  definitions: readonly Dialog[],
): ContentProblem[] {
  const entries = [...topics, ...signposts];
  const phrasings = entries.flatMap(({ value }) => phrasingsOf(value));
  return [
    ...topics.flatMap((file) => lintAnswers(file, plainLanguage.value)),
    ...lintNearDuplicates(entries, vocabulary.value),
    ...lintVocabulary(vocabulary, phrasings),
    ...lintDialogs(definitions, dialogs, plainLanguage.value),
  ];
}
