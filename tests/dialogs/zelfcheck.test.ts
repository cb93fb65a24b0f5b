import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import dialog from '../../dialogs/zelfcheck/dialog.ts';
import { AnswerReader, UNKNOWN, type Answers } from '../../src/dialog-engine/answers.ts';
import { checkDialog } from '../../src/dialog-engine/check.ts';
import { resolve } from '../../src/dialog-engine/resolve.ts';
import { dialogTextsSchema } from '../../src/knowledge/dialog-texts-schema.ts';
import type { Audience } from '../../src/shared/audience.ts';

const today = Temporal.PlainDate.from('2026-11-22');
const figures = { aowLeeftijden: [], wiaBeslistermijnen: [] };

function walk(audience: Audience, given: Answers, rest: string) {
  const all = Object.fromEntries(Object.keys(dialog.questions).map((name) => [name, rest]));
  return resolve(dialog, { ...all, ...given }, { today, figures, audience });
}

function outcome(audience: Audience, given: Answers, rest = 'ja') {
  const { answers, node } = walk(audience, given, rest);
  const result = dialog.outcomes[node]?.(new AnswerReader(answers), { today, figures, audience });
  if (result === undefined) throw new Error(`no outcome at ${node}`);
  const keys = Object.fromEntries(
    result.groups.map(({ heading, findings }) => [heading, findings.map(({ key }) => key)]),
  );
  return { headline: result.headline.key, ...keys } as { headline: string } & Record<string, string[] | undefined>;
}

describe('the zelfcheck dialog', () => {
  it('has a text for everything and no text too many, and leads everywhere', () => {
    const file = readFileSync(new URL('../../dialogs/zelfcheck/texts.yaml', import.meta.url), 'utf8');
    expect(checkDialog(dialog, dialogTextsSchema.parse(load(file)))).toEqual([]);
  });

  it.each([
    ['employee', 'ja', ['profielEnCv', 'sollicitaties'], ['oordeelBedrijfsarts', 'privacy']],
    ['employee', 'nee', ['afspraken', 'hulp'], ['profielEnCv', 'sollicitaties', 'bureau']],
    ['employer', 'ja', ['oordeelBedrijfsarts', 'bureau', 'privacy'], ['afspraken', 'spoor2Besluit']],
    ['employer', 'nee', ['spoor2Besluit', 'privacy'], ['bureau', 'sollicitaties']],
  ] as const)('asks the %s, with spoor 2 running %s, about what is theirs', (audience, spoor2Loopt, asked, not) => {
    const { route } = walk(audience, { spoor2Loopt }, 'ja');
    expect(route).toEqual(expect.arrayContaining([...asked]));
    expect(not.filter((name) => route.includes(name))).toEqual([]);
    expect(route.length).toBeLessThanOrEqual(10);
  });

  it('ends in the list of the one who asks when nothing is known', () => {
    expect(outcome('employee', {}, UNKNOWN)).toMatchObject({ headline: 'veelTeDoen', goed: [], doen: [] });
    expect(outcome('employee', {}, UNKNOWN)['vragen']?.[0]).toBe('spoor2Vragen');
    expect(outcome('employer', {}, UNKNOWN)['vragen']).toContain('privacyVragen');
  });

  it('says to an employee what goes well and what to do this week', () => {
    const result = outcome('employee', { sollicitaties: 'nee', mogelijkheden: UNKNOWN });
    expect(result).toMatchObject({
      headline: 'ietsTeDoen',
      doen: ['sollicitatiesDoen'],
      vragen: ['mogelijkhedenVragen'],
    });
    expect(result['goed']).toContain('afsprakenGoed');
    expect(result['weten']).toEqual(['gezondheid', 'hulpmiddel']);
  });

  it('calls nothing late that is not due yet', () => {
    const result = outcome('employer', { melding42: 'nogNiet', eerstejaarsevaluatie: 'nogNiet' });
    expect(result).toMatchObject({
      headline: 'allesGoed',
      doen: [],
      komt: ['melding42Komt', 'eerstejaarsevaluatieKomt'],
    });
  });

  it('tells an employer without spoor 2 what UWV works with, and one with spoor 2 not', () => {
    expect(outcome('employer', { spoor2Loopt: 'nee', spoor2Besluit: 'nee' })).toMatchObject({
      doen: ['spoor2BesluitDoen'],
      weten: ['spoor2Weken', 'hulpmiddel'],
    });
    expect(outcome('employer', {})['weten']).toEqual(['hulpmiddel']);
  });

  it('rests every finding but the remark about the list itself on a source', () => {
    const { answers, node } = walk('employer', { spoor2Loopt: UNKNOWN }, 'nee');
    const findings = dialog.outcomes[node]?.(new AnswerReader(answers), {
      today,
      figures,
      audience: 'employer',
    }).groups.flatMap((group) => group.findings);
    expect(findings?.filter(({ basis }) => basis === undefined).map(({ key }) => key)).toEqual(['hulpmiddel']);
  });
});
