import { load, type Peer } from './peer.ts';

interface Classifier {
  addDocument: (text: string, group: string) => void;
  train: () => void;
  getClassifications: (text: string) => { label: string; value: number }[];
}

type Natural = Record<'BayesClassifier' | 'LogisticRegressionClassifier', new (stemmer: unknown) => Classifier> & {
  PorterStemmerNl: unknown;
};

/** natural's text classifiers, with its Dutch stemmer. */
export function natural(kind: 'BayesClassifier' | 'LogisticRegressionClassifier'): Peer {
  return async (phrases) => {
    const { default: library } = (await load('natural')) as { default: Natural };
    const classifier = new library[kind](library.PorterStemmerNl);
    for (const { text, group } of phrases) classifier.addDocument(text, group);
    classifier.train();
    return (text) => {
      const found = classifier.getClassifications(text);
      const sum = found.reduce((total, { value }) => total + value, 0) || 1;
      return found.map(({ label, value }) => ({ group: label, score: value / sum }));
    };
  };
}
