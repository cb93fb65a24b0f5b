import { CardFactory, MessageFactory, TextFormatTypes, type Activity } from 'botbuilder';
import { fill } from '../../conversation/assistant.ts';
import type { Reply } from '../../conversation/reply.ts';
import { cardOf, type CardSurroundings } from './cards/card.ts';

/** What a notification shows of a card. Characters. */
const LONGEST_SUMMARY = 150;

/**
 * A reply as one activity: short words as text, everything else as one Adaptive Card. Teams splits a message that has both,
 * shows lists in a text on a desktop only, and Markdown beside buttons in a card only.
 */
export function renderActivity(reply: Reply, surroundings: CardSurroundings): Partial<Activity> {
  const locale = reply.level === 'en' ? 'en' : 'nl-NL';
  if (isPlain(reply)) {
    const { chosen, messages } = surroundings;
    const before = chosen === undefined ? [] : [`_${fill(messages.chosen, { choice: chosen })}_`];
    const text = [...before, ...reply.sections.map((section) => section.text.trim())].join('\n\n');
    return { ...MessageFactory.text(text), textFormat: TextFormatTypes.Markdown, locale };
  }
  return {
    ...MessageFactory.attachment(CardFactory.adaptiveCard(cardOf(reply, surroundings))),
    summary: summaryOf(reply),
    locale,
  };
}

function isPlain({ choices, elsewhere, sections }: Reply): boolean {
  return (
    choices === undefined &&
    elsewhere !== true &&
    sections.every(
      ({ title, notes, text, sources, table }) =>
        title === undefined && notes.length === 0 && sources.length === 0 && table === undefined && !/^- /m.test(text),
    )
  );
}

/** The subject of a reply, in one line: a notification on a locked screen shows it, and no date that was read back. */
function summaryOf({ sections }: Reply): string {
  const first = sections.find(({ title }) => title !== undefined)?.title ?? sections[0]?.text ?? '';
  const line = first.replaceAll('**', '').replaceAll(/\s+/gu, ' ').trim();
  return line.length <= LONGEST_SUMMARY ? line : `${line.slice(0, LONGEST_SUMMARY - 1).trimEnd()}…`;
}
