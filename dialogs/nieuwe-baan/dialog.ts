import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import { defineDialog, yesNo, type DialogContext } from '../../src/dialog-engine/definition.ts';
import type { OutcomeResult } from '../../src/dialog-engine/outcome.ts';
import { KOPJES, type NieuweBaan } from '../../src/rules/nieuwe-baan/feiten.ts';
import { inDienst, metUitkering, oefenen } from '../../src/rules/nieuwe-baan/uitkomst.ts';
import { VORMEN } from '../../src/rules/nieuwe-baan/nieuwe-baan.ts';
import { noRiskDagen, wachttijdVoorbij } from '../../src/rules/nieuwe-baan/no-riskpolis.ts';
import { CONTRACTDUREN } from '../../src/rules/proeftijd.ts';
import { timeline } from '../../src/rules/timeline.ts';

const JA_NEE: Readonly<Record<string, boolean>> = { ja: true, nee: false };
const DATUMS: readonly string[] = ['noRiskPeildag', 'eindeWachttijd', 'wiaEersteDag'];

function verzuim(answers: AnswerReader) {
  const eersteDag = answers.date('eersteZiektedag');
  return eersteDag && { ziekteperioden: [{ eersteDag }] };
}

function tijdlijn(answers: AnswerReader, { figures }: DialogContext) {
  const facts = verzuim(answers);
  return facts && timeline(facts, figures);
}

function nieuweBaan(answers: AnswerReader, context: DialogContext): NieuweBaan {
  const datums = tijdlijn(answers, context);
  return {
    today: context.today,
    audience: context.audience,
    loon: answers.is('inkomen', 'loon'),
    past: answers.is('passendheid', 'past'),
    contractNu: answers.choice('contractNu'),
    contractInZicht: answers.has('contractduur'),
    contractduur: answers.choice('contractduur'),
    alleUren: JA_NEE[answers.choice('alleUren') ?? ''],
    loonwaarde: answers.is('loonwaarde', 'ja'),
    start: answers.date('startdatum'),
    dagen: datums && noRiskDagen(datums),
    wiaBesluit: answers.choice('wiaBesluit'),
  };
}

function plan(answers: AnswerReader, context: DialogContext): Pick<OutcomeResult, 'plan'> {
  const facts = verzuim(answers);
  const datums = tijdlijn(answers, context);
  const dagen = datums && noRiskDagen(datums);
  if (!facts || datums?.kind !== 'timeline' || !dagen || wachttijdVoorbij(dagen, context.today)) return {};
  return { plan: { verzuim: facts, deadlines: datums.deadlines.filter(({ id }) => DATUMS.includes(id)) } };
}

const contractNu = (answers: AnswerReader) => answers.is('contractNu', 'ja');
const uitkering = (answers: AnswerReader) => answers.is('inkomen', 'uitkering');
const NAAR_UITKERING = { when: 'uitkering', holds: uitkering, to: 'metUitkering' };
const naarDatum = { branches: [NAAR_UITKERING], otherwise: 'eersteZiektedag' };
const naarOefenen = { branches: [NAAR_UITKERING], otherwise: 'loonwaarde' };
const naContractduur = {
  branches: [NAAR_UITKERING, { when: 'contract nu', holds: contractNu, to: 'alleUren' }],
  otherwise: 'startdatum',
};

export default defineDialog({
  id: 'nieuwe-baan',
  version: 1,
  start: 'inkomen',
  questions: {
    inkomen: {
      kind: 'choice',
      options: ['loon', 'uitkering'],
      usual: 'loon',
      next: { loon: 'passendheid', uitkering: 'wiaBesluit' },
      unknown: 'passendheid',
    },
    wiaBesluit: {
      kind: 'choice',
      options: ['wia', 'onder35', 'nogGeenBesluit'],
      next: 'passendheid',
      unknown: 'passendheid',
    },
    passendheid: {
      kind: 'choice',
      options: ['past', 'twijfel', 'oefenen'],
      next: { past: 'contractNu', twijfel: 'contractNu', oefenen: naarOefenen },
      unknown: 'contractNu',
    },
    loonwaarde: yesNo({ ja: 'oefenen', nee: 'oefenen' }, { unknown: 'oefenen' }),
    contractNu: {
      kind: 'choice',
      options: ['ja', 'later', 'nee'],
      next: { ja: 'contractduur', later: 'contractduur', nee: naarDatum },
      unknown: naarDatum,
    },
    contractduur: { kind: 'choice', options: CONTRACTDUREN, next: naContractduur, unknown: naContractduur },
    alleUren: yesNo({ ja: 'startdatum', nee: 'startdatum' }, { unknown: 'startdatum' }),
    startdatum: { kind: 'date', when: 'future', next: 'eersteZiektedag', unknown: 'eersteZiektedag' },
    eersteZiektedag: { kind: 'date', when: 'past', next: 'inDienst', unknown: 'inDienst' },
  },
  outcomes: {
    inDienst: (answers, context) => ({ ...inDienst(nieuweBaan(answers, context)), ...plan(answers, context) }),
    oefenen: (answers, context) => oefenen(nieuweBaan(answers, context)),
    metUitkering: (answers, context) => metUitkering(nieuweBaan(answers, context)),
  },
  headings: KOPJES,
  findings: [
    ...Object.values(VORMEN).flatMap(({ wat, ervoor, ertegen }) => [wat.key, ervoor.key, ertegen.key]),
    ...['uitkomstProefplaatsing', 'uitkomstDetachering', 'uitkomstWerkervaringsplaats', 'uitkomstUwvProefplaatsing'],
    ...['uitkomstContract', 'uitkomstContractVroeg', 'uitkomstUwvVragen', 'uitkomstContractBijUitkering'],
    ...['uitkomstWerkMetWaarde', 'adviesVooraf', 'oudContractStopt', 'oudContractDeels', 'terugval', 'opPapier'],
    ...['meldInkomen', 'uwvToestemming'],
    ...['geenProeftijd', 'proeftijdEenMaand', 'proeftijdTweeMaanden', 'proeftijdPerDuur', 'werkMetWaarde', 'meewerken'],
    ...['noRiskVerlengd', 'blijfVerantwoordelijk', 'loonkostenvoordeel', 'loonkostenvoordeelOuderen'],
    ...['noRiskWat', 'noRiskZonderDatum', 'noRiskDatums', 'startVoorPeildag', 'startVoorEinde', 'startNaEinde'],
    ...['datumsSchuiven', 'noRiskWia', 'noRiskOnder35', 'noRiskGeenBesluit', 'wieBetaalt', 'geenUwvProefplaatsing'],
  ],
});
