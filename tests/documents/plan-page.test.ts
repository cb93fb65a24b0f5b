import { describe, expect, it } from 'vitest';
import { PLAN_PAGE_CSS, planPage } from '../../src/documents/plan-page.ts';
import { examplePlan, planWith } from './example-plan.ts';

const LINKS = { stylesheet: '/plan.css', calendar: '/plan.ics?t=abc', picture: '/plan.png?t=abc', back: '/' };

/** What a reader sees: the page without its marks. */
function visible(html: string): string {
  return html.replaceAll(/<[^<>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

describe('the page of a plan', () => {
  const page = planPage(examplePlan(), LINKS);

  it.each(['nl', 'en'] as const)('says that it is in %s', (language) => {
    expect(planPage(examplePlan(language), LINKS)).toContain(`<html lang="${language}">`);
  });

  it('works under a policy that allows style sheets of its own origin only', () => {
    expect(page).not.toMatch(/<style|\sstyle=|<script|\son\w+=|<img|<iframe|<form/i);
    expect(page.match(/<link [^>]*>/g)).toEqual(['<link rel="stylesheet" href="/plan.css">']);
    expect(PLAN_PAGE_CSS).not.toMatch(/url\(|@import/);
  });

  it('asks not to be indexed and tells no address to others', () => {
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">');
    expect(page).toContain('<meta name="referrer" content="no-referrer">');
  });

  it('gives the first date before the table, and the picture after it', () => {
    const places = ['De eerste datum', 'donderdag 31 december 2026', '<table', '<svg', 'geen juridisch'].map((part) =>
      page.indexOf(part),
    );
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('gives the first date of the reader too when somebody else is first', () => {
    const plan = planWith([
      { title: 'Van de ander', mine: false, phase: 'now' },
      { title: 'Van mij', mine: true, phase: 'later' },
    ]);
    const head = planPage(plan, LINKS).split('<table')[0] ?? '';
    expect(head.indexOf('Van de ander')).toBeGreaterThan(0);
    expect(head.indexOf('Van mij')).toBeGreaterThan(head.indexOf('Dit doe jij als eerste'));
    expect(page).not.toContain('Dit doe jij als eerste');
  });

  it('says so when every date is past, also without rows', () => {
    expect(planPage(planWith([{ phase: 'past' }]), LINKS)).toContain('Alle datums zijn voorbij.');
    expect(planPage(planWith([]), LINKS)).toContain('Alle datums zijn voorbij.');
  });

  it('has a table with a caption, a head for each column and each row, and all rows', () => {
    expect(page.match(/<caption>/g)).toHaveLength(1);
    expect(page.match(/<th role="columnheader" scope="col">/g)).toHaveLength(4);
    expect(page.match(/<th role="rowheader" scope="row">/g)).toHaveLength(12);
    expect(page.match(/<td role="cell">/g)).toHaveLength(36);
  });

  it('tells the state, the first day, the last day and the legal limit of a row in words', () => {
    const words = visible(page);
    expect(words).toContain('Voorbij vrijdag 23 oktober 2026 Ziekte melden bij UWV (week 42)');
    expect(words).toContain('Kan vanaf: maandag 19 oktober 2026');
    expect(words).toContain('Laatste dag: zondag 25 oktober 2026');
    expect(words).toContain('Volgens de wet uiterlijk: maandag 26 oktober 2026');
  });

  it('has each id once', () => {
    const ids = [...page.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has only the links it is given', () => {
    expect([...page.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
      '/plan.ics?t=abc',
      '/plan.png?t=abc',
      '/',
    ]);
    expect(planPage(examplePlan(), { stylesheet: '/plan.css' })).not.toContain('<a ');
  });

  it('escapes every text and address', () => {
    const pageWith = (text: string) => {
      const plan = planWith([{ title: text, actors: text, text, source: text, phase: 'now' }]);
      return planPage({ ...plan, title: text }, { stylesheet: text, calendar: text, picture: text, back: text });
    };
    const evil = pageWith('"><script>alert(1)</script>&');
    expect(evil).not.toContain('<script');
    expect(evil.match(/<[a-z]+/g)).toEqual(pageWith('woord').match(/<[a-z]+/g));
  });

  it('names nobody for what comes by itself', () => {
    expect(planPage(planWith([{ actors: '–', mine: false }]), LINKS)).not.toContain('–</');
  });
});

describe('the style sheet of the page', () => {
  it('has rules for paper, for a phone and for the dark', () => {
    expect(PLAN_PAGE_CSS).toContain('@media print');
    expect(PLAN_PAGE_CSS).toContain('max-width: 45rem');
    expect(PLAN_PAGE_CSS).toContain('prefers-color-scheme: dark');
  });

  it('has as many opening as closing braces', () => {
    expect(PLAN_PAGE_CSS.match(/\{/g)?.length).toBe(PLAN_PAGE_CSS.match(/\}/g)?.length);
  });
});
