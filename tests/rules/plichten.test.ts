import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../src/rules/deadline.ts';
import type { Audience } from '../../src/shared/audience.ts';
import { eerst } from '../../src/rules/plichten/eerst.ts';
import { faseOp, type Fase, type Stand } from '../../src/rules/plichten/fase.ts';
import { nogWeten, plichten } from '../../src/rules/plichten/plichten.ts';
import { timeline } from '../../src/rules/timeline.ts';

const D0 = Temporal.PlainDate.from('2026-01-05');
const day = (sickDay: number): Temporal.PlainDate => D0.add({ days: sickDay - 1 });
const stand = (fase?: Fase, more: Partial<Stand> = {}): Stand => ({
  fase,
  spoor2: undefined,
  loonsanctie: undefined,
  ...more,
});
const keys = (findings: readonly { key: string }[]): string[] => findings.map(({ key }) => key);

const iso = (value: unknown): string | undefined =>
  value instanceof Temporal.PlainDate ? value.toString() : undefined;

function dates(eersteDag = D0): readonly Deadline[] {
  const result = timeline({ ziekteperioden: [{ eersteDag }] }, { aowLeeftijden: [], wiaBeslistermijnen: [] });
  return result.kind === 'timeline' ? result.deadlines : [];
}

describe('the phase of a case', () => {
  it.each([
    ['first day', 1, 'begin'],
    ['last day of week 6', 42, 'begin'],
    ['first day of week 7', 43, 'tot42'],
    ['last day of week 42', 294, 'tot42'],
    ['first day of week 43', 295, 'rondJaar'],
    ['last day of week 58', 406, 'rondJaar'],
    ['first day of week 59', 407, 'tweedeJaar'],
    ['last day of the 104 weeks', 728, 'tweedeJaar'],
    ['first day after them', 729, 'daarna'],
  ] as const)('%s', (_, sickDay, fase) => {
    expect(faseOp(D0, day(sickDay))).toBe(fase);
  });
});

describe('what comes first', () => {
  it.each([
    ['employee', 1, 'begin', 'volgendePlanVanAanpak', '2026-03-01'],
    ['employee', 57, 'tot42', 'volgendeEerstejaarsevaluatie', '2027-01-03'],
    ['employee', 365, 'rondJaar', 'volgendeSpoor2Uiterlijk', '2027-02-14'],
    ['employee', 407, 'tweedeJaar', 'volgendeEindevaluatie', '2027-10-03'],
    ['employee', 638, 'tweedeJaar', 'volgendeWiaAanvraag', '2027-10-17'],
    ['employee', 651, 'tweedeJaar', 'volgendeWiaAanvraagEenDag', '2027-10-17'],
    ['employer', 1, 'begin', 'volgendeArbodienstMelding', '2026-01-11'],
    ['employer', 8, 'begin', 'volgendeProbleemanalyse', '2026-02-15'],
    ['employer', 57, 'tot42', 'volgendeMelding42', '2026-10-25'],
    ['employer', 295, 'rondJaar', 'volgendeEerstejaarsevaluatie', '2027-01-03'],
    ['employer', 365, 'rondJaar', 'volgendeSpoor2Uiterlijk', '2027-02-14'],
    ['employer', 407, 'tweedeJaar', 'volgendeReIntegratieverslag', '2027-10-03'],
  ] as const)('for the %s on sick day %i (%s) it is %s', (audience, sickDay, fase, key, date) => {
    const today = day(sickDay);
    const found = eerst(stand(fase), dates(), { audience, today });
    expect(found).toMatchObject({ key, basis: expect.any(Array) as unknown });
    expect(iso(found.values?.['datum'])).toBe(date);
  });

  it('names the last working day beside a date on a Sunday, and one day when that has passed', () => {
    const found = (today: Temporal.PlainDate) =>
      eerst(stand('tweedeJaar'), dates(), { audience: 'employee', today }).values;
    expect(iso(found(day(649))?.['werkdag'])).toBe('2027-10-15');
    expect(found(day(651))).not.toHaveProperty('werkdag');
  });

  // First sick day a Saturday: the last days are Fridays.
  it.each([
    ['employee', 30, 'volgendePlanVanAanpakEenDag'],
    ['employee', 500, 'volgendeEindevaluatieEenDag'],
    ['employee', 640, 'volgendeWiaAanvraagEenDag'],
    ['employee', 370, 'volgendeSpoor2UiterlijkEenDag'],
    ['employer', 20, 'volgendeProbleemanalyseEenDag'],
    ['employer', 200, 'volgendeMelding42EenDag'],
    ['employer', 500, 'volgendeReIntegratieverslagEenDag'],
  ] as const)('never names the same day twice to the %s on sick day %i', (audience, sickDay, key) => {
    const eersteDag = Temporal.PlainDate.from('2026-06-13');
    const today = eersteDag.add({ days: sickDay - 1 });
    expect(eerst(stand(faseOp(eersteDag, today)), dates(eersteDag), { audience, today }).key).toBe(key);
  });

  it.each([
    ['arbodienstMelding', 1],
    ['eerstejaarsevaluatie', 300],
  ] as const)('gives one date to aim at, and no last day, for the %s', (id, sickDay) => {
    const today = day(sickDay);
    const { key, values } = eerst(stand(faseOp(D0, today)), dates(), { audience: 'employer', today });
    expect([key.toLowerCase(), Object.keys(values ?? {})]).toEqual([`volgende${id}`.toLowerCase(), ['datum']]);
  });

  it.each(['employee', 'employer'] as const)('puts a spoor 2 that did not begin first for the %s', (audience) => {
    const first = (sickDay: number, spoor2: boolean | undefined) => {
      const facts = stand(faseOp(D0, day(sickDay)), { spoor2 });
      const { key, values, force } = eerst(facts, dates(), { audience, today: day(sickDay) });
      return [key, iso(values?.['uiterlijk']), force];
    };
    expect(first(388, false)[0]).toBe('volgendeSpoor2Uiterlijk');
    expect(first(406, false)[0]).toBe('volgendeSpoor2UiterlijkEenDag');
    expect(first(407, false)).toEqual(['spoor2Voorbij', '2027-02-14', 'uwv-practice']);
    expect(first(594, false)[0]).toBe('spoor2Voorbij');
    expect(first(620, false)).toEqual(['spoor2VoorbijEnTermijn', '2027-02-14', 'statute']);
    expect(first(728, false)[0]).toBe('spoor2VoorbijEnTermijn');
    expect(first(407, true)[0]).not.toContain('spoor2');
    expect(first(407, undefined)[0]).not.toContain('spoor2');
  });

  it('names the duty of the law beside a late spoor 2, to each their own', () => {
    const facts = stand('tweedeJaar', { spoor2: false });
    const datum = (audience: Audience) => iso(eerst(facts, dates(), { audience, today: day(640) }).values?.['datum']);
    expect([datum('employee'), datum('employer')]).toEqual(['2027-10-17', '2027-10-03']);
  });

  it('says without a date too that spoor 2 is late after week 58', () => {
    const facts = stand('tweedeJaar', { spoor2: false });
    expect(eerst(facts, undefined, { audience: 'employee', today: D0 }).key).toBe('faseTweedeJaarZonderSpoor2');
  });

  it('skips the start of spoor 2 when it runs', () => {
    const running = stand('rondJaar', { spoor2: true });
    expect(eerst(running, dates(), { audience: 'employer', today: day(365) }).key).toBe('volgendeReIntegratieverslag');
  });

  it.each([
    ['a loonsanctie, whatever the dates', stand('tweedeJaar', { loonsanctie: true }), 'loonsanctieLoopt'],
    ['after 104 weeks without one', stand('daarna', { loonsanctie: false }), 'loonplichtVoorbij'],
    ['after 104 weeks, not known', stand('daarna'), 'loonsanctieNavragen'],
    ['the last application date is past', stand('tweedeJaar'), 'termijnenVoorbij'],
  ] as const)('%s', (_, facts, key) => {
    expect(eerst(facts, dates(), { audience: 'employee', today: day(700) }).key).toBe(key);
  });

  it.each(['begin', 'tot42', 'rondJaar', 'tweedeJaar'] as const)('without a date the phase %s gives weeks', (fase) => {
    expect(eerst(stand(fase), undefined, { audience: 'employer', today: D0 }).key.toLowerCase()).toBe(
      `fase${fase}`.toLowerCase(),
    );
  });

  it('asks for the first sick day when not even the phase is known', () => {
    expect(eerst(stand(), undefined, { audience: 'employee', today: D0 }).key).toBe('faseOnbekend');
  });
});

describe('the duties', () => {
  it.each([
    [
      'before week 6 the employer sees to the opinion and the plan',
      'employer',
      stand('begin'),
      ['werkgeverOordeel', 'werkgeverPlan'],
      ['werkgeverSpoor2Starten', 'werkgeverMelding42'],
    ],
    [
      'until week 42 the employer reports to UWV',
      'employer',
      stand('tot42'),
      ['werkgeverMelding42', 'werkgeverSpoor2Starten'],
      ['werkgeverVerslag'],
    ],
    [
      'a running spoor 2 is followed, not started',
      'employer',
      stand('tweedeJaar', { spoor2: true }),
      ['werkgeverSpoor2Volgen', 'werkgeverVerslag'],
      ['werkgeverSpoor2Starten'],
    ],
    [
      'the employee searches in spoor 2 only when it runs',
      'employee',
      stand('rondJaar', { spoor2: false }),
      ['werknemerPlan'],
      ['werknemerSpoor2'],
    ],
    [
      'in the second year the employee applies for the WIA',
      'employee',
      stand('tweedeJaar', { spoor2: true }),
      ['werknemerWia', 'werknemerSpoor2'],
      [],
    ],
    [
      'in a loonsanctie the duties run on',
      'employee',
      stand('daarna', { spoor2: true, loonsanctie: true }),
      ['werknemerSpoor2', 'werknemerPlan'],
      ['werknemerWia', 'werknemerWiaAlsnog'],
    ],
    [
      'in a loonsanctie the employer repairs',
      'employer',
      stand('daarna', { loonsanctie: true }),
      ['werkgeverHerstel', 'werkgeverSpoor2Starten'],
      ['werkgeverVerslag'],
    ],
    [
      'while a loonsanctie may run, the duties are shown',
      'employee',
      stand('daarna'),
      ['werknemerPlan', 'werknemerWiaAlsnog'],
      [],
    ],
    [
      'without wage the duties of 7:660a are over',
      'employee',
      stand('daarna', { loonsanctie: false }),
      ['werknemerWijzigingen', 'werknemerWiaAlsnog'],
      ['werknemerPlan', 'werknemerPassendWerk'],
    ],
    [
      'an unknown phase gives what always holds',
      'employer',
      stand(),
      ['werkgeverSpoor2Starten', 'werkgeverDossier'],
      ['werkgeverMelding42', 'werkgeverVerslag'],
    ],
  ] as const satisfies readonly (readonly [string, Audience, Stand, readonly string[], readonly string[]])[])(
    '%s',
    (_, audience, facts, has, not) => {
      const nu = keys(plichten(facts, audience).nu);
      expect(nu).toEqual(expect.arrayContaining([...has]));
      expect(not.filter((key) => nu.includes(key as string))).toEqual([]);
    },
  );

  it.each([
    [
      'own consequences come first for the employee',
      'employee',
      stand('tot42'),
      ['loonopschorting', 'loonstop', 'ontslag', 'loonsanctieGevolg', 'boete42', 'deskundigenoordeel'],
    ],
    [
      'own consequences come first for the employer',
      'employer',
      stand('rondJaar'),
      ['loonsanctieGevolg', 'boete42', 'loonopschorting', 'loonstop', 'ontslag', 'deskundigenoordeel'],
    ],
    [
      'a loonsanctie that is there is not threatened with',
      'employer',
      stand('daarna', { loonsanctie: true }),
      ['geenBekorting', 'loonopschorting', 'loonstop', 'ontslag', 'wiaLager', 'deskundigenoordeel'],
    ],
    [
      'after the wage period only the benefit is left',
      'employee',
      stand('daarna', { loonsanctie: false }),
      ['wiaLager'],
    ],
  ] as const)('%s', (_, audience, facts, gevolg) => {
    expect(keys(plichten(facts, audience).gevolg)).toEqual(gevolg);
  });

  it('shows at most four duties of the other', () => {
    expect(keys(plichten(stand('tweedeJaar', { spoor2: true }), 'employer').ander)).toEqual([
      'werknemerWia',
      'werknemerMening',
      'werknemerSpoor2',
      'werknemerPlan',
    ]);
  });

  it('marks what rests on the practice of UWV as that', () => {
    const nu = plichten(stand('tweedeJaar'), 'employer').nu;
    expect(keys(nu.filter(({ force }) => force !== 'statute'))).toEqual(['werkgeverEvaluaties']);
  });

  it('tells who knows what is not known', () => {
    expect(keys(nogWeten(stand('daarna'), false, { loonsanctie: true, spoor2: true }))).toEqual([
      'vraagZiektedag',
      'vraagLoonsanctie',
      'vraagSpoor2',
    ]);
    expect(
      keys(nogWeten(stand('daarna', { loonsanctie: false }), true, { loonsanctie: false, spoor2: false })),
    ).toEqual(['andereDatums', 'laatAangevraagd']);
  });
});
