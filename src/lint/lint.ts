import type { ContentFiles } from '../knowledge/content-file.ts';
import { phrasingsOf } from '../knowledge/knowledge.ts';
import type { ContentProblem } from '../knowledge/problem.ts';
import { lintAnswers } from './answers.ts';
import { lintNearDuplicates } from './near-duplicates.ts';
import { lintVocabulary } from './vocabulary.ts';

/**
 * What an editor wants to know and the assistant can do without: reading level, phrasings that two topics nearly
 * share, and faults in the word list. The content has no errors when this is asked.
 */
export function lintContent({ topics, signposts, vocabulary, plainLanguage }: ContentFiles): ContentProblem[] {
  const entries = [...topics, ...signposts];
  const phrasings = entries.flatMap(({ value }) => phrasingsOf(value));
  return [
    ...topics.flatMap((file) => lintAnswers(file, plainLanguage.value)),
    ...lintNearDuplicates(entries, vocabulary.value),
    ...lintVocabulary(vocabulary, phrasings),
  ];
}
