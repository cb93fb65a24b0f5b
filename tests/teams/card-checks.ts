import type { Activity } from 'botbuilder';
import { renderActivity } from '../../src/channels/bot/reply-activity.ts';
import { PlanAddresses } from '../../src/channels/documents.ts';
import type { Reply, Section } from '../../src/conversation/reply.ts';
import { SEAL_KEY_LENGTH } from '../../src/store/seal.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';
import { schemaProblems } from './schemas/card-schema.ts';

/** A card or a part of one, as JSON. */
export type Part = Readonly<Record<string, unknown>>;

/** A rule that an activity breaks, and by what. */
export interface Violation {
  rule: string;
  found: string;
}

/** Teams' guidelines allow no more actions in a card. */
const MOST_ACTIONS = 6;

/** Older clients take no larger message. Octets in UTF-16. */
export const LARGEST_ACTIVITY = 28 * 1024;

/** A button has one line on a phone. Characters. */
export const LONGEST_TITLE = 60;

/** Markdown that Teams shows as it is typed, and what templates and date functions look like. */
const UNSHOWN: Readonly<Record<string, RegExp>> = {
  heading: /^#{1,6}\s/mu,
  table: /^[ \t]*\|.*\|[ \t]*$/mu,
  picture: /!\[/u,
  quote: /^[ \t]*>/mu,
  preformatted: /`|^ {4}\S/mu,
  HTML: /<\/?[a-z][^>]*>|&[a-z]+;/iu,
  template: /\$\{|\{\{/u,
  placeholder: /\{[a-z]+\}/iu,
  'list without carriage returns': /\n- /u,
};

const NOW = new Date('2026-11-22T12:00:00Z');
const ADDRESSES = new PlanAddresses(() => [new Uint8Array(SEAL_KEY_LENGTH)], 'https://spoor2.example', REAL_KNOWLEDGE);

/** A reply as Teams gets it, from a server with an address and a bot with a registration. */
export function activityOf(reply: Reply): Partial<Activity> {
  return renderActivity(reply, {
    messages: REAL_KNOWLEDGE.messages[reply.level],
    documents: (documents, level) => ADDRESSES.forCard(documents, level, NOW),
    privateChat: 'https://teams.microsoft.com/l/chat/0/0?users=28:00000000-0000-0000-0000-000000000000',
  });
}

/** The card of an activity; nothing when it is only text. */
export function cardOf(activity: Partial<Activity>): Part | undefined {
  return activity.attachments?.[0]?.content as Part | undefined;
}

/** Octets of an activity as Teams counts them. */
export function sizeOf(activity: Partial<Activity>): number {
  return Buffer.byteLength(JSON.stringify(activity), 'utf16le');
}

/** Every rule that a reply's activity breaks. */
export function violations(reply: Reply, activity: Partial<Activity>): Violation[] {
  const { attachments = [], text = '' } = activity;
  const card = cardOf(activity);
  const size = sizeOf(activity);
  return [
    ...broken('type is message', activity.type ?? 'none', activity.type === 'message'),
    ...broken('one attachment at most', String(attachments.length), attachments.length <= 1),
    ...broken('text or a card, never both', text, (card === undefined) !== (text === '')),
    ...broken('small enough', `${size} octets`, size < LARGEST_ACTIVITY),
    ...(card === undefined ? markdown(text, false) : cardViolations(card)),
    ...missing('the text twin says everything', shownSections(reply, card), card?.['fallbackText'] ?? text),
    ...(card === undefined ? [] : missing('the card says everything', shownSections(reply, card), everyText(card))),
  ];
}

/** Every rule that a card breaks, whatever it says. */
export function cardViolations(card: Part): Violation[] {
  const parts = everyPart(card);
  const ids = parts.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  const targets = parts.flatMap(({ targetElements }) =>
    Array.isArray(targetElements) ? (targetElements as unknown[]) : [],
  );
  const lost = targets.filter(
    (target) => !ids.includes(textIn(typeof target === 'string' ? target : (target as Part)['elementId'])),
  );
  const { fallbackText, version } = card;
  return [
    ...schemaProblems(card).map((found) => ({ rule: 'as the schema has it', found })),
    ...broken('version 1.5 at most', String(version), /^1\.[0-5]$/.test(String(version))),
    ...broken('has a twin in text', String(fallbackText), typeof fallbackText === 'string' && fallbackText !== ''),
    ...broken('ids are unique', twice.join(), twice.length === 0),
    ...broken('toggles what exists', lost.join(), lost.length === 0),
    ...[card, ...parts.filter((part) => part !== card && part['type'] === 'AdaptiveCard')].flatMap(actionViolations),
    ...parts.flatMap(partViolations),
  ];
}

/** The actions that stand in a card itself: those of a card that opens within it are its own. */
export function actionsOf(card: Part): Part[] {
  const inside = (part: unknown): Part[] => {
    if (Array.isArray(part)) return part.flatMap(inside);
    if (typeof part !== 'object' || part === null || (part as Part)['type'] === 'AdaptiveCard') return [];
    const own = String((part as Part)['type']).startsWith('Action.') ? [part as Part] : [];
    return [...own, ...Object.values(part).flatMap(inside)];
  };
  return Object.values(card).flatMap(inside);
}

function actionViolations(card: Part): Violation[] {
  const count = actionsOf(card).length;
  return broken('six actions at most', String(count), count <= MOST_ACTIONS);
}

function partViolations(part: Part): Violation[] {
  const type = textIn(part['type']);
  if (type === 'TextBlock') return markdown(String(part['text']), true);
  if (type === 'Media') return [{ rule: 'no media', found: JSON.stringify(part) }];
  if (type === 'Image')
    return [...address(part['url'], ['https:']), ...broken('pictures are said in words', '', isText(part['altText']))];
  if (type.startsWith('Action.')) return titled(type, part);
  return type.startsWith('Input.') ? inputViolations(part) : [];
}

function titled(type: string, { title, style, url }: Part): Violation[] {
  const shown = textIn(title);
  return [
    ...broken('buttons say something', type, isText(title)),
    ...broken('buttons fit on a line', shown, shown.length <= LONGEST_TITLE),
    ...broken('buttons have the plain style', String(style), style === undefined || style === 'default'),
    ...(type === 'Action.OpenUrl' ? address(url, ['https:', 'mailto:', 'tel:']) : []),
  ];
}

function inputViolations({ id, label, isRequired, errorMessage }: Part): Violation[] {
  return [
    ...broken('inputs have a label', String(id), isText(label)),
    ...broken('inputs say what is missing', String(id), isRequired !== true || isText(errorMessage)),
  ];
}

/** A value that must be text; nothing when it is not. */
function textIn(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isText(value: unknown): boolean {
  return textIn(value).trim() !== '';
}

/** @param isCard in a card a list wants carriage returns */
function markdown(text: string, isCard: boolean): Violation[] {
  const rules = Object.entries(UNSHOWN).filter(([rule]) => isCard || !rule.startsWith('list'));
  const links = [...text.matchAll(/\]\(([^)]*)\)/gu)].flatMap(([, url]) =>
    address(url, ['https:', 'http:', 'mailto:', 'tel:']),
  );
  const unshown = rules.flatMap(([rule, pattern]) => broken(`no ${rule}`, text, !pattern.test(text)));
  return [...unshown, ...links, ...broken('texts say something', text, text.trim() !== '')];
}

function address(url: unknown, schemes: readonly string[]): Violation[] {
  const parsed = typeof url === 'string' ? URL.parse(url) : null;
  return broken(
    `addresses are ${schemes.join(' ')}`,
    String(url),
    parsed !== null && schemes.includes(parsed.protocol),
  );
}

/** The part of a reply that a card shows: what would make it too large comes when a button is pressed. */
function shownSections(reply: Reply, card: Part | undefined): Reply {
  const left = card === undefined ? 0 : sectionsLeft(card);
  return { ...reply, sections: reply.sections.slice(0, reply.sections.length - left) };
}

/** How many of a reply's sections a card leaves for later. */
export function sectionsLeft(card: Part): number {
  const more = actionsOf(card).flatMap(({ data }) => (data as { more?: { last: number } } | undefined)?.more ?? []);
  return more[0]?.last ?? 0;
}

/** What a card says anywhere. */
function everyText(card: Part): string {
  const said = everyPart(card).flatMap(({ text, title, label, choices }) => [
    ...[text, title, label].map(textIn),
    ...(Array.isArray(choices) ? choices.map((choice) => textIn((choice as Part)['title'])) : []),
  ]);
  return said.flatMap((one) => one.split(/[\r\n]+/u)).join('\n');
}

/** What a reply says and a text does not. */
function missing(rule: string, { sections, choices }: Reply, text: unknown): Violation[] {
  const said = folded(textIn(text));
  const parts = [...sections.flatMap(sectionParts), choices?.intro ?? '', ...(choices?.labels ?? [])];
  return parts
    .map(folded)
    .filter((part) => !said.includes(part))
    .map((found) => ({ rule, found }));
}

function sectionParts({ title = '', notes, text, sources, addresses = [], table }: Section): string[] {
  const cells = (table?.rows ?? []).flat();
  return [title, ...notes, ...text.split('\n'), ...cells, ...[...sources, ...addresses].map((one) => one.title)];
}

/** Text without marks and space, to compare by. */
function folded(text: string): string {
  return text
    .replaceAll(/\[([^[\]]*)\]\([^)]*\)/gu, '$1')
    .replaceAll(/^- /gmu, '')
    .replaceAll('**', '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/** A card and everything in it that has a type. */
export function everyPart(part: unknown): Part[] {
  if (Array.isArray(part)) return part.flatMap(everyPart);
  if (typeof part !== 'object' || part === null) return [];
  const own = 'type' in part ? [part as Part] : [];
  return [...own, ...Object.values(part).flatMap(everyPart)];
}

function broken(rule: string, found: string, holds: boolean): Violation[] {
  return holds ? [] : [{ rule, found: found.slice(0, 200) }];
}
