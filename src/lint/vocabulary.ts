import type { ContentFile } from '../knowledge/content-file.ts';
import type { Vocabulary } from '../knowledge/knowledge.ts';
import type { ContentProblem } from '../knowledge/problem.ts';
import { createAnalyse, stemsOf } from '../matching/analysis.ts';
import { stem } from '../matching/stem.ts';
import { wordsOf } from '../matching/words.ts';

/**
 * Faults in the word list: words that lead in a circle or to two terms, and terms that no phrasing uses. Words are
 * compared as the matcher does, by stem.
 *
 * @param phrasings every question and title of the topics and signposts
 */
export function lintVocabulary(file: ContentFile<Vocabulary>, phrasings: readonly string[]): ContentProblem[] {
  return [...chains(file), ...sharedStems(file), ...unusedTerms(file, phrasings)];
}

/** Words of one term that are a term themselves: the first then never reaches its own term, or both lead to each other. */
function chains(file: ContentFile<Vocabulary>): ContentProblem[] {
  const { synonyms } = file.value;
  const terms = new Map(Object.keys(synonyms).map((term) => [stems(term), term]));
  return words(file).flatMap(({ term, word, path }) => {
    const other = terms.get(stems(word));
    if (other === undefined || other === term) return [];
    const back = synonyms[other]?.some((one) => stems(one) === stems(term)) === true;
    return file.problem('error', path, {
      found: back
        ? `een kring: "${word}" staat bij ${term}, en ${term} staat bij ${other}`
        : `"${word}" bij ${term}, terwijl ${other} zelf een term is`,
      allowed: 'woorden die geen term van de woordenlijst zijn',
      fix: `voeg ${term} en ${other} samen als ze hetzelfde betekenen; haal het woord anders weg`,
    });
  });
}

function sharedStems(file: ContentFile<Vocabulary>): ContentProblem[] {
  const owners = new Map<string, { term: string; word: string }>();
  return words(file).flatMap(({ term, word, path }) => {
    const owner = owners.get(stems(word));
    if (owner === undefined) owners.set(stems(word), { term, word });
    if (owner === undefined) return [];
    return file.problem(owner.term === term ? 'warning' : 'error', path, {
      found: `"${word}", voor de assistent hetzelfde als "${owner.word}" bij ${owner.term}`,
      allowed: 'elk woord één keer; verbuigingen (-en, -s, -t) vindt de assistent zelf',
      fix: 'haal een van de twee weg',
    });
  });
}

function unusedTerms(file: ContentFile<Vocabulary>, phrasings: readonly string[]): ContentProblem[] {
  const vocabulary = { ...file.value, ignored: ['de'] };
  const analyse = createAnalyse(vocabulary, stemsOf(vocabulary, phrasings));
  const used = new Set(phrasings.flatMap((text) => analyse(text).terms.flatMap(({ term, parts }) => [term, ...parts])));
  return Object.keys(file.value.synonyms)
    .filter((term) => !used.has(wordsOf(term).map(stem).join('')))
    .map((term) =>
      file.problem('warning', ['synonyms', term], {
        found: `"${term}": geen enkele vraag gebruikt deze term of een van zijn woorden`,
        allowed: 'termen die in vragen van een onderwerp of wegwijzer staan',
        fix: 'voeg een vraag met dit woord toe aan het onderwerp dat erbij hoort, of haal de term weg',
      }),
    );
}

function words(file: ContentFile<Vocabulary>): { term: string; word: string; path: PropertyKey[] }[] {
  return Object.entries(file.value.synonyms).flatMap(([term, list]) =>
    list.map((word, index) => ({ term, word, path: ['synonyms', term, index] })),
  );
}

function stems(text: string): string {
  return wordsOf(text).map(stem).join(' ');
}
