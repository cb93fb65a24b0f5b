import type { ContentFile } from '../knowledge/content-file.ts';
import type { Signpost, Topic, Vocabulary } from '../knowledge/knowledge.ts';
import type { ContentProblem } from '../knowledge/problem.ts';
import { createAnalyse, stemsOf } from '../matching/analysis.ts';
import { featuresOf, type Features } from '../matching/features.ts';
import { createPhraseIndex, indexPhrases } from '../matching/phrase-index.ts';

/** From this share of a phrasing's likeness to itself on, another one is the same question to the matcher. */
const NEAR = 0.95;

/** Phrasings of two different topics that the matcher can hardly hold apart: whoever types one gets either answer. */
export function lintNearDuplicates(
  files: readonly ContentFile<Topic | Signpost>[],
  vocabulary: Vocabulary,
): ContentProblem[] {
  const phrases = files.flatMap((file) =>
    file.value.questions.map((text, index) => ({ file, group: file.value.id, text, index })),
  );
  const stems = stemsOf(
    vocabulary,
    phrases.map(({ text }) => text),
  );
  const analyse = createAnalyse(vocabulary, stems);
  // Words alone: "kosten spoor 2" and "spoor 2 kosten" ask the same.
  const features = phrases.map(({ text }): Features => ({ ...NOTHING, words: featuresOf(analyse(text)).words }));
  const index = createPhraseIndex(
    indexPhrases(phrases.map(({ group }, place) => ({ group, features: features[place] ?? NOTHING }))),
  );
  return phrases.flatMap(({ file, group, text, index: question }, place) => {
    const similarities = index.similarities(features[place] ?? NOTHING);
    const itself = similarities[place] ?? 0;
    const near = phrases.find(
      (other, at) => at < place && other.group !== group && (similarities[at] ?? 0) >= NEAR * itself && itself > 0,
    );
    if (near === undefined) return [];
    return file.problem('warning', ['questions', question], {
      found: `"${text}", bijna gelijk aan "${near.text}" in ${near.file.name}`,
      allowed: 'vragen die bij één onderwerp horen',
      fix: 'laat de vraag bij het onderwerp dat hem beantwoordt, of maak het verschil duidelijk',
    });
  });
}

const NOTHING: Features = { words: new Map(), pairs: new Map(), letters: new Map() };
