import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DIALOGS } from '../../dialogs/index.ts';
import {
  activityOf,
  cardOf,
  cardViolations,
  everyPart,
  LARGEST_ACTIVITY,
  sectionsLeft,
  sizeOf,
  violations,
  type Part,
} from './card-checks.ts';
import {
  choiceReplies,
  datesReplies,
  longestReplies,
  messageReplies,
  outcomeReplies,
  reachedOutcomes,
  stepReplies,
  topicReplies,
  turns,
  typedDialogs,
  type Said,
  type Turned,
} from './every-reply.ts';
import { CARD_SCHEMA, schemaProblems } from './schemas/card-schema.ts';

/** Of the questions as people ask them, every so many-th. */
const SAMPLE = 5;

const questions = readFileSync(join(import.meta.dirname, '..', 'evaluation', 'questions.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .filter((_, place) => place % SAMPLE === 0)
  .map((line) => (JSON.parse(line) as { q: string }).q);

/** What was found in a group of replies. */
interface Findings {
  activities: number;
  cards: number;
  largest: { size: number; name: string };
  longestTitle: string;
  /** By rule: how often it is broken, and where first. */
  broken: Record<string, { count: number; first: string }>;
}

/** Looks at each reply once: many ways lead to the same words. */
function look(all: readonly Said[]): Findings {
  const findings: Findings = {
    activities: 0,
    cards: 0,
    largest: { size: 0, name: '' },
    longestTitle: '',
    broken: {},
  };
  const seen = new Set<string>();
  const waiting = all.toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, reply } = next;
    const key = JSON.stringify(reply);
    if (seen.has(key)) continue;
    seen.add(key);
    const activity = activityOf(reply);
    const card = cardOf(activity);
    const size = sizeOf(activity);
    const left = card === undefined ? 0 : sectionsLeft(card);
    if (left > 0) waiting.push({ name: `${name}, later`, reply: { ...reply, sections: reply.sections.slice(-left) } });
    findings.activities += 1;
    if (card !== undefined) findings.cards += 1;
    if (size > findings.largest.size) findings.largest = { size, name };
    for (const { type, title } of everyPart(card)) {
      if (!String(type).startsWith('Action.') || typeof title !== 'string') continue;
      if (title.length > findings.longestTitle.length) findings.longestTitle = title;
    }
    for (const { rule, found } of violations(reply, activity)) {
      const known = (findings.broken[rule] ??= { count: 0, first: `${name}: ${found}` });
      known.count += 1;
    }
  }
  return findings;
}

function saidIn(all: readonly Turned[]): Said[] {
  return all.flatMap(({ name, replies }) => replies.map((reply) => ({ name, reply })));
}

const GOOD_TABLE: Part = {
  type: 'Table',
  columns: [{ width: 2 }, { width: 'auto' }],
  rows: [{ type: 'TableRow', cells: [{ type: 'TableCell', items: [{ type: 'TextBlock', text: 'a' }] }] }],
  fallback: { type: 'TextBlock', text: 'a' },
};

const GOOD: readonly Part[] = [
  { type: 'TextBlock', text: '**x**', weight: 'bolder', size: 'Small', wrap: true, spacing: 'None', style: 'heading' },
  GOOD_TABLE,
  { type: 'ColumnSet', columns: [{ type: 'Column', width: 'stretch', items: [] }] },
  { type: 'FactSet', facts: [{ title: 'a', value: 'b' }] },
  { type: 'Image', url: 'https://a.example/a.png', altText: 'x', width: '100px', size: 'Stretch' },
  { type: 'RichTextBlock', inlines: ['a', { type: 'TextRun', text: 'b' }] },
  { type: 'Input.Date', id: 'date', label: 'x', isRequired: true, errorMessage: 'x', min: '2026-01-01' },
  { type: 'Input.Number', id: 'number', label: 'x', min: 0, max: 3, value: 2 },
  { type: 'Input.ChoiceSet', id: 'choice', label: 'x', isMultiSelect: true, choices: [{ title: 'a', value: 'b' }] },
  actions(
    { type: 'Action.Submit', title: 'x', data: { say: 'x' }, associatedInputs: 'none' },
    { type: 'Action.ShowCard', title: 'x', card: { type: 'AdaptiveCard', body: [] } },
    { type: 'Action.ToggleVisibility', title: 'x', targetElements: ['choice'] },
    { type: 'Action.OpenUrl', title: 'x', url: 'mailto:a@b.example' },
  ),
];

describe('the schema of cards', () => {
  it('knows every element and action of version 1.5 that Teams shows', () => {
    const names = Object.keys(CARD_SCHEMA['definitions'] as Part).sort();
    expect(names).toEqual(
      [
        ...[
          'Action',
          'Action.Execute',
          'Action.OpenUrl',
          'Action.ShowCard',
          'Action.Submit',
          'Action.ToggleVisibility',
        ],
        ...['ActionSet', 'AdaptiveCard', 'Column', 'ColumnSet', 'Container', 'Element', 'FactSet', 'Image', 'ImageSet'],
        ...['Input.ChoiceSet', 'Input.Date', 'Input.Number', 'Input.Text', 'Input.Time', 'Input.Toggle'],
        ...['RichTextBlock', 'Table', 'TableCell', 'TableRow', 'TextBlock'],
      ].sort(),
    );
  });

  it('takes a card with all that a card may hold', () => {
    expect(schemaProblems(card(...GOOD))).toEqual([]);
    expect(cardViolations(card(...GOOD))).toEqual([]);
  });

  it.each<[name: string, part: Part]>([
    ['a property that is unknown', { type: 'TextBlock', text: 'x', colour: 'red' }],
    ['an element that is unknown', { type: 'Heading', text: 'x' }],
    ['an element of a later version', { type: 'Carousel', pages: [] }],
    ['a property of a later version', { type: 'Input.Text', id: 'a', label: 'x', labelPosition: 'above' }],
    ['a value that is unknown', { type: 'TextBlock', text: 'x', weight: 'Heavy' }],
    ['a value of another kind', { type: 'TextBlock', text: 'x', wrap: 'yes' }],
    ['no text', { type: 'TextBlock' }],
    ['an input without a name', { type: 'Input.Date', label: 'x' }],
    ['a choice without choices', { type: 'Input.ChoiceSet', id: 'a', label: 'x' }],
    ['a mistake deep within', { type: 'Container', items: [{ type: 'ColumnSet', columns: [{ width: {} }] }] }],
    ['a mistake in what stands instead', { ...GOOD_TABLE, fallback: { type: 'TextBlock' } }],
    ['a media element', { type: 'Media', sources: [] }],
  ])('refuses %s', (_name, part) => {
    expect(schemaProblems(card(part))).not.toEqual([]);
  });

  it.each<[rule: string, part: Part]>([
    ['buttons have the plain style', actions({ type: 'Action.Submit', title: 'x', style: 'destructive' })],
    ['buttons say something', actions({ type: 'Action.Submit', title: ' ' })],
    ['six actions at most', actions(...Array.from({ length: 7 }, () => ({ type: 'Action.Submit', title: 'x' })))],
    ['addresses are https: mailto: tel:', actions({ type: 'Action.OpenUrl', title: 'x', url: 'http://a.example' })],
    ['addresses are https: http: mailto: tel:', { type: 'TextBlock', text: '[x](javascript:alert)' }],
    ['pictures are said in words', { type: 'Image', url: 'https://a.example/a.png' }],
    ['addresses are https:', { type: 'Image', url: 'data:image/png;base64,AA', altText: 'x' }],
    ['inputs have a label', { type: 'Input.Text', id: 'a' }],
    ['inputs say what is missing', { type: 'Input.Text', id: 'a', label: 'x', isRequired: true }],
    ['toggles what exists', actions({ type: 'Action.ToggleVisibility', title: 'x', targetElements: ['away'] })],
    ['ids are unique', { type: 'Container', id: 'a', items: [{ type: 'TextBlock', id: 'a', text: 'x' }] }],
    ['no heading', { type: 'TextBlock', text: '## x' }],
    ['no table', { type: 'TextBlock', text: '| a | b |' }],
    ['no template', { type: 'TextBlock', text: '${name}' }],
    ['no HTML', { type: 'TextBlock', text: 'a <b>b</b>' }],
    ['no list without carriage returns', { type: 'TextBlock', text: '- a\n- b' }],
  ])('has beside it the rule that %s', (rule, part) => {
    expect(cardViolations(card(part)).map((one) => one.rule)).toContain(rule);
  });
});

describe('everything said in Teams keeps the rules', () => {
  it.each<[group: string, atLeast: number, all: () => readonly Said[]]>([
    ['answers', 900, topicReplies],
    ['longest answers', 6, longestReplies],
    ['choices and signposts', 400, choiceReplies],
    ['own sentences', 200, messageReplies],
    ['steps', 800, stepReplies],
    ['outcomes', 1_000, outcomeReplies],
    ['dates and derivations', 500, datesReplies],
  ])('%s', (_group, atLeast, all) => {
    const { activities, broken, largest } = look(all());
    expect(broken).toEqual({});
    expect(activities).toBeGreaterThan(atLeast);
    expect(largest.size).toBeLessThan(LARGEST_ACTIVITY);
  });

  it.each<[group: string, all: () => readonly Turned[]]>([
    ['typed messages', () => turns(questions)],
    ['typed dialogs', () => typedDialogs(9)],
  ])('%s, with one reply each', (_group, all) => {
    const turned = all();
    expect(turned.filter(({ replies }) => replies.length !== 1).map(({ name }) => name)).toEqual([]);
    expect(look(saidIn(turned)).broken).toEqual({});
  });

  it('in every outcome of every dialog', () => {
    const reached = reachedOutcomes();
    const missed = DIALOGS.flatMap(({ id, outcomes }) =>
      Object.keys(outcomes)
        .filter((outcome) => reached.get(id)?.has(outcome) !== true)
        .map((outcome) => `${id} ${outcome}`),
    );
    expect(missed).toEqual([]);
  });
});

function card(...body: readonly Part[]): Part {
  return { type: 'AdaptiveCard', version: '1.5', fallbackText: 'x', body };
}

function actions(...all: readonly Part[]): Part {
  return { type: 'ActionSet', actions: all };
}
