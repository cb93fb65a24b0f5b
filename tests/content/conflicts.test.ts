import { describe, expect, it } from 'vitest';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';
import { allAnswers, answersAt, openingOf } from '../support/answers.ts';

interface Conflict {
  /** What sources say differently. */
  about: string;
  topic: string;
  /** What the opening of the Dutch answer leads with, for employee and employer alike. */
  leads?: readonly RegExp[];
  /** What the Dutch answer says somewhere. */
  says?: readonly RegExp[];
  /** What the English answer says somewhere: figures are held equal between levels by the content check, words are not. */
  inEnglish?: readonly RegExp[];
  /** What no answer says, in any level. */
  never?: readonly RegExp[];
}

/** Where sources disagree, what the answer leads with, and how it treats the other number. Keys as in the source research. */
const CONFLICTS: Readonly<Record<string, Conflict>> = {
  C1: {
    about: 'the start: week 52 or 58, 6 weeks after the advice',
    topic: 'wanneer-start-spoor-2',
    leads: [/zodra duidelijk/i, /week 52/, /uiterlijk in week 58/],
    says: [/6 weken/, /vroegste datum/, /UWV hanteert/],
    inEnglish: [/week 52/, /week 58/, /earliest date/],
    never: [/wet zegt.{0,40}week 5[28]/i, /vanaf week 8 mag/i],
  },
  'C1, from week 8': {
    about: 'no earliest week in the law',
    topic: 'eerder-starten',
    leads: [/zodra duidelijk/i],
    says: [/je leest soms.{0,5}vanaf week 8/i, /wet noemt geen vroegste week/i],
  },
  C2: {
    about: 'the duration: 3, 6 or 12 months, until the WIA decision',
    topic: 'hoe-lang-duurt-spoor-2',
    leads: [/6 tot 12 maanden/, /loon bij ziekte|week 104/],
    says: [/je leest/i, /loonsanctie/, /WIA-besluit/],
    inEnglish: [/6 to 12 months/, /loonsanctie/],
  },
  C3: {
    about: 'how much lower pay may be: 65, 70 or 35 per cent',
    topic: 'loon-bij-nieuw-werk',
    leads: [/geen (?:vast )?percentage/],
    says: [/65%/, /70%.{0,60}WW/s, /35%.{0,80}(?:WIA|verlies)/s],
    inEnglish: [/no (?:fixed )?percentage/, /65%/],
    never: [/niet meer dan 30% lager\b(?!.*WW)/i],
  },
  C4: {
    about: 'the two hours of travel',
    topic: 'reistijd',
    leads: [/geen vaste/i, /redelijk/, /gezondheid/],
    says: [/2 uur/, /WW/, /vuistregel/],
    inEnglish: [/no fixed/i, /rule of thumb/],
  },
  C5: {
    about: 'work that is not passend',
    topic: 'passend-werk-door-de-tijd',
    says: [/niet passend is, hoef je nooit|Niet-passend werk mag je nooit eisen/],
    never: [/moet je ook (?:niet-passend|niet passend) werk/i],
  },
  'C5, accepting': {
    about: 'accepting work',
    topic: 'moet-ik-werk-aannemen',
    leads: [/passend/],
    says: [/niet passend is,? (?:hoef je nooit|mag hij weigeren)/],
  },
  C7: {
    about: 'a talk every six weeks: law or practice',
    topic: 'gesprek-elke-zes-weken',
    leads: [/minstens 1 (?:gesprek|keer) per 6 weken/, /UWV in de praktijk/],
    says: [/wet noemt geen aantal weken/i],
    never: [/wet (?:zegt|eist|verplicht).{0,40}6 weken/i, /law (?:says|requires).{0,40}6 weeks/i],
  },
  C8: {
    about: 'who decides',
    topic: 'wie-beslist-over-spoor-2',
    leads: [/werkgever beslist|Jij beslist als werkgever/, /verantwoordelijk/],
    says: [/advies|adviseert/],
    never: [/(?:bedrijfsarts|arbeidsdeskundige) beslist (?:of|over)/i],
  },
  C9: {
    about: 'the length of a proefplaatsing: 1, 2 or 6 months',
    topic: 'proefplaatsing',
    says: [/spreek je de duur samen af|duur bepaal je samen/, /2 maanden.{0,40}6/s, /uitkering/],
    inEnglish: [/benefit/],
    never: [/proeftijd van 1 maand is/i],
  },
  C10: {
    about: 'leaving spoor 2 out on the advice of the bedrijfsarts',
    topic: 'afzien-van-spoor-2',
    says: [/UWV toetst zelf/],
    inEnglish: [/UWV .{0,40}(?:itself|own)/],
    never: [/\b2016\b/, /(?:zonder|geen) (?:risico op een )?loonsanctie/i, /zonder gevolgen/i],
  },
  C11: {
    about: 'dismissal in the first two years',
    topic: 'ontslag-tijdens-ziekte',
    leads: [/^Nee/, /eerste 2 jaar/],
    says: [/weigeren/, /rechter/, /waarschuwing/, /proeftijd/, /faillissement|failliet/],
    inEnglish: [/court|judge/],
  },
  'C11, spoor 2 and dismissal': {
    about: 'spoor 2 is no dismissal',
    topic: 'betekent-spoor-2-ontslag',
    leads: [/^Nee/],
    says: [/weigeren/, /rechter/],
  },
  C12: {
    about: 'applying for WIA: not after two years',
    topic: 'wia-aanvragen',
    says: [/week 93/, /week 88|88 (?:en|of|tot) 89/],
    inEnglish: [/week 93/],
    never: [/na 2 jaar (?:vraag|aanvragen)/i],
  },
  C13: {
    about: 'who gives a second opinion, and who pays',
    topic: 'second-opinion',
    says: [/andere bedrijfsarts/i, /betaalt|betaal/, /eigen bedrijfsarts|je bedrijfsarts/],
    inEnglish: [/another (?:bedrijfsarts|company doctor)|different (?:bedrijfsarts|company doctor)/i],
  },
  C14: {
    about: 'three years at municipalities',
    topic: 'gemeenten-drie-jaar',
    says: [/HR|cao/, /niet bevestigen|niet terugvinden|niet gevonden|geen bevestiging/i],
    never: [/bij gemeenten (?:geldt|is|duurt).{0,20}3 jaar/i],
  },
  C15: {
    about: 'one after the other or side by side',
    topic: 'spoor-1-en-2-tegelijk',
    leads: [/^Ja/, /tegelijk/],
    says: [/eigen werk komt steeds eerst|eigen werk gaat voor/i],
  },
  C16: {
    about: 'when the start may wait',
    topic: 'uitstel-spoor-2',
    leads: [/concreet uitzicht|concreet perspectief/],
    says: [/3 maanden/, /in de praktijk/, /twijfel/i],
  },
  C17: {
    about: 'what not co-operating does to the WIA',
    topic: 'niet-meewerken',
    says: [/UWV kan.{0,50}WIA.{0,50}verlagen/s],
    never: [/negatieve beoordeling/i, /minder arbeidsongeschikt/i],
  },
  C18: {
    about: 'spoor 2 ends at two years',
    topic: 'wanneer-stopt-spoor-2',
    says: [/104 weken/, /loonsanctie/, /te late WIA-aanvraag/],
  },
  C19: {
    about: 'the AOW within a year after the waiting time',
    topic: 'aow-en-spoor-2',
    says: [/vraag.{0,40}UWV/is, /allebei/, /niet.{0,30}UWV.{0,20}nalezen|niet uit de wet|staat niet in de wet/s],
    never: [/je hoeft (?:dan )?geen spoor 2/i],
  },
  C20: {
    about: 'spoor 3 as a term of law',
    topic: 'wat-is-spoor-3',
    says: [/staat niet in de wet|geen (?:wettelijke )?term/],
    inEnglish: [/not .{0,30}law/],
  },
  C21: {
    about: 'what an FML or IZP says and who gets it',
    topic: 'fml-of-izp',
    leads: [/niet welke ziekte|alleen de beperkingen en mogelijkheden/],
    says: [/bedrijfsarts maakt/],
  },
  C22: {
    about: '104 weeks or two years',
    topic: 'ontslag-na-twee-jaar',
    says: [/2 volle jaren/, /104 weken/],
    inEnglish: [/2 full years/, /104 weeks/],
  },
  'C22, the end of pay': {
    about: '104 weeks, not two years',
    topic: 'einde-wachttijd-104-weken',
    leads: [/104 weken/],
  },
  C23: {
    about: 'letter in week 87 to 89, WIA in week 91 or 93',
    topic: 'tijdlijn-poortwachter',
    says: [/88/, /91/, /93/],
    never: [/WIA.{0,30}week 91\b(?!.*93)/s],
  },
  C24: {
    about: 'maternity leave that does not adjoin the illness',
    topic: 'samengesteld-verzuim',
    says: [/bronnen|arbodienst/, /28 dagen|4 weken/],
    inEnglish: [/sources|arbodienst/],
  },
  C25: {
    about: 'the last day or the day after',
    topic: 'einde-wachttijd-104-weken',
    says: [/volgende dag|dag erna/],
    inEnglish: [/next day|day after/],
  },
  C27: {
    about: 'priority on internal vacancies',
    topic: 'voorrang-interne-vacatures',
    leads: [/aanbieden/],
    says: [/wet over voorrang.{0,40}niet gevonden/s, /cao/],
    never: [/je hebt altijd voorrang/i, /you always have priority/i],
  },
  C28: {
    about: 'spoor 2 only after everything inside was finished',
    topic: 'eerder-starten',
    says: [/hoort de werkgever niet te wachten/],
    never: [/pas (?:als|nadat) alles/i],
  },
};

describe('where sources disagree', () => {
  it.each(Object.entries(CONFLICTS))('%s', (_key, { topic, leads = [], says = [], inEnglish = [], never = [] }) => {
    for (const text of answersAt(topic, 'nl-B1')) {
      for (const fact of leads) expect(openingOf(text, 3)).toMatch(fact);
      for (const fact of says) expect(text).toMatch(fact);
    }
    for (const text of answersAt(topic, 'en')) for (const fact of inEnglish) expect(text).toMatch(fact);
    for (const text of allAnswers(topic)) for (const claim of never) expect(text).not.toMatch(claim);
  });

  it.each(REAL_KNOWLEDGE.topics.map(({ id }) => id))(
    'C6, C26: %s rests on no Arbowet duty and no loose statistics',
    (id) => {
      for (const text of allAnswers(id)) {
        expect(text).not.toMatch(/\b(?:82|67|89)\s?%|(?:ongeveer|about) 70\s?%.{0,20}(?:lukt|slaagt|succeed)/i);
        expect(text).not.toMatch(/Arbowet.{0,60}(?:spoor|re-integr)/is);
      }
    },
  );

  it('C6: the Arbowet is cited for the bedrijfsarts only', () => {
    const citing = REAL_KNOWLEDGE.topics.filter(({ sources }) => sources.some(({ ref }) => ref === 'arbowet'));
    expect(citing.length).toBeGreaterThan(0);
    for (const { sources } of citing)
      for (const { ref, at } of sources) if (ref === 'arbowet') expect(at).toMatch(/artikel 14/);
  });

  it('covers every conflict that was found', () => {
    const tested = new Set([...Object.keys(CONFLICTS).map((key) => key.split(',')[0]), 'C6', 'C26']);
    expect([...tested].sort()).toEqual(Array.from({ length: 28 }, (_, index) => `C${index + 1}`).sort());
  });
});
