import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import dialog from '../../dialogs/plichten/dialog.ts';
import { AnswerReader, UNKNOWN, type Answers } from '../../src/dialog-engine/answers.ts';
import { checkDialog } from '../../src/dialog-engine/check.ts';
import { resolve } from '../../src/dialog-engine/resolve.ts';
import { dialogTextsSchema } from '../../src/knowledge/dialog-texts-schema.ts';
import type { Audience } from '../../src/shared/audience.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const figures = { aowLeeftijden: [], wiaBeslistermijnen: [] };
const weeksAgo = (weeks: number): string => today.subtract({ weeks }).toString();

function outcome(audience: Audience, given: Answers) {
  const { answers, node, done, route } = resolve(dialog, given, { today, figures, audience });
  const result = dialog.outcomes[node]?.(new AnswerReader(answers), { today, figures, audience });
  if (!done || result === undefined) throw new Error(`stopped at ${node}`);
  return {
    route,
    result,
    keys: (name: string) => result.groups.find(({ heading }) => heading === name)?.findings.map(({ key }) => key),
  };
}

describe('the plichten dialog', () => {
  it('has a text for everything and no text too many, and leads everywhere', () => {
    const file = readFileSync(new URL('../../dialogs/plichten/texts.yaml', import.meta.url), 'utf8');
    expect(checkDialog(dialog, dialogTextsSchema.parse(load(file)))).toEqual([]);
  });

  it.each([
    ['in the first weeks one date is enough', { eersteZiektedag: weeksAgo(3) }, ['eersteZiektedag']],
    [
      'in the first year spoor 2 is asked',
      { eersteZiektedag: weeksAgo(30), spoor2Loopt: 'nee' },
      ['eersteZiektedag', 'spoor2Loopt'],
    ],
    [
      'in the second year the loonsanctie is asked',
      { eersteZiektedag: weeksAgo(70), loonsanctie: 'nee', spoor2Loopt: 'ja' },
      ['eersteZiektedag', 'loonsanctie', 'spoor2Loopt'],
    ],
    [
      'after 104 weeks without loonsanctie nothing more is asked',
      { eersteZiektedag: weeksAgo(110), loonsanctie: 'nee' },
      ['eersteZiektedag', 'loonsanctie'],
    ],
    ['without a date the phase is asked', { eersteZiektedag: UNKNOWN, fase: 'begin' }, ['eersteZiektedag', 'fase']],
    [
      'a phase after 104 weeks leads to the loonsanctie',
      { eersteZiektedag: UNKNOWN, fase: 'daarna', loonsanctie: UNKNOWN, spoor2Loopt: UNKNOWN },
      ['eersteZiektedag', 'fase', 'loonsanctie', 'spoor2Loopt'],
    ],
    [
      'who knows nothing still comes to an outcome',
      { eersteZiektedag: UNKNOWN, fase: UNKNOWN, spoor2Loopt: UNKNOWN },
      ['eersteZiektedag', 'fase', 'spoor2Loopt'],
    ],
  ] as const)('%s', (_, given, route) => {
    expect(outcome('employee', given).route).toEqual(route);
  });

  it('refuses a first sick day of five years ago', () => {
    const { done, node } = resolve(
      dialog,
      { eersteZiektedag: today.subtract({ years: 5 }).toString() },
      { today, figures, audience: 'employee' },
    );
    expect([done, node]).toEqual([false, 'eersteZiektedag']);
  });

  it('gives an employee in the second year the next dated duty and a plan of what is to come', () => {
    const { result, keys } = outcome('employee', {
      eersteZiektedag: weeksAgo(92),
      loonsanctie: 'nee',
      spoor2Loopt: 'ja',
    });
    expect(result.headline).toMatchObject({ key: 'volgendeWiaAanvraag', force: 'statute', certainty: 'high' });
    expect(result.plan?.verzuim.ziekteperioden).toHaveLength(1);
    expect(result.plan?.deadlines.filter(({ date }) => Temporal.PlainDate.compare(date, today) < 0)).toEqual([]);
    expect(keys('nu')).toContain('werknemerSpoor2');
    expect(keys('weten')).toEqual(['andereDatums']);
  });

  it.each(['employee', 'employer'] as const)('tells the %s to see to spoor 2 when its limit is near', (audience) => {
    const { headline } = outcome(audience, { eersteZiektedag: '2025-11-01', spoor2Loopt: 'nee' }).result;
    const datum = headline.values?.['datum'];
    expect(headline.key).toBe('volgendeSpoor2UiterlijkEenDag');
    expect(datum instanceof Temporal.PlainDate && datum.toString()).toBe('2026-12-11');
  });

  it('puts a late spoor 2 before the dates of the end', () => {
    const given = { eersteZiektedag: weeksAgo(70), loonsanctie: 'nee', spoor2Loopt: 'nee' };
    expect(outcome('employee', given).result.headline).toMatchObject({ key: 'spoor2Voorbij', force: 'uwv-practice' });
    expect(outcome('employer', { ...given, eersteZiektedag: weeksAgo(92) }).result.headline.key).toBe(
      'spoor2VoorbijEnTermijn',
    );
  });

  it('shows no start of spoor 2 in the plan when it runs', () => {
    const ids = (spoor2Loopt: string) =>
      outcome('employer', { eersteZiektedag: weeksAgo(45), spoor2Loopt }).result.plan?.deadlines.map(({ id }) => id);
    expect(ids('nee')).toContain('spoor2Uiterlijk');
    expect(ids('ja')).not.toContain('spoor2Uiterlijk');
  });

  it('shows how long a loonsanctie can last', () => {
    const { result } = outcome('employer', { eersteZiektedag: weeksAgo(110), loonsanctie: 'ja', spoor2Loopt: 'ja' });
    expect(result.headline.key).toBe('loonsanctieLoopt');
    expect(result.plan?.deadlines.map(({ id }) => id)).toContain('loonsanctieTot');
  });

  it('has no plan without a date, and says who knows the date', () => {
    const { result, keys } = outcome('employee', { eersteZiektedag: UNKNOWN, fase: UNKNOWN, spoor2Loopt: UNKNOWN });
    expect(result.headline.key).toBe('faseOnbekend');
    expect(result).not.toHaveProperty('plan');
    expect(keys('weten')).toEqual(['vraagZiektedag', 'vraagSpoor2']);
  });

  it.each(['employee', 'employer'] as const)('rests every finding for the %s on a source', (audience) => {
    const all = [weeksAgo(2), weeksAgo(20), weeksAgo(50), weeksAgo(95), weeksAgo(103), weeksAgo(120)].flatMap(
      (eersteZiektedag) =>
        ['ja', 'nee', UNKNOWN].flatMap((answer) => {
          const { result } = outcome(audience, { eersteZiektedag, loonsanctie: answer, spoor2Loopt: answer });
          return [result.headline, ...result.groups.flatMap(({ findings }) => findings)];
        }),
    );
    expect(all.filter(({ basis, force, certainty }) => !basis?.length || !force || !certainty)).toEqual([]);
    expect(all.filter(({ key }) => !dialog.findings.includes(key))).toEqual([]);
  });
});
