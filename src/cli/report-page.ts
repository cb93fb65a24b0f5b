import type { Temporal } from 'temporal-polyfill';
import { dutchDateText } from '../channels/text.ts';
import {
  titleAt,
  type Knowledge,
  type OpenItems,
  type Signpost,
  type Source,
  type Topic,
} from '../knowledge/knowledge.ts';
import type { ContentProblem } from '../knowledge/problem.ts';
import { coverageOf } from '../lint/coverage.ts';
import { escapeHtml, markdownHtml } from '../shared/html.ts';
import { LEVELS } from '../shared/level.ts';

/** What stands in the report. */
export interface ReportContent {
  knowledge: Knowledge;
  /** Topic id to the folder it stands in. */
  groups: ReadonlyMap<string, string>;
  openItems: OpenItems['items'];
  problems: readonly ContentProblem[];
  printedOn: Temporal.PlainDate;
}

const KINDS: Readonly<Record<Source['kind'], string>> = {
  statute: 'wet of regeling',
  'uwv-policy': 'beleidsregel van UWV',
  'uwv-practice': 'werkwijze van UWV, geen wet',
  practice: 'gebruik of uitleg van anderen',
  publication: 'artikel',
};

const CERTAINTIES = { high: 'zeker', medium: 'redelijk zeker', low: 'onzeker' } as const;

const AUDIENCE_TITLES: Readonly<Record<string, string>> = {
  shared: 'Antwoord voor iedereen',
  employee: 'Antwoord voor de werknemer',
  employer: 'Antwoord voor de werkgever',
};

const STYLE = `
:root { color-scheme: light; }
body { font: 10.5pt/1.45 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
h1 { font-size: 20pt; } h2 { font-size: 15pt; border-bottom: 2px solid #1a1a1a; margin-top: 2.5rem; } h3 { font-size: 12.5pt; margin-bottom: .3rem; }
.levels { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; }
.levels > div { border-top: 1px solid #777; }
article { break-inside: auto; border-top: 1px solid #bbb; padding-top: .5rem; margin-top: 1.5rem; }
h3, h4 { break-after: avoid; } h4 { margin: .8rem 0 .2rem; }
.meta, .law { font-size: 9pt; } .low { background: #fff0c2; } .medium { background: #f4f4f4; }
.open { border-left: 4px solid #b35c00; padding-left: .7rem; }
table { border-collapse: collapse; } td, th { border: 1px solid #999; padding: .2rem .5rem; text-align: left; vertical-align: top; }
.box { display: inline-block; width: .9em; height: .9em; border: 1px solid #1a1a1a; vertical-align: -.1em; }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; max-width: none; padding: 0; } a { color: inherit; } }
@media (max-width: 50rem) { .levels { grid-template-columns: 1fr; } }
`;

/** The whole content as one printable page: every answer in each level, beside its law, certainty and open items. */
export function reportPage(content: ReportContent): string {
  const { knowledge, groups, openItems, problems, printedOn } = content;
  const byGroup = Map.groupBy(knowledge.topics, ({ id }) => groups.get(id) ?? '');
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kennisbank spoor 2, ${dutchDateText(printedOn.toString())}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Kennisbank van de spoor 2-assistent</h1>
<p>Stand van ${dutchDateText(printedOn.toString())}. Elk antwoord staat hier in drie niveaus naast elkaar, met de wet of regel waarop het rust. Wat onzeker is, heeft een gekleurde achtergrond; vragen voor een jurist staan er met een oranje streep bij.</p>
${coverageHtml(knowledge)}
<h2>Vragen voor een jurist</h2>
<ol>${openItems.map(({ id, question, wording, topics }) => `<li id="${id}"><p>${escapeHtml(question)}<br><em>Tot dan:</em> ${escapeHtml(wording)}<br>${topics.map((topic) => `<a href="#${topic}">${topic}</a>`).join(', ')}</p></li>`).join('\n')}</ol>
${problemsHtml(problems)}
<h2>Inhoud</h2>
${[...byGroup].map(([group, topics]) => `<h3>${escapeHtml(group)}</h3><ul>${topics.map((topic) => `<li><a href="#${topic.id}">${escapeHtml(titleAt(topic, 'nl-B1'))}</a></li>`).join('')}</ul>`).join('\n')}
${[...byGroup].map(([group, topics]) => `<h2>${escapeHtml(group)}</h2>\n${topics.map((topic) => topicHtml(topic, content)).join('\n')}`).join('\n')}
<h2>Wegwijzers: vragen naast ons onderwerp</h2>
${knowledge.signposts.map(signpostHtml).join('\n')}
</body>
</html>
`;
}

function coverageHtml({ topics, signposts }: Knowledge): string {
  const { separate, answers, written, phrasings } = coverageOf(topics);
  const rows = [
    ['Onderwerpen', String(topics.length)],
    ['Onderwerpen met een eigen antwoord voor werknemer en werkgever', String(separate)],
    ...LEVELS.map((level) => [`Antwoorden in ${level}`, `${written[level]} van ${answers}`]),
    ['Vragen per onderwerp: minst, middelste, meest', `${phrasings.fewest}, ${phrasings.median}, ${phrasings.most}`],
    ['Wegwijzers', String(signposts.length)],
  ];
  return `<table>${rows.map(([name = '', value = '']) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${escapeHtml(value)}</td></tr>`).join('')}</table>`;
}

function problemsHtml(problems: readonly ContentProblem[]): string {
  if (problems.length === 0) return '';
  const items = problems.map(
    ({ file, line, found, fix }) => `<li>${escapeHtml(`${file}:${line}: ${found}; ${fix}`)}</li>`,
  );
  return `<h2>Waarschuwingen van de controle</h2>\n<ul>${items.join('\n')}</ul>`;
}

function topicHtml(topic: Topic, { knowledge, openItems }: ReportContent): string {
  const answers = Object.entries(topic.answers).map(
    ([audience, byLevel = {}]) => `<h4>${AUDIENCE_TITLES[audience] ?? audience}</h4>
<div class="levels">${LEVELS.map((level) => `<div lang="${level.slice(0, 2)}"><strong class="meta">${level}</strong>${byLevel[level] === undefined ? '<p>ontbreekt</p>' : markdownHtml(byLevel[level])}</div>`).join('')}</div>`,
  );
  const open = openItems.filter(({ topics }) => topics.includes(topic.id));
  const { on, by, again } = topic.reviewed;
  return `<article id="${topic.id}">
<h3>${escapeHtml(topic.title.nl)} <span class="meta" lang="en">(${escapeHtml(topic.title.en)})</span></h3>
<p class="meta">${topic.id}; ${topic.questions.length} vragen; nagekeken ${dutchDateText(on.toString())} door ${escapeHtml(by)}, opnieuw voor ${dutchDateText(again.toString())}; zie ook ${topic.related.join(', ')}${topic.dialog === undefined ? '' : `; stap-voor-stap-hulp ${topic.dialog}`}</p>
${answers.join('\n')}
${topic.sources.length === 0 ? '' : `<h4>Waar het op rust</h4>\n<ul class="law">${topic.sources.map((reference) => lawHtml(reference, knowledge)).join('\n')}</ul>`}
${open.map(({ id, question }) => `<p class="open"><a href="#${id}">Open punt</a>: ${escapeHtml(question)}</p>`).join('\n')}
<p class="meta"><span class="box"></span> akkoord &nbsp; <span class="box"></span> aanpassen: ........................................................................</p>
</article>`;
}

function lawHtml({ ref, at, certainty }: Topic['sources'][number], { sources }: Knowledge): string {
  const source = sources[ref];
  if (source === undefined) throw new Error(`unknown source ${ref}: the content was not checked`);
  const title = `${source.title}${at === undefined ? '' : `, ${at}`}`;
  const link =
    source.url === undefined ? escapeHtml(title) : `<a href="${escapeHtml(source.url)}">${escapeHtml(title)}</a>`;
  const sure = certainty === undefined ? '' : `; <strong>${CERTAINTIES[certainty]}</strong>`;
  return `<li class="${certainty ?? ''}">${link} (${[...(source.publisher === undefined ? [] : [escapeHtml(source.publisher)]), KINDS[source.kind]].join(', ')}${sure})</li>`;
}

function signpostHtml(signpost: Signpost): string {
  return `<article id="${signpost.id}">
<h3>${escapeHtml(signpost.title.nl)}</h3>
<div class="levels">${LEVELS.map((level) => `<div lang="${level.slice(0, 2)}"><strong class="meta">${level}</strong>${markdownHtml(signpost.text[level])}</div>`).join('')}</div>
<p class="meta">${signpost.questions.length} vragen; verwijst naar ${signpost.addresses.map(({ name, url }) => escapeHtml(url === undefined ? name : `${name} (${url})`)).join(', ')}</p>
</article>`;
}
