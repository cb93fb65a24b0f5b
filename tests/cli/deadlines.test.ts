import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/product.ts';

const VECTORS = join(import.meta.dirname, '..', 'rules', 'deadline-vectors.jsonl');

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'spoor2-deadlines-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function lines(text: string): unknown[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

describe('deadlines', () => {
  it('prints every date with its derivation', () => {
    const { stdout, status } = run('deadlines', ['--first-sick-day', '5-1-2026', '--today', '2026-11-22']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/vr 1 okt 2027 +\(zo 3 okt 2027\) +Later +Re-integratieverslag klaar +je werkgever/);
    expect(stdout).toContain('Dag 1 is de eerste ziektedag: maandag 5 januari 2026.');
    expect(stdout).not.toContain('\u001b[');
  });

  it('leaves out the days of recovery', () => {
    const { stdout } = run('deadlines', [
      '--first-sick-day',
      '2026-02-02',
      '--recovered',
      '2026-05-12/2026-05-31',
      '--json',
    ]);
    const { deadlines } = JSON.parse(stdout) as { deadlines: { id: string; date: string; derivation: string[] }[] };
    const wia = deadlines.find(({ id }) => id === 'wiaAanvraag');
    expect(wia?.date).toBe('2027-12-04');
    expect(wia?.derivation.join(' ')).toContain('20');
  });

  it('writes a calendar that another program reads', () => {
    const file = join(folder, 'dates.ics');
    const { status } = run('deadlines', ['--first-sick-day', '2026-01-05', '--today', '2026-11-22', '--ics', file]);
    expect(status).toBe(0);
    const events = new ICAL.Component(ICAL.parse(readFileSync(file, 'utf8')) as string).getAllSubcomponents('vevent');
    const starts = events.map((event) => String(event.getFirstPropertyValue('dtstart')));
    expect(starts).toContain('2027-10-15');
  });

  it('answers a batch line by line, in order, with the keys of the vectors', () => {
    const vectors = lines(readFileSync(VECTORS, 'utf8')) as { id: string; expected: unknown }[];
    const { stdout, status } = run('deadlines', ['--batch', VECTORS]);
    expect(status).toBe(0);
    expect(lines(stdout)).toEqual(vectors.map(({ id, expected }) => ({ id, expected })));
  });

  it('tells what is wrong with a line of a batch, and goes on', () => {
    const input = [
      '{"id":1,"input":{"spells":[["2026-02-31",null]]}}',
      '{"id":"b","input":{"spells":[["2026-01-05","2025-01-01"]]}}',
      'no json',
      '{"id":"c","input":{"spells":[["2026-01-05",null]]}}',
    ].join('\n');
    const { stdout, status } = run('deadlines', ['--batch', '-'], input);
    const [first, second, third, fourth] = lines(stdout) as Record<string, unknown>[];
    expect(first).toEqual({ id: 1, error: expect.stringContaining('spells.0.0') as string });
    expect(second).toEqual({ id: 'b', error: expect.stringContaining('eindigt voor') as string });
    expect(third).toEqual({ line: 3, error: 'the line is not JSON' });
    expect(fourth).toMatchObject({ id: 'c', expected: { riv: '2027-10-03' } });
    expect(status).toBe(1);
  });

  it.each([
    [['--first-sick-day', '31-2-2026'], /--first-sick-day: found "31-2-2026"/],
    [['--first-sick-day', '2030-01-01'], /is after today/],
    [['--first-sick-day', '12 maart'], /--first-sick-day: found "12 maart"/],
    [['--first-sick-day', '2026-01-05', '--recovered', '2026-05-12'], /FROM\/TO/],
    [['--first-sick-day', '2026-01-05', '--contract-end', '2025-12-31'], /voor de eerste ziektedag/],
    [['--first-sick-day', '2026-01-05', '--level', 'c1'], /--level: found "c1"/],
    [[], /There is no first sick day/],
  ])('says what is wrong with %j', (args, message) => {
    const { stderr, status } = run('deadlines', args);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/ at .*\.ts:\d+/);
    expect(status).toBe(2);
  });
});

describe('deadlines --csv', () => {
  function csv(text: string) {
    const from = join(folder, 'in.csv');
    const to = join(folder, 'out.csv');
    writeFileSync(from, text);
    const { stderr, status } = run('deadlines', ['--csv', from, to, '--today', '2026-11-22']);
    const out = status === 2 ? '' : readFileSync(to, 'utf8');
    const rows = parse<Record<string, string>>(out, { columns: true, bom: true, delimiter: ';' });
    return { stderr, status, out, rows };
  }

  it('gives one row out for each row in, and tells the bad ones by their line', () => {
    const { rows, stderr, status } = csv(
      '\uFEFFid;Eerste ziektedag;hersteld vanaf;weer ziek;einde contract;afdeling\r\n' +
        'A1;5-1-2026;;;;Zorg\r\n\r\n' +
        'A2;2-2-2026;12-5-2026;1-6-2026;;Zorg\r\n' +
        'A3;31-2-2026;;;;Zorg\r\n' +
        'A4;;;;;Zorg\r\n' +
        'A5;12 maart;;;;Zorg\r\n',
    );
    expect(rows.map(({ id, wia_aanvraag: wia }) => [id, wia])).toEqual([
      ['A1', '17-10-2027'],
      ['A2', '4-12-2027'],
      ['A3', ''],
      ['A4', ''],
      ['A5', ''],
    ]);
    expect(rows.slice(2).every(({ fout }) => fout !== '')).toBe(true);
    expect(stderr).toMatch(/line 5: eerste_ziektedag: gevonden "31-2-2026"/);
    expect(stderr).toMatch(/line 6: eerste_ziektedag is leeg/);
    expect(stderr).toMatch(/line 7: .*jaar/);
    expect(stderr).toMatch(/not used and not copied: afdeling/);
    expect(status).toBe(1);
  });

  it.each(['=1+1', '+31', '-2', '@SUM(A1)', '\t=cmd'])('makes the formula %j harmless', (formula) => {
    const { out } = csv(`id,eerste_ziektedag\n"${formula}",5-1-2026\n`.replaceAll(',', ';'));
    const cells = out.split('\r\n').flatMap((line) => line.replace('\uFEFF', '').split(';'));
    expect(cells.filter((cell) => /^"?[=+@\t\r-]/.test(cell))).toEqual([]);
  });

  it.each([
    ['a column twice', 'id;eerste_ziektedag;eerste_ziektedag\n', /twee keer/],
    ['a slip of a column that matters', 'id;eerste_ziektedag;hersteld\n', /Bedoel je hersteld_vanaf/],
  ])('refuses %s', (_name, text, message) => {
    expect(csv(text).stderr).toMatch(message);
  });

  it('does not write over the table it reads', () => {
    const file = join(folder, 'same.csv');
    writeFileSync(file, 'eerste_ziektedag\n5-1-2026\n');
    expect(run('deadlines', ['--csv', file, file]).stderr).toContain('same file');
    expect(readFileSync(file, 'utf8')).toContain('5-1-2026');
  });

  it('refuses a table without a first sick day, and names the columns', () => {
    const { stderr, status } = csv('naam;datum\nx;5-1-2026\n');
    expect(stderr).toMatch(/kolom eerste_ziektedag ontbreekt.*einde_contract/);
    expect(status).toBe(2);
  });
});

describe('graph', () => {
  it('prints a dialog as Mermaid', () => {
    const { stdout, status } = run('graph', ['termijnen']);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^flowchart TD\n/);
    expect(stdout).toContain('onderbroken -->|"nee / weetIkNiet"| verlof');
  });

  it('names the dialogs that there are', () => {
    expect(run('graph', ['pensioen']).stderr).toContain('termijnen');
    expect(run('graph').status).toBe(2);
  });
});
