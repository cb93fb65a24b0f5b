import { describe, expect, it } from 'vitest';
import { proeftijd } from '../../src/rules/proeftijd.ts';

describe('the longest trial period', () => {
  it.each<[string | undefined, string, string]>([
    ['korterDanZesMaanden', 'geenProeftijd', 'less than six months'],
    ['zesMaanden', 'geenProeftijd', 'six months exactly'],
    ['korterDanTweeJaar', 'proeftijdEenMaand', 'more than six months, less than two years'],
    ['tweeJaarOfVast', 'proeftijdTweeMaanden', 'two years or longer, or permanent'],
    [undefined, 'proeftijdPerDuur', 'length not known: all three'],
  ])('of a contract of %s is %s (%s)', (duur, key) => {
    expect(proeftijd(duur)).toMatchObject({ key, certainty: 'high', basis: [{ source: 'bw7', at: 'artikel 652' }] });
  });
});
