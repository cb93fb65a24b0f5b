import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import { defineDialog, yesNo, type DialogContext, type Route } from '../../src/dialog-engine/definition.ts';
import type { OutcomeResult } from '../../src/dialog-engine/outcome.ts';
import { isOpTijd, type Aanvraag } from '../../src/rules/loonsanctie/aanvraag.ts';
import { LOONSANCTIE_GRONDEN } from '../../src/rules/loonsanctie/bevindingen.ts';
import { loonsanctiePlan } from '../../src/rules/loonsanctie/datums.ts';
import { LOONSANCTIE_KOPJES } from '../../src/rules/loonsanctie/feiten.ts';
import type { LoonsanctieFeiten, LoonsanctieUitkomst } from '../../src/rules/loonsanctie/feiten.ts';
import { besluitfase, loonsanctieDatums } from '../../src/rules/loonsanctie/herstel.ts';
import { nogGeenBesluit } from '../../src/rules/loonsanctie/nog-geen-besluit.ts';
import { besluitTeLaat, gemeld, herstellen } from '../../src/rules/loonsanctie/uitkomst.ts';

function feiten(answers: AnswerReader, { today, figures }: DialogContext): LoonsanctieFeiten {
  const eersteZiektedag = answers.date('eersteZiektedag');
  const aanvraag = answers.choice('wiaOpTijd') as Aanvraag | undefined;
  return {
    today,
    geval: {
      figures,
      eersteZiektedag,
      opTijd: isOpTijd(aanvraag, { figures, eersteZiektedag }, today),
      opgelegd: answers.is('besluit', 'ja'),
      gemeld: answers.date('gemeldOp'),
    },
    aanvraag,
    besluit: answers.date('besluitDatum'),
    soort: answers.choice('soort') as LoonsanctieFeiten['soort'],
    redenen: answers.several('redenen'),
    hersteld: answers.is('herstel', 'hersteld'),
  };
}

const metDatums =
  (uitkomst: (facts: LoonsanctieFeiten) => LoonsanctieUitkomst) =>
  (answers: AnswerReader, context: DialogContext): OutcomeResult => {
    const facts = feiten(answers, context);
    return { ...uitkomst(facts), ...loonsanctiePlan(facts.geval) };
  };

/** The decision is of after the wachttijd, and the WIA was applied for in time. */
function besluitNaEinde(answers: AnswerReader, context: DialogContext): boolean {
  const { geval, besluit } = feiten(answers, context);
  if (besluit === undefined || geval.opTijd !== true) return false;
  return besluitfase(loonsanctieDatums(geval), besluit) === 'voorbij';
}

const naBesluit: Route = {
  branches: [{ when: 'besluit na de 104 weken', holds: besluitNaEinde, to: 'besluitTeLaat' }],
  otherwise: 'soort',
};

export default defineDialog({
  id: 'loonsanctie',
  version: 1,
  start: 'besluit',
  questions: {
    besluit: yesNo({ ja: 'eersteZiektedag', nee: 'eersteZiektedag' }, { unknown: 'eersteZiektedag' }),
    eersteZiektedag: { kind: 'date', when: 'past', next: 'wiaOpTijd', unknown: 'wiaOpTijd' },
    wiaOpTijd: {
      kind: 'choice',
      options: ['opTijd', 'nogNiet', 'teLaat'],
      next: naAanvraag(),
      unknown: naAanvraag(),
      usual: 'opTijd',
    },
    besluitDatum: { kind: 'date', when: 'past', after: 'eersteZiektedag', next: naBesluit, unknown: 'soort' },
    soort: {
      kind: 'choice',
      options: ['administratief', 'inhoudelijk'],
      next: { administratief: 'herstel', inhoudelijk: 'redenen' },
      unknown: 'herstel',
      usual: 'inhoudelijk',
    },
    redenen: {
      kind: 'several',
      options: ['spoor2', 'oordeelBedrijfsarts', 'stilstand'],
      next: 'herstel',
      unknown: 'herstel',
    },
    herstel: {
      kind: 'choice',
      options: ['nogNiet', 'hersteld', 'gemeld'],
      next: { nogNiet: 'herstellen', hersteld: 'herstellen', gemeld: 'gemeldOp' },
      unknown: 'herstellen',
    },
    gemeldOp: {
      kind: 'date',
      when: 'past',
      after: ['eersteZiektedag', 'besluitDatum'],
      next: 'wachtenOpUwv',
      unknown: 'wachtenOpUwv',
    },
  },
  outcomes: {
    nogGeenBesluit: metDatums(nogGeenBesluit),
    // No sanction in its dates: it seems impossible.
    besluitTeLaat: (answers, context) => {
      const facts = feiten(answers, context);
      return { ...besluitTeLaat(facts), ...loonsanctiePlan({ ...facts.geval, opgelegd: false }) };
    },
    herstellen: metDatums(herstellen),
    wachtenOpUwv: metDatums(gemeld),
  },
  findings: Object.keys(LOONSANCTIE_GRONDEN),
  headings: LOONSANCTIE_KOPJES,
});

/** Without a decision there is nothing to repair yet. */
function naAanvraag(): Route {
  return {
    branches: [{ when: 'er is een besluit', holds: (answers) => answers.is('besluit', 'ja'), to: 'besluitDatum' }],
    otherwise: 'nogGeenBesluit',
  };
}
