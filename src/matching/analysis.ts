import type { Vocabulary } from '../knowledge/knowledge.ts';
import { createCompoundSplitter } from './compounds.ts';
import { createSpellingRepair } from './spelling.ts';
import { stem } from './stem.ts';
import { createSynonyms } from './synonyms.ts';
import { REPAIRED_WORDS, WEIGHTS } from './weights.ts';
import { wordsOf } from './words.ts';

/** One word of a message that says something about its subject. */
export interface Term {
  /** Stem, or the knowledge base's term for it. */
  term: string;
  /** The parts of a compound that occur as words of their own. */
  parts: readonly string[];
  /** 1 for a word as it stands, less for a repaired one. */
  weight: number;
  /** Whether the knowledge base uses the word. */
  known: boolean;
}

export interface Repair {
  from: string;
  to: string;
}

/** A message as the matcher sees it. */
export interface Analysis {
  terms: readonly Term[];
  /** The words as typed (folded), without those that say nothing. */
  words: readonly string[];
  /** Neighbouring words of which one says nothing by itself, as stems: "moet ik", "kan niet", "mijn baas". */
  frames: readonly string[];
  repairs: readonly Repair[];
}

export type Analyse = (text: string) => Analysis;

/** The stem of every word that the content uses: those of the phrasings and of the vocabulary. */
export type ContentStems = ReadonlyMap<string, string>;

/** Stems the content's words; it takes most of the time that a start needs, so it is kept. */
export function stemsOf(vocabulary: Vocabulary, phrasings: readonly string[]): ContentStems {
  const variants = Object.entries(vocabulary.synonyms).flatMap(([term, others]) => [term, ...others]);
  const known = new Set([...phrasings, ...variants, ...vocabulary.ignored].flatMap(wordsOf));
  return new Map([...known].map((word) => [word, stem(word)]));
}

/**
 * Prepares the reading of messages: words, spelling, stems, synonyms, compounds, and the words that say nothing.
 *
 * @param contentStems the words that count as known. Only these are kept: no word that a person typed outlives its message.
 */
export function createAnalyse(vocabulary: Vocabulary, contentStems: ContentStems): Analyse {
  const replaceSynonyms = createSynonyms(vocabulary.synonyms);
  const ignored = new Set(vocabulary.ignored.flatMap((phrase) => wordsOf(phrase).map(stem)));
  const stemOf = (word: string) => contentStems.get(word) ?? stem(word);
  const knownStems = new Set(contentStems.values());
  const knownTerms = new Set([...knownStems, ...replaceSynonyms([...knownStems])]);
  const repairSpelling = createSpellingRepair([...contentStems.keys()]);
  const split = createCompoundSplitter((part) => knownStems.has(part) && !ignored.has(part), stemOf);
  const partsOf = (term: string) => [...new Set(split(term).flatMap((part) => replaceSynonyms([part])))];
  const partsOfKnown = new Map<string, readonly string[]>();
  const partsOfTerm = (term: string) => {
    if (!knownTerms.has(term)) return partsOf(term);
    const parts = partsOfKnown.get(term) ?? partsOf(term);
    partsOfKnown.set(term, parts);
    return parts;
  };

  return (text) => {
    const repairs: Repair[] = [];
    const repaired = new Set<string>();
    let attempts = 0;
    const words = wordsOf(text);
    const stems = words.map((word) => {
      const asTyped = stemOf(word);
      if (knownStems.has(asTyped) || attempts >= REPAIRED_WORDS || split(word).length > 0) return asTyped;
      attempts += 1;
      const better = repairSpelling(word);
      if (better === undefined) return asTyped;
      repairs.push({ from: word, to: better });
      repaired.add(stemOf(better));
      return stemOf(better);
    });
    const terms = replaceSynonyms(stems)
      .filter((term) => !ignored.has(term))
      .map((term): Term => {
        const parts = partsOfTerm(term);
        return {
          term,
          parts,
          weight: repaired.has(term) ? WEIGHTS.repairedWord : 1,
          known: knownTerms.has(term) || parts.length > 0,
        };
      });
    return {
      terms,
      words: words.filter((word) => !ignored.has(stemOf(word))),
      frames: stems.slice(1).flatMap((word, at) => {
        const before = stems[at] ?? '';
        return ignored.has(before) || ignored.has(word) ? [`${before} ${word}`] : [];
      }),
      repairs,
    };
  };
}
