import { escapeHtml } from '../../shared/html.ts';
import { ILLUSTRATION } from './illustration.ts';
import { pageHtml } from './page.ts';
import { SUGGESTIONS, type Suggestion, type SuggestionGroup } from './suggestions.ts';

export interface DemoPage {
  /** Addresses of style sheets. */
  styles: readonly string[];
  /** How many topics the knowledge base has. */
  topics: number;
  /** Origin of the server as the world knows it, when it is known. */
  publicUrl: string | undefined;
}

/** The line by which a page gets the widget. @param origin of the server; empty for its own pages */
function widgetTag(origin: string): string {
  return `<script src="${escapeHtml(origin)}/widget.js" data-name="Spoor 2-assistent" defer></script>`;
}

/** The page at `/`: what visitors of a re-integration bureau's site see, with the widget on it. */
export function demoPage({ styles, topics, publicUrl }: DemoPage): string {
  return pageHtml({
    language: 'nl',
    at: '/',
    title: 'Spoor 2-assistent: antwoord op je vragen over spoor 2',
    description:
      'Stel je vraag over spoor 2: werk vinden bij een andere werkgever als je lang ziek bent. Met bronnen, in gewoon Nederlands, eenvoudig Nederlands of Engels.',
    styles,
    head: [widgetTag('')],
    main: `<section class="hero">
<div>
<h1>Vragen over spoor 2?</h1>
<p class="lead">Spoor 2 is werk vinden bij een andere werkgever als je lang ziek bent. De assistent legt het je rustig uit, in gewone taal. En hij rekent je termijnen uit: wat moet er gebeuren, door wie, en uiterlijk wanneer.</p>
<p>Hij verzint niets: antwoorden komen uit een vaste kennisbank. Weet hij het niet? Dan zegt hij dat, en wie je dan kunt vragen.</p>
<p class="actions"><a class="button" href="#kies">Kies een vraag</a> <a class="button quiet" href="/vragen">Lees alle antwoorden</a></p>
<noscript><p class="notice">Scripts staan uit in je browser. Het gesprek werkt ook zonder: <a href="/gesprek">ga naar het gesprek</a>.</p></noscript>
</div>
${ILLUSTRATION}
</section>
<section aria-labelledby="kies">
<h2 id="kies">Klik op een vraag</h2>
<div class="groups">
${SUGGESTIONS.map(groupHtml).join('\n')}
</div>
</section>
<section aria-labelledby="stappen">
<h2 id="stappen">Zo werkt het</h2>
<ol class="steps">
<li><h3>Stel je vraag</h3><p>Typ hem in je eigen woorden, of klik op een voorbeeld. Schrijf niets over je ziekte en geen namen: dat is niet nodig.</p></li>
<li><h3>Lees het antwoord</h3><p>Het is kort. Bij een antwoord over spoor 2 staan de bronnen, en wanneer het is nagekeken.</p></li>
<li><h3>Ga verder</h3><p>Vraag door, of laat je termijnen uitrekenen. Je datums zet je daarna in je agenda, of je drukt ze af.</p></li>
</ol>
</section>
<section class="privacy" aria-labelledby="privacy">
<h2 id="privacy">Wat er met je gesprek gebeurt</h2>
<p>Wat je in de chat typt en terugkrijgt, blijft hooguit 24 uur na het laatste gebruik op deze server staan en wordt met niemand gedeeld. Typ je “vergeet mij”, dan is het meteen gewist.</p>
</section>
<section aria-labelledby="zonder">
<h2 id="zonder">Liever zonder chat?</h2>
<ul class="cards">
<li><a href="/vragen">Alle vragen en antwoorden</a><p>${topics} onderwerpen om te lezen of af te drukken. Ook in <a href="/vragen/eenvoudig">eenvoudig Nederlands</a> en <a href="/vragen/english" lang="en" hreflang="en">English</a>.</p></li>
<li><a href="/gesprek">Gesprek op een gewone pagina</a><p>Werkt zonder scripts, op elk apparaat. Van dit gesprek wordt niets bewaard.</p></li>
</ul>
</section>
<section class="bureau" aria-labelledby="bureau">
<h2 id="bureau">Zo zet je dit op je eigen site</h2>
<p>Heb je een re-integratiebureau? Plak dan deze regel op je pagina’s, vlak voor <code>&lt;/body&gt;</code>${publicUrl === undefined ? ', met het adres van deze server erin' : ''}:</p>
<pre><code>${escapeHtml(widgetTag(publicUrl ?? 'https://ADRES-VAN-DEZE-SERVER'))}</code></pre>
<p>Zet het adres van je site ook in de instelling <code>ALLOWED_ORIGINS</code> van deze server, bijvoorbeeld <code>ALLOWED_ORIGINS=https://www.bureau.example</code>. Op andere sites start het gesprek niet.</p>
</section>`,
  });
}

function groupHtml({ title, suggestions }: SuggestionGroup): string {
  return `<div class="group">
<h3>${escapeHtml(title)}</h3>
<ul>
${suggestions.map((suggestion) => `<li>${suggestionHtml(suggestion)}</li>`).join('\n')}
</ul>
</div>`;
}

function suggestionHtml({ label, question, href, language }: Suggestion): string {
  const lang = language === undefined ? '' : ` lang="${language}"`;
  return `<a href="${escapeHtml(href)}" data-spoor2-question="${escapeHtml(question)}"${lang}>${escapeHtml(label)}</a>`;
}
