import type { Temporal } from 'temporal-polyfill';
import { escapeHtml } from '../shared/html.ts';
import { barChart, curveChart, reliabilityChart } from './charts.ts';
import type { Evaluation } from './evaluation.ts';
import { SHARES, type Figures } from './figures.ts';
import type { Judged } from './judge.ts';
import { missText, SHARE_TITLES, VERDICT_TITLES } from './report.ts';
import type { Share } from './wilson.ts';

const STYLE = `
:root { color-scheme: light; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 62rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; margin: 1rem 0; } td, th { border: 1px solid #bbb; padding: .25rem .6rem; text-align: right; }
th[scope=row], td.text { text-align: left; } th { background: #f2f2f2; }
figure { margin: 1.5rem 0; } figcaption { font-weight: 600; margin-bottom: .4rem; } svg { max-width: 100%; height: auto; }
li { margin-bottom: .5rem; } .how { color: #555; font-size: .9rem; } summary { cursor: pointer; font-weight: 600; }
`;

/** The evaluation as one page with pictures; every picture has its numbers in a table beside or below it. */
export function evaluationPage(evaluation: Evaluation, printedOn: Temporal.PlainDate): string {
  const { figures, by, reliability, calibrationError, curve = [] } = evaluation;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Evaluation of the spoor 2 assistant, ${printedOn.toString()}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>Evaluation of the spoor 2 assistant</h1>
<p>${printedOn.toString()}: ${figures.inScope} questions in scope, ${figures.outOfScope} out of scope.</p>
<table><tr><th scope="col">outcome</th><th scope="col">messages</th><th scope="col">share</th><th scope="col">true share, 95 % certain</th></tr>
${SHARES.map((name) => shareRow(SHARE_TITLES[name], figures[name])).join('\n')}</table>
${figure('What became of the questions in scope, per set', barChart(barsOf(by.set)))}
${figure('Per language', barChart(barsOf(by.lang)))}
${figure('Per asker', barChart(barsOf(by.asker)))}
${figure(`Reliability: confidence against how often the best topic was right (expected calibration error ${calibrationError.toFixed(3)})`, reliabilityChart(reliability))}
<table><tr><th scope="col">confidence</th><th scope="col">messages</th><th scope="col">mean confidence</th><th scope="col">best topic right</th></tr>
${reliability.map(({ from, to, size, confidence, right }) => `<tr><th scope="row">${from.toFixed(1)} - ${to.toFixed(1)}</th><td>${size}</td><td>${percent(confidence)}</td><td>${percent(right)}</td></tr>`).join('\n')}</table>
${curve.length === 0 ? '' : figure('Learning curve: share of questions whose right topic comes first (dark) or among three (light), by phrasings per topic', curveChart(curve))}
${curve.length === 0 ? '' : `<table><tr><th scope="col">phrasings per topic</th><th scope="col">first</th><th scope="col">among three</th></tr>${curve.map(({ phrasings, first, amongThree }) => `<tr><th scope="row">${phrasings}</th><td>${percent(first.share)}</td><td>${percent(amongThree.share)}</td></tr>`).join('')}</table>`}
<h2>Topics</h2>
${topicsTable(by.topic)}
<h2>Confusions</h2>
<table><tr><th scope="col">wanted</th><th scope="col">came out best</th><th scope="col">times</th></tr>
${evaluation.confusions.map(({ wanted, got, count }) => `<tr><td class="text">${escapeHtml(wanted)}</td><td class="text">${escapeHtml(got)}</td><td>${count}</td></tr>`).join('\n')}</table>
<h2>Every question that was not answered right</h2>
${missesHtml(evaluation.misses)}
</body>
</html>
`;
}

function figure(caption: string, picture: string): string {
  return `<figure><figcaption>${escapeHtml(caption)}</figcaption>${picture}</figure>`;
}

function shareRow(title: string, { count, of, share, low, high }: Share): string {
  return of === 0
    ? ''
    : `<tr><th scope="row">${title}</th><td>${count} of ${of}</td><td>${percent(share)}</td><td>${percent(low)} - ${percent(high)}</td></tr>`;
}

function barsOf(groups: ReadonlyMap<string, Figures>) {
  return [...groups]
    .filter(([, { inScope }]) => inScope > 0)
    .map(([name, { inScope, direct, helped, missed, refused, wrong }]) => ({
      name: `${name} (${inScope})`,
      parts: [
        { title: 'answered right', share: direct.share, colour: '#1b6e3c' },
        { title: 'offered', share: helped.share - direct.share, colour: '#8cc79f' },
        { title: 'refused', share: refused.share, colour: '#c9c9c9' },
        { title: 'only others offered', share: missed.share, colour: '#e8b04a' },
        { title: 'answered wrong', share: wrong.share, colour: '#b3261e' },
      ],
    }));
}

function topicsTable(topics: ReadonlyMap<string, Figures>): string {
  const rows = [...topics]
    .filter(([, { inScope }]) => inScope > 0)
    .sort(([a, one], [b, other]) => one.direct.share - other.direct.share || a.localeCompare(b))
    .map(
      ([topic, { inScope, direct, helped, wrong }]) =>
        `<tr><td class="text">${escapeHtml(topic)}</td><td>${inScope}</td><td>${direct.count}</td><td>${helped.count}</td><td>${wrong.count}</td></tr>`,
    );
  return `<table><tr><th scope="col">topic</th><th scope="col">questions</th><th scope="col">answered</th><th scope="col">helped</th><th scope="col">wrong</th></tr>${rows.join('\n')}</table>`;
}

function missesHtml(misses: readonly Judged[]): string {
  return Object.entries(VERDICT_TITLES)
    .map(([verdict, title]) => {
      const group = misses.filter((miss) => miss.verdict === verdict);
      if (group.length === 0) return '';
      return `<details open><summary>${title}: ${group.length}</summary><ul>${group.map(missHtml).join('\n')}</ul></details>`;
    })
    .join('\n');
}

function missHtml(miss: Judged): string {
  const { id, q } = miss.question;
  return `<li>${escapeHtml(q)}<br><span class="how">${escapeHtml(`${id}: ${missText(miss)}`)}</span></li>`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
