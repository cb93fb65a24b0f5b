/**
 * What a person may give away, each in the spellings in which it is typed. All of it is made up. Without spaces and signs
 * each has nine characters or more: it then stands nowhere by chance, also not in what is sealed.
 */
export const SECRETS = {
  bsn: ['123456782', '123.456.782', '1234 56 782'],
  mail: ['wendelmoed.oosterbaan@voorbeeldpost.nl', 'W.Oosterbaan-Zwart@Voorbeeldpost.NL'],
  phone: ['06-87654321', '+31 6 8765 4321', '0031687654321'],
  bank: ['NL91ABNA0417164300', 'nl91 abna 0417 1643 00'],
  address: ['7533 KX 41b', 'Veldkersweg 418'],
  name: ['Wendelmoed Oosterbaan', 'Oosterbaän-Zwart'],
  /** In small letters: told as a name by the words before it. */
  smallName: ['wendelmoed  oosterbaan'],
  employer: ['Bouwbedrijf Snoeckaert', 'Snoeckaert Kozijnen BV'],
  smallEmployer: ['snoeckaert bv'],
  illness: ['multiple sclerose', 'Schizofrenie'],
  /** Too rare to be on the list of illnesses of which a web chat drops the words. */
  rareIllness: ['posttraumatische stressstoornis'],
  medicine: ['methylfenidaat', 'Oxcarbazepine', 'venlafaxine'],
  birth: ['23 augustus 1971', '23-08-1971'],
  sick: ['19 februari 2026', '19-02-2026', '2026-02-19'],
} as const satisfies Record<string, readonly string[]>;

export const ALL_SECRETS: readonly string[] = Object.values(SECRETS).flat();

type Place = keyof typeof SECRETS;

/** Questions as people ask them; the words in braces are those of a person, and differ each time. */
const QUESTIONS = [
  'Mijn naam is {name}, bsn {bsn}, mag ik spoor 2 weigeren?',
  'Ik ben {smallName} en werk bij {smallEmployer}. Hoe lang duurt spoor 2?',
  'Bel me op {phone} of mail {mail}, wie betaalt mijn loon?',
  'Ik woon op {address}, hoe ver mag mijn werk zijn?',
  'mijn rekening is {bank} wanneer krijg ik mijn loon van {employer}',
  'Ik heb {illness} en slik {medicine}, moet ik re-integreren?',
  'Ik heb {rareIllness} en slik {medicine}, moet ik re-integreren?',
  'ben geboren op {birth} en ziek sinds {sick}, wat nu',
  'mijn collega {name} belde {phone} over het weer in spanje',
  'welke gordijnen kiest {name} voor {address}, vraagt {employer}',
  'hoe zit dat met de keukentafel van {mail} met nummer {bsn}',
  'kan {employer} het geld storten op {bank} voor de schilder',
  'door {medicine} en {illness} kan ik niet naar {employer}',
] as const;

/** No secret has more spellings. */
const ROUNDS = Math.max(...Object.values(SECRETS).map(({ length }) => length));

/** Every secret in every spelling is in one of these. */
export const QUESTIONS_WITH_SECRETS: readonly string[] = filled(Array.from({ length: ROUNDS }, () => QUESTIONS).flat());

function filled(questions: readonly string[]): string[] {
  const used = new Map<string, number>();
  const next = (place: Place) => {
    const spellings = SECRETS[place];
    const count = used.get(place) ?? 0;
    used.set(place, count + 1);
    return spellings[count % spellings.length] ?? '';
  };
  return questions.map((question) => question.replaceAll(/\{(\w+)\}/g, (_all, place: Place) => next(place)));
}
