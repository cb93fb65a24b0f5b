import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import nieuweBaan from '../../dialogs/nieuwe-baan/dialog.ts';
import { AnswerReader, type Answers } from '../../src/dialog-engine/answers.ts';
import { checkDialog } from '../../src/dialog-engine/check.ts';
import type { DialogContext } from '../../src/dialog-engine/definition.ts';
import { resolve } from '../../src/dialog-engine/resolve.ts';
import { dialogTextsSchema } from '../../src/knowledge/dialog-texts-schema.ts';

const texts = dialogTextsSchema.parse(
  load(readFileSync(new URL('../../dialogs/nieuwe-baan/texts.yaml', import.meta.url), 'utf8')),
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
  const position = resolve(nieuweBaan, answers, context);
  expect(position.done, `stands at ${position.node}`).toBe(true);
  expect(Object.keys(position.answers)).toEqual(Object.keys(answers));
  const result = nieuweBaan.outcomes[position.node]?.(new AnswerReader(answers), context);
  if (!result) throw new Error(`no outcome ${position.node}`);
  const group = (heading: string) =>
    result.groups.find((one) => one.heading === heading)?.findings.map(({ key }) => key) ?? [];
  return { node: position.node, ...result, group };
}

// First sick day 5 January 2026: reference day 4 October 2027, first WIA day 3 January 2028.
const CONTRACT = {
  inkomen: 'loon',
  passendheid: 'past',
  contractNu: 'ja',
  contractduur: 'korterDanTweeJaar',
  alleUren: 'ja',
};
const METEEN = { ...CONTRACT, startdatum: '2027-03-01', eersteZiektedag: '2026-01-05' };

describe('the dialog about a new job', () => {
  it('has a text for every question, option, heading and finding, no other texts, and no dead end', () => {
    expect(checkDialog(nieuweBaan, texts)).toEqual([]);
  });

  it('warns for the no-riskpolis first when a contract starts before the wachttijd ends', () => {
    const { headline, group, plan } = outcome(METEEN);
    expect(headline.key).toBe('uitkomstContractVroeg');
    expect(group('watPast')).toEqual(['contract', 'detachering']);
    expect(group('vooraf')).toEqual(['adviesVooraf', 'oudContractStopt', 'terugval', 'proeftijdEenMaand']);
    expect(group('noRisk')).toEqual(['noRiskWat', 'startVoorPeildag', 'datumsSchuiven']);
    expect(plan?.deadlines.map(({ id }) => id)).toEqual(['noRiskPeildag', 'eindeWachttijd', 'wiaEersteDag']);
  });

  it.each([
    ['on the reference day', '2027-10-04', 'startVoorPeildag', 'uitkomstContractVroeg'],
    ['the day after it', '2027-10-05', 'startVoorEinde', 'uitkomstContractVroeg'],
    ['on the last day of the wachttijd', '2028-01-02', 'startVoorEinde', 'uitkomstContractVroeg'],
    ['on the first WIA day', '2028-01-03', 'startNaEinde', 'uitkomstContract'],
  ])('says what a contract that starts %s does to the no-riskpolis', (_day, startdatum, finding, headline) => {
    const result = outcome({ ...METEEN, startdatum });
    expect(result.group('noRisk')).toContain(finding);
    expect(result.headline.key).toBe(headline);
  });

  it('advises to take advice before signing, and rests that on the end of the old wage right and opzegverbod', () => {
    const { headline } = outcome({ ...METEEN, startdatum: UNKNOWN, eersteZiektedag: UNKNOWN });
    expect(headline).toMatchObject({
      key: 'uitkomstContract',
      force: 'statute',
      certainty: 'high',
      basis: [{ source: 'bw7', at: 'artikel 629 en 670' }],
    });
  });

  it('gives both dates when the start is not known, and says who knows the first sick day when that is not known', () => {
    expect(outcome({ ...METEEN, startdatum: UNKNOWN }).group('noRisk')).toContain('noRiskDatums');
    const zonder = outcome({ ...METEEN, eersteZiektedag: UNKNOWN });
    expect(zonder.group('noRisk')).toEqual(['noRiskWat', 'noRiskZonderDatum']);
    expect(zonder.plan).toBeUndefined();
  });

  it('names no dates when the 104 weeks are over while wage goes on', () => {
    const { group, plan } = outcome({ ...METEEN, eersteZiektedag: '2024-09-02' });
    expect(group('noRisk')).toEqual(['noRiskWat', 'noRiskVerlengd']);
    expect(plan).toBeUndefined();
  });

  it('keeps duties for the remaining hours apart from the end of the contract', () => {
    expect(outcome({ ...METEEN, alleUren: 'nee' }).group('vooraf')).toContain('oudContractDeels');
    expect(outcome({ ...METEEN, alleUren: 'nee' }).group('vooraf')).not.toContain('oudContractStopt');
    expect(outcome({ ...METEEN, alleUren: UNKNOWN }).group('vooraf')).toEqual(
      expect.arrayContaining(['oudContractStopt', 'oudContractDeels']),
    );
  });

  it('advises to try first when it is not sure that the work fits, also with a contract on the table', () => {
    const { headline, group } = outcome({ ...METEEN, passendheid: 'twijfel' });
    expect(headline.key).toBe('uitkomstProefplaatsing');
    expect(group('watPast')).toEqual(['proefplaatsing', 'detachering']);
    expect(group('ertegen')).toContain('contractErtegen');
  });

  it('advises detachering when the work fits and the contract comes later', () => {
    const answers = { inkomen: 'loon', passendheid: 'past', contractNu: 'later', contractduur: UNKNOWN };
    const { headline, group } = outcome({ ...answers, startdatum: UNKNOWN, eersteZiektedag: UNKNOWN });
    expect(headline.key).toBe('uitkomstDetachering');
    expect(group('vooraf')).toEqual(['proeftijdPerDuur', 'opPapier']);
  });

  it('does not speak of a trial period when no contract is in sight', () => {
    const { group } = outcome({ inkomen: 'loon', passendheid: 'twijfel', contractNu: 'nee', eersteZiektedag: UNKNOWN });
    expect(group('vooraf')).toEqual(['opPapier']);
    expect(group('watPast')).toEqual(['proefplaatsing', 'werkervaringsplaats']);
  });

  it('names the six weeks only for practice without value to the company', () => {
    const oefenen = { inkomen: 'loon', passendheid: 'oefenen' };
    expect(outcome({ ...oefenen, loonwaarde: 'nee' }).group('ertegen')).toEqual(['werkervaringsplaatsErtegen']);
    expect(outcome({ ...oefenen, loonwaarde: UNKNOWN }).group('ertegen')).toEqual(['werkervaringsplaatsErtegen']);
    expect(outcome({ ...oefenen, loonwaarde: 'ja' }).group('ertegen')).toEqual(['detacheringErtegen', 'werkMetWaarde']);
  });

  it('does not advise practice first when the work is already worth something', () => {
    const { headline, group } = outcome({ inkomen: 'loon', passendheid: 'oefenen', loonwaarde: 'ja' });
    expect(headline.key).toBe('uitkomstWerkMetWaarde');
    expect(group('watPast')).toEqual(['detachering', 'werkervaringsplaats']);
  });

  it('puts agreements of three parties on paper only when the first form is no contract', () => {
    expect(outcome(METEEN).group('vooraf')).not.toContain('opPapier');
    expect(outcome({ ...METEEN, passendheid: 'twijfel' }).group('vooraf')).toContain('opPapier');
  });

  it.each([
    ['korterDanZesMaanden', 'uitkomstUwvVragen'],
    ['zesMaanden', 'uitkomstUwvProefplaatsing'],
    [UNKNOWN, 'uitkomstUwvProefplaatsing'],
  ])('leads a contract of %s, after a trial with a benefit, to %s', (contractduur, headline) => {
    const answers = { inkomen: 'uitkering', wiaBesluit: 'wia', passendheid: 'twijfel', contractNu: 'later' };
    expect(outcome({ ...answers, contractduur }).headline.key).toBe(headline);
  });

  it("offers UWV's proefplaatsing only to someone with a benefit who may get a contract", () => {
    const uitkering = { inkomen: 'uitkering', wiaBesluit: 'wia' };
    const proef = outcome({
      ...uitkering,
      passendheid: 'twijfel',
      contractNu: 'later',
      contractduur: 'tweeJaarOfVast',
    });
    expect(proef.headline.key).toBe('uitkomstUwvProefplaatsing');
    expect(proef.group('vooraf')).toEqual(['uwvToestemming', 'meldInkomen', 'proeftijdTweeMaanden']);
    expect(outcome({ ...uitkering, passendheid: 'past', contractNu: 'nee' }).headline.key).toBe('uitkomstUwvVragen');
    expect(outcome({ ...uitkering, passendheid: 'oefenen' }).headline.key).toBe('uitkomstUwvVragen');
    expect(outcome(METEEN).group('watPast')).not.toContain('uwvProefplaatsing');
  });

  it('lets someone with a benefit and a fitting contract ask UWV before signing', () => {
    const { headline, group } = outcome({
      ...{ inkomen: 'uitkering', wiaBesluit: 'onder35', passendheid: 'past' },
      ...{ contractNu: 'ja', contractduur: 'zesMaanden' },
    });
    expect(headline.key).toBe('uitkomstContractBijUitkering');
    expect(group('watPast')).toEqual(['contract']);
    expect(group('vooraf')).toEqual(['meldInkomen', 'geenProeftijd']);
    expect(group('noRisk')).toEqual(['noRiskWat', 'noRiskOnder35']);
  });

  it('tells loonkostenvoordeel to employers only, and the duty to co-operate to employees only', () => {
    expect(outcome(METEEN, EMPLOYER).group('nogWeten')).toEqual(
      expect.arrayContaining(['blijfVerantwoordelijk', 'loonkostenvoordeel', 'loonkostenvoordeelOuderen']),
    );
    expect(outcome(METEEN).group('nogWeten')).toEqual(['geenUwvProefplaatsing', 'meewerken']);
  });

  it('says who knows it when nobody knows who pays now, and answers all the same', () => {
    const answers = { inkomen: UNKNOWN, passendheid: UNKNOWN, contractNu: UNKNOWN, eersteZiektedag: UNKNOWN };
    const { headline, group } = outcome(answers);
    expect(headline.key).toBe('uitkomstProefplaatsing');
    expect(group('nogWeten')[0]).toBe('wieBetaalt');
  });

  it('never calls the position of UWV on an early start a statute', () => {
    const found = outcome({ ...METEEN, startdatum: '2027-11-01' }).groups.flatMap(({ findings }) => findings);
    expect(found.find(({ key }) => key === 'startVoorEinde')).toMatchObject({ force: 'practice', certainty: 'medium' });
  });
});
