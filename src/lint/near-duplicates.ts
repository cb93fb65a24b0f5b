import type { ContentFile } from '../knowledge/content-file.ts';
import type { Signpost, Topic, Vocabulary } from '../knowledge/knowledge.ts';
import type { ContentProblem } from '../knowledge/problem.ts';
import { createAnalyse, stemsOf } from '../matching/analysis.ts';
import { featuresOf } from '../matching/features.ts';

/** From this cosine similarity on, two phrasings are the same question to the matcher; 1 is the same words. */
const NEAR = 0.95;

interface Phrase {
  file: ContentFile<Topic | Signpost>;
  text: string;
  /** Place among the file's questions. */
  place: number;
  /** Telling words as a unit vector, those of the fewest phrasings first. Words alone: "kosten spoor 2" and "spoor 2 kosten" ask the same. */
  words: readonly (readonly [string, number])[];
}

/** Phrasings of two different topics that the matcher can hardly hold apart: whoever types one gets either answer. */
export function lintNearDuplicates(
  files: readonly ContentFile<Topic | Signpost>[],
  vocabulary: Vocabulary,
): ContentProblem[] {
  const earlier = new Map<string, Phrase[]>();
  return readPhrases(files, vocabulary).flatMap((phrase) => {
    const rarest = rarestOf(phrase);
    const candidates = rarest.flatMap((word) => earlier.get(word) ?? []);
    for (const word of rarest) {
      const holders = earlier.get(word);
      if (holders === undefined) earlier.set(word, [phrase]);
      else holders.push(phrase);
    }
    const own = new Map(phrase.words);
    const near = candidates.find((other) => other.file !== phrase.file && likeness(own, other) >= NEAR);
    if (near === undefined) return [];
    return phrase.file.problem('warning', ['questions', phrase.place], {
      found: `"${phrase.text}", bijna gelijk aan "${near.text}" in ${near.file.name}`,
      allowed: 'vragen die bij één onderwerp horen',
      fix: 'laat de vraag bij het onderwerp dat hem beantwoordt, of maak het verschil duidelijk',
    });
  });
}

/**
 * The first words of a phrase, so many that the rest alone makes no likeness of NEAR. As all phrases have their words in one
 * order, two that are near share one of these: otherwise all they share is in the rest of one of them.
 */
function rarestOf({ words }: Phrase): string[] {
  let rest = 1;
  return words.flatMap(([word, weight]) => {
    if (rest < NEAR ** 2) return [];
    rest -= weight ** 2;
    return [word];
  });
}

/** Cosine similarity of two phrases, the first as a map of its words. */
function likeness(own: ReadonlyMap<string, number>, { words }: Phrase): number {
  return words.reduce((sum, [word, weight]) => sum + weight * (own.get(word) ?? 0), 0);
}

function readPhrases(files: readonly ContentFile<Topic | Signpost>[], vocabulary: Vocabulary): Phrase[] {
  const texts = files.flatMap((file) => file.value.questions.map((text, place) => ({ file, text, place })));
  const analyse = createAnalyse(
    vocabulary,
    stemsOf(
      vocabulary,
      texts.map(({ text }) => text),
    ),
  );
  const read = texts.map((one) => ({ ...one, features: featuresOf(analyse(one.text)).words }));
  const owners = new Map<string, Set<unknown>>();
  const uses = new Map<string, number>();
  for (const { file, features } of read)
    for (const word of features.keys()) {
      owners.set(word, (owners.get(word) ?? new Set()).add(file));
      uses.set(word, (uses.get(word) ?? 0) + 1);
    }
  const telling = (word: string) => Math.log(1 + files.length / (owners.get(word)?.size ?? 1));
  return read.map(({ features, ...one }) => {
    const words = [...features].map(([word, weight]): [string, number] => [word, weight * telling(word)]);
    const length = Math.sqrt(words.reduce((sum, [, weight]) => sum + weight ** 2, 0));
    return {
      ...one,
      words: words
        .map(([word, weight]): [string, number] => [word, weight / length])
        .sort(([a], [b]) => (uses.get(a) ?? 0) - (uses.get(b) ?? 0) || (a < b ? -1 : 1)),
    };
  });
}
