import { UNKNOWN } from '../../src/dialog-engine/answers.ts';
import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import { defineDialog, yesNo } from '../../src/dialog-engine/definition.ts';
import type { ChoiceQuestion, Route } from '../../src/dialog-engine/definition.ts';
import type { OutcomeResult } from '../../src/dialog-engine/outcome.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { ALGEMEEN, PUNTEN, type Punt } from '../../src/rules/zelfcheck/punten.ts';
import { KOP_FINDINGS, PUNT_FINDINGS, zelfcheck, type Stand } from '../../src/rules/zelfcheck/zelfcheck.ts';

const STANDEN: Readonly<Record<string, Stand>> = { ja: 'goed', nee: 'doen', nogNiet: 'komt', [UNKNOWN]: 'vragen' };

/** A point of the list: whatever the answer, the next point follows. No usual answer: a check that fills itself in is none. */
const punt = (next: Route): ChoiceQuestion => yesNo({ ja: next, nee: next }, { unknown: next });

/** A point that may be too early to ask. */
const puntMetTijd = (next: Route): ChoiceQuestion => ({
  kind: 'choice',
  options: ['ja', 'nee', 'nogNiet'],
  next,
  unknown: next,
});

/** The list for the one who asks; the employee's part about looking for work is for when spoor 2 runs. */
const eerstePunt: Route = {
  branches: [
    {
      when: 'werkgever',
      audience: 'employer',
      holds: (_, { audience }) => audience === 'employer',
      to: 'oordeelBedrijfsarts',
    },
  ],
  otherwise: 'afspraken',
};
const alsSpoor2Loopt = (loopt: string, anders: string): Route => ({
  branches: [{ when: 'spoor 2 loopt', holds: (answers) => answers.is('spoor2Loopt', 'ja'), to: loopt }],
  otherwise: anders,
});

function standen(answers: AnswerReader): [Punt, Stand][] {
  return (Object.keys(PUNTEN) as Punt[]).flatMap((name): [Punt, Stand][] => {
    const stand = STANDEN[answers.isUnknown(name) ? UNKNOWN : (answers.choice(name) ?? '')];
    return stand === undefined ? [] : [[name, stand]];
  });
}

function uitkomst(answers: AnswerReader, weten: readonly Finding[]): OutcomeResult {
  const { headline, goed, doen, vragen, komt } = zelfcheck(standen(answers));
  const spoor2 = answers.isUnknown('spoor2Loopt') ? [ALGEMEEN.spoor2Vragen] : [];
  return {
    headline,
    groups: [
      { heading: 'goed', findings: goed },
      { heading: 'doen', findings: doen },
      { heading: 'vragen', findings: [...spoor2, ...vragen] },
      { heading: 'komt', findings: komt },
      { heading: 'weten', findings: weten },
    ],
  };
}

export default defineDialog({
  id: 'zelfcheck',
  version: 1,
  start: 'spoor2Loopt',
  questions: {
    spoor2Loopt: yesNo({ ja: eerstePunt, nee: eerstePunt }, { usual: 'ja', unknown: eerstePunt }),
    // The employee's list.
    afspraken: punt('bereikbaar'),
    bereikbaar: punt('weekplan'),
    weekplan: punt(alsSpoor2Loopt('profielEnCv', 'mogelijkheden')),
    profielEnCv: punt('sollicitaties'),
    sollicitaties: punt('mogelijkheden'),
    mogelijkheden: punt('gesprekken'),
    gesprekken: punt('datums'),
    datums: punt('hulp'),
    hulp: punt('lijstWerknemer'),
    // The employer's list.
    oordeelBedrijfsarts: punt('planVanAanpak'),
    planVanAanpak: punt('casemanager'),
    casemanager: punt('evaluaties'),
    evaluaties: punt('melding42'),
    melding42: puntMetTijd('eerstejaarsevaluatie'),
    eerstejaarsevaluatie: puntMetTijd(alsSpoor2Loopt('bureau', 'spoor2Besluit')),
    bureau: punt('dossier'),
    spoor2Besluit: punt('dossier'),
    dossier: punt('privacy'),
    privacy: punt('lijstWerkgever'),
  },
  outcomes: {
    lijstWerknemer: (answers) => uitkomst(answers, [ALGEMEEN.gezondheid, ALGEMEEN.hulpmiddel]),
    lijstWerkgever: (answers) =>
      uitkomst(answers, [...(answers.has('spoor2Besluit') ? [ALGEMEEN.spoor2Weken] : []), ALGEMEEN.hulpmiddel]),
  },
  findings: [...PUNT_FINDINGS, ...KOP_FINDINGS, ...Object.keys(ALGEMEEN)],
  headings: ['goed', 'doen', 'vragen', 'komt', 'weten'],
});
