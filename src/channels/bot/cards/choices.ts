import type { Choices, Reply } from '../../../conversation/reply.ts';
import type { Messages } from '../../../knowledge/knowledge.ts';
import { lead, type Element } from './elements.ts';
import { buttonData, CHOICE_INPUT, DATE_INPUT } from './press-data.ts';

/** A longer label is cut off on a button. Characters. */
const LONGEST_BUTTON = 55;

/** Elements for the body of a card, and buttons for below it. */
export interface Reactions {
  body: Element[];
  actions: Element[];
}

/**
 * What can be chosen or given: buttons, a list where those would be too many or too long, and a calendar for a date.
 *
 * @param most so many buttons there may be
 */
export function reactions(reply: Reply, messages: Messages, most: number): Reactions {
  const { choices } = reply;
  if (choices === undefined) return { body: [], actions: [] };
  const intro = choices.intro === undefined ? [] : [lead(choices.intro)];
  if (reply.expects === 'date') return withIntro(intro, dateReactions(reply, choices, messages));
  const { together = 0, labels, numbered } = choices;
  if (together > 0) return withIntro(intro, listReactions(reply, choices, messages, { from: 0, to: together }));
  const longest = Math.max(...shownLabels(choices).map(({ length }) => length));
  if (numbered && (labels.length > most || longest > LONGEST_BUTTON))
    return withIntro(intro, listReactions(reply, choices, messages, { from: 0, to: labels.length }));
  if (labels.length <= most) return { body: intro, actions: labels.map((_, at) => button(reply, choices, at)) };
  // What comes first matters most, and keeps its button.
  return withIntro(intro, listReactions(reply, choices, messages, { from: most - 1, to: labels.length }));
}

function withIntro(intro: readonly Element[], { body, actions }: Reactions): Reactions {
  return { body: [...intro, ...body], actions };
}

function dateReactions(reply: Reply, choices: Choices, { dialog }: Messages): Reactions {
  const input = { type: 'Input.Date', id: DATE_INPUT, label: dialog.pickDate };
  const next = submit(dialog.next, buttonData(reply, choices, { input: DATE_INPUT, say: dialog.next }));
  return { body: [input], actions: [next, ...choices.labels.map((_, at) => button(reply, choices, at))] };
}

/** Some of the labels in a list with one button; the others keep a button of their own. */
function listReactions(
  reply: Reply,
  choices: Choices,
  messages: Messages,
  { from, to }: { from: number; to: number },
): Reactions {
  const { labels, together = 0 } = choices;
  const shown = shownLabels(choices);
  const isCompact = !choices.numbered;
  const list = {
    type: 'Input.ChoiceSet',
    id: CHOICE_INPUT,
    label: messages.choose,
    style: isCompact ? 'compact' : 'expanded',
    wrap: true,
    ...(together > 0 && { isMultiSelect: true }),
    // Several are chosen by their numbers.
    choices: labels
      .slice(from, to)
      .map((label, at) => ({ title: shown[from + at], value: together > 0 ? String(from + at + 1) : label })),
  };
  const choose = submit(
    messages.dialog.next,
    buttonData(reply, choices, { input: CHOICE_INPUT, say: messages.dialog.next }),
  );
  const others = labels.flatMap((_, at) => (at < from || at >= to ? [button(reply, choices, at)] : []));
  return { body: [list], actions: [...others.slice(0, from), choose, ...others.slice(from)] };
}

/** A button that says its own words; what is filled in beside it does not count. */
function button(reply: Reply, choices: Choices, at: number): Element {
  const say = choices.labels[at] ?? '';
  return { ...submit(shownLabels(choices)[at] ?? say, buttonData(reply, choices, { say })), associatedInputs: 'none' };
}

function submit(title: string, data: Element): Element {
  return { type: 'Action.Submit', title, data };
}

function shownLabels({ labels, numbered }: Choices): string[] {
  return labels.map((label, at) => (numbered ? `${at + 1}. ${label}` : label));
}
