/** The small words of the grammar, Dutch and English, with the misspellings seen most. */

function set(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** Between a day and its month, or before a year: "de 12e van maart", "maart, 2025". */
export const BEFORE_MONTH = set('van of de the vd v - / . , maand');
export const BEFORE_YEAR = set('van of , . - / in het the jaar year anno (');
export const ORDINAL_ENDS = set('e de ste st nd rd th ste');
/** Between a weekday or a year and the date it belongs to. */
export const BETWEEN_PARTS = set(', . ( ) de the op on den in van of dd rond omstreeks');

/** What may lie between two dates that share a year: "van 12 mei tot en met 31 mei 2026". */
export const CONNECTORS = set(
  'tot en met tm tem t/m t m of nee niet maar sorry ik bedoel bedoelde van op vanaf - , ; / ( ) . until till to and or no ' +
    'not but i mean through naar the de on from eigenlijk oeps fout wacht actually wait oops het was is it moet zijn toch',
);
/** Ways to say that what comes next is another possibility, not the end of a period. */
export const ALTERNATIVES = set('of or nee niet maar sorry no not but bedoel mean oeps oops eigenlijk actually toch');

/** Between two days of one month. */
export const DAY_LINKS = set('en of op tot met tm tem and or to until till - / , + & a');
export const BETWEEN = set('tussen between');

/** A number followed by one of these is no date and no year. */
export const UNITS = set(
  'uur uren u h hr hrs hour hours dag dagen dage day days week weken weeken wk wkn weeks maand maanden maande mnd mnden ' +
    'month months jaar jaren jr year years yr yrs kwartaal kwartalen minuten minuut min minutes keer x maal kinderen ' +
    'kind kids children child mensen personen persoon people collega collegas euro eur euros km kilometer kilo kg cm m ' +
    'meter procent pct percent graden jarige jarig stuks stuk times dagdelen dagdeel ochtenden uurtjes gesprekken ' +
    'afspraken werkdagen werkweken weekend medewerkers werknemers pillen mg ml deel delen part dagloon loon am pm per bruto netto',
);
export const MONEY = set('euro eur euros km kilometer bruto netto per');

/** Words after which a bare figure is meant as a date: "sinds 12.3", "in 2025". */
export const CUES = set(
  'sinds since op on vanaf from van tot until till tm per datum date dd is was ziek sick hersteld beter in uit of begin ' +
    'eind jaar year anno geboren born sedert met ingang start einddatum begindatum ziekmelding ziekgemeld the de om en ' +
    'and to zijn al naar het ja nee ok oke yes no ongeveer rond circa ca omstreeks around about bedoel bedoelde mean ' +
    'denk think ik ben gemeld voor na before after tussen between maar but niet not or',
);

/** Words that may follow a year of two figures without casting doubt on it. */
export const AFTER_YEAR = set(
  'en of tot tm t/m nee niet maar ik ben was werd is heb had toen ziek sick hersteld beter weer gemeld geworden denk ' +
    'dacht ongeveer ofzo sinds vanaf om and or to until no not but i am was got mijn my dus geloof volgens dat dan daarna',
);

export const PAST_SIDE = set(
  'afgelopen afgelope vorige vorig laatste verleden jl last past previous jongstleden ll voorbije',
);
export const FUTURE_SIDE = set('komende komend aanstaande as eerstvolgende volgende volgend next coming aankomende');
/** Past or future words that may stand after a date: "5 mei jl." */
export const PAST_AFTER = set('jl jongstleden ll laatstleden afgelopen');
export const FUTURE_AFTER = set('as aanstaande aanstaand eerstkomend eerstkomende');
export const THIS = set('deze dit this');

export const APPROXIMATE = set(
  'rond rondom ongeveer ong ongv omstreeks circa ca plm plusminus about around approximately approx roughly zon zowat zoiets vroegst vroegste earliest',
);
export const APPROXIMATE_AFTER = set('ofzo ongeveer zoiets ish ongv ong zon');
export const EXACTLY = set('precies exact exactly');

export const EVERY = set('elke iedere ieder elk every each');

/** Corrections: what comes after counts more than what came before. */
export const CORRECTIONS = set(
  'nee maar sorry bedoel bedoelde oeps fout foutje correctie verbetering eigenlijk wacht toch moet moest no but mean actually ' +
    'wait oops correction rather',
);

export const AGO = set('geleden gelede geleeden gleden geledn geldeen terug trug ago back');
export const YEAR_UNITS = set('jaar jr year yr jar jaa jaaar yaar');

/** The lengths of time a date is counted in. */
export type Unit = 'days' | 'weeks' | 'months' | 'years';

export const UNIT_NAMES: ReadonlyMap<string, Unit> = new Map(
  (
    [
      ['days', 'dag daags dagen dage dagn dagje dagjes day days'],
      ['weeks', 'week weken weeken weke wekn wk wkn weekje weekjes weeks'],
      ['months', 'maand maanden maande maandn manden mnd mnden maandje maandjes month months'],
      ['years', 'jaar jaren jr jare year years yr yrs halfjaar'],
    ] as const
  ).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
);

export const NEGATIONS = set('niet not geen');
/** "weet niet", "niet zeker": doubt, not denial. */
export const UNSURE = set('weet know zeker sure precies remember');
