import { Temporal } from 'temporal-polyfill';
import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import type { DialogContext } from '../../src/dialog-engine/definition.ts';
import type { OutcomeResult } from '../../src/dialog-engine/outcome.ts';
import type { Deadline } from '../../src/rules/deadline.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { nextDuty } from '../../src/rules/next-duty.ts';
import { overdueDuties } from '../../src/rules/overdue-duties.ts';
import { timeline } from '../../src/rules/timeline.ts';
import { verzuimUit } from './facts.ts';

/**
 * The whole timeline, with the next step first and then what may have been missed.
 *
 * @param incomplete true when days of recovery are not known, so that dates may be later
 */
export function tijdlijn(answers: AnswerReader, { today, figures }: DialogContext, incomplete = false): OutcomeResult {
  const verzuim = verzuimUit(answers);
  const result = timeline(verzuim, figures);
  if (result.kind === 'unknown') return { headline: result.reason, groups: [] };
  const { deadlines, remarks } = result;
  const next = nextDuty(deadlines, today);
  const overdue = overdueDuties(deadlines, verzuim, today);
  const ended = deadlines.some(
    ({ id, date }) => id === 'eindeWachttijd' && Temporal.PlainDate.compare(date, today) < 0,
  );
  const late = ended && verzuim.wiaAangevraagd === undefined;
  return {
    headline:
      next === undefined
        ? { key: 'allesVoorbij' }
        : named(incomplete ? 'volgendeZonderOnderbreking' : keyOf(next), next),
    groups: [
      {
        heading: 'isDitGedaan',
        findings: [
          ...(late ? [WIA_NIET_AANGEVRAAGD] : []),
          ...overdue.map((deadline) => named('alGedaan', deadline)),
          ...(overdue.length > 0 ? [{ key: 'nogNietGedaan' }] : []),
        ],
      },
      { heading: 'letOp', findings: remarks },
    ],
    plan: { verzuim, deadlines },
  };
}

const WIA_NIET_AANGEVRAAGD: Finding = {
  key: 'wiaNietAangevraagd',
  force: 'statute',
  certainty: 'high',
  basis: [
    { source: 'wia', at: 'artikel 64 lid 3' },
    { source: 'bw7', at: 'artikel 629 lid 3 f en lid 11 a' },
  ],
};

/** How firm the first sentence is: the law's own day, or a date that practice works with. */
function keyOf({ id, force }: Deadline): string {
  if (id === 'spoor2Streefdatum' || id === 'spoor2Uiterlijk') return 'volgendeSpoor2';
  return force === 'statute' ? 'volgende' : 'volgendeRichtdatum';
}

function named(key: string, { id, number, actors, date, force, certainty, basis }: Deadline): Finding {
  const what = { deadline: id, ...(number !== undefined && { number }) };
  return { key, values: { what, who: { actors }, date }, ...(key === 'alGedaan' && { force }), certainty, basis };
}
