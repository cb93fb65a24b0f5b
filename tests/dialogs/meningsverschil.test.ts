import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import meningsverschil from '../../dialogs/meningsverschil/dialog.ts';
import { AnswerReader, type Answers } from '../../src/dialog-engine/answers.ts';
import { checkDialog } from '../../src/dialog-engine/check.ts';
import type { DialogContext } from '../../src/dialog-engine/definition.ts';
import { resolve } from '../../src/dialog-engine/resolve.ts';
import { dialogTextsSchema } from '../../src/knowledge/dialog-texts-schema.ts';

const texts = dialogTextsSchema.parse(
  load(readFileSync(new URL('../../dialogs/meningsverschil/texts.yaml', import.meta.url), 'utf8')),
);
const EMPLOYEE: DialogContext = {
  today: Temporal.PlainDate.from('2026-11-22'),
  audience: 'employee',
  figures: { aowLeeftijden: [], wiaBeslistermijnen: [] },
};
const EMPLOYER: DialogContext = { ...EMPLOYEE, audience: 'employer' };
const UNKNOWN = 'weetIkNiet';

/** Goes the route of these answers and gives the outcome; every answer must be asked for. */
function outcome(answers: Answers, context = EMPLOYEE) {
  const position = resolve(meningsverschil, answers, context);
  expect(position.done, `stands at ${position.node}`).toBe(true);
  expect(Object.keys(position.answers)).toEqual(Object.keys(answers));
  const result = meningsverschil.outcomes[position.node]?.(new AnswerReader(answers), context);
  if (!result) throw new Error(`no outcome ${position.node}`);
  const group = (heading: string) =>
    result.groups.find((one) => one.heading === heading)?.findings.map(({ key }) => key) ?? [];
  return { node: position.node, ...result, group };
}

const over = (onderwerp: string, alGevraagd: readonly string[] = []) => ({ onderwerp, besproken: 'ja', alGevraagd });

describe('the dialog about a disagreement', () => {
  it('has a text for every question, option, heading and finding, no other texts, and no dead end', () => {
    expect(checkDialog(meningsverschil, texts)).toEqual([]);
  });

  it('advises a second opinion to an employee who doubts the medical advice', () => {
    const { headline, group } = outcome(over('adviesBedrijfsarts'));
    expect(headline).toMatchObject({ key: 'vraagSecondOpinion', force: 'statute', certainty: 'high' });
    expect(headline.basis?.map(({ source }) => source)).toEqual(['arbowet', 'stb-2017-255']);
    expect(group('secondOpinion')).toEqual(['secondOpinionHoe', 'secondOpinionWaarde', 'secondOpinionWeigeren']);
  });

  it('tells an employer that only the employee has a second opinion, and what to do instead', () => {
    const { headline, group } = outcome(over('adviesBedrijfsarts'), EMPLOYER);
    expect(headline.key).toBe('vraagUitleg');
    expect(group('secondOpinion')).toEqual(['alleenWerknemer', 'secondOpinionWeigeren']);
    expect(group('deskundigenoordeel')).toContain('oordeelKosten');
  });

  it('advises a deskundigenoordeel after a second opinion, and legal advice after a deskundigenoordeel', () => {
    expect(outcome(over('adviesBedrijfsarts', ['secondOpinion'])).headline.key).toBe('vraagDeskundigenoordeel');
    const na = outcome(over('passendWerk', ['deskundigenoordeel']));
    expect(na.headline.key).toBe('oordeelIsEr');
    expect(na.group('deskundigenoordeel')).toEqual(['oordeelWaarde']);
  });

  it.each([
    ['ziek', 'oordeelZiek'],
    ['passendWerk', 'oordeelPassend'],
    ['inzet', 'oordeelInzet'],
  ])('names the question for UWV that fits a disagreement about %s', (onderwerp, vraag) => {
    const { headline, group } = outcome(over(onderwerp));
    expect(headline.key).toBe('vraagDeskundigenoordeel');
    expect(group('deskundigenoordeel')).toEqual([vraag, 'oordeelKosten', 'oordeelDuur', 'oordeelWaarde']);
  });

  it('lets people talk first unless they did, also when nobody knows', () => {
    const answers = { onderwerp: 'inzet', besproken: 'nee', alGevraagd: [] };
    expect(outcome(answers).group('watJeNuDoet')).toEqual(['eerstPraten']);
    expect(outcome({ ...answers, besproken: UNKNOWN }).group('watJeNuDoet')).toEqual(['eerstPraten']);
    expect(outcome(over('inzet')).group('watJeNuDoet')).toEqual([]);
  });

  it.each([
    ['opschorting', 'loonOpgeschort', 'artikel 629 lid 6 en 7'],
    ['loonstop', 'loonGestopt', 'artikel 629 lid 3 en 7'],
  ])('keeps %s apart from the other measure', (maatregel, headline, at) => {
    const result = outcome({ onderwerp: 'loon', maatregel, besproken: 'ja', alGevraagd: [] });
    expect(result.headline).toMatchObject({ key: headline, basis: [{ source: 'bw7', at }] });
  });

  it('says that a claim for wages needs a deskundigenoordeel', () => {
    const { headline, groups } = outcome({
      onderwerp: 'loon',
      maatregel: UNKNOWN,
      besproken: 'nee',
      alGevraagd: UNKNOWN,
    });
    expect(headline.key).toBe('loonIngehouden');
    const claim = groups.flatMap(({ findings }) => findings).find(({ key }) => key === 'loonvordering');
    expect(claim).toMatchObject({ certainty: 'high', basis: [{ source: 'bw7', at: 'artikel 629a' }] });
  });

  it.each([
    ['medical advice', over('adviesBedrijfsarts')],
    ['work', over('passendWerk')],
    ['wages', { onderwerp: 'loon', maatregel: 'loonstop', besproken: 'ja', alGevraagd: [] }],
    ['a conflict', { onderwerp: 'ruzie', besproken: 'ja', ziekteVastgesteld: 'ja' }],
    ['nobody knows what', { onderwerp: UNKNOWN, besproken: 'ja' }],
  ])('tells people to go on co-operating in a disagreement about %s', (_what, answers) => {
    expect(outcome(answers).group('intussen')).toEqual(['meewerken']);
  });

  it('works out the last day to object to a decision that can still be objected to', () => {
    const { headline, group } = outcome({ onderwerp: 'besluitUwv', soortBesluit: 'wia', datumBesluit: '2026-11-13' });
    // Friday 13 November 2026 and 42 days is Friday 25 December: Christmas, then Boxing Day, then a Sunday.
    expect(headline.key).toBe('bezwaarUiterlijk');
    expect(headline.certainty).toBe('medium');
    const laatsteDag = headline.values?.['laatsteDag'];
    expect(laatsteDag instanceof Temporal.PlainDate && laatsteDag.toString()).toBe('2026-12-28');
    expect(group('bezwaar')).toEqual(['bezwaarHoe', 'bezwaarVerlengd', 'bezwaarWia', 'bezwaarDaarna']);
  });

  it('still counts the last day itself as in time', () => {
    const answers = { onderwerp: 'besluitUwv', soortBesluit: 'wia', datumBesluit: '2026-10-12' };
    const op = (today: string) => outcome(answers, { ...EMPLOYEE, today: Temporal.PlainDate.from(today) }).headline.key;
    expect(op('2026-11-23')).toBe('bezwaarUiterlijk');
    expect(op('2026-11-24')).toBe('bezwaarVoorbij');
  });

  it('sends new facts about a loonsanctie to the bekortingsverzoek, and keeps the wage running', () => {
    const answers = { onderwerp: 'besluitUwv', soortBesluit: 'loonsanctie', datumBesluit: UNKNOWN };
    const { headline, group } = outcome(answers, EMPLOYER);
    expect(headline.key).toBe('bezwaarZesWeken');
    expect(group('bezwaar')).toEqual([
      'bezwaarHoe',
      'bezwaarLoonsanctie',
      'nieuweFeiten',
      'loonLooptDoor',
      'bezwaarDaarna',
    ]);
  });

  it('gives no term for an objection to a deskundigenoordeel or to a decision it does not know', () => {
    expect(outcome({ onderwerp: 'besluitUwv', soortBesluit: 'deskundigenoordeel' }).headline.key).toBe('geenBezwaar');
    expect(outcome({ onderwerp: 'besluitUwv', soortBesluit: 'ander' }).headline.key).toBe('leesBrief');
    expect(outcome({ onderwerp: 'besluitUwv', soortBesluit: UNKNOWN }).headline.key).toBe('leesBrief');
  });

  it('has the bedrijfsarts establish illness before mediation', () => {
    const ruzie = { onderwerp: 'ruzie', besproken: 'nee' };
    expect(outcome({ ...ruzie, ziekteVastgesteld: 'ja' }).headline.key).toBe('naarMediation');
    expect(outcome({ ...ruzie, ziekteVastgesteld: 'nee' }).headline.key).toBe('eerstBedrijfsarts');
    expect(outcome({ ...ruzie, ziekteVastgesteld: UNKNOWN }).headline.key).toBe('eerstBedrijfsarts');
  });

  it('names all ways when nobody knows what it is about', () => {
    expect(outcome({ onderwerp: UNKNOWN, besproken: 'nee' }).headline.key).toBe('kiesRoute');
  });
});
