import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import { defineDialog, yesNo, type DialogContext, type Route } from '../../src/dialog-engine/definition.ts';
import type { OutcomeResult } from '../../src/dialog-engine/outcome.ts';
import type { Verzuim } from '../../src/rules/case.ts';
import { isTeLangGeleden } from '../../src/rules/langste-geval.ts';
import { EERST_FINDINGS, eerst, komend } from '../../src/rules/plichten/eerst.ts';
import { faseOp, FASEN, type Fase, type Stand } from '../../src/rules/plichten/fase.ts';
import { nogWeten, PLICHT_FINDINGS, plichten } from '../../src/rules/plichten/plichten.ts';
import { timeline } from '../../src/rules/timeline.ts';

const JA_NEE: Readonly<Record<string, boolean>> = { ja: true, nee: false };

function faseVan(answers: AnswerReader, { today }: DialogContext): Fase | undefined {
  const eersteDag = answers.date('eersteZiektedag');
  return eersteDag ? faseOp(eersteDag, today) : FASEN.find((one) => one === answers.choice('fase'));
}

const inFasen =
  (...fasen: readonly Fase[]) =>
  (answers: AnswerReader, context: DialogContext): boolean =>
    fasen.some((one) => one === faseVan(answers, context));

/** In the first weeks nothing more is asked; a loonsanctie is possible from the second year. */
const naFase: Route = {
  branches: [
    { when: 'eerste 6 weken', holds: inFasen('begin'), to: 'uitkomst' },
    { when: 'na week 58', holds: inFasen('tweedeJaar', 'daarna'), to: 'loonsanctie' },
  ],
  otherwise: 'spoor2Loopt',
};

/** Without a loonsanctie there is no spoor 2 to ask about after 104 weeks. */
const zonderLoonsanctie: Route = {
  branches: [{ when: 'na 104 weken', holds: inFasen('daarna'), to: 'uitkomst' }],
  otherwise: 'spoor2Loopt',
};

function uitkomst(answers: AnswerReader, context: DialogContext): OutcomeResult {
  const { today, audience, figures } = context;
  const stand: Stand = {
    fase: faseVan(answers, context),
    spoor2: JA_NEE[answers.choice('spoor2Loopt') ?? ''],
    loonsanctie: JA_NEE[answers.choice('loonsanctie') ?? ''],
  };
  const eersteDag = answers.date('eersteZiektedag');
  const verzuim: Verzuim | undefined = eersteDag && {
    ziekteperioden: [{ eersteDag }],
    ...(stand.loonsanctie === true && { loonsanctie: true }),
  };
  const result = verzuim && timeline(verzuim, figures);
  const deadlines = result?.kind === 'timeline' ? result.deadlines : undefined;
  const coming = deadlines && komend(deadlines, today, stand);
  const { nu, ander, gevolg } = plichten(stand, audience);
  const onbekend = { loonsanctie: answers.isUnknown('loonsanctie'), spoor2: answers.isUnknown('spoor2Loopt') };
  return {
    headline: eerst(stand, deadlines, context),
    groups: [
      { heading: 'nu', findings: nu },
      { heading: 'ander', findings: ander },
      { heading: 'gevolg', findings: gevolg },
      { heading: 'weten', findings: nogWeten(stand, eersteDag !== undefined, onbekend) },
    ],
    ...(verzuim && coming !== undefined && coming.length > 0 && { plan: { verzuim, deadlines: coming } }),
  };
}

export default defineDialog({
  id: 'plichten',
  version: 1,
  start: 'eersteZiektedag',
  questions: {
    eersteZiektedag: {
      kind: 'date',
      when: 'past',
      check: (date, _, { today }) => (isTeLangGeleden(date, today) ? 'teLangGeleden' : undefined),
      next: naFase,
      unknown: 'fase',
    },
    fase: { kind: 'choice', options: FASEN, next: naFase, unknown: 'spoor2Loopt' },
    loonsanctie: yesNo({ ja: 'spoor2Loopt', nee: zonderLoonsanctie }, { usual: 'nee', unknown: 'spoor2Loopt' }),
    spoor2Loopt: yesNo({ ja: 'uitkomst', nee: 'uitkomst' }, { unknown: 'uitkomst' }),
  },
  outcomes: { uitkomst },
  findings: [...EERST_FINDINGS, ...PLICHT_FINDINGS],
  headings: ['nu', 'ander', 'gevolg', 'weten'],
});
