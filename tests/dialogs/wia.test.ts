import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import dialog from '../../dialogs/wia/dialog.ts';
import { AnswerReader, UNKNOWN, type Answers } from '../../src/dialog-engine/answers.ts';
import type { DialogContext, Route } from '../../src/dialog-engine/definition.ts';
import { dialogTextsSchema } from '../../src/knowledge/dialog-texts-schema.ts';
import { WIA_GRONDEN } from '../../src/rules/wia/bevindingen.ts';

const sources = load(readFileSync('knowledge/_sources.yaml', 'utf8')) as Record<string, unknown>;
const texts = dialogTextsSchema.parse(load(readFileSync('dialogs/wia/texts.yaml', 'utf8')));
const on = (today: string): DialogContext => ({
  today: Temporal.PlainDate.from(today),
  audience: 'employee',
  figures: { aowLeeftijden: [], wiaBeslistermijnen: [] },
});

const START = {
  eersteZiektedag: '2026-01-05',
  tussentijdsHersteld: 'nee',
  dienstverband: 'inDienst',
  leeftijd: 'jongerDan60',
};
const LAAT = {
  ...START,
  eersteZiektedag: '2025-02-03',
  aangevraagd: 'ja',
  aanvraagDatum: '2026-12-13',
  briefGekregen: 'ja',
};

/** Follows the dialog with these answers; what is not given is not known. */
function walk(given: Answers, today: string) {
  const context = on(today);
  const asked: Record<string, Answers[string]> = {};
  let node = dialog.start;
  for (let question = dialog.questions[node]; question !== undefined; question = dialog.questions[node]) {
    const answer = given[node] ?? UNKNOWN;
    asked[node] = answer;
    const next = answer === UNKNOWN ? question.unknown : question.next;
    const route = (
      typeof next === 'object' && !('branches' in next) ? (next as Record<string, Route>)[answer as string] : next
    ) as Route;
    node =
      typeof route === 'string'
        ? route
        : (route.branches.find((b) => b.holds(new AnswerReader(asked), context))?.to ?? route.otherwise);
  }
  const result = dialog.outcomes[node]?.(new AnswerReader(asked), context);
  if (result === undefined) throw new Error(`no outcome ${node}`);
  const keys = result.groups.flatMap(({ findings }) => findings.map(({ key }) => key));
  const all = [result.headline, ...result.groups.flatMap(({ findings }) => findings)];
  // As text: a date as ISO 8601.
  const values = JSON.parse(JSON.stringify(Object.fromEntries(all.map((one) => [one.key, one.values])))) as Record<
    string,
    Readonly<Record<string, unknown>>
  >;
  return { outcome: node, result, keys, values, asked: Object.keys(asked) };
}

describe('the dialog about the WIA', () => {
  it.each([
    [
      'first year, recovery possible',
      { ...START, geenHerstelVerwacht: 'nee' },
      '2026-11-22',
      'opTijdAanvragen',
      'kopAanvragen',
    ],
    [
      'first year, no recovery',
      { ...START, geenHerstelVerwacht: 'ja' },
      '2026-11-22',
      'vervroegdAanvragen',
      'kopVervroegd',
    ],
    [
      'first three weeks, no recovery',
      { ...START, geenHerstelVerwacht: 'ja' },
      '2026-01-12',
      'vervroegdAanvragen',
      'kopVervroegdStraks',
    ],
    ['between week 68 and the letter', START, '2027-06-01', 'opTijdAanvragen', 'kopAanvragen'],
    ['time to apply', { ...START, aangevraagd: 'nee' }, '2027-10-01', 'opTijdAanvragen', 'kopNuAanvragen'],
    [
      'applied in time',
      { ...START, aangevraagd: 'ja', aanvraagDatum: '2027-10-15' },
      '2027-10-20',
      'opTijdAangevraagd',
      'kopAangevraagd',
    ],
    [
      'applied on an unknown day',
      { ...START, aangevraagd: 'ja' },
      '2027-10-20',
      'opTijdAangevraagd',
      'kopAangevraagdZonderDatum',
    ],
    ['not applied, over', { ...START, aangevraagd: 'nee' }, '2027-10-20', 'meteenAanvragen', 'kopMeteen'],
    [
      'late letter',
      { ...START, aangevraagd: 'nee', briefGekregen: 'ja', briefDatum: '2027-10-01' },
      '2027-10-20',
      'meteenAanvragen',
      'kopNaLateBrief',
    ],
    ['applied late', { ...LAAT, briefDatum: '2026-10-14' }, '2026-12-20', 'laatAangevraagd', 'kopTeLaat'],
    ['applied late, no letter', { ...LAAT, briefGekregen: 'nee' }, '2026-12-20', 'laatAangevraagd', 'kopLaatMaarGoed'],
    [
      'applied late, ex-employee',
      { ...LAAT, briefDatum: '2026-10-14', dienstverband: 'uitDienstUwv' },
      '2026-12-20',
      'laatAangevraagd',
      'kopTeLaatUitDienst',
    ],
    [
      'recovered in between',
      { ...START, tussentijdsHersteld: 'ja' },
      '2026-11-22',
      'opTijdAanvragen',
      'kopOnderbroken',
    ],
    [
      'applied late, interruption not known',
      { ...LAAT, briefDatum: '2026-10-14', tussentijdsHersteld: UNKNOWN },
      '2026-12-20',
      'laatAangevraagd',
      'kopMisschienTeLaat',
    ],
    [
      'not applied, over, interruption not known',
      { ...START, aangevraagd: 'nee', tussentijdsHersteld: UNKNOWN },
      '2027-10-20',
      'meteenAanvragen',
      'kopMeteenOnderbroken',
    ],
    ['AOW age', { ...START, leeftijd: 'aowLeeftijd' }, '2026-11-22', 'geenWia', 'kopAow'],
    ['nothing known', {}, '2026-11-22', 'opTijdAanvragen', 'kopWeken'],
    [
      'no first day, no recovery',
      { geenHerstelVerwacht: 'ja' },
      '2026-11-22',
      'vervroegdAanvragen',
      'kopVervroegdWeken',
    ],
  ])('%s: %o', (_, answers, today, outcome, headline) => {
    const walked = walk(answers, today);
    expect([walked.outcome, walked.result.headline.key]).toEqual([outcome, headline]);
    expect(walked.asked.length).toBeLessThanOrEqual(8);
  });

  it('gives the dates of vector TV01', () => {
    expect(walk(START, '2026-11-22').values['kopAanvragen']).toEqual({
      from: '2027-09-13',
      practical: '2027-10-15',
      date: '2027-10-17',
    });
  });

  it('gives the new dates of vector TV13 after an application 28 days late, also in the plan', () => {
    const { values, result } = walk({ ...LAAT, briefDatum: '2026-10-14' }, '2026-12-20');
    expect(values['nieuweDatums']).toEqual({ loon: '2027-02-28', start: '2027-03-01', opzegverbod: '2027-03-02' });
    expect(String(result.plan?.deadlines.find(({ id }) => id === 'wiaEersteDag')?.date)).toBe('2027-03-01');
  });

  it.each([UNKNOWN, 'ja'])(
    'moves no date when a recovery in between is %s, also not in the plan',
    (tussentijdsHersteld) => {
      const answers = { ...LAAT, briefDatum: '2026-10-14', tussentijdsHersteld };
      for (const one of [answers, { ...answers, aangevraagd: 'nee' }]) {
        const { keys, result } = walk(one, '2026-12-20');
        expect(keys).toContain('laatLoon');
        expect(keys).not.toContain('nieuweDatums');
        expect(keys).not.toContain('vandaagDatums');
        expect(result.plan?.verzuim.wiaAangevraagd).toBeUndefined();
      }
    },
  );

  it.each(['inDienst', UNKNOWN])('never names longer pay without the loss of it, of %s', (dienstverband) => {
    for (const more of [{ aangevraagd: 'nee' }, { ...LAAT, dienstverband, briefDatum: '2026-10-14' }]) {
      const { keys } = walk({ ...START, dienstverband, ...more }, '2026-12-20');
      expect(keys).toContain('laatLoonKwijt');
    }
  });

  it('states no new dates while UWV’s letter leaves open whether the application was late', () => {
    const { keys, result } = walk(LAAT, '2026-12-20');
    expect(result.headline.key).toBe('kopLaatBriefOnzeker');
    expect(keys).toEqual(expect.arrayContaining(['briefOnbekend', 'laatLoon']));
    expect(keys).not.toContain('nieuweDatums');
    expect(result.plan?.verzuim.wiaAangevraagd).toBeUndefined();
  });

  it('moves no date when UWV sent no letter, and says under what condition', () => {
    const { keys, result } = walk({ ...LAAT, briefGekregen: 'nee' }, '2026-12-20');
    expect(keys).toEqual(expect.arrayContaining(['geenBriefOpTijd', 'melding81', 'wachttijd']));
    expect(keys).not.toContain('laatLoonKwijt');
    expect(result.plan?.verzuim.wiaAangevraagd).toBeUndefined();
  });

  it('asks an ex-employee of UWV for no report and shows no wage date', () => {
    const { keys, result } = walk({ ...START, dienstverband: 'uitDienstUwv' }, '2026-11-22');
    expect(keys).toContain('verslagUwv');
    expect(keys).not.toContain('verslagInhoud');
    expect(result.plan?.deadlines.map(({ id }) => id)).not.toContain('loonTot');
  });

  it.each([
    ['2024-01-08', 'zestigPlus', true],
    ['2026-01-05', 'zestigPlusDaarna', true],
    ['2023-01-02', 'zestigPlus', false],
  ])('of a first day %s the wait and the 60-plus scheme: %s %s', (eersteZiektedag, key, there) => {
    const answers = { ...START, leeftijd: 'van60TotAow', eersteZiektedag, aangevraagd: 'nee' };
    expect(walk(answers, '2026-11-22').keys.includes(key)).toBe(there);
  });

  it('promises no date of decision', () => {
    const { result } = walk({ ...START, aangevraagd: 'ja', aanvraagDatum: '2027-10-15' }, '2027-10-20');
    expect(result.plan?.deadlines.map(({ id }) => id)).not.toContain('wiaBesluit');
  });

  it('lets IVA start ten weeks after an application of today', () => {
    expect(walk({ ...START, geenHerstelVerwacht: 'ja' }, '2026-11-22').values['vervroegdStart']).toEqual({
      date: '2027-01-31',
    });
  });

  it('names only sources that exist', () => {
    const all = Object.values(WIA_GRONDEN).flatMap(({ basis }) => basis.map(({ source }) => source));
    expect(all.filter((source) => !(source in sources))).toEqual([]);
  });

  it('has a text for every question, option, heading and finding, and no other', () => {
    expect(Object.keys(texts.questions).sort()).toEqual(Object.keys(dialog.questions).sort());
    expect(Object.keys(texts.headings).sort()).toEqual([...dialog.headings].sort());
    expect(Object.keys(texts.findings).sort()).toEqual([...dialog.findings].sort());
    for (const [name, question] of Object.entries(dialog.questions))
      expect(Object.keys(texts.questions[name]?.options ?? {}).sort()).toEqual(
        'options' in question ? [...question.options].sort() : [],
      );
  });
});
