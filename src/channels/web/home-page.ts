import { fill } from '../../conversation/assistant.ts';
import type { Reply, Section } from '../../conversation/reply.ts';
import { LONGEST_MESSAGE } from '../../conversation/turn.ts';
import type { Citation, Messages } from '../../knowledge/knowledge.ts';
import type { Audience } from '../../shared/audience.ts';
import { dutchDateText } from '../text.ts';
import { escapeHtml, markdownHtml } from '../../shared/html.ts';

export interface HomePage {
  question: string;
  audience?: Audience | undefined;
  replies: readonly Reply[];
}

/** Questions to try; a test holds that each is answered. */
export const EXAMPLES = [
  'Wanneer start spoor 2?',
  'Moet ik meewerken aan spoor 2?',
  'Hoe lang duurt een proefplaatsing?',
];

/** The page at `/`: ask one question and read the answer; works without scripts. */
export function homePage({ question, audience, replies }: HomePage, messages: Messages): string {
  const answer = replies.map((reply) => replyHtml(reply, messages, audience)).join('\n');
  const option = (value: string, label: string) =>
    `<option value="${value}"${value === (audience ?? '') ? ' selected' : ''}>${label}</option>`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${question === '' ? '' : 'Antwoord – '}Spoor 2-assistent</title>
<link rel="stylesheet" href="/home.css">
</head>
<body>
<main>
<h1>Spoor 2-assistent</h1>
<p>Stel je vraag over spoor 2: werk vinden bij een andere werkgever als je lang ziek bent. Je krijgt een nagekeken antwoord met bronnen.</p>
${answer === '' ? '' : `<h2>Je vraag: ${escapeHtml(question)}</h2>\n${answer}`}
<form method="post" action="/">
<label for="vraag">Je vraag</label>
<textarea id="vraag" name="vraag" rows="3" maxlength="${LONGEST_MESSAGE}" required aria-describedby="uitleg">${escapeHtml(question)}</textarea>
<label for="wie">Wie ben je?</label>
<select id="wie" name="wie">
${option('', 'Zeg ik liever niet')}
${option('employee', 'Werknemer')}
${option('employer', 'Werkgever of HR')}
</select>
<p id="uitleg" class="note">Schrijf niets over je ziekte en geen namen: dat is niet nodig. Je vraag wordt niet bewaard.</p>
<button type="submit">Stel de vraag</button>
</form>
${replies.length === 0 ? choicesHtml('Bijvoorbeeld', EXAMPLES, audience) : ''}
<footer><p>Algemene uitleg, geen juridisch of medisch advies. Dit is een computerprogramma. In levensgevaar: bel <a href="tel:112">112</a>. Denk je aan zelfdoding: bel <a href="tel:113">113</a> of <a href="tel:08000113">0800-0113</a>.</p></footer>
</main>
</body>
</html>
`;
}

function replyHtml({ sections, choices }: Reply, messages: Messages, audience: Audience | undefined): string {
  const shown = sections.map((section) => sectionHtml(section, messages)).join('\n');
  return `<section aria-label="Antwoord">\n${shown}\n</section>${choices ? choicesHtml(choices.intro ?? '', choices.labels, audience) : ''}`;
}

function sectionHtml({ title, notes, text, sources, addresses = [], reviewedOn }: Section, messages: Messages): string {
  return [
    ...(title === undefined ? [] : [`<h2>${escapeHtml(title)}</h2>`]),
    ...notes.map((note) => `<p class="note">${escapeHtml(note)}</p>`),
    markdownHtml(text),
    ...linksHtml(messages.addresses, addresses),
    ...linksHtml(messages.sources, sources),
    ...(reviewedOn === undefined
      ? []
      : [`<p class="note">${escapeHtml(fill(messages.reviewed, { date: dutchDateText(reviewedOn) }))}</p>`]),
  ].join('\n');
}

function linksHtml(heading: string, links: readonly Citation[]): string[] {
  if (links.length === 0) return [];
  return [
    `<h2>${escapeHtml(heading)}</h2><ul>${links.map(({ title, url }) => `<li>${linkHtml(title, url)}</li>`).join('')}</ul>`,
  ];
}

function linkHtml(title: string, url: string | undefined): string {
  return url === undefined
    ? escapeHtml(title)
    : `<a href="${escapeHtml(url)}" rel="noopener noreferrer">${escapeHtml(title)}</a>`;
}

/** Choices as buttons: each asks its own words, in the body of a request and so in no address or log. */
function choicesHtml(intro: string, labels: readonly string[], audience: Audience | undefined): string {
  const buttons = labels.map(
    (label) => `<button type="submit" name="vraag" value="${escapeHtml(label)}">${escapeHtml(label)}</button>`,
  );
  return `<form method="post" action="/" class="choices">
${intro === '' ? '' : `<h2>${escapeHtml(intro)}</h2>`}
<input type="hidden" name="wie" value="${audience ?? ''}">
${buttons.join('\n')}
</form>`;
}
