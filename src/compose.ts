import { createAssistant, type Assistant } from './conversation/assistant.ts';
import type { Contact } from './conversation/contact.ts';
import { KNOWLEDGE_FOLDER, loadKnowledge } from './knowledge/load.ts';
import { createMatcher } from './matching/matcher.ts';
import { dutchDate } from './shared/date.ts';

/** Today's date in the Netherlands, as the core is given it. */
export function today() {
  return dutchDate(new Date());
}

/**
 * The assistant with the content that comes with the product.
 *
 * @throws ContentError when the content has an error
 */
export function composeAssistant(contact?: Contact): Assistant {
  const knowledge = loadKnowledge(KNOWLEDGE_FOLDER, today());
  return createAssistant(knowledge, createMatcher(knowledge), contact);
}
