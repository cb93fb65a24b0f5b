import { describe, expect, it } from 'vitest';
import { difficultWords, measureReading, passiveSentences, unexplainedTerms } from '../../src/lint/reading-level.ts';

const plainLanguage = {
  difficult: { indien: 'als', 'ten aanzien van': 'over' },
  explain: { WIA: ['uitkering', 'geld'], 'plan van aanpak': ['afspraken'] },
};

describe('measureReading', () => {
  it('counts sentences, items of a list and what follows a colon', () => {
    const { sentences, averageSentence, longestSentence } = measureReading(
      'Je doet **twee** dingen:\n\n- bel je coach\n- bewaar alles goed\n\nWacht niet. Het helpt je!',
    );
    expect(sentences).toEqual([
      'Je doet twee dingen:',
      'bel je coach',
      'bewaar alles goed',
      'Wacht niet.',
      'Het helpt je!',
    ]);
    expect(averageSentence).toBeCloseTo(15 / 5);
    expect(longestSentence).toEqual({ text: 'Je doet twee dingen:', words: 4 });
  });

  it('does not break at a number with a point or an address', () => {
    expect(measureReading('Het is € 6.000 per jaar. Kijk op uwv.nl of bel.').sentences).toHaveLength(2);
  });

  it('measures the share of long words', () => {
    expect(measureReading('De arbeidsdeskundige komt morgen').longWords).toBe(0.25);
    expect(measureReading('De re-integratie gaat door').longWords).toBe(0);
  });
});

describe('difficultWords', () => {
  it('finds them as whole words, whatever their capitals', () => {
    expect(difficultWords('Indien je ziek bent', plainLanguage)).toEqual([['indien', 'als']]);
    expect(difficultWords('Wat geldt ten aanzien van loon?', plainLanguage)).toEqual([['ten aanzien van', 'over']]);
    expect(difficultWords('Je kunt het indienen', plainLanguage)).toEqual([]);
  });
});

describe('unexplainedTerms', () => {
  it('wants an explanation in the same text', () => {
    expect(unexplainedTerms('Vraag de WIA aan.', plainLanguage).map(([term]) => term)).toEqual(['WIA']);
    expect(unexplainedTerms('Vraag de WIA aan. Dat is een uitkering.', plainLanguage)).toEqual([]);
    expect(unexplainedTerms('Maak een plan van aanpak.', plainLanguage).map(([term]) => term)).toEqual([
      'plan van aanpak',
    ]);
  });
});

describe('passiveSentences', () => {
  it.each([
    ['Het plan wordt gemaakt door de bedrijfsarts.', 1],
    ['Je loon wordt doorbetaald.', 1],
    ['Er werden afspraken vastgelegd.', 1],
    ['De bedrijfsarts maakt het plan.', 0],
    ['Je wordt ziek.', 0],
    ['Het wordt later anders.', 0],
    ['Je hebt gewerkt.', 0],
  ])('%s', (text, count) => {
    expect(passiveSentences(measureReading(text))).toHaveLength(count);
  });
});
