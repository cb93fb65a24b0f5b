import { present } from '../../src/shared/present.ts';
import type { AnswerReader } from '../../src/dialog-engine/answers.ts';
import type { Verlof, Verzuim, Ziekteperiode } from '../../src/rules/case.ts';

/** So many interruptions are asked about; who had more is better served by a person. */
export const ONDERBREKINGEN = 3;

/** The case that the answers describe. */
export function verzuimUit(answers: AnswerReader): Verzuim {
  const eersteDag = answers.date('eersteZiektedag');
  if (eersteDag === undefined) throw new Error('a timeline without a first sick day');
  const dates = {
    eindeContract: answers.date('eindeContract'),
    eerstejaarsevaluatie: answers.date('eerstejaarsevaluatie'),
    arbeidsdeskundigAdvies: answers.date('arbeidsdeskundigAdvies'),
    wiaAangevraagd: answers.date('wiaAangevraagd'),
    bekortingsverzoek: answers.date('bekortingsverzoek'),
    verlengdTot: answers.date('verlengdTot'),
    geboortedatum: answers.date('geboortedatum'),
  };
  const bijzonder = answers.several('bijzonder');
  return {
    ziekteperioden: ziekteperioden(answers, eersteDag),
    verloven: verloven(answers),
    ...present(dates),
    ...(bijzonder.includes('loonsanctie') && { loonsanctie: true }),
    ...(bijzonder.includes('vangnet') && { vangnet: true }),
    ...(bijzonder.includes('eigenrisicodrager') && { eigenrisicodragerZiektewet: true }),
  };
}

/** The periods between the interruptions that are known on both sides. Where one is not, the dates stay on the safe side: earlier. */
function ziekteperioden(answers: AnswerReader, eersteDag: Ziekteperiode['eersteDag']): Ziekteperiode[] {
  const perioden: Ziekteperiode[] = [{ eersteDag }];
  for (let number = 1; number <= ONDERBREKINGEN; number += 1) {
    const hersteld = answers.date(`hersteldVanaf${number}`);
    const weerZiek = answers.date(`weerZiek${number}`);
    const open = perioden.at(-1);
    if (hersteld === undefined || weerZiek === undefined || open === undefined) return perioden;
    perioden.splice(-1, 1, { ...open, laatsteDag: hersteld.subtract({ days: 1 }) }, { eersteDag: weerZiek });
  }
  return perioden;
}

function verloven(answers: AnswerReader): Verlof[] {
  const eersteDag = answers.date('verlofVan');
  const laatsteDag = answers.date('verlofTot');
  if (eersteDag === undefined || laatsteDag === undefined) return [];
  return [{ eersteDag, laatsteDag, zelfdeOorzaak: answers.is('zelfdeOorzaak', 'ja') }];
}
