import type { Temporal } from 'temporal-polyfill';
import type { Assistant } from '../../../conversation/assistant.ts';
import { answer, pointTheWay } from '../../../conversation/compose.ts';
import { plain, type Reply } from '../../../conversation/reply.ts';
import { newSession } from '../../../conversation/session.ts';
import type { Setting } from '../../../conversation/setting.ts';
import { titleAt } from '../../../knowledge/knowledge.ts';
import { languageOf, type Level } from '../../../shared/level.ts';
import { plainText } from '../../../shared/markdown.ts';
import { cardOf } from '../cards/card.ts';
import type { Element } from '../cards/elements.ts';
import { adaptiveCard } from './attachment.ts';
import type { Found } from './search.ts';
import { EXTENSION_WORDS } from './words.ts';

/**
 * What was found, as Teams shows it in a list and puts it in a message: a card for a conversation of others, where we may
 * not be, so there is nothing in it that would have to come back to us.
 *
 * @param level of the words
 */
export function resultAttachment(found: Found, level: Level, today: Temporal.PlainDate, assistant: Assistant): Element {
  // What can be asked next would be asked of us.
  const { choices, ...reply } = replyFor(found, level, today, assistant);
  const text = reply.sections[0]?.text ?? '';
  return {
    ...adaptiveCard(cardOf(reply, { messages: assistant.knowledge.messages[level] })),
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail',
      content: { title: titleOf(found, level), text: firstParagraph(text) },
    },
  };
}

function replyFor(found: Found, level: Level, today: Temporal.PlainDate, assistant: Assistant): Reply {
  const audience = found.kind === 'topic' ? found.audience : undefined;
  const session = newSession({ level, ...(audience && { audience, audienceSaid: true }) });
  const setting: Setting = { session, today, assistant, canAskBack: false, shared: true };
  switch (found.kind) {
    case 'topic':
      return withGeneralLine(answer([found.topic], setting));
    case 'signpost':
      return withGeneralLine(pointTheWay(found.signpost, setting));
    case 'danger': {
      const messages = assistant.knowledge.messages[level];
      const help = found.danger === 'suicide' ? messages.dangerSuicide : messages.dangerEmergency;
      return { level, sections: [{ ...plain(help), title: titleOf(found, level) }] };
    }
  }
}

function withGeneralLine(reply: Reply): Reply {
  return { ...reply, sections: [...reply.sections, plain(EXTENSION_WORDS[languageOf(reply.level)].general)] };
}

function titleOf(found: Found, level: Level): string {
  const words = EXTENSION_WORDS[languageOf(level)];
  switch (found.kind) {
    case 'topic': {
      const title = titleAt(found.topic, level);
      return found.audience === undefined ? title : `${title} (${words.side[found.audience]})`;
    }
    case 'signpost':
      return titleAt(found.signpost, level);
    case 'danger':
      return words.help;
  }
}

function firstParagraph(text: string): string {
  const [first = ''] = text.trim().split(/\n{2,}/);
  return plainText(first).replaceAll(/\s+/gu, ' ');
}
