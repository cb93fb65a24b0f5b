import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Spoor2Feiten } from '../../src/rules/spoor2/feiten.ts';
import { spoor2Advies } from '../../src/rules/spoor2/nodig.ts';

const UITSTEL: Spoor2Feiten = {
  uitkomst: 'uitstel',
  mogelijkheden: 'genoeg',
  terugkeer: 'eigenWerk',
  werkPast: undefined,
  eerderUitstel: 'nee',
  oordeelOpPapier: undefined,
  herstel: undefined,
  spoor2Nu: undefined,
  aowDichtbij: 'nee',
  opPapier: [],
  evaluatieGehouden: false,
  aow: undefined,
  deadlines: [],
  today: Temporal.PlainDate.from('2026-11-22'),
};
const ALLES = ['prognose', 'plan', 'uren'];

function advice(feiten: Partial<Spoor2Feiten>) {
  const { headline, groups } = spoor2Advies({ ...UITSTEL, ...feiten });
  return { headline, keys: groups.flatMap(({ findings }) => findings.map(({ key }) => key)) };
}

describe('waiting with spoor 2', () => {
  it.each([
    ['nothing is on paper', [], 'nee', 'uitstelNietRond', ['prognoseOntbreekt', 'planOntbreekt', 'urenOntbreken']],
    ['the prognosis alone is not enough', ['prognose'], 'nee', 'uitstelNietRond', ['planOntbreekt', 'urenOntbreken']],
    ['two of three are not enough', ['prognose', 'plan'], 'nee', 'uitstelNietRond', ['urenOntbreken']],
    ['all three may do', ALLES, 'nee', 'uitstelMisschien', ['papierCompleet', 'drieMaandenOm']],
    ['the three months run', ALLES, 'looptNog', 'uitstelLoopt', ['drieMaandenOm']],
    [
      'the three months run without the papers',
      ['plan'],
      'looptNog',
      'uitstelLooptNietRond',
      ['prognoseOntbreekt', 'urenOntbreken', 'drieMaandenOm'],
    ],
    ['the three months are not renewed', ALLES, 'voorbij', 'uitstelVoorbij', ['wieStart']],
    [
      'an earlier delay must be looked up',
      ALLES,
      undefined,
      'uitstelMisschien',
      ['eerderUitstelNagaan', 'drieMaandenOm'],
    ],
  ])('%s', (_reason, opPapier, eerderUitstel, headline, keys) => {
    const found = advice({ opPapier, eerderUitstel });
    expect(found.headline.key).toBe(headline);
    expect(found.keys).toEqual(expect.arrayContaining(keys));
  });

  it('names no missing paper that is there', () => {
    expect(advice({ opPapier: ALLES }).keys.filter((key) => /ontbre/i.test(key))).toEqual([]);
  });

  it('offers no exception once the three months are over', () => {
    const { keys } = advice({ opPapier: ALLES, eerderUitstel: 'voorbij' });
    expect(keys).not.toContain('perspectiefEigenWerk');
    expect(keys).not.toContain('blijfMeedoen');
  });

  it('calls the three months practice of UWV, never law', () => {
    expect(advice({ opPapier: ALLES }).headline).toMatchObject({ force: 'uwv-practice', certainty: 'medium' });
  });

  it('gives a lack of possibilities the force of its own row', () => {
    const geen = spoor2Advies({ ...UITSTEL, uitkomst: 'geenMogelijkheden' });
    const marginaal = spoor2Advies({ ...UITSTEL, uitkomst: 'marginaal' });
    const forces = [geen, marginaal].map(({ headline }) => [headline.force, headline.certainty]);
    expect(forces).toEqual([
      ['uwv-policy', 'high'],
      ['uwv-practice', 'medium'],
    ]);
    expect(marginaal.groups.flatMap(({ findings }) => findings).filter(({ key }) => key === 'uitlegOntbreekt')).toEqual(
      [expect.objectContaining({ force: 'uwv-practice', certainty: 'medium' })],
    );
  });
});
