import { describe, expect, it } from 'vitest';
import { ask } from '../../src/conversation/ask.ts';
import { LEVELS } from '../../src/shared/level.ts';
import { REAL_KNOWLEDGE, realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();

/** Questions next to the subject, in words that no signpost has, and who does answer them. */
const NEXT_TO_US: readonly [question: string, address: RegExp][] = [
  ['Hoe vraag ik een WW-uitkering aan als mijn contract afloopt en ik gezond ben?', /UWV/],
  ['Kun je uitrekenen hoe hoog mijn WIA-uitkering wordt in euro?', /UWV/],
  ['Ik kreeg een vaststellingsovereenkomst, is die goed genoeg?', /Juridisch Loket/],
  ['Hoeveel pensioen bouw ik op bij mijn pensioenfonds?', /pensioen/i],
  ['Moet ik belastingaangifte doen over dit jaar?', /Belastingdienst/],
  ['Heb ik recht op huurtoeslag met mijn inkomen?', /Toeslagen/],
  ['Welke medicijnen helpen tegen een hernia?', /huisarts/i],
  ['Wat zijn de regels voor zieke werknemers in België?', /Grensinfo/],
  ['Waar vind ik een goede advocaat arbeidsrecht?', /Juridisch Loket/],
  ['Ik heb schulden en een deurwaarder, wie helpt mij?', /Geldfit/],
  ['Hoeveel weken ouderschapsverlof krijg ik betaald?', /Rijksoverheid|UWV/],
  ['Hoe vraag ik bijstand aan bij mijn gemeente?', /gemeente/],
  ['Wat gebeurt er met mijn verblijfsvergunning?', /IND/],
  ['Mijn collega pest mij elke dag', /[Vv]ertrouwenspersoon/],
  ['Can I get a mortgage with a disability benefit?', /bank|financieel/i],
];

describe('a question next to the subject', () => {
  it.each(NEXT_TO_US)('%s', (text, address) => {
    const { decision, topics, addresses } = ask({ text }, TODAY, assistant);
    expect([decision, topics]).toEqual(['fallback', []]);
    expect(addresses.map(({ title }) => title).join()).toMatch(address);
  });

  it.each([
    'Krijg ik WW als mijn WIA wordt afgewezen?',
    'Hoeveel loon krijg ik in het tweede ziektejaar?',
    'Mag mijn werkgever mij ontslaan terwijl ik ziek ben?',
    'Krijg ik AOW en moet ik dan nog spoor 2 doen?',
    'Hoe vraag ik een second opinion bij een andere bedrijfsarts?',
    'ze wil drie weken op reis terwijl ze in spoor 2 zit, vinden wij dat goed?',
    'kunnen we het tweede spoor zelf doen zonder bureau',
  ])('is not seen where our own subject is asked: %s', (text) => {
    expect(ask({ text }, TODAY, assistant).addresses).toEqual([]);
  });

  it('is refused kindly in every level: what it is not, and where to go', () => {
    for (const { id, text, addresses } of REAL_KNOWLEDGE.signposts) {
      for (const level of LEVELS) expect(text[level].length, id).toBeGreaterThan(40);
      expect(addresses.length, id).toBeGreaterThan(0);
      expect(text['nl-B1'], id).not.toMatch(/\b(?:u|uw)\b/i);
    }
  });
});
