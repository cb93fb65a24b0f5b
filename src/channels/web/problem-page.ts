import { escapeHtml } from '../../shared/html.ts';
import type { Problem, ProblemForm } from '../http/problem.ts';
import { CONTENT_POLICY, pageHtml } from './page.ts';

/** Title and what to do, in Dutch and English: which of the two someone reads stands in a form that was not read. */
interface Words {
  nl: { title: string; text: string };
  en: { title: string; text: string };
}

/** A problem as a page for people. @param styles addresses of style sheets */
export function problemPage(styles: readonly string[]): ProblemForm {
  return (res, problem) => {
    const { nl, en } = wordsFor(problem);
    const page = pageHtml({
      language: 'nl',
      at: '/gesprek',
      title: `${nl.title} – Spoor 2-assistent`,
      styles,
      main: `<h1>${escapeHtml(nl.title)}</h1>
<p>${escapeHtml(nl.text)}</p>
<p><a href="/gesprek">Naar een nieuw gesprek</a></p>
<section lang="en">
<h2>${escapeHtml(en.title)}</h2>
<p>${escapeHtml(en.text)}</p>
</section>`,
    });
    res.sendRaw(problem.status, page, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': CONTENT_POLICY,
      ...(problem.retryAfter !== undefined && { 'Retry-After': String(problem.retryAfter) }),
    });
  };
}

function wordsFor({ status, retryAfter = 5 }: Problem): Words {
  const nlWait = `Wacht ${retryAfter === 1 ? '1 seconde' : `${retryAfter} seconden`}. Ga dan terug en verstuur je bericht opnieuw.`;
  const enWait = `Wait ${retryAfter === 1 ? '1 second' : `${retryAfter} seconds`}. Then go back and send your message again.`;
  switch (status) {
    case 429:
      return {
        nl: { title: 'Even wachten', text: `Er komen nu heel veel berichten vanaf jouw verbinding. ${nlWait}` },
        en: { title: 'Please wait a moment', text: `Very many messages come from your connection now. ${enWait}` },
      };
    case 503:
      return {
        nl: { title: 'Het is nu druk', text: `Heel veel mensen stellen nu een vraag. ${nlWait}` },
        en: { title: 'It is busy now', text: `Very many people are asking something now. ${enWait}` },
      };
    case 413:
      return {
        nl: { title: 'Je bericht is te lang', text: 'Ga terug en schrijf een kortere vraag.' },
        en: { title: 'Your message is too long', text: 'Go back and write a shorter question.' },
      };
    default:
      return {
        nl: { title: 'Dat lukte niet', text: `Je bericht kon niet worden behandeld. ${nlWait}` },
        en: { title: 'That did not work', text: `Your message could not be handled. ${enWait}` },
      };
  }
}
