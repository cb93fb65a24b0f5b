import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import dialog from '../../dialogs/spoor-2-nodig/dialog.ts';
import { AnswerReader, UNKNOWN, type Answers } from '../../src/dialog-engine/answers.ts';
import { checkDialog } from '../../src/dialog-engine/check.ts';
import type { DialogContext } from '../../src/dialog-engine/definition.ts';
import { parseAnswer } from '../../src/dialog-engine/parse-answer.ts';
import { resolve } from '../../src/dialog-engine/resolve.ts';
import type { Figures } from '../../src/rules/figures.ts';
import { dialogTextsSchema } from '../../src/knowledge/dialog-texts-schema.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const figures: Figures = {
  aowLeeftijden: [
    { bornFrom: day('1957-03-01'), bornTo: day('1960-12-31'), years: 67, months: 0, certainty: 'high' },
    { bornFrom: day('1961-01-01'), bornTo: day('1964-09-30'), years: 67, months: 3, certainty: 'high' },
  ],
  wiaBeslistermijnen: [],
};
/** Dates as ISO 8601. */
const plain = (values: unknown): unknown => JSON.parse(JSON.stringify(values));
const D0 = { eersteZiektedag: '2026-01-05' };
const EXCEPTIONS = ['uitstel', 'marginaal', 'geenMogelijkheden', 'allesGeprobeerd'];

/** What the dialog comes to; every question that is not given is answered with "I do not know". */
function advice(given: Answers, today = '2026-11-22') {
  const context: DialogContext = { today: day(today), audience: 'employee', figures };
  const unknown = Object.fromEntries(Object.keys(dialog.questions).map((name) => [name, UNKNOWN]));
  const { answers, node, route } = resolve(dialog, { ...unknown, ...given }, context);
  const result = dialog.outcomes[node]?.(new AnswerReader(answers), context);
  if (!result) throw new Error(`no outcome at ${node}`);
  const findings = result.groups.flatMap((group) => group.findings);
  return { ...result, node, route, findings, keys: findings.map(({ key }) => key) };
}

describe('the dialog spoor-2-nodig', () => {
  it('has a text for everything, no text too many, and leads everywhere', () => {
    const file = readFileSync(new URL('../../dialogs/spoor-2-nodig/texts.yaml', import.meta.url), 'utf8');
    expect(checkDialog(dialog, dialogTextsSchema.parse(load(file)))).toEqual([]);
  });

  it('says to count on spoor 2, and who knows more, when nothing is known', () => {
    const { headline, keys, plan } = advice({});
    expect(headline.key).toBe('startenZonderDatum');
    expect(keys).toEqual(expect.arrayContaining(['terugkeerNagaan', 'mogelijkhedenNagaan', 'eersteZiektedagNagaan']));
    expect(plan).toBeUndefined();
  });

  it('carries the target of week 52 and the limit of week 58', () => {
    const { headline, plan } = advice({ ...D0, mogelijkheden: 'genoeg', terugkeer: 'nee' });
    expect(headline).toMatchObject({ key: 'startenStreefdatum', force: 'uwv-practice', certainty: 'medium' });
    expect(plain(headline.values)).toEqual({ streefdatum: '2027-01-03', uiterlijk: '2027-02-14' });
    expect(plan?.deadlines.map(({ id }) => id)).toContain('spoor2Uiterlijk');
  });

  it('lets an early evaluation bring the limit before the target', () => {
    const { headline, keys } = advice({ ...D0, terugkeer: 'nee', evaluatie: '2026-11-17' });
    expect(headline.key).toBe('startenUiterlijk');
    expect(plain(headline.values)).toEqual({ uiterlijk: '2026-12-29' });
    expect(keys).not.toContain('evaluatieNagaan');
  });

  it('asks for the evaluation from week 46 on, not before', () => {
    expect(advice({ ...D0 }, '2026-11-16').route).toContain('evaluatie');
    expect(advice({ ...D0 }, '2026-11-15').route).not.toContain('evaluatie');
  });

  it.each([
    ['2027-01-03', 'startenStreefdatum'],
    ['2027-01-04', 'startenUiterlijk'],
    ['2027-02-14', 'startenUiterlijk'],
    ['2027-02-15', 'startenNu'],
    ['2028-01-02', 'startenNu'],
    ['2028-01-03', 'naWachttijd'],
  ])('on %s comes to %s', (today, key) => {
    expect(advice({ ...D0, terugkeer: 'nee' }, today).headline.key).toBe(key);
  });

  it.each([
    [{ mogelijkheden: 'hersteld' }, 'hersteld', 'hersteld', 'terugval'],
    [{ terugkeer: 'werktAl', werkPast: 'ja' }, 'resultaat', 'resultaat', 'bewijsResultaat'],
    [{ terugkeer: 'werktAl', werkPast: 'ja' }, 'resultaat', 'resultaat', 'nogNietStoppen'],
    [{ terugkeer: 'werktAl', werkPast: 'ja' }, 'resultaat', 'resultaat', 'ziekteLooptDoor'],
    [{ terugkeer: 'werktAl', werkPast: 'ja' }, 'resultaat', 'resultaat', 'deskundigenoordeel'],
    [{ terugkeer: 'werktAl', werkPast: 'nee' }, 'starten', 'startenZonderDatum', 'werkKanBeter'],
    [{ terugkeer: 'werktAl' }, 'starten', 'startenZonderDatum', 'werkKanBeter'],
    [{ terugkeer: 'tijdelijkWerk' }, 'starten', 'startenZonderDatum', 'tijdelijkWerk'],
    [{ terugkeer: 'nee', spoor2Nu: 'loopt' }, 'starten', 'spoor2Loopt', 'spoor1Open'],
    [{ spoor2Nu: 'allesGeprobeerd' }, 'allesGeprobeerd', 'allesGeprobeerd', 'bewijsGeprobeerd'],
    [{ mogelijkheden: 'geen' }, 'geenMogelijkheden', 'geenMogelijkheden', 'uitlegOntbreekt'],
    [{ mogelijkheden: 'marginaal' }, 'marginaal', 'marginaal', 'eigenWerkgeverBenutten'],
    [
      { mogelijkheden: 'geen', herstel: 'binnenDrieMaanden' },
      'geenMogelijkheden',
      'geenMogelijkheden',
      'herstelBinnenkort',
    ],
    [{ terugkeer: 'anderWerk' }, 'uitstel', 'uitstelNietRond', 'perspectiefAnderWerk'],
    [{ aowDichtbij: 'bereikt' }, 'aowBereikt', 'aowBereikt', 'loonNaAow'],
  ])('%j leads to %s', (given, node, headline, finding) => {
    const found = advice(given);
    expect([found.node, found.headline.key]).toEqual([node, headline]);
    expect(found.keys).toContain(finding);
  });

  it.each([
    { terugkeer: 'eigenWerk' },
    { mogelijkheden: 'marginaal' },
    { mogelijkheden: 'geen' },
    { spoor2Nu: 'allesGeprobeerd' },
  ])('with %j it is an exception: UWV tests it, the other duties go on, ask UWV in doubt', (given) => {
    const { node, keys } = advice({ ...given, ...D0 });
    expect(EXCEPTIONS).toContain(node);
    expect(keys).toEqual(
      expect.arrayContaining([
        'uwvToetst',
        'blijfMeedoen',
        'deskundigenoordeel',
        'loonsanctie',
        'datumsZonderUitzondering',
      ]),
    );
  });

  it.each<[string, Answers, string]>([
    ['whether there is work is not known', {}, 'laatTenzijWerk'],
    ['whether the work fits is not known', { terugkeer: 'werktAl' }, 'laatTenzijHetPast'],
    ['the work fits badly', { terugkeer: 'werktAl', werkPast: 'nee' }, 'startenNu'],
    ['the work is temporary', { terugkeer: 'tijdelijkWerk' }, 'startenNu'],
    ['spoor 2 is running', { spoor2Nu: 'loopt' }, 'spoor2Loopt'],
  ])('after the last date, when %s, it comes to %j: %s', (_reason, given, headline) => {
    expect(advice({ ...D0, ...given }, '2027-02-15').headline.key).toBe(headline);
  });

  it.each([
    ['2027-01-03', 'datumsZonderUitzondering', { streefdatum: '2027-01-03', uiterlijk: '2027-02-14' }],
    ['2027-01-04', 'uiterlijkZonderUitzondering', { uiterlijk: '2027-02-14' }],
    ['2027-02-14', 'uiterlijkZonderUitzondering', { uiterlijk: '2027-02-14' }],
    ['2027-02-15', 'laatZonderUitzondering', { uiterlijk: '2027-02-14' }],
  ])('on %s an exception that does not hold comes to %s, and aims at no day that is past', (today, key, values) => {
    const { findings } = advice({ ...D0, mogelijkheden: 'geen' }, today);
    const dates = findings.filter((finding) => finding.key.endsWith('ZonderUitzondering'));
    expect(dates.map((finding) => [finding.key, plain(finding.values)])).toEqual([[key, values]]);
  });

  it('says after 104 weeks that an interruption, which it does not ask, makes the dates different', () => {
    expect(advice({ ...D0 }, '2028-01-03').keys).toEqual(['loonsanctieNagaan', 'andereTelling']);
  });

  it('offers the exception of a near AOW only for an AOW after the wachttijd', () => {
    const { keys } = advice({ ...D0, aowDichtbij: 'dichtbij', geboortedatum: '1960-06-01' });
    expect(keys).not.toContain('aowBinnenEenJaar');
  });

  it('names the shortened wachttijd with its last day while it is possible, and only without recovery', () => {
    const given = { ...D0, mogelijkheden: 'geen', oordeelOpPapier: 'ja', herstel: 'nee' };
    const iva = advice(given).findings.find(({ key }) => key === 'vervroegdeIva');
    expect(plain(iva?.values)).toEqual({ tot: '2027-04-25' });
    expect(advice(given, '2027-04-26').keys).not.toContain('vervroegdeIva');
    expect(advice({ ...given, herstel: 'later' }).keys).not.toContain('vervroegdeIva');
  });

  it('asks the date of birth only from who says the AOW is near, and only with a first sick day', () => {
    expect(advice({ ...D0, aowDichtbij: 'nee' }).route).not.toContain('geboortedatum');
    expect(advice({ aowDichtbij: 'dichtbij' }).route).not.toContain('geboortedatum');
    expect(advice({ ...D0, aowDichtbij: 'dichtbij' }).route).toContain('geboortedatum');
  });

  it.each([
    ['1961-10-02', 'aowBinnenEenJaar', 'on the last day of the year after the wachttijd'],
    ['1961-10-03', 'aowLater', 'a day later'],
    ['1960-06-01', 'aowPlichtStopt', 'during the wachttijd'],
    ['1975-01-01', 'aowMisschien', 'not known yet'],
  ])('born on %s: %s (%s)', (geboortedatum, key) => {
    const found = advice({ ...D0, aowDichtbij: 'dichtbij', geboortedatum });
    expect(found.keys).toContain(key);
  });

  it('gives the exception of a near AOW no more than low certainty and no basis in law', () => {
    const { findings } = advice({ ...D0, aowDichtbij: 'dichtbij', geboortedatum: '1961-09-01' });
    expect(findings.find(({ key }) => key === 'aowBinnenEenJaar')).toMatchObject({
      force: 'uwv-practice',
      certainty: 'low',
      basis: [{ source: 'going-concern' }],
    });
  });

  it.each(['1959-01-01', '1950-01-01'])('sees that the AOW of who was born on %s has started', (geboortedatum) => {
    expect(advice({ ...D0, aowDichtbij: 'dichtbij', geboortedatum }).headline.key).toBe('aowBereikt');
  });

  it('asks at most 8 questions', () => {
    const long = { ...D0, terugkeer: 'werktAl', werkPast: 'nee', aowDichtbij: 'dichtbij' };
    expect(advice(long).route).toHaveLength(8);
  });
});

describe('the words of spoor-2-nodig', () => {
  const file = readFileSync(new URL('../../dialogs/spoor-2-nodig/texts.yaml', import.meta.url), 'utf8');
  const { questions, findings } = dialogTextsSchema.parse(load(file));

  it.each([
    ['spoor2Nu', 'ja', 'loopt'],
    ['spoor2Nu', 'nee', 'nee'],
    ['spoor2Nu', 'ja, alles is geprobeerd', 'allesGeprobeerd'],
    ['aowDichtbij', 'ja', 'dichtbij'],
    ['aowDichtbij', 'ja, ik heb al AOW', 'bereikt'],
    ['eerderUitstel', 'nee', 'nee'],
    ['eerderUitstel', 'ja', undefined],
    ['herstel', 'ja', undefined],
    ['werkPast', 'nee', 'nee'],
  ])('for %s take "%s" as %s', (name, text, option) => {
    const question = dialog.questions[name];
    if (question === undefined) throw new Error(`no question ${name}`);
    const options = Object.entries(questions[name]?.options ?? {}).map(([key, { words }]) => [key, words] as const);
    const parsed = parseAnswer(question, text, {
      today: day('2026-11-22'),
      language: 'nl',
      saysUnknown: () => false,
      options: Object.fromEntries(options),
    });
    expect(parsed).toEqual(option === undefined ? { kind: 'none' } : { kind: 'answer', answer: option });
  });

  it('tell an employee nothing about a conflict or not wishing to', () => {
    const text = findings['geenReden'];
    const employee = text && 'employee' in text ? Object.values(text.employee).join(' ') : '';
    expect(employee).toContain('WIA');
    expect(employee).not.toMatch(/ruzie|willen|kosten|conflict|wish|cost/i);
  });

  it('never say that what was agreed may stop once an exception is on paper', () => {
    expect(JSON.stringify(findings['blijfMeedoen'])).not.toMatch(/papier|paper/i);
    expect(JSON.stringify(findings['allesGeprobeerd'])).toMatch(/UWV erover hebben gevraagd.*eerst aan UWV.*asked UWV/);
  });

  it('never say that someone need not do spoor 2', () => {
    expect(file).not.toMatch(/hoeft? (?:je |u )?(?:geen|niet)|do not (?:have to|need)|need not/i);
  });

  it('never say that the law gives the 3 months, the 6 weeks or a week number', () => {
    expect(file).not.toMatch(/wet (?:zegt|noemt|geeft)[^.]*(?:maanden|6 weken|week 5)/i);
  });
});
