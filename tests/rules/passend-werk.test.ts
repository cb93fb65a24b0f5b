import { describe, expect, it } from 'vitest';
import type { Aanbod } from '../../src/rules/passend-werk/aanbod.ts';
import { weegAanbod } from '../../src/rules/passend-werk/passend-werk.ts';

const GOED: Aanbod = {
  grenzen: 'past',
  opPapier: undefined,
  waar: 'ander',
  vorm: 'blijvend',
  uren: 'past',
  reis: 'totTweeUur',
  niveau: 'gelijk',
  ziekteduur: 'totHalfJaar',
  loon: 100,
  weken: undefined,
};
const OEFENEN: Partial<Aanbod> = { vorm: 'zonderLoon', loon: undefined, niveau: undefined, ziekteduur: undefined };

function weigh(aanbod: Partial<Aanbod>) {
  const { headline, groups } = weegAanbod({ ...GOED, ...aanbod });
  const under = (heading: string) => groups.find((group) => group.heading === heading)?.findings ?? [];
  const keys = (heading: string) => under(heading).map(({ key }) => key);
  return {
    headline,
    voor: keys('voor'),
    tegen: keys('tegen'),
    uitzoeken: keys('uitzoeken'),
    nuDoen: keys('nuDoen'),
    keys,
  };
}

describe('weighing an offer of work', () => {
  it('finds nothing against an offer that is good on all points, and calls it only likely suitable', () => {
    const { headline, tegen, uitzoeken } = weigh({});
    expect([headline.key, tegen, uitzoeken]).toEqual(['lijktPassend', [], []]);
  });

  it.each<[string, Partial<Aanbod>, 'voor' | 'tegen' | 'uitzoeken', string]>([
    ['lower pay speaks against an offer early on', { loon: 80 }, 'tegen', 'loonLagerVroeg'],
    ['65 is not below UWV’s line', { loon: 65 }, 'tegen', 'loonLagerVroeg'],
    ['64 is below UWV’s line', { loon: 64 }, 'tegen', 'loonVeelLager'],
    ['after half a year it depends', { loon: 80, ziekteduur: 'halfTotHeelJaar' }, 'uitzoeken', 'loonLagerHangtAf'],
    ['without a known length it depends', { loon: 80, ziekteduur: undefined }, 'uitzoeken', 'loonLagerHangtAf'],
    ['65% in lasting work is a result late on', { loon: 65, ziekteduur: 'bijnaTweeJaar' }, 'voor', 'loonResultaat'],
    [
      '65% in temporary work is no result',
      { loon: 65, ziekteduur: 'bijnaTweeJaar', vorm: 'tijdelijk' },
      'uitzoeken',
      'loonLagerHangtAf',
    ],
    ['no number of the law forbids 50% late on', { loon: 50, ziekteduur: 'tweedeJaar' }, 'voor', 'langZiek'],
    ['a lower level speaks against early on', { niveau: 'lager' }, 'tegen', 'niveauLagerVroeg'],
    ['a lower level may do in the second year', { niveau: 'lager', ziekteduur: 'tweedeJaar' }, 'voor', 'langZiek'],
    ['a higher level must be looked into', { niveau: 'hoger' }, 'uitzoeken', 'niveauHoger'],
    ['a long journey speaks against', { reis: 'meerDanTweeUur' }, 'tegen', 'reisLang'],
    ['a short journey can be too heavy', { reis: 'teZwaar' }, 'tegen', 'reisTeZwaar'],
    ['own employer comes first', { waar: 'eigen' }, 'voor', 'eigenWerkgever'],
    ['temporary work is no result', { vorm: 'tijdelijk' }, 'tegen', 'tijdelijkWerk'],
    ['6 weeks without pay are accepted', { ...OEFENEN, weken: 6 }, 'voor', 'zonderLoonKort'],
    ['7 weeks without pay need a reason', { ...OEFENEN, weken: 7 }, 'tegen', 'zonderLoonLang'],
    ['weeks not known must be asked', OEFENEN, 'uitzoeken', 'wekenNagaan'],
    ['pay not known must be asked', { loon: undefined }, 'uitzoeken', 'loonNagaan'],
  ])('%s', (_reason, aanbod, side, key) => {
    expect(weigh(aanbod)[side]).toContain(key);
  });

  it.each<[string, Partial<Aanbod>, string]>([
    ['the bedrijfsarts comes first', { grenzen: 'nietGevraagd', uren: 'meer' }, 'eerstBedrijfsarts'],
    ['not knowing is not asking', { grenzen: undefined }, 'eerstBedrijfsarts'],
    ['beyond the limits it is not suitable as it is', { grenzen: 'pastNiet' }, 'nietAlsHetZoBlijft'],
    ['too many hours ask for a change', { uren: 'meer' }, 'eerstAanpassen'],
    ['a journey that is too heavy asks for a change', { reis: 'teZwaar' }, 'eerstAanpassen'],
    ['a higher level is weighed', { niveau: 'hoger' }, 'weegSamen'],
    ['lower pay is weighed', { loon: 80 }, 'weegSamen'],
    ['an open question is weighed', { loon: undefined }, 'weegSamen'],
    ['late on, 70% for lasting work seems suitable', { loon: 70, ziekteduur: 'bijnaTweeJaar' }, 'lijktPassend'],
  ])('%s', (_reason, aanbod, key) => {
    expect(weigh(aanbod).headline.key).toBe(key);
  });

  it.each<Partial<Aanbod>>([{}, { grenzen: 'pastNiet' }, OEFENEN, { uren: 'meer' }])(
    'always warns of the loonstop, to keep talking, and of UWV’s opinion (%j)',
    (aanbod) => {
      const { nuDoen, keys } = weigh(aanbod);
      expect(nuDoen).toEqual(expect.arrayContaining(['blijfPraten', 'deskundigenoordeel']));
      expect(keys('weigeren')).toEqual(['loonstop', 'alleenPassend']);
    },
  );

  it('counts a higher level not as a point for', () => {
    expect(weigh({ niveau: 'hoger' }).voor).not.toContain('niveauGelijk');
  });

  it('advises to sign later only for paid work elsewhere', () => {
    expect(weigh({}).nuDoen).toContain('eerstAdviesDanTekenen');
    expect(weigh({ waar: 'eigen' }).nuDoen).not.toContain('eerstAdviesDanTekenen');
    expect(weigh(OEFENEN).nuDoen).not.toContain('eerstAdviesDanTekenen');
  });

  it('calls 65% a result test of UWV and 70% and 2 hours rules for WW and ZW', () => {
    const { groups } = weegAanbod({ ...GOED, loon: 80, reis: 'meerDanTweeUur' });
    const numbers = groups.find(({ heading }) => heading === 'getallen')?.findings;
    expect(numbers?.map(({ key, force }) => [key, force])).toEqual([
      ['geenVastLoon', 'uwv-policy'],
      ['regelVanWw', 'statute'],
    ]);
    expect(numbers?.[1]?.basis).toEqual([{ source: 'besluit-passende-arbeid' }]);
  });
});
