import { describe, expect, it } from 'vitest';
import type { Punt } from '../../src/rules/zelfcheck/punten.ts';
import { zelfcheck, type Stand } from '../../src/rules/zelfcheck/zelfcheck.ts';

type Standen = readonly (readonly [Punt, Stand])[];

const HEADLINES: readonly (readonly [reason: string, standen: Standen, key: string])[] = [
  [
    'every point goes well',
    [
      ['afspraken', 'goed'],
      ['hulp', 'goed'],
    ],
    'allesGoed',
  ],
  [
    'a point that comes later is no miss',
    [
      ['dossier', 'goed'],
      ['melding42', 'komt'],
    ],
    'allesGoed',
  ],
  [
    'one thing to do',
    [
      ['afspraken', 'goed'],
      ['weekplan', 'goed'],
      ['hulp', 'doen'],
    ],
    'ietsTeDoen',
  ],
  [
    'one of two to do is not much',
    [
      ['afspraken', 'goed'],
      ['hulp', 'doen'],
    ],
    'ietsTeDoen',
  ],
  [
    'only something to ask',
    [
      ['afspraken', 'goed'],
      ['hulp', 'vragen'],
    ],
    'ietsTeVragen',
  ],
  [
    'half of the points to do',
    [
      ['afspraken', 'doen'],
      ['hulp', 'doen'],
      ['datums', 'goed'],
      ['weekplan', 'goed'],
    ],
    'veelTeDoen',
  ],
  [
    'nothing goes well yet: no score of 0',
    [
      ['afspraken', 'vragen'],
      ['hulp', 'doen'],
    ],
    'veelTeDoen',
  ],
];

describe('zelfcheck', () => {
  it.each(HEADLINES)('%s', (_, standen, key) => {
    expect(zelfcheck(standen).headline.key).toBe(key);
  });

  it('counts what goes well among the points that could be answered', () => {
    const { headline } = zelfcheck([
      ['dossier', 'goed'],
      ['privacy', 'goed'],
      ['casemanager', 'doen'],
      ['melding42', 'komt'],
    ]);
    expect(headline.values).toEqual({ goed: 2, totaal: 3 });
  });

  it('names duties of the law before habits', () => {
    const { doen } = zelfcheck([
      ['hulp', 'doen'],
      ['gesprekken', 'doen'],
      ['datums', 'doen'],
    ]);
    expect(doen.map(({ key, force }) => [key, force])).toEqual([
      ['datumsDoen', 'statute'],
      ['hulpDoen', 'practice'],
      ['gesprekkenDoen', 'uwv-practice'],
    ]);
  });

  it.each([
    ['six weeks between talks is what UWV works with', 'evaluaties', 'doen', 'uwv-practice', 'medium'],
    [
      'the window of the eerstejaarsevaluatie is what UWV works with',
      'eerstejaarsevaluatie',
      'komt',
      'uwv-practice',
      'medium',
    ],
    ['the eerstejaarsevaluatie itself is the law', 'eerstejaarsevaluatie', 'doen', 'statute', 'high'],
    ['week 42 is the law', 'melding42', 'komt', 'statute', 'high'],
    ['a cv is a good habit', 'profielEnCv', 'doen', 'practice', 'medium'],
    ['an application for the WIA is the law', 'datums', 'doen', 'statute', 'high'],
  ] as const)('%s', (_, punt, stand, force, certainty) => {
    expect(zelfcheck([[punt, stand]])[stand]).toMatchObject([{ force, certainty }]);
  });
});
