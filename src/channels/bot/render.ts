import { ActionTypes, MessageFactory, type Activity } from 'botbuilder';
import type { Reply } from '../../conversation/reply.ts';
import type { Messages } from '../../knowledge/knowledge.ts';
import { PLAIN_STYLE, renderSections, type TextStyle } from '../text.ts';

/** The Markdown that Bot Framework channels show. */
const MARKDOWN_STYLE: TextStyle = {
  note: (text) => `_${text}_`,
  heading: (text) => `**${PLAIN_STYLE.heading(text)}**\n`,
  source: ({ title, url }) => (url === undefined ? title : `[${title}](${url})`),
  body: (text) => text,
};

/** A reply as one activity: the text in Markdown, the choices as buttons that send their own words. */
export function renderActivity(reply: Reply, messages: Messages): Partial<Activity> {
  const text = renderSections(reply, messages, MARKDOWN_STYLE);
  const { choices } = reply;
  if (choices === undefined) return MessageFactory.text(text);
  const actions = choices.labels.map((label) => ({ type: ActionTypes.ImBack, title: label, value: label }));
  const list = choices.numbered ? choices.labels.map((label, index) => `${index + 1}. ${label}`).join('\n') : '';
  const lead = [text, ...(choices.numbered ? [choices.intro ?? '', list] : [])]
    .filter((part) => part !== '')
    .join('\n\n');
  return MessageFactory.suggestedActions(actions, lead);
}
