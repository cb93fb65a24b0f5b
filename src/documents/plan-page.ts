import { dateText } from '../dates/date-text.ts';
import { escapeHtml } from '../shared/html.ts';
import {
  cleanText,
  distanceText,
  oneLine,
  orderedRows,
  shownDate,
  toDo,
  whoText,
  type Plan,
  type PlanRow,
} from './plan.ts';
import { TIMELINE_COLOURS, TIMELINE_DARK_CSS, timelineSvg } from './timeline-picture.ts';

/** Addresses on the page. They come from the product, never from a visitor. */
export interface PlanLinks {
  /** Where `PLAN_PAGE_CSS` is served. */
  stylesheet: string;
  /** The iCalendar file. */
  calendar?: string;
  /** The PNG picture. */
  picture?: string;
  /** Where the reader came from. */
  back?: string;
}

/**
 * The plan as a page to read, print or keep: the first date, a table of all of them, the timeline. It works without
 * script and under a Content-Security-Policy that allows only style sheets of its own origin, asks search engines to
 * pass it by and tells no other site its address, which may hold the plan.
 */
export function planPage(plan: Plan, links: PlanLinks): string {
  const { title, language, today, words } = plan;
  const rows = orderedRows(plan);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${escapeHtml(links.stylesheet)}">
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${firstDates(rows, plan)}
${linksHtml(links, plan)}
<h2 id="dates">${escaped(words.allDates)}</h2>
${tableHtml(rows, plan)}
<section class="picture" aria-labelledby="timeline">
<h2 id="timeline">${escaped(words.timeline)}</h2>
${timelineSvg(plan, { embedded: true })}
</section>
<footer>
<p>${escaped(words.madeOn.replaceAll('{date}', dateText(today, language)))}</p>
<p>${escaped(words.disclaimer)}</p>
</footer>
</main>
</body>
</html>
`;
}

/** The first date to come, and the first on which the reader acts when that is another. */
function firstDates(rows: readonly PlanRow[], plan: Plan): string {
  const { words } = plan;
  const coming = rows.filter(({ phase }) => phase !== 'past');
  // The end of a time in which something may be done is no first thing to do.
  const first = coming.find(({ from, nature }) => from === undefined || nature === 'duty') ?? coming[0];
  if (first === undefined) return `<p class="first">${escaped(words.allPast)}</p>`;
  const mine = coming.find(toDo);
  return [
    firstHtml(words.nextDate, first, plan),
    ...(mine === undefined || mine === first ? [] : [firstHtml(words.myNextDate, mine, plan)]),
  ].join('\n');
}

function firstHtml(heading: string, row: PlanRow, plan: Plan): string {
  return `<section class="first${toDo(row) ? ' mine' : ''}">
<h2>${escaped(heading)}</h2>
<p class="date">${timeHtml(shownDate(row, plan), plan)}${distanceHtml(row, plan)}</p>
<p><strong>${escaped(row.title)}</strong></p>
${paragraphs(row.text)}
${datesHtml(row, plan)}
<p>${escaped(whoText(row, plan) ?? '')}${mineHtml(row, plan)}</p>
</section>`;
}

function linksHtml({ calendar, picture, back }: PlanLinks, { words }: Plan): string {
  const items = [
    [calendar, words.toCalendar],
    [picture, words.toPicture],
    [back, words.back],
  ].flatMap(([href, label = '']) =>
    href === undefined ? [] : [`<li><a href="${escapeHtml(href)}">${escaped(label)}</a></li>`],
  );
  return items.length === 0 ? '' : `<ul class="links">\n${items.join('\n')}\n</ul>`;
}

// The roles say again what the elements are: on a phone the style sheet stacks the cells, and a browser may then no
// longer tell a screen reader that this is a table.
function tableHtml(rows: readonly PlanRow[], plan: Plan): string {
  const { words, title } = plan;
  const head = [words.when, words.what, words.who, words.source];
  return `<table role="table">
<caption>${escaped(`${title}: ${words.allDates.toLowerCase()}`)}</caption>
<thead role="rowgroup"><tr role="row">${head.map((name) => `<th role="columnheader" scope="col">${escaped(name)}</th>`).join('')}</tr></thead>
<tbody role="rowgroup">
${rows.map((row) => rowHtml(row, plan)).join('\n')}
</tbody>
</table>`;
}

function rowHtml(row: PlanRow, plan: Plan): string {
  const { words } = plan;
  return `<tr role="row" class="${row.phase}${toDo(row) ? ' mine' : ''}">
<th role="rowheader" scope="row"><span class="state">${escaped(words[row.phase])}</span> ${timeHtml(shownDate(row, plan), plan)}</th>
<td role="cell"><strong>${escaped(row.title)}</strong>${paragraphs(row.text)}${datesHtml(row, plan)}</td>
<td role="cell">${whoText(row, plan) === undefined ? '' : `<span class="label">${escaped(words.who)}: </span>${escaped(row.actors)}`}${mineHtml(row, plan)}</td>
<td role="cell">${row.source === '' ? '' : `<span class="label">${escaped(words.source)}: </span>${escaped(row.source)}`}</td>
</tr>`;
}

/** The other dates of a row, as far as they say something else than the one that is shown. */
function datesHtml(row: PlanRow, plan: Plan): string {
  const { words } = plan;
  const dates = [
    [words.from, row.from],
    [words.lastDay, row.date.equals(shownDate(row, plan)) ? undefined : row.date],
    [words.legalLatest, row.legalLatest],
  ] as const;
  return dates
    .flatMap(([label, date]) =>
      date === undefined ? [] : [`<p class="other">${escaped(label)}: ${timeHtml(date, plan)}</p>`],
    )
    .join('');
}

function timeHtml(date: PlanRow['date'], { language }: Plan): string {
  return `<time datetime="${date.toString()}">${escaped(dateText(date, language))}</time>`;
}

function distanceHtml(row: PlanRow, plan: Plan): string {
  const distance = distanceText(row, plan);
  return distance === undefined ? '' : ` <span class="distance">(${escaped(distance)})</span>`;
}

function mineHtml(row: PlanRow, { words }: Plan): string {
  return toDo(row) ? ` <span class="mark">${escaped(words.mine)}</span>` : '';
}

function paragraphs(text: string): string {
  return cleanText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `<p>${escapeHtml(line)}</p>`)
    .join('');
}

function escaped(text: string): string {
  return escapeHtml(oneLine(text));
}

const { light, dark } = TIMELINE_COLOURS;

/** The style sheet of the page, for screen and paper. Serve it from an address of its own. */
export const PLAN_PAGE_CSS = `:root {
  color-scheme: light dark;
  --page: light-dark(${light.page}, ${dark.page});
  --card: light-dark(${light.card}, ${dark.card});
  --text: light-dark(${light.text}, ${dark.text});
  --soft: light-dark(${light.soft}, ${dark.soft});
  --accent: light-dark(${light.accent}, ${dark.accent});
  --on-accent: light-dark(${light.onAccent}, ${dark.onAccent});
  --line: light-dark(${light.line}, ${dark.line});
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 1.125rem/1.6 'Atkinson Hyperlegible', system-ui, sans-serif; overflow-wrap: break-word; }
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.75rem; line-height: 1.2; }
h2 { font-size: 1.25rem; line-height: 1.3; }
p { margin: 0.25rem 0; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.first { margin: 1rem 0; padding: 0.75rem 1.25rem; border: 2px solid var(--line); border-radius: 0.75rem; }
.first.mine { border-color: var(--accent); background: var(--card); }
.first h2 { margin: 0; font-size: 1.125rem; }
.first .date { font-size: 1.375rem; font-weight: 700; }
.distance, .other, footer { color: var(--soft); font-weight: 400; font-size: 1rem; }
.mark { display: inline-block; padding: 0 0.6rem; border-radius: 1rem; background: var(--accent); color: var(--on-accent); font-size: 1rem; font-weight: 700; }
.state { display: block; color: var(--accent); font-size: 1rem; }
.links { padding: 0; list-style: none; }
.links a { display: inline-block; padding: 0.5rem 0; }
table { width: 100%; border-collapse: collapse; }
caption { padding: 0.5rem 0; color: var(--soft); font-size: 1rem; text-align: left; }
th, td { padding: 0.6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
tbody .mine { background: var(--card); }
tbody .past { color: var(--soft); }
.label { display: none; }
.picture svg { display: block; width: 100%; max-width: 36rem; height: auto; }
@media screen and (max-width: 45rem) {
  table, tbody, tr, th, td, caption { display: block; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  tbody tr { padding: 0.6rem; border-bottom: 2px solid var(--line); }
  tbody th, tbody td { padding: 0.15rem 0; border: 0; }
  .label { display: inline; font-weight: 700; }
}
${TIMELINE_DARK_CSS}
@page { size: A4; margin: 15mm; }
@media print {
  :root { color-scheme: light; }
  body { font-size: 11pt; line-height: 1.4; }
  main { max-width: none; padding: 0; }
  .links { display: none; }
  .first, tr, .picture svg { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  .mark { border: 1px solid; background: none; color: inherit; }
  .picture svg { width: auto; max-width: 100%; max-height: 240mm; }
}
`;
