import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import dialog from '../../dialogs/loonsanctie/dialog.ts';
import { AnswerReader, UNKNOWN, type Answers } from '../../src/dialog-engine/answers.ts';
import type { DialogContext, Route } from '../../src/dialog-engine/definition.ts';
import { dialogTextsSchema } from '../../src/knowledge/dialog-texts-schema.ts';
import { LOONSANCTIE_GRONDEN } from '../../src/rules/loonsanctie/bevindingen.ts';

const sources = load(readFileSync('knowledge/_sources.yaml', 'utf8')) as Record<string, unknown>;
const texts = dialogTextsSchema.parse(load(readFileSync('dialogs/loonsanctie/texts.yaml', 'utf8')));
const on = (today: string): DialogContext => ({
  today: Temporal.PlainDate.from(today),
  audience: 'employee',
  figures: { aowLeeftijden: [], wiaBeslistermijnen: [] },
});

const START = {
  besluit: 'ja',
  eersteZiektedag: '2024-09-02',
  wiaOpTijd: 'opTijd',
  besluitDatum: '2026-07-10',
  soort: 'inhoudelijk',
  herstel: 'nogNiet',
};
const GEMELD = { ...START, herstel: 'gemeld', gemeldOp: '2026-11-23' };

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

describe('the dialog about the loonsanctie', () => {
  it.each([
    ['no decision, in time', { ...START, besluit: 'nee' }, '2026-07-01', 'nogGeenBesluit', 'kopNogGeenBesluit'],
    ['no decision, last day over', { ...START, besluit: 'nee' }, '2026-08-01', 'nogGeenBesluit', 'kopBesluitKanNog'],
    ['no decision, wait over', { ...START, besluit: 'nee' }, '2026-09-01', 'nogGeenBesluit', 'kopGeenBesluitMeer'],
    [
      'no decision, applied late',
      { ...START, besluit: 'nee', wiaOpTijd: 'teLaat' },
      '2026-07-01',
      'nogGeenBesluit',
      'kopWachtOpBesluit',
    ],
    [
      'week 40, not applied yet',
      { ...START, besluit: 'nee', wiaOpTijd: 'nogNiet' },
      '2025-06-02',
      'nogGeenBesluit',
      'kopNogGeenBesluit',
    ],
    [
      'week 94, not applied yet',
      { ...START, besluit: 'nee', wiaOpTijd: 'nogNiet' },
      '2026-06-15',
      'nogGeenBesluit',
      'kopWachtOpBesluit',
    ],
    ['nothing known', {}, '2026-07-01', 'nogGeenBesluit', 'kopWachtOpBesluit'],
    [
      'decision after the wait',
      { ...START, besluitDatum: '2026-08-31' },
      '2026-09-10',
      'besluitTeLaat',
      'kopBesluitTeLaat',
    ],
    [
      'decision on the last day of the wait',
      { ...START, besluitDatum: '2026-08-30' },
      '2026-09-10',
      'herstellen',
      'kopHerstellen',
    ],
    ['not repaired', START, '2026-10-01', 'herstellen', 'kopHerstellen'],
    ['repaired, not reported', { ...START, herstel: 'hersteld' }, '2026-10-01', 'herstellen', 'kopMelden'],
    ['last day of the sanction', START, '2027-08-29', 'herstellen', 'kopHerstellen'],
    ['sanction over', START, '2027-08-30', 'herstellen', 'kopVoorbij'],
    ['sanction over, reported', GEMELD, '2027-09-10', 'wachtenOpUwv', 'kopVoorbij'],
    ['reported', GEMELD, '2026-12-01', 'wachtenOpUwv', 'kopGemeld'],
    ['reported, UWV too late', GEMELD, '2026-12-20', 'wachtenOpUwv', 'kopGemeldWacht'],
    ['reported, applied late', { ...GEMELD, wiaOpTijd: 'teLaat' }, '2026-12-01', 'wachtenOpUwv', 'kopGemeldDagen'],
    [
      'reported before the start',
      { ...GEMELD, gemeldOp: '2026-08-20' },
      '2026-09-01',
      'wachtenOpUwv',
      'kopGemeldDagen',
    ],
    [
      'reported on an unknown day',
      { ...START, herstel: 'gemeld' },
      '2026-12-01',
      'wachtenOpUwv',
      'kopGemeldZonderDatum',
    ],
  ])('%s: %o', (_, answers, today, outcome, headline) => {
    const walked = walk(answers, today);
    expect([walked.outcome, walked.result.headline.key]).toEqual([outcome, headline]);
    expect(walked.asked.length).toBeLessThanOrEqual(8);
  });

  it('gives the dates of vector TV12a', () => {
    const { values } = walk(START, '2026-10-01');
    expect([values['einde'], values['opzegverbod'], values['wiaLater']]).toEqual([
      { date: '2027-08-29' },
      { date: '2027-08-31' },
      { date: '2027-08-30' },
    ]);
    expect(walk({ ...START, besluit: 'nee' }, '2026-07-01').values['kopNogGeenBesluit']).toEqual({
      date: '2026-07-19',
      einde: '2026-08-30',
    });
  });

  it('gives the dates of vector TV12b after a report, also in the plan', () => {
    const { values, result } = walk(GEMELD, '2026-12-01');
    expect(values['kopGemeld']).toEqual({ besluit: '2026-12-14', loon: '2027-01-25' });
    expect(String(result.plan?.deadlines.find(({ id }) => id === 'loonTot')?.date)).toBe('2027-01-25');
  });

  it('lets a repair reported late end no later than the sanction', () => {
    expect(walk(START, '2027-08-20').values['bekortingVandaag']).toEqual({ besluit: '2027-09-10', loon: '2027-08-29' });
  });

  it('promises no end from a report before the sanction began', () => {
    const { keys, result } = walk({ ...GEMELD, gemeldOp: '2026-08-20' }, '2026-09-01');
    expect(keys).toContain('bekortingVoorStart');
    expect(result.plan?.verzuim.bekortingsverzoek).toBeUndefined();
  });

  it('says by how many days a bekorting ends sooner when UWV decided after its last day', () => {
    expect(walk({ ...START, besluitDatum: '2026-07-24' }, '2026-10-01').values['bekortingEerder']).toEqual({
      days: 5,
    });
    expect(walk(START, '2026-10-01').keys).not.toContain('bekortingEerder');
  });

  it('counts six weeks for the objection, to a working day', () => {
    expect(walk({ ...START, besluitDatum: '2026-07-12' }, '2026-07-20').values['bezwaarTot']).toEqual({
      date: '2026-08-24',
    });
    expect(walk(START, '2026-10-01').keys).toContain('bezwaarVoorbij');
    expect(walk({ ...START, besluitDatum: UNKNOWN }, '2026-10-01').keys).toContain('bezwaarZoekDatum');
  });

  it.each([
    [{ soort: 'administratief' }, ['brief', 'herstelVerslag']],
    [{ soort: 'inhoudelijk', redenen: ['spoor2'] }, ['brief', 'herstelSpoor2']],
    [{ soort: 'inhoudelijk' }, ['brief', 'herstelSpoor2', 'herstelOordeel', 'herstelStilstand']],
    [{ soort: UNKNOWN }, ['brief', 'herstelVerslag', 'herstelSpoor2', 'herstelOordeel', 'herstelStilstand']],
  ])('of %o names what to put right: %o', (more, keys) => {
    const { result } = walk({ ...START, ...more }, '2026-10-01');
    expect(result.groups.find(({ heading }) => heading === 'herstel')?.findings.map(({ key }) => key)).toEqual(keys);
  });

  it('gives no counted date after a late WIA application', () => {
    const { keys, result } = walk({ ...START, wiaOpTijd: 'teLaat' }, '2026-10-01');
    expect(keys).toEqual(expect.arrayContaining(['eindeInBesluit', 'lateAanvraag']));
    expect(result.plan).toBeUndefined();
  });

  it.each([
    ['2025-06-02', 'nogNiet', 'nogAanvragen', 'lateAanvraag', 'week 40'],
    ['2026-06-14', 'nogNiet', 'nogAanvragen', 'week93Voorbij', 'last day of week 93'],
    ['2026-06-15', 'nogNiet', 'week93Voorbij', 'lateAanvraag', 'week 94'],
    ['2026-06-15', 'teLaat', 'lateAanvraag', 'nogAanvragen', 'applied too late'],
    ['2026-06-15', UNKNOWN, 'alsOpTijd', 'lateAanvraag', 'not known'],
  ])('on %s with the application %s says %s, not %s: %s', (today, wiaOpTijd, said, unsaid) => {
    const { keys } = walk({ ...START, besluit: 'nee', wiaOpTijd }, today);
    expect(keys).toContain(said);
    expect(keys).not.toContain(unsaid);
  });

  it.each([
    ['not repaired', START],
    ['repaired', { ...START, herstel: 'hersteld' }],
    ['reported', GEMELD],
  ])('asks for no repair, no shortening and no date once the sanction is over: %s', (_, answers) => {
    expect(walk(answers, '2027-09-10').keys).toEqual(['vraagWatNuGeldt', 'bezwaarVoorbij', 'eindeInBesluit']);
  });

  it('still says that the decision seems too late once the sanction would be over', () => {
    const { keys } = walk({ ...START, besluitDatum: '2026-08-31' }, '2027-09-10');
    expect(keys).toEqual(['vraagWatNuGeldt', 'besluitLeekTeLaat', 'bezwaarVoorbij', 'eindeInBesluit']);
  });

  it('names a shortening beside the objection only while it was not asked for', () => {
    expect(walk(START, '2026-10-01').keys).toContain('bekortingNaastBezwaar');
    expect(walk(GEMELD, '2026-12-01').keys).not.toContain('bekortingNaastBezwaar');
  });

  it('calls it repair, never recovery, at level B1', () => {
    const said = JSON.stringify([texts.questions['herstel'], texts.findings, texts.headings], (key, value: unknown) =>
      key === 'nl-A2' || key === 'en' || key === 'words' || key === 'zonderOnderbreking' ? undefined : value,
    );
    expect(said).not.toMatch(/"nl-B1":"[^"]*\bherstel/iu);
  });

  it('shows no sanction in the plan when the decision came after the wait', () => {
    const { result } = walk({ ...START, besluitDatum: '2026-08-31' }, '2026-09-10');
    expect(result.plan?.deadlines.map(({ id }) => id)).not.toContain('loonsanctieTot');
  });

  it('names only sources that exist', () => {
    const all = Object.values(LOONSANCTIE_GRONDEN).flatMap(({ basis }) => basis.map(({ source }) => source));
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
