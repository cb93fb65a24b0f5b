import { Temporal } from 'temporal-polyfill';
import { KNOWLEDGE_FOLDER, loadKnowledge } from '../../src/knowledge/load.ts';
import { createRedactor } from '../../src/redaction/redactor.ts';
import { textsIn } from '../../src/redaction/texts-in.ts';

const { healthWords, topics, signposts, vocabulary, phrases, outOfScope, messages } = loadKnowledge(
  KNOWLEDGE_FOLDER,
  Temporal.PlainDate.from('2026-01-01'),
);

/** The redactor with the product's own content. */
export const redact = createRedactor({
  healthWords,
  vocabulary: textsIn([topics, signposts, vocabulary, phrases, outOfScope, messages]),
});
