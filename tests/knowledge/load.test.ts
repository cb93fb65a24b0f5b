import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KNOWLEDGE_FOLDER, loadKnowledge, readKnowledge } from '../../src/knowledge/load.ts';
import { ContentError, type ContentProblem } from '../../src/knowledge/problem.ts';
import { TODAY } from '../support/assistant.ts';
import { copyContentWithFewPhrasings } from '../support/content.ts';

const TOPIC = 'nieuwe-baan/proefplaatsing.yaml';

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'spoor2-content-')), 'knowledge');
  copyContentWithFewPhrasings(folder);
});

afterEach(() => {
  rmSync(join(folder, '..'), { recursive: true });
});

function change(path: string, edit: (text: string) => string): void {
  const full = join(folder, path);
  const before = readFileSync(full, 'utf8');
  const after = edit(before);
  expect(after, 'the edit must change the file').not.toBe(before);
  writeFileSync(full, after);
}

function problems(): ContentProblem[] {
  return readKnowledge(folder, TODAY).problems;
}

describe('readKnowledge', () => {
  it('finds nothing wrong with the content of the product', () => {
    expect(readKnowledge(KNOWLEDGE_FOLDER, TODAY).problems).toEqual([]);
  });

  it.each<[string, (text: string) => string, Partial<ContentProblem>]>([
    [
      'a field that is missing',
      (text) => text.replace(/^title:\n(?: {2}.*\n)+/m, ''),
      { line: 1, field: 'title', found: expect.stringContaining('ontbreekt') as string },
    ],
    [
      'a field that does not exist',
      (text) => text.replace(/^title:/m, 'titel: x\ntitle:'),
      { field: '', found: expect.stringContaining('"titel"') as string },
    ],
    [
      'YAML that does not parse',
      (text) => text.replace(/^ {2}nl: .*$/m, '  nl: "open'),
      { found: expect.stringContaining('geen geldige YAML') as string },
    ],
    [
      'an answer for one side only',
      (text) => text.replace(/^ {2}employer:\n(?: {4}.*\n|\n| {6}.*\n)*/m, ''),
      { field: 'answers', found: 'antwoord voor: employee' },
    ],
    [
      'a link to a topic that does not exist',
      (text) => text.replace(/^related: \[[a-z-]+/m, 'related: [detachring'),
      { field: 'related.0', found: expect.stringContaining('detachring') as string },
    ],
    [
      'a source that does not exist',
      (text) => text.replace('ref: puls', 'ref: pulz'),
      { field: 'sources.0.ref', allowed: expect.stringContaining('_sources.yaml') as string },
    ],
    [
      'a date that does not exist',
      (text) => text.replace(/on: 2026-\d\d-\d\d/, 'on: 2026-02-30'),
      { field: 'reviewed.on', found: '"2026-02-30"' },
    ],
    [
      'an id that differs from the file name',
      (text) => text.replace('id: proefplaatsing', 'id: proef'),
      { field: 'id', fix: expect.stringContaining('hernoem') as string },
    ],
    [
      'too few questions',
      (text) => text.replace(/^questions:\n(?: {2}- .*\n)+/m, 'questions:\n  - Wat is een proef?\n'),
      { field: 'questions', found: '1 in de lijst', allowed: 'minstens 20 in de lijst' },
    ],
    [
      'a number that another level does not have',
      (text) => text.replace('hooguit 6', 'hooguit 7'),
      {
        field: 'answers.employee.nl-A2',
        found: expect.stringMatching(/zonder 7.* anders dan in nl-B1/) as string,
        fix: expect.stringContaining('gelijk') as string,
      },
    ],
    [
      'an amount without a date',
      (text) => text.replace(/(nl-B1|nl-A2|en): \|\n {6}/g, '$&Dit kost € 400. '),
      { field: 'answers.employer.nl-B1', found: 'een bedrag zonder datum' },
    ],
    [
      'a title in one language only',
      (text) => text.replace(/^ {2}en: .*\n/m, ''),
      { field: 'title.en', found: expect.stringContaining('ontbreekt') as string },
    ],
    [
      'a dialog that does not exist',
      (text) => text.replace(/^dialog: .*$/m, 'dialog: onbekend'),
      { field: 'dialog', allowed: expect.stringContaining('nieuwe-baan') as string },
    ],
  ])('names file, line and cure for %s', (_name, edit, expected) => {
    change(TOPIC, edit);
    const errors = problems().filter(({ severity }) => severity === 'error');
    expect(errors).toContainEqual(expect.objectContaining({ file: `knowledge/${TOPIC}`, ...expected }));
    expect(
      errors.every(({ found, allowed, fix, line }) => found !== '' && allowed !== '' && fix !== '' && line >= 1),
    ).toBe(true);
  });

  it('tells on which line a problem stands', () => {
    change(TOPIC, (text) => text.replace('ref: going-concern', 'ref: nergens'));
    const line =
      readFileSync(join(folder, TOPIC), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('nergens')) + 1;
    expect(problems()).toEqual([expect.objectContaining({ line })]);
  });

  it('finds a question that two topics share, whatever its capitals and punctuation', () => {
    change(TOPIC, (text) => text.replace(/^questions:\n/m, 'questions:\n  - wat IS een deskundigenoordeel\n'));
    expect(problems()).toEqual([
      expect.objectContaining({ found: expect.stringContaining('proefplaatsing.yaml') as string, severity: 'error' }),
    ]);
  });

  it('finds two topics with the same id', () => {
    cpSync(join(folder, TOPIC), join(folder, 'basis', 'proefplaatsing.yaml'));
    expect(problems().some(({ field, found }) => field === 'id' && found.includes('"proefplaatsing"'))).toBe(true);
  });

  it('does not call links to a broken topic dead', () => {
    change(TOPIC, (text) => text.replace(/^title:\n(?: {2}.*\n)+/m, ''));
    expect(problems()).toHaveLength(1);
  });

  it('does not judge references to sources that could not be read', () => {
    change('_sources.yaml', (text) => text.replace('{ kind: statute', '{ kind: wet'));
    expect(problems()).toEqual([
      expect.objectContaining({
        file: 'knowledge/_sources.yaml',
        allowed: expect.stringContaining('statute') as string,
      }),
    ]);
  });

  it.each([
    ['a topic with another ending', 'basis/nieuw.yml'],
    ['a topic outside a group', 'nieuw.yaml'],
    ['a forgotten copy', 'basis/wat-is-spoor-2.yaml.bak'],
  ])('skips nothing in silence: %s', (_name, path) => {
    writeFileSync(join(folder, path), 'id: nieuw\n');
    expect(problems()).toEqual([expect.objectContaining({ file: `knowledge/${path}`, severity: 'error' })]);
  });

  it('names a file of its own that is missing', () => {
    renameSync(join(folder, '_vocabulary.yaml'), join(folder, '..', 'weg.yaml'));
    expect(problems()).toEqual([expect.objectContaining({ file: 'knowledge/_vocabulary.yaml', line: 1 })]);
  });

  it('finds one command word under two commands, and one word under two terms', () => {
    change('_phrases.yaml', (text) => text.replace('  stop: [', '  stop: [help, '));
    change('_vocabulary.yaml', (text) => text.replace('  werknemer: [', '  werknemer: [baas, '));
    expect(problems().map(({ file, found }) => [file, found])).toEqual([
      ['knowledge/_vocabulary.yaml', expect.stringContaining('"baas"')],
      ['knowledge/_phrases.yaml', expect.stringContaining('"help"')],
    ]);
  });

  it('warns, and no more, when a level is missing', () => {
    change(TOPIC, (text) => text.replace(/^ {4}nl-A2: \|\n(?: {6}.*\n|\n)+/m, ''));
    expect(problems()).toEqual([
      expect.objectContaining({
        severity: 'warning',
        field: 'answers.employee.nl-A2',
        fix: expect.stringContaining('nl-A2') as string,
      }),
    ]);
  });

  it('finds what is wrong in a signpost, and a question that it shares with a topic', () => {
    change('_signposts/pensioen.yaml', (text) => text.replace('https://www.svb.nl', 'www.svb.nl'));
    expect(problems()).toEqual([
      expect.objectContaining({ file: 'knowledge/_signposts/pensioen.yaml', field: 'addresses.1.url' }),
    ]);
    change('_signposts/pensioen.yaml', (text) =>
      text
        .replace('www.svb.nl', 'https://www.svb.nl')
        .replace('questions:\n', 'questions:\n  - Wat is een proefplaatsing?\n'),
    );
    expect(problems()).toEqual([
      expect.objectContaining({ file: 'knowledge/_signposts/pensioen.yaml', field: 'questions.0' }),
    ]);
  });

  it('finds a signpost that says more than where to go', () => {
    change('_signposts/pensioen.yaml', (text) => text.replace(/nl-B1: \|\n/, `nl-B1: |\n    ${'woord '.repeat(61)}\n`));
    expect(problems()).toEqual([expect.objectContaining({ field: 'text.nl-B1', allowed: 'hooguit 60 woorden' })]);
  });

  it('finds an open item about a topic that does not exist', () => {
    change('_open-items.yaml', (text) => text.replace('topics: [deskundigenoordeel]', 'topics: [deskundigen]'));
    expect(problems()).toEqual([
      expect.objectContaining({
        field: expect.stringMatching(/^items\.\d+\.topics\.0$/) as string,
        fix: 'bedoel je "deskundigenoordeel"?',
      }),
    ]);
  });

  it('warns, and no more, when a review date has passed', () => {
    const { knowledge, problems: found } = readKnowledge(folder, Temporal.PlainDate.from('2030-01-01'));
    expect(knowledge).toBeDefined();
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set(['warning']));
  });

  it('finds a message that lost the place for a value', () => {
    change('_messages/nl-B1.yaml', (text) => text.replace('{contact}', 'ons'));
    expect(problems()).toEqual([expect.objectContaining({ field: 'person', allowed: 'tekst met {contact}' })]);
  });
});

describe('loadKnowledge', () => {
  it('stops with every error in words', () => {
    change(TOPIC, (text) => text.replace(/^title:\n(?: {2}.*\n)+/m, ''));
    change('basis/wat-is-spoor-2.yaml', (text) => text.replace(/^related: \[[a-z0-9-]+/m, 'related: [nergens'));
    const load = () => loadKnowledge(folder, TODAY);
    expect(load).toThrow(ContentError);
    expect(load).toThrow(/proefplaatsing\.yaml:1 {2}title[\s\S]*Gevonden:[\s\S]*Toegestaan:[\s\S]*Oplossing:/);
    expect(load).toThrow(/wat-is-spoor-2\.yaml:\d+ {2}related\.0/);
  });
});
