import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Product } from '../support/product.ts';

let product: Product;

beforeAll(async () => {
  product = await Product.start();
});

afterAll(() => product.remove());

/** Far enough ahead that no date is past for years: what documents show depends on the day the test runs. */
const FIRST_SICK_DAY = '2026-11-02';

interface Dates {
  expected: Record<string, unknown>;
  deadlines: { id: string; date: string; derivation: string[]; sources: { title: string; url?: string }[] }[];
  documents: { page: string; calendar: string; picture: string; bitmap: string };
}

async function dates(body: unknown): Promise<Dates> {
  const response = await product.post('/v1/deadlines', body);
  expect(response.status).toBe(200);
  return (await response.json()) as Dates;
}

describe('POST /v1/deadlines', () => {
  it('gives the dates of a published vector', async () => {
    const [line = ''] = readFileSync(join(import.meta.dirname, '..', 'rules', 'deadline-vectors.jsonl'), 'utf8').split(
      '\n',
    );
    const vector = JSON.parse(line) as { input: unknown; expected: unknown };
    expect((await dates(vector.input)).expected).toEqual(vector.expected);
  });

  it('gives each date with the law it rests on and the steps towards it', async () => {
    const { deadlines } = await dates({ spells: [[FIRST_SICK_DAY, null]], level: 'en' });
    const wia = deadlines.find(({ id }) => id === 'wiaAanvraag');
    expect(wia?.date).toBe('2028-08-13');
    expect(wia?.sources[0]).toMatchObject({ title: expect.stringContaining('artikel 64') as string });
    expect(wia?.derivation.join(' ')).toContain('Monday 2 November 2026');
    for (const { sources, derivation } of deadlines) {
      expect(sources.length).toBeGreaterThan(0);
      expect(derivation.length).toBeGreaterThan(0);
    }
  });

  it.each([
    ['a date that does not exist', { spells: [['2026-02-31', null]] }, /spells\.0\.0.*2026-01-05/],
    ['no period', { spells: [] }, /spells/],
    ['an unknown key', { spells: [[FIRST_SICK_DAY, null]], naam: 'x' }, /naam/],
    [
      'periods that overlap',
      {
        spells: [
          ['2026-01-05', '2026-03-01'],
          ['2026-02-01', null],
        ],
      },
      /overlappen/,
    ],
    ['a contract that ended before', { spells: [['2026-01-05', null]], contract_end: '2025-12-01' }, /eindeContract/],
  ])('refuses %s and says what is wrong', async (_name, body, detail) => {
    const response = await product.post('/v1/deadlines', body);
    expect(response.status).toBe(422);
    expect(((await response.json()) as { detail: string }).detail).toMatch(detail);
  });

  it('gives no date where leave does not adjoin the sickness', async () => {
    const { expected, deadlines } = await dates({
      spells: [
        ['2026-03-02', '2026-07-20'],
        ['2026-11-23', null],
      ],
      leaves: [['2026-08-03', '2026-11-22', true]],
    });
    expect(deadlines).toEqual([]);
    expect(Object.values(expected).filter((value) => typeof value === 'string')).toEqual(['verlofSluitNietAan']);
  });
});

describe('the documents of a plan', () => {
  it('are a calendar, a picture and a page, and no address holds a date', async () => {
    const { documents } = await dates({ spells: [[FIRST_SICK_DAY, null]] });
    for (const address of Object.values(documents)) expect(address).not.toMatch(/2026|11-02/);

    const calendar = await fetch(product.url + documents.calendar);
    expect(calendar.headers.get('content-type')).toContain('text/calendar');
    expect(calendar.headers.get('content-disposition')).toContain('.ics');
    const events = new ICAL.Component(ICAL.parse(await calendar.text()) as string).getAllSubcomponents('vevent');
    expect(events.length).toBeGreaterThan(10);

    const svg = await (await fetch(product.url + documents.picture)).text();
    expect(svg).toContain('<svg');
    expect(svg).toContain('<desc');

    const png = Buffer.from(await (await fetch(product.url + documents.bitmap)).arrayBuffer());
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBeLessThanOrEqual(1024);

    const page = await fetch(product.url + documents.page);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const html = await page.text();
    expect(html).toContain('Re-integratieverslag');
    expect(html).not.toContain('style="');
  });

  it('may be one date only, under its own name', async () => {
    const { documents } = await dates({ spells: [[FIRST_SICK_DAY, null]] });
    const file = await fetch(product.url + documents.calendar.replace('termijnen.ics', 'wiaAanvraag.ics'));
    const events = new ICAL.Component(ICAL.parse(await file.text()) as string).getAllSubcomponents('vevent');
    expect(events.map((event) => String(event.getFirstPropertyValue('dtstart')))).toEqual(['2028-08-11']);
    expect((await fetch(product.url + documents.calendar.replace('termijnen.ics', 'pensioen.ics'))).status).toBe(404);
  });

  it('have an address that nobody can change', async () => {
    const { documents } = await dates({ spells: [[FIRST_SICK_DAY, null]] });
    const response = await fetch(
      product.url + documents.page.replace(/.(?=\/[^/]*$)/, (last) => (last === 'A' ? 'B' : 'A')),
    );
    expect(response.status).toBe(404);
  });

  it('leave no date in the log', async () => {
    const { documents } = await dates({ spells: [['2026-10-13', null]] });
    await fetch(product.url + documents.page);
    expect(product.log()).toContain('"route":"/d/:token/:file"');
    expect(product.log()).not.toContain('2026-10-13');
    expect(product.log()).not.toContain(documents.page.split('/')[2] ?? '');
  });
});

describe('POST /v1/dialogs', () => {
  it('takes all answers at once', async () => {
    const answers = { eersteZiektedag: FIRST_SICK_DAY, onderbroken: 'nee', verlof: 'nee', bijzonder: [] };
    const response = await product.post('/v1/dialogs/termijnen', { audience: 'employer', answers });
    expect(await response.json()).toMatchObject({ kind: 'outcome', outcome: 'tijdlijn' });
  });

  it.each([
    ['missing', {}, 'eersteZiektedag'],
    ['in the future', { eersteZiektedag: '2090-01-01' }, 'eersteZiektedag'],
    ['no option', { eersteZiektedag: FIRST_SICK_DAY, onderbroken: 'misschien' }, 'onderbroken'],
  ])('asks for the first answer that is %s', async (_name, answers, question) => {
    const response = await product.post('/v1/dialogs/termijnen', { audience: 'employee', answers });
    expect(await response.json()).toMatchObject({ kind: 'incomplete', question });
  });

  it('does not know another dialog', async () => {
    expect((await product.post('/v1/dialogs/pensioen', { audience: 'employee', answers: {} })).status).toBe(404);
  });

  it('are listed with their questions', async () => {
    const list = (await (await fetch(`${product.url}/v1/dialogs`)).json()) as { id: string; questions: unknown[] }[];
    expect(list).toHaveLength(9);
    for (const { questions } of list) expect(questions.length).toBeGreaterThan(2);
  });
});

describe('the page without scripts', () => {
  it('carries a whole dialog, with links to its documents', async () => {
    let page = '';
    for (const vraag of ['termijnen', 'Ik ben werknemer', '2-11-2026', 'Nee', 'nee', 'geen'])
      page = await post(vraag, page);
    expect(page).toContain('<table>');
    expect(page).toMatch(/href="\/d\/[\w-]+\/termijnen\.ics"/);
    expect(await post('hoe is dit berekend?', page)).toMatch(/href="\/d\/[\w-]+\/[\w-]+\.ics"/);
    const changed = await post('wijzig eerste ziektedag', page);
    expect(changed).toContain('maandag 2 november 2026');
  });

  it('starts anew when what it remembers was tampered with', async () => {
    const response = await fetch(`${product.url}/gesprek`, {
      method: 'POST',
      body: new URLSearchParams({ vraag: 'hoi', gesprek: '{"format":2,"level":"xx"}' }),
    });
    expect(response.status).toBe(200);
  });

  async function post(vraag: string, page: string): Promise<string> {
    const session = /name="gesprek" value="([^"]*)"/.exec(page)?.[1] ?? '';
    const gesprek = session.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
    const response = await fetch(`${product.url}/gesprek`, {
      method: 'POST',
      body: new URLSearchParams({ vraag, gesprek }),
    });
    return response.text();
  }
});
