import { join } from 'node:path';
import { DIALOGS } from '../dialogs/index.ts';
import { loadContent } from './content-cache.ts';
import { createAssistant, type Assistant } from './conversation/assistant.ts';
import type { Contact } from './conversation/contact.ts';
import { KNOWLEDGE_FOLDER } from './knowledge/load.ts';
import { createMatcher } from './matching/matcher.ts';
import { dutchDate } from './shared/date.ts';

/** Today's date in the Netherlands, as the core is given it. */
export function today() {
  return dutchDate(new Date());
}

/**
 * The assistant with the content that comes with the product.
 *
 * @param settings whom a person can talk to, and the folder in which things may be kept
 * @throws ContentError when the content has an error
 */
export function composeAssistant({ contact, dataDir }: { contact?: Contact; dataDir: string }): Assistant {
  const { knowledge, model } = loadContent(KNOWLEDGE_FOLDER, today(), join(dataDir, 'cache'));
  return createAssistant(knowledge, createMatcher(knowledge, undefined, model), contact, DIALOGS);
}
