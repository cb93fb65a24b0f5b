import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/shared/html.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';
import { run } from '../support/product.ts';

interface BatchLine {
  id: string | number;
  decision: string;
  topics: string[];
  confidence: number;
  ms: number;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-cli-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function batch(input: string, ...args: string[]): BatchLine[] {
  const { stdout, stderr } = run('ask', ['--batch', '-', ...args], input);
  expect(stderr).toBe('');
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as BatchLine);
}

describe('ask', () => {
  it('answers in words, with sources', () => {
    const { stdout, status } = run('ask', ['Wat is een proefplaatsing?', '--audience', 'employee']);
    expect(status).toBe(0);
    expect(stdout).toContain('Bronnen:');
    expect(stdout).not.toContain('\u001b[');
  });

  it('answers in JSON', () => {
    const result = JSON.parse(run('ask', ['--json', 'Wat is spoor 2?']).stdout) as Record<string, unknown>;
    expect(Object.keys(result)).toEqual([
      'decision',
      'topics',
      'confidence',
      'answer',
      'sources',
      'addresses',
      'choices',
    ]);
    expect(result).toMatchObject({ decision: 'answer', topics: ['wat-is-spoor-2'] });
  });

  it('explains what it read, beside the answer and not in it', () => {
    const { stdout, stderr } = run('ask', ['--json', '--explain', 'wat is een proefplaatsingg']);
    expect(stderr).toContain('proefplaatsingg -> proefplaatsing');
    expect(() => JSON.parse(stdout) as unknown).not.toThrow();
  });

  it('gives one line out per line in, in order, each a fresh session', () => {
    const lines = [
      { id: 'a', q: 'Wat is een proefplaatsing?\u2028' },
      { id: 7, q: 'terug' },
      { id: 'a', q: '2' },
      { id: 'é "x"', q: 'hallo' },
      { id: 'leeg', q: '' },
      { id: 'nood', q: 'ik wil niet meer leven' },
    ];
    const out = batch(`\uFEFF${lines.map((line) => JSON.stringify(line)).join('\r\n')}\n\n`);
    expect(out.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
    expect(out.map(({ decision, topics }) => [decision, topics.join()])).toEqual([
      ['answer', 'proefplaatsing'],
      ['fallback', ''],
      ['fallback', ''],
      ['fallback', ''],
      ['fallback', ''],
      ['answer', 'mens-spreken'],
    ]);
    expect(out.every(({ ms, confidence }) => ms >= 0 && confidence >= 0 && confidence <= 1)).toBe(true);
  });

  it('answers two questions in one line in their order', () => {
    const [line] = batch(
      JSON.stringify({ id: '1', q: 'Hoe lang duurt een proefplaatsing? Wat is een deskundigenoordeel?' }),
    );
    expect(line).toMatchObject({ decision: 'answer', topics: ['proefplaatsing', 'deskundigenoordeel'] });
  });

  it.each([
    ['no question', [], '', /There is no question[\s\S]*npm run -s ask/],
    ['an unknown option', ['--wat'], '', /--wat[\s\S]*npm run -s ask/],
    [
      'an audience that does not exist',
      ['x', '--audience', 'boss'],
      '',
      /--audience: found "boss", allowed: employee, employer/,
    ],
    ['a line that is no JSON', ['--batch', '-'], '{"id":"1","q":"x"}\n{', /Line 2 is not JSON/],
    ['a line without a question', ['--batch', '-'], '{"id":"1"}', /Line 1: q/],
    ['a file that does not exist', ['--batch', '/nergens.jsonl'], '', /nergens\.jsonl: there is no such file/],
  ])('says what is wrong with %s', (_name, args, input, message) => {
    const { status, stderr } = run('ask', args, input);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/ at .*\.ts:\d+/);
  });
});

describe('chat', () => {
  it('holds a conversation', () => {
    const { stdout, status } = run('chat', [], 'is spoor 2 verplicht?\nik ben werkgever\nbedankt\n');
    expect(status).toBe(0);
    expect(stdout.indexOf('Ik ben de spoor 2-assistent')).toBeLessThan(stdout.indexOf('Wie ben jij?'));
    expect(stdout.indexOf('Wie ben jij?')).toBeLessThan(stdout.indexOf('Antwoord voor de werkgever'));
    expect(stdout).toContain('Graag gedaan');
  });

  it('speaks JSON to programs', () => {
    const lines = run('chat', ['--json'], 'hallo\nWat is spoor 2?\n').stdout.trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as BatchLine).decision)).toEqual(['fallback', 'answer']);
  });
});

describe('check:content', () => {
  it('counts what is there, and finds nothing to mend', () => {
    const { stdout, status } = run('check-content');
    expect(stdout).toMatch(/^100 onderwerpen \(\d+ apart voor werknemer en werkgever\), \d+ wegwijzers\.$/m);
    expect(stdout).toMatch(/^Antwoorden: (\d+) van \1 in nl-B1, \1 van \1 in nl-A2, \1 van \1 in en\.$/m);
    expect(stdout, 'nothing is wrong with the content of the product').toMatch(/^0 fouten, 0 waarschuwingen\.$/m);
    expect(status).toBe(0);
  });

  it('explains itself, and says that an option does not exist', () => {
    expect(run('check-content', ['--help'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('--only') as string,
    });
    expect(run('check-content', ['--alles'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('--alles') as string,
    });
  });

  it('says that a folder does not exist', () => {
    const { stderr, status } = run('check-content', ['/nergens']);
    expect([status, stderr]).toEqual([2, expect.stringContaining('/nergens')]);
  });

  it('fails on a folder without content, naming the files', () => {
    const { stdout, status } = run('check-content', [folder]);
    expect(status).toBe(1);
    expect(stdout).toContain('_vocabulary.yaml:1');
  });
});

describe('preview', () => {
  it('shows a topic in each level, for each side', () => {
    const { stdout, status } = run('preview', ['proefplaatsing']);
    expect(status).toBe(0);
    const shown = [...stdout.matchAll(/^━━ (.+?) {2}\((\d+) woorden/gm)].map(([, label, words]) => [
      label,
      Number(words),
    ]);
    expect(shown.map(([label]) => label)).toEqual(
      ['werknemer', 'werkgever'].flatMap((who) => ['nl-B1', 'nl-A2', 'en'].map((level) => `${who}, ${level}`)),
    );
    expect(shown.every(([, words]) => Number(words) >= 40)).toBe(true);
    expect(stdout).toContain('Trial placement');
    expect(stdout).toMatch(/beleidsregels-proefplaatsing, artikel 2, 4 en 5, zekerheid high/);
  });

  it('shows a signpost with its addresses', () => {
    const { stdout } = run('preview', ['pensioen', '--level', 'en']);
    expect(stdout).toContain('https://www.svb.nl');
    expect(stdout).not.toContain('nl-A2');
  });

  it('helps with a name that does not exist', () => {
    expect(run('preview', ['proefplaats'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Bedoel je proefplaatsing?') as string,
    });
  });
});

describe('content:report', () => {
  it('writes every answer in each level, with its law, certainty and open items, as one page', () => {
    const out = join(folder, 'rapport', 'kennisbank.html');
    expect(run('content-report', ['--out', out]).status).toBe(0);
    const page = readFileSync(out, 'utf8');
    for (const { id, title, answers } of REAL_KNOWLEDGE.topics) {
      const article = new RegExp(`<article id="${id}">.*?</article>`, 's').exec(page)?.[0] ?? '';
      expect(article).toContain(escapeHtml(title.nl));
      expect(article.match(/<strong class="meta">/g)).toHaveLength(3 * Object.keys(answers).length);
    }
    const article = /<article id="deskundigenoordeel">.*?<\/article>/s.exec(page)?.[0] ?? '';
    expect(article).toContain('href="https://wetten.overheid.nl/BWBR0013060"');
    expect(article).toContain('redelijk zeker');
    expect(article).toContain('href="#u3-kosten-deskundigenoordeel"');
    expect(page).not.toMatch(/<script|undefined|\[object/);
  });
});

describe('evaluate', () => {
  it('counts right, offered, wrong and refused', () => {
    const questions = join(folder, 'questions.jsonl');
    const labelled = [
      { id: '1', q: 'Wat is een proefplaatsing?', topics: ['proefplaatsing'] },
      { id: '2', q: 'Wat is een proefplaatsing?', topics: ['detachering'] },
      { id: '3', q: 'Hoe bak ik een taart?', topics: [] },
      { id: '4', q: 'Wat is een proefplaatsing?', topics: ['bestaat-niet'] },
    ];
    writeFileSync(questions, labelled.map((line) => JSON.stringify(line)).join('\n'));
    const counts = join(folder, 'counts.json');
    const { stdout } = run('evaluate', ['--questions', questions, '--json', '--record', counts]);
    expect(JSON.parse(stdout)).toMatchObject({
      figures: {
        inScope: 2,
        outOfScope: 1,
        direct: { count: 1 },
        wrong: { count: 1 },
        refused: { count: 0 },
        outOfScopeRefused: { count: 1 },
      },
      notCounted: 1,
      misses: [{ question: { id: '2' }, verdict: 'wrong' }],
    });
    expect(JSON.parse(readFileSync(counts, 'utf8'))).toMatchObject({ '(not said)': { direct: 1, wrong: 1 } });
  });

  it('writes a page with pictures, and says in words what it did not understand', () => {
    const questions = join(folder, 'one.jsonl');
    writeFileSync(questions, JSON.stringify({ id: '1', q: 'Wat is een proefplaatsing?', topics: ['detachering'] }));
    const page = join(folder, 'evaluation.html');
    const { stdout } = run('evaluate', ['--questions', questions, '--brief', '--html', '--out', page]);
    expect(stdout).toContain('Confusions');
    expect(stdout).not.toContain('Wat is een proefplaatsing?');
    expect(readFileSync(page, 'utf8')).toContain('<svg');
    expect(run('evaluate').stderr).toContain('--questions FILE is missing');
  });
});
