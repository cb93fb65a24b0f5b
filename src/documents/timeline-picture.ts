import { dateText, shortDateText } from '../dates/date-text.ts';
import { escapeHtml } from '../shared/html.ts';
import {
  counted,
  distanceText,
  oneLine,
  orderedRows,
  shownDate,
  toDo,
  whoText,
  type Phase,
  type Plan,
  type PlanRow,
} from './plan.ts';
import { textWidth, wrapped, type Lettering } from './text-width.ts';

/** Rows that are shown one by one; when there are more, those that are past become one line. */
export const MOST_ROWS = 8;

/** Below this width the date stands above the title, not beside it. Pixels. */
const WIDE = 600;
const WIDTHS = { least: 280, usual: 360, most: 1024 } as const;
const MOST_TITLE_LINES = 3;

/** The colours of the picture. Each text stands out at least 4.5 to 1 from what is behind it, each shape 3 to 1. */
export const TIMELINE_COLOURS = {
  light: {
    page: '#ffffff',
    card: '#e4f2f0',
    text: '#1b2430',
    soft: '#4a5666',
    accent: '#0b5c55',
    onAccent: '#ffffff',
    line: '#6b7786',
  },
  dark: {
    page: '#141a21',
    card: '#17302f',
    text: '#e8edf3',
    soft: '#a9b6c6',
    accent: '#6fd3c6',
    onAccent: '#10201e',
    line: '#7f8ea1',
  },
} as const;
type Colour = keyof (typeof TIMELINE_COLOURS)['light'];

/** Colours as rules for the classes in the picture: a style sheet wins from the light colours in its attributes. */
export const TIMELINE_DARK_CSS = `@media screen and (prefers-color-scheme: dark) { ${Object.entries(
  TIMELINE_COLOURS.dark,
)
  .map(([name, colour]) => `.plan-fill-${name} { fill: ${colour}; } .plan-line-${name} { stroke: ${colour}; }`)
  .join(' ')} }`;

export interface TimelineOptions {
  /** Pixels; 360 unless told, never less than 280 or more than 1024. */
  width?: number;
  /**
   * For inside a page: no style block, which the page's Content-Security-Policy would refuse, and a short text
   * alternative, because the page's table says the same. Dark colours then come from the page (`TIMELINE_DARK_CSS`).
   */
  embedded?: boolean;
}

/** What stands where, from left to right. Pixels. */
interface Columns {
  width: number;
  /** Where the dates end; absent when they stand above the titles. */
  dates?: number;
  rail: number;
  left: number;
  right: number;
}

/** A piece of the picture, drawn from the height it is told. */
interface Block {
  height: number;
  draw: (top: number) => string;
  /** Where the rail passes through, below the top; none for what stands beside the rail. */
  marker?: { at: number; phase: Phase | 'today' };
}

/**
 * The plan as a vertical timeline: an SVG document that needs nothing else, without script or reference. What is past
 * has a filled check mark, what goes on now a ring with "nu", the rest an open circle; each also says so in words. With
 * more than 8 rows the past ones become one line and the first 8 others are shown. Titles of more than 3 lines are cut
 * off in the picture, not in its text alternative.
 */
export function timelineSvg(plan: Plan, { width = WIDTHS.usual, embedded = false }: TimelineOptions = {}): string {
  const columns = columnsOf(Math.round(Math.min(WIDTHS.most, Math.max(WIDTHS.least, width))));
  const blocks = blocksOf(plan, columns);
  let bottom = 12;
  const tops = blocks.map((block) => {
    const top = bottom;
    bottom += block.height;
    return top;
  });
  const height = Math.ceil(bottom + 8);
  const drawn = blocks.map((block, at) => block.draw(tops[at] ?? 0));
  const described = embedded
    ? plan.words.sameAsTable
    : `${capital(plan.words.today)}: ${dateText(plan.today, plan.language)}.\n${timelineText(plan)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="${plan.language}" aria-labelledby="plan-title plan-desc" width="${columns.width}" height="${height}" viewBox="0 0 ${columns.width} ${height}" font-family="'Atkinson Hyperlegible', system-ui, sans-serif">`,
    `<title id="plan-title">${safe(plan.title)}</title>`,
    `<desc id="plan-desc">${described.split('\n').map(safe).join('\n')}</desc>`,
    ...(embedded ? [] : [`<style>${TIMELINE_DARK_CSS}</style>`]),
    `<rect width="${columns.width}" height="${height}" ${paint({ fill: 'page' })}/>`,
    ...railOf(blocks, tops, columns),
    ...drawn,
    '</svg>',
  ].join('\n');
}

/** The text alternative: every row on a line of its own, in the order of the picture. */
export function timelineText(plan: Plan): string {
  const { words, language } = plan;
  return orderedRows(plan)
    .map((row) => {
      const last = lastDay(row, plan);
      const parts = [
        `${words[row.phase]}: ${dateText(shownDate(row, plan), language)}`,
        row.title,
        ...(last === undefined ? [] : [`${words.lastDay}: ${dateText(last, language)}`]),
        whoText(row, plan) ?? '',
        ...(toDo(row) ? [words.mine] : []),
      ];
      return parts
        .map(oneLine)
        .filter((part) => part !== '')
        .map(sentence)
        .join(' ');
    })
    .join('\n');
}

function blocksOf(plan: Plan, columns: Columns): Block[] {
  const { words } = plan;
  const rows = orderedRows(plan);
  const past = rows.filter(({ phase }) => phase === 'past');
  const coming = rows.filter(({ phase }) => phase !== 'past');
  const collapsed = rows.length > MOST_ROWS && past.length > 0;
  const shown = coming.slice(0, MOST_ROWS);
  const rest = coming.length - shown.length;
  const row = (one: PlanRow) => rowBlock(one, plan, columns);
  const pastBlocks = collapsed
    ? [noteBlock(counted(past.length, words.pastStep, words.pastSteps), 'past', columns)]
    : past.map(row);
  return [
    headingBlock(plan.title, columns),
    ...pastBlocks,
    todayBlock(plan, columns),
    ...shown.map(row),
    ...(rest > 0 ? [noteBlock(counted(rest, words.moreStep, words.moreSteps), 'later', columns)] : []),
  ];
}

function columnsOf(width: number): Columns {
  return width < WIDE
    ? { width, rail: 30, left: 64, right: width - 16 }
    : { width, dates: 236, rail: 270, left: 306, right: width - 20 };
}

const HEADING = { size: 20, bold: true } as const;
const DATE = { size: 17, bold: true } as const;
const TITLE = { size: 17, bold: false } as const;
const SMALL = { size: 14.5, bold: false } as const;
const SMALL_BOLD = { size: 14.5, bold: true } as const;
const MARK = { size: 13, bold: true } as const;
const NOW_MARK = { size: 12, bold: true } as const;
const LINE = 21;
const HEADING_LINE = 26;

function headingBlock(title: string, { width }: Columns): Block {
  const lines = wrapped(oneLine(title), width - 32, HEADING, MOST_TITLE_LINES);
  return {
    height: lines.length * HEADING_LINE + 14,
    draw: (top) => lines.map((line, at) => text(16, top + 20 + at * HEADING_LINE, line, HEADING, 'text')).join(''),
  };
}

/** A broken line across the picture, between what is past and what is not. */
function todayBlock({ today, language, words }: Plan, { width, left }: Columns): Block {
  const label = `${capital(words.today)}: ${shortDateText(today, language)}`;
  const from = left - 10;
  const wide = textWidth(label, SMALL_BOLD) + 20;
  return {
    height: 44,
    marker: { at: 20, phase: 'today' },
    draw: (top) =>
      [
        `<line x1="12" y1="${top + 20}" x2="${width - 12}" y2="${top + 20}" ${paint({ line: 'accent' })} stroke-dasharray="6 5"/>`,
        `<rect x="${from}" y="${top + 6}" width="${round(wide)}" height="28" rx="14" ${paint({ fill: 'page', line: 'accent' })}/>`,
        text(from + 10, top + 25, label, SMALL_BOLD, 'accent'),
      ].join(''),
  };
}

/** One line that stands for several rows. */
function noteBlock(note: string, phase: 'past' | 'later', { rail, left, right }: Columns): Block {
  const lines = wrapped(oneLine(note), right - left, SMALL_BOLD, 2);
  return {
    height: 20 + lines.length * LINE,
    marker: { at: 18, phase },
    draw: (top) =>
      marker(phase, rail, top + 18, '') +
      lines.map((line, at) => text(left, top + 23 + at * LINE, line, SMALL_BOLD, 'text')).join(''),
  };
}

/** A line of a row: what it says, how, and what stands before the text in the same line. */
interface Line {
  words: string;
  lettering: Lettering;
  colour: Colour;
}

function rowBlock(row: PlanRow, plan: Plan, columns: Columns): Block {
  const { words, language } = plan;
  const { rail, left, right, dates } = columns;
  const mine = toDo(row);
  const inset = mine ? right - 12 : right;
  const lines = (content: string, lettering: Lettering, colour: Colour, width: number, most: number): Line[] =>
    wrapped(oneLine(content), width, lettering, most).map((line) => ({ words: line, lettering, colour }));

  const last = lastDay(row, plan);
  const dateWidth = dates === undefined ? inset - left : dates - 16;
  const dateLines = [
    ...lines(shortDateText(shownDate(row, plan), language), DATE, 'text', dateWidth, 2),
    ...(last === undefined
      ? []
      : lines(`${words.lastDay}: ${shortDateText(last, language)}`, SMALL, 'soft', dateWidth, 2)),
  ];
  const state = stateText(row, plan);
  const pill = mine ? pillOf(words.mine, inset, state, left) : undefined;
  const who = whoText(row, plan);
  const bodyLines = [
    ...lines(
      row.title,
      row.phase === 'past' ? TITLE : { ...TITLE, bold: true },
      'text',
      inset - left,
      MOST_TITLE_LINES,
    ),
    ...(who === undefined ? [] : lines(who, SMALL, 'soft', inset - left, 2)),
  ];
  const stateLines = lines(state, SMALL_BOLD, 'accent', inset - left, 2);
  const pillLine = pill?.below === true ? 1 : 0;
  const textLines = [...stateLines, ...(dates === undefined ? dateLines : []), ...bodyLines];
  const content = Math.max(textLines.length + pillLine, dates === undefined ? 0 : dateLines.length) * LINE;
  const height = content + (mine ? 30 : 24);
  const first = mine ? 26 : 22;
  return {
    height,
    marker: { at: first - 3, phase: row.phase },
    draw: (top) =>
      [
        mine
          ? `<rect x="${left - 10}" y="${top + 4}" width="${right - left + 14}" height="${height - 12}" rx="10" ${paint({ fill: 'card', line: 'accent' })}/>`
          : '',
        marker(row.phase, rail, top + first - 3, words.nowMark),
        ...(dates === undefined
          ? []
          : dateLines.map((line, at) =>
              text(dates, top + first + 2 + at * LINE, line.words, line.lettering, line.colour, 'end'),
            )),
        ...textLines.map((line, at) =>
          text(
            left,
            top + first + 2 + (at + (at >= stateLines.length ? pillLine : 0)) * LINE,
            line.words,
            line.lettering,
            line.colour,
          ),
        ),
        pill === undefined ? '' : pill.draw(top + first + (pill.below ? stateLines.length * LINE - 2 : 0)),
      ].join(''),
  };
}

/** "Nu – nog 3 weken", "Hierna – over 9 weken", or only "Later". */
function stateText(row: PlanRow, plan: Plan): string {
  const near = row.phase === 'now' || row.phase === 'next';
  const distance = near ? distanceText(row, plan) : undefined;
  return distance === undefined ? plan.words[row.phase] : `${plan.words[row.phase]} – ${distance}`;
}

/** The last day, when the day that is shown is an earlier one. */
function lastDay(row: PlanRow, plan: Plan): PlanRow['date'] | undefined {
  return shownDate(row, plan).equals(row.date) ? undefined : row.date;
}

/** The mark of the reader's own duties: beside the state when there is room, else on a line of its own. */
function pillOf(words: string, right: number, state: string, left: number) {
  const wide = textWidth(words, MARK) + 18;
  const below = left + textWidth(state, SMALL_BOLD) + 8 + wide > right;
  const x = below ? left : right - wide;
  return {
    below,
    draw: (y: number) =>
      `<rect x="${round(x)}" y="${y - 14}" width="${round(wide)}" height="22" rx="11" ${paint({ fill: 'accent' })}/>` +
      text(x + wide / 2, y + 2, words, MARK, 'onAccent', 'middle'),
  };
}

/** Filled circle, ring with a word, or open circle; what comes later has a smaller one. */
function marker(phase: Phase, x: number, y: number, nowMark: string): string {
  const circle = (radius: number, inside: Colour, edge: number) =>
    `<circle cx="${x}" cy="${y}" r="${radius}" ${paint({ fill: inside, line: 'accent', wide: edge })}/>`;
  switch (phase) {
    case 'past':
      // No check mark: that a date is over does not say that what it asks was done.
      return circle(8, 'accent', 2);
    case 'now':
      return `${circle(17, 'page', 5)}${text(x, y + 4, oneLine(nowMark), NOW_MARK, 'text', 'middle')}`;
    case 'next':
      return circle(10, 'page', 3);
    case 'later':
      return circle(6, 'page', 2);
  }
}

/** The line that joins the markers: thick for what is past, thin for what comes. */
function railOf(blocks: readonly Block[], tops: readonly number[], { rail }: Columns): string[] {
  const stops = blocks.flatMap(({ marker: stop }, at) =>
    stop === undefined ? [] : [{ y: (tops[at] ?? 0) + stop.at, phase: stop.phase }],
  );
  return stops.slice(1).map(({ y }, at) => {
    const from = stops[at];
    const over = from?.phase === 'past';
    return `<line x1="${rail}" y1="${from?.y ?? y}" x2="${rail}" y2="${y}" ${paint(over ? { line: 'accent', wide: 4 } : { line: 'line' })}/>`;
  });
}

function text(
  x: number,
  y: number,
  words: string,
  { size, bold = false }: Lettering,
  colour: Colour,
  anchor?: 'middle' | 'end',
): string {
  const weight = bold ? ' font-weight="700"' : '';
  const aligned = anchor === undefined ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${weight}${aligned} ${paint({ fill: colour })}>${safe(words)}</text>`;
}

interface Paint {
  fill?: Colour;
  line?: Colour;
  /** Width of the line. Pixels. */
  wide?: number;
}

/** Colours as attributes, with the classes by which a style sheet changes them. */
function paint({ fill, line, wide = 2 }: Paint): string {
  const { light } = TIMELINE_COLOURS;
  const classes = [fill && `plan-fill-${fill}`, line && `plan-line-${line}`].filter((name) => name !== undefined);
  const edge = line === undefined ? '' : ` stroke="${light[line]}" stroke-width="${wide}"`;
  return `class="${classes.join(' ')}" fill="${fill === undefined ? 'none' : light[fill]}"${edge}`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

function safe(words: string): string {
  return escapeHtml(oneLine(words));
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function sentence(words: string): string {
  return /[.!?]$/.test(words) ? words : `${words}.`;
}
