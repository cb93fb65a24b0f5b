import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import { defineDialog, yesNo, type DialogContext, type Route } from '../../src/dialog-engine/definition.ts';
import type { OutcomeResult } from '../../src/dialog-engine/outcome.ts';
import { aangevraagd, laatAangevraagd } from '../../src/rules/wia/aangevraagd.ts';
import { WIA_GRONDEN } from '../../src/rules/wia/bevindingen.ts';
import { wiaDatums, wiaPlan } from '../../src/rules/wia/datums.ts';
import { WIA_KOPJES, type Dienstverband, type WiaFeiten, type WiaUitkomst } from '../../src/rules/wia/feiten.ts';
import { aanvragen, geenWia, meteenAanvragen, vervroegd } from '../../src/rules/wia/uitkomst.ts';
import { laat, wiaFase, type WiaFase } from '../../src/rules/wia/wia.ts';

function feiten(answers: AnswerReader, { today, figures }: DialogContext): WiaFeiten {
  const eersteZiektedag = answers.date('eersteZiektedag');
  const deadlines = wiaDatums(eersteZiektedag, figures);
  const aangevraagdOp = answers.date('aanvraagDatum');
  const onderbroken = answers.choice('tussentijdsHersteld');
  const dag = answers.isUnknown('aanvraagDatum') ? undefined : (aangevraagdOp ?? today);
  return {
    today,
    figures,
    eersteZiektedag,
    deadlines,
    dienstverband: answers.choice('dienstverband') as Dienstverband | undefined,
    onderbroken: onderbroken === undefined ? undefined : onderbroken === 'ja',
    zestig: answers.is('leeftijd', 'van60TotAow'),
    aangevraagd: aangevraagdOp,
    laat:
      dag === undefined
        ? undefined
        : laat(deadlines, dag, answers.is('briefGekregen', 'nee') ? 'geen' : answers.date('briefDatum')),
    nieuw: wiaDatums(eersteZiektedag, figures, dag),
  };
}

const metDatums =
  (uitkomst: (facts: WiaFeiten) => WiaUitkomst) =>
  (answers: AnswerReader, context: DialogContext): OutcomeResult => {
    const facts = feiten(answers, context);
    return { ...uitkomst(facts), ...wiaPlan(facts) };
  };

const inFase =
  (fase: WiaFase) =>
  (answers: AnswerReader, { today, figures }: DialogContext): boolean =>
    wiaFase(wiaDatums(answers.date('eersteZiektedag'), figures), today) === fase;
const isLaat = (answers: AnswerReader, context: DialogContext): boolean => feiten(answers, context).laat !== undefined;
const naLeeftijd: Route = {
  branches: [
    { when: 'vervroegd aanvragen kan nog', holds: inFase('vervroegd'), to: 'geenHerstelVerwacht' },
    { when: 'te vroeg om aan te vragen', holds: inFase('wachten'), to: 'opTijdAanvragen' },
  ],
  otherwise: 'aangevraagd',
};
const nogNiet: Route = {
  branches: [
    { when: 'laatste dag voorbij', holds: inFase('teLaat'), to: 'briefGekregen' },
    { when: 'tijd om aan te vragen', holds: inFase('aanvragen'), to: 'opTijdAanvragen' },
  ],
  otherwise: 'geenHerstelVerwacht',
};
const zonderEersteDag = (answers: AnswerReader): boolean => answers.isUnknown('eersteZiektedag');
const welAangevraagd: Route = {
  branches: [{ when: 'eerste ziektedag onbekend', holds: zonderEersteDag, to: 'opTijdAangevraagd' }],
  otherwise: 'aanvraagDatum',
};
const naBrief: Route = {
  branches: [{ when: 'al aangevraagd', holds: (answers) => answers.has('aanvraagDatum'), to: 'laatAangevraagd' }],
  otherwise: 'meteenAanvragen',
};

export default defineDialog({
  id: 'wia',
  version: 1,
  start: 'eersteZiektedag',
  questions: {
    eersteZiektedag: { kind: 'date', when: 'past', next: 'tussentijdsHersteld', unknown: 'dienstverband' },
    tussentijdsHersteld: yesNo(
      { ja: 'dienstverband', nee: 'dienstverband' },
      { unknown: 'dienstverband', usual: 'nee' },
    ),
    dienstverband: {
      kind: 'choice',
      options: ['inDienst', 'uitDienstUwv', 'uitDienstOudeWerkgever'],
      next: 'leeftijd',
      unknown: 'leeftijd',
      usual: 'inDienst',
    },
    leeftijd: {
      kind: 'choice',
      options: ['jongerDan60', 'van60TotAow', 'aowLeeftijd'],
      next: { jongerDan60: naLeeftijd, van60TotAow: naLeeftijd, aowLeeftijd: 'geenWia' },
      unknown: naLeeftijd,
      usual: 'jongerDan60',
    },
    aangevraagd: yesNo({ ja: welAangevraagd, nee: nogNiet }, { unknown: nogNiet }),
    aanvraagDatum: {
      kind: 'date',
      when: 'past',
      after: 'eersteZiektedag',
      next: {
        branches: [{ when: 'na de laatste dag', holds: isLaat, to: 'briefGekregen' }],
        otherwise: 'opTijdAangevraagd',
      },
      unknown: 'opTijdAangevraagd',
    },
    briefGekregen: yesNo({ ja: 'briefDatum', nee: naBrief }, { unknown: naBrief, usual: 'ja' }),
    briefDatum: { kind: 'date', when: 'past', after: 'eersteZiektedag', next: naBrief, unknown: naBrief },
    geenHerstelVerwacht: yesNo({ ja: 'vervroegdAanvragen', nee: 'opTijdAanvragen' }, { unknown: 'opTijdAanvragen' }),
  },
  outcomes: {
    opTijdAanvragen: metDatums(aanvragen),
    meteenAanvragen: metDatums(meteenAanvragen),
    opTijdAangevraagd: metDatums(aangevraagd),
    laatAangevraagd: metDatums(laatAangevraagd),
    vervroegdAanvragen: metDatums(vervroegd),
    geenWia: (answers, context) => geenWia(feiten(answers, context)),
  },
  findings: Object.keys(WIA_GRONDEN),
  headings: WIA_KOPJES,
});
