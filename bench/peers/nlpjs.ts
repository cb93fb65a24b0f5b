import { OUT_OF_SCOPE } from '../../src/matching/ranker.ts';
import { load, type Peer } from './peer.ts';

interface Manager {
  addLanguage: (language: string) => void;
  addDocument: (language: string, text: string, intent: string) => void;
  train: () => Promise<void>;
  process: (language: string, text: string) => Promise<{ classifications: { intent: string; score: number }[] }>;
}

/** nlp.js with its Dutch language package and its neural network. */
export const nlpjs: Peer = async (phrases) => {
  const { containerBootstrap } = (await load('@nlpjs/core')) as {
    containerBootstrap: () => Promise<{ use: (plugin: unknown) => void }>;
  };
  const { LangNl } = (await load('@nlpjs/lang-nl')) as { LangNl: unknown };
  const { Nlp } = (await load('@nlpjs/nlp')) as { Nlp: new (settings: object) => Manager };
  const container = await containerBootstrap();
  container.use(LangNl);
  const manager = new Nlp({ container, autoSave: false, nlu: { log: false } });
  manager.addLanguage('nl');
  for (const { text, group } of phrases) manager.addDocument('nl', text, group === OUT_OF_SCOPE ? 'None' : group);
  await manager.train();
  return async (text) => {
    const { classifications } = await manager.process('nl', text);
    return classifications.map(({ intent, score }) => ({ group: intent === 'None' ? OUT_OF_SCOPE : intent, score }));
  };
};
