import type { Level } from '../../../shared/level.ts';
import type { Verdict } from '../../../store/feedback-store.ts';
import { emptyCard, textBlock, type Element } from '../cards/elements.ts';
import { adaptiveCard } from './attachment.ts';
import { FEEDBACK_WORDS } from './words.ts';

/**
 * The form behind a thumb: it says what is counted, and has one button. It has no field for words: those might say
 * something about someone's health.
 *
 * @param about what the button sends along, to know the message by
 */
export function feedbackForm(verdict: Verdict, level: Level, about: string | undefined): Element {
  const words = FEEDBACK_WORDS[level];
  return dialog(level, [words[verdict], words.counted], {
    actions: [{ type: 'Action.Submit', title: words.count, ...(about !== undefined && { data: { about } }) }],
  });
}

/** What is said where there is no answer to count a thumb for. */
export function nothingToCount(level: Level): Element {
  return dialog(level, [FEEDBACK_WORDS[level].unknown], {});
}

/** A window with a card in it. */
function dialog(level: Level, lines: readonly string[], more: Element): Element {
  const content = {
    ...emptyCard(level, lines.join('\n\n')),
    body: lines.map((line) => textBlock(line)),
    ...more,
  };
  const value = {
    title: FEEDBACK_WORDS[level].title,
    width: 'small',
    height: 'small',
    card: adaptiveCard(content),
  };
  return { task: { type: 'continue', value } };
}
