import { choice, defineDialog, yesNo } from '../../src/dialog-engine/definition.ts';
import type { Dialog, Route } from '../../src/dialog-engine/definition.ts';
import { AANBOD_KEUZES, type Keuzes } from '../../src/rules/passend-werk/aanbod.ts';
import { PASSEND_WERK_FINDINGS, PASSEND_WERK_HEADINGS, weegAanbod } from '../../src/rules/passend-werk/passend-werk.ts';

const uitkomst: Dialog['outcomes'][string] = (answers) =>
  weegAanbod({
    ...(Object.fromEntries(AANBOD_KEUZES.map((vraag) => [vraag, answers.choice(vraag)])) as Keuzes),
    loon: answers.number('loon'),
    weken: answers.number('weken'),
  });

/** Work without pay is not weighed on level and length of the sickness: it is practice for a short time. */
const NA_REIS: Route = {
  branches: [{ when: 'zonder loon', holds: (answers) => answers.is('vorm', 'zonderLoon'), to: 'zonderLoon' }],
  otherwise: 'niveau',
};

export default defineDialog({
  id: 'passend-werk',
  version: 1,
  start: 'grenzen',
  questions: {
    grenzen: choice(
      ['past', 'deels', 'pastNiet', 'nietGevraagd'],
      { past: 'waar', deels: 'waar', pastNiet: 'opPapier', nietGevraagd: 'waar' },
      { unknown: 'waar' },
    ),
    opPapier: yesNo({ ja: 'buitenGrenzen', nee: 'buitenGrenzen' }, { unknown: 'buitenGrenzen' }),
    waar: choice(['eigen', 'ander'], 'vorm', { unknown: 'vorm' }),
    vorm: choice(
      ['blijvend', 'tijdelijk', 'zonderLoon'],
      { blijvend: 'loon', tijdelijk: 'loon', zonderLoon: 'weken' },
      { unknown: 'loon' },
    ),
    weken: { kind: 'number', min: 1, max: 104, next: 'uren', unknown: 'uren' },
    loon: { kind: 'number', min: 1, max: 300, next: 'uren', unknown: 'uren' },
    uren: choice(['past', 'meer', 'minder'], 'reis', { unknown: 'reis', usual: 'past' }),
    reis: choice(['totTweeUur', 'teZwaar', 'meerDanTweeUur'], NA_REIS, { unknown: NA_REIS, usual: 'totTweeUur' }),
    niveau: choice(['gelijk', 'lager', 'hoger'], 'ziekteduur', { unknown: 'ziekteduur', usual: 'gelijk' }),
    ziekteduur: choice(['totHalfJaar', 'halfTotHeelJaar', 'tweedeJaar', 'bijnaTweeJaar'], 'afweging', {
      unknown: 'afweging',
    }),
  },
  outcomes: { buitenGrenzen: uitkomst, zonderLoon: uitkomst, afweging: uitkomst },
  findings: PASSEND_WERK_FINDINGS,
  headings: PASSEND_WERK_HEADINGS,
});
