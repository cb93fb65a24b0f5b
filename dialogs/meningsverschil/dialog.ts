import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import { defineDialog, yesNo, type DialogContext } from '../../src/dialog-engine/definition.ts';
import type { OutcomeResult } from '../../src/dialog-engine/outcome.ts';
import { LEES_BRIEF, overBezwaar, stapBijBesluit, termijnVerlengd } from '../../src/rules/meningsverschil/besluit.ts';
import * as uitkomst from '../../src/rules/meningsverschil/uitkomst.ts';

const OORDEEL = 'deskundigenoordeel';

/** An outcome from the answers on what two sides disagree about. */
function uit(rule: (verschil: uitkomst.Meningsverschil) => uitkomst.Uitkomst) {
  return (answers: AnswerReader, { audience }: DialogContext): OutcomeResult =>
    rule({
      audience,
      onderwerp: answers.choice('onderwerp'),
      besproken: answers.is('besproken', 'ja'),
      secondOpinion: answers.several('alGevraagd').includes('secondOpinion'),
      oordeel: answers.several('alGevraagd').includes(OORDEEL),
      maatregel: answers.choice('maatregel'),
      ziekteVastgesteld: answers.is('ziekteVastgesteld', 'ja'),
    });
}

function bezwaar(answers: AnswerReader, { today }: DialogContext): OutcomeResult {
  const datum = answers.date('datumBesluit');
  const findings = overBezwaar(answers.choice('soortBesluit'), termijnVerlengd(datum));
  return { headline: stapBijBesluit(datum, today), groups: [{ heading: 'bezwaar', findings }] };
}

const over = (onderwerp: string) => (answers: AnswerReader) => answers.is('onderwerp', onderwerp);
const onbekend = (answers: AnswerReader) => answers.isUnknown('onderwerp');
const naBesproken = {
  branches: [
    { when: 'ruzie', holds: over('ruzie'), to: 'ziekteVastgesteld' },
    { when: 'onderwerp onbekend', holds: onbekend, to: 'kiesRoute' },
  ],
  otherwise: 'alGevraagd',
};
const naAlGevraagd = {
  branches: [
    { when: 'advies', holds: over('adviesBedrijfsarts'), to: 'medischAdvies' },
    { when: 'loon', holds: over('loon'), to: 'loonIngehouden' },
  ],
  otherwise: OORDEEL,
};

export default defineDialog({
  id: 'meningsverschil',
  version: 1,
  start: 'onderwerp',
  questions: {
    onderwerp: {
      kind: 'choice',
      options: ['adviesBedrijfsarts', 'passendWerk', 'inzet', 'ziek', 'loon', 'besluitUwv', 'ruzie'],
      next: {
        ...{ adviesBedrijfsarts: 'besproken', passendWerk: 'besproken', inzet: 'besproken', ziek: 'besproken' },
        ...{ loon: 'maatregel', besluitUwv: 'soortBesluit', ruzie: 'besproken' },
      },
      unknown: 'besproken',
    },
    maatregel: { kind: 'choice', options: ['opschorting', 'loonstop'], next: 'besproken', unknown: 'besproken' },
    besproken: yesNo({ ja: naBesproken, nee: naBesproken }, { unknown: naBesproken }),
    ziekteVastgesteld: yesNo({ ja: 'conflict', nee: 'conflict' }, { unknown: 'conflict' }),
    alGevraagd: { kind: 'several', options: ['secondOpinion', OORDEEL], next: naAlGevraagd, unknown: naAlGevraagd },
    soortBesluit: {
      kind: 'choice',
      options: ['loonsanctie', 'wia', OORDEEL, 'ander'],
      next: { loonsanctie: 'datumBesluit', wia: 'datumBesluit', [OORDEEL]: 'geenBezwaar', ander: 'leesBrief' },
      unknown: 'leesBrief',
    },
    datumBesluit: { kind: 'date', when: 'past', next: 'bezwaar', unknown: 'bezwaar' },
  },
  outcomes: {
    medischAdvies: uit(uitkomst.medischAdvies),
    [OORDEEL]: uit(uitkomst.deskundigenoordeel),
    loonIngehouden: uit(uitkomst.loonIngehouden),
    conflict: uit(uitkomst.conflict),
    kiesRoute: uit(uitkomst.kiesRoute),
    geenBezwaar: uit(uitkomst.geenBezwaar),
    bezwaar,
    leesBrief: () => ({ headline: LEES_BRIEF, groups: [] }),
  },
  headings: ['watJeNuDoet', 'secondOpinion', OORDEEL, 'loon', 'bezwaar', 'conflict', 'intussen'],
  findings: [
    ...['eerstPraten', 'kiesRoute', 'vraagSecondOpinion', 'vraagUitleg', 'vraagDeskundigenoordeel', 'oordeelIsEr'],
    ...['oordeelZiek', 'oordeelPassend', 'oordeelInzet', 'oordeelKosten', 'oordeelDuur', 'oordeelWaarde', 'meewerken'],
    ...['secondOpinionHoe', 'secondOpinionWaarde', 'secondOpinionWeigeren', 'secondOpinionIsEr', 'alleenWerknemer'],
    ...['loonOpgeschort', 'loonGestopt', 'loonIngehouden', 'meteenMelden', 'loonvordering', 'geenBezwaar', 'leesBrief'],
    ...['bezwaarUiterlijk', 'bezwaarVoorbij', 'bezwaarZesWeken', 'bezwaarHoe', 'bezwaarVerlengd', 'bezwaarDaarna'],
    ...['bezwaarLoonsanctie', 'nieuweFeiten', 'loonLooptDoor', 'bezwaarWia'],
    ...['naarMediation', 'eerstBedrijfsarts', 'mediation', 'conflictEnSpoor2'],
  ],
});
