import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import { yesNo, type DateQuestion, type Question, type Route } from '../../src/dialog-engine/definition.ts';
import { ONDERBREKINGEN } from './facts.ts';

/** What may be special about a case, and the question it leads to, in the order of asking. */
export const BIJZONDER = [
  ['contractStopt', 'eindeContract'],
  ['evaluatieGehad', 'eerstejaarsevaluatie'],
  ['adviesGehad', 'arbeidsdeskundigAdvies'],
  ['wiaIsAangevraagd', 'wiaAangevraagd'],
  ['loonsanctie', 'bekortingsverzoek'],
  ['verlengd', 'verlengdTot'],
  ['bijnaAow', 'geboortedatum'],
  ['vangnet', undefined],
  ['eigenrisicodrager', undefined],
] as const;

/** Goes on with the first question that is still needed after a place in the list. */
export function verderNa(place: number): Route {
  return {
    branches: BIJZONDER.slice(place + 1).flatMap(([option, to]) =>
      to === undefined
        ? []
        : [{ when: option, holds: (answers: AnswerReader) => answers.several('bijzonder').includes(option), to }],
    ),
    otherwise: 'tijdlijn',
  };
}

export function datum(place: number, when: DateQuestion['when'], after?: string): DateQuestion {
  return { kind: 'date', when, next: verderNa(place), unknown: verderNa(place), ...(after && { after }) };
}

/** One interruption: from when recovered, since when sick again, and whether it happened more often. */
export function onderbreking(number: number): Record<string, Question> {
  const last = number === ONDERBREKINGEN;
  return {
    [`hersteldVanaf${number}`]: {
      kind: 'date',
      when: 'past',
      after: number === 1 ? 'eersteZiektedag' : `weerZiek${number - 1}`,
      next: `weerZiek${number}`,
      unknown: 'zonderOnderbreking',
    },
    [`weerZiek${number}`]: {
      kind: 'date',
      when: 'past',
      after: `hersteldVanaf${number}`,
      next: `nogEens${number}`,
      unknown: 'zonderOnderbreking',
    },
    [`nogEens${number}`]: yesNo(
      { ja: last ? 'zonderOnderbreking' : `hersteldVanaf${number + 1}`, nee: 'verlof' },
      { unknown: 'verlof', usual: 'nee' },
    ),
  };
}
