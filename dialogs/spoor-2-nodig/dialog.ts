import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import { choice, defineDialog, yesNo } from '../../src/dialog-engine/definition.ts';
import type { Dialog, DialogContext, Route } from '../../src/dialog-engine/definition.ts';
import { aowDatum } from '../../src/rules/aow.ts';
import { KEUZES, UITKOMSTEN, type Keuzes, type Uitkomst } from '../../src/rules/spoor2/feiten.ts';
import { SPOOR2_FINDINGS, SPOOR2_HEADINGS, spoor2Advies } from '../../src/rules/spoor2/nodig.ts';
import { timeline } from '../../src/rules/timeline.ts';

const WEKEN_WACHTTIJD = 104;
/** The eerstejaarsevaluatie is held from week 46. */
const WEKEN_VOOR_EVALUATIE = 45;
const IN_HET_PLAN = ['eerstejaarsevaluatie', 'spoor2Streefdatum', 'spoor2Uiterlijk', 'eindeWachttijd', 'aow'];

const weken = (answers: AnswerReader, { today }: DialogContext): number =>
  answers.date('eersteZiektedag')?.until(today, { largestUnit: 'weeks' }).weeks ?? 0;

const keuzes = (answers: AnswerReader): Keuzes =>
  Object.fromEntries(KEUZES.map((vraag) => [vraag, answers.choice(vraag)])) as Keuzes;

const BRANCHES = [
  { when: 'geen mogelijkheden', holds: (a: AnswerReader) => a.is('mogelijkheden', 'geen'), to: 'geenMogelijkheden' },
  { when: 'bijna geen mogelijkheden', holds: (a: AnswerReader) => a.is('mogelijkheden', 'marginaal'), to: 'marginaal' },
  { when: 'blijvend werk bij de eigen werkgever', holds: (a: AnswerReader) => a.has('opPapier'), to: 'uitstel' },
  { when: 'alles geprobeerd', holds: (a: AnswerReader) => a.is('spoor2Nu', 'allesGeprobeerd'), to: 'allesGeprobeerd' },
];
const NAAR_UITKOMST: Route = { branches: BRANCHES, otherwise: 'starten' };
const NAAR_GEBOORTEDATUM: Route = {
  branches: [
    { when: 'eerste ziektedag bekend', holds: (a) => a.date('eersteZiektedag') !== undefined, to: 'geboortedatum' },
    ...BRANCHES,
  ],
  otherwise: 'starten',
};

function uitkomst(naam: Uitkomst): Dialog['outcomes'][string] {
  return (answers, { today, figures }) => {
    const eersteDag = answers.date('eersteZiektedag');
    const evaluatie = answers.date('evaluatie');
    const geboortedatum = answers.date('geboortedatum');
    const verzuim = eersteDag && {
      ziekteperioden: [{ eersteDag }],
      ...(evaluatie && { eerstejaarsevaluatie: evaluatie }),
      ...(geboortedatum && { geboortedatum }),
    };
    const tijdlijn = verzuim && timeline(verzuim, figures);
    const deadlines = tijdlijn?.kind === 'timeline' ? tijdlijn.deadlines : [];
    const advies = spoor2Advies({
      uitkomst: naam,
      ...keuzes(answers),
      opPapier: answers.several('opPapier'),
      aow: geboortedatum && aowDatum(geboortedatum, figures.aowLeeftijden),
      evaluatieGehouden: evaluatie !== undefined,
      deadlines,
      today,
    });
    const inHetPlan = deadlines.filter(({ id }) => IN_HET_PLAN.includes(id));
    return verzuim && inHetPlan.length > 0 ? { ...advies, plan: { verzuim, deadlines: inHetPlan } } : advies;
  };
}

export default defineDialog({
  id: 'spoor-2-nodig',
  version: 1,
  start: 'mogelijkheden',
  questions: {
    mogelijkheden: choice(
      ['genoeg', 'marginaal', 'geen', 'hersteld'],
      { genoeg: 'terugkeer', marginaal: 'oordeelOpPapier', geen: 'oordeelOpPapier', hersteld: 'hersteld' },
      { unknown: 'terugkeer', usual: 'genoeg' },
    ),
    terugkeer: choice(
      ['eigenWerk', 'anderWerk', 'werktAl', 'tijdelijkWerk', 'nee'],
      { eigenWerk: 'opPapier', anderWerk: 'opPapier', werktAl: 'werkPast', tijdelijkWerk: 'spoor2Nu', nee: 'spoor2Nu' },
      { unknown: 'spoor2Nu' },
    ),
    opPapier: {
      kind: 'several',
      options: ['prognose', 'plan', 'uren'],
      next: 'eerderUitstel',
      unknown: 'eerderUitstel',
    },
    eerderUitstel: choice(['nee', 'looptNog', 'voorbij'], 'eersteZiektedag', {
      unknown: 'eersteZiektedag',
      usual: 'nee',
    }),
    werkPast: yesNo({ ja: 'resultaat', nee: 'spoor2Nu' }, { unknown: 'spoor2Nu' }),
    oordeelOpPapier: yesNo({ ja: 'herstel', nee: 'herstel' }, { unknown: 'herstel' }),
    herstel: choice(['binnenDrieMaanden', 'later', 'nee'], 'eersteZiektedag', { unknown: 'eersteZiektedag' }),
    spoor2Nu: choice(['nee', 'loopt', 'allesGeprobeerd'], 'eersteZiektedag', {
      unknown: 'eersteZiektedag',
      usual: 'nee',
    }),
    eersteZiektedag: {
      kind: 'date',
      when: 'past',
      next: {
        branches: [
          { when: '104 weken geleden of langer', holds: (a, c) => weken(a, c) >= WEKEN_WACHTTIJD, to: 'naWachttijd' },
          { when: 'in week 46 of later', holds: (a, c) => weken(a, c) >= WEKEN_VOOR_EVALUATIE, to: 'evaluatie' },
        ],
        otherwise: 'aowDichtbij',
      },
      unknown: 'aowDichtbij',
    },
    evaluatie: { kind: 'date', when: 'past', after: 'eersteZiektedag', next: 'aowDichtbij', unknown: 'aowDichtbij' },
    aowDichtbij: choice(
      ['nee', 'dichtbij', 'bereikt'],
      { nee: NAAR_UITKOMST, dichtbij: NAAR_GEBOORTEDATUM, bereikt: 'aowBereikt' },
      { unknown: NAAR_UITKOMST, usual: 'nee' },
    ),
    geboortedatum: { kind: 'date', when: 'past', next: NAAR_UITKOMST, unknown: NAAR_UITKOMST },
  },
  outcomes: Object.fromEntries(UITKOMSTEN.map((naam) => [naam, uitkomst(naam)])),
  findings: SPOOR2_FINDINGS,
  headings: SPOOR2_HEADINGS,
});
