import { defineDialog, yesNo } from '../../src/dialog-engine/definition.ts';
import { isTeLangGeleden } from '../../src/rules/langste-geval.ts';
import { ONDERBREKINGEN } from './facts.ts';
import { tijdlijn } from './outcomes.ts';
import { BIJZONDER, datum, onderbreking, verderNa } from './questions.ts';

/** Usually 16 weeks, longer for twins or a late birth; never so long. Days. */
const LANGSTE_VERLOF = 210;

export default defineDialog({
  id: 'termijnen',
  version: 1,
  start: 'eersteZiektedag',
  questions: {
    eersteZiektedag: {
      kind: 'date',
      when: 'past',
      check: (date, _answers, { today }) => (isTeLangGeleden(date, today) ? 'langGeleden' : undefined),
      next: 'onderbroken',
      unknown: 'geenEersteZiektedag',
    },
    onderbroken: yesNo({ ja: 'hersteldVanaf1', nee: 'verlof' }, { unknown: 'verlof', usual: 'nee' }),
    ...Object.fromEntries(
      Array.from({ length: ONDERBREKINGEN }, (_, index) => Object.entries(onderbreking(index + 1))).flat(),
    ),
    verlof: yesNo({ ja: 'verlofVan', nee: 'bijzonder' }, { unknown: 'bijzonder', usual: 'nee' }),
    verlofVan: { kind: 'date', when: 'any', after: 'eersteZiektedag', next: 'verlofTot', unknown: 'verlofOnbekend' },
    verlofTot: {
      kind: 'date',
      when: 'any',
      after: 'verlofVan',
      check: (date, answers) =>
        (answers.date('verlofVan')?.until(date).days ?? 0) > LANGSTE_VERLOF ? 'teLang' : undefined,
      next: 'zelfdeOorzaak',
      unknown: 'verlofOnbekend',
    },
    zelfdeOorzaak: yesNo({ ja: 'bijzonder', nee: 'bijzonder' }, { unknown: 'verlofOnbekend' }),
    bijzonder: {
      kind: 'several',
      options: BIJZONDER.map(([option]) => option),
      usual: [],
      next: verderNa(-1),
      unknown: 'tijdlijn',
    },
    eindeContract: datum(0, 'any', 'eersteZiektedag'),
    eerstejaarsevaluatie: datum(1, 'past', 'eersteZiektedag'),
    arbeidsdeskundigAdvies: datum(2, 'past', 'eersteZiektedag'),
    wiaAangevraagd: datum(3, 'past', 'eersteZiektedag'),
    bekortingsverzoek: datum(4, 'past', 'eersteZiektedag'),
    verlengdTot: datum(5, 'any', 'eersteZiektedag'),
    geboortedatum: datum(6, 'past'),
  },
  outcomes: {
    tijdlijn: (answers, context) => tijdlijn(answers, context),
    zonderOnderbreking: (answers, context) => tijdlijn(answers, context, true),
    verlofOnbekend: () => ({ headline: { key: 'verlofSluitNietAan' }, groups: [] }),
    geenEersteZiektedag: () => ({
      headline: { key: 'geenDatum' },
      groups: [
        {
          heading: 'wieWeetHet',
          findings: [
            { key: 'vraagEersteZiektedag' },
            {
              key: 'watIsEersteZiektedag',
              force: 'statute',
              certainty: 'high',
              basis: [{ source: 'wia', at: 'artikel 23 lid 2' }],
            },
          ],
        },
      ],
    }),
  },
  headings: ['isDitGedaan', 'letOp', 'wieWeetHet'],
  findings: [
    'volgende',
    'volgendeRichtdatum',
    'volgendeSpoor2',
    'volgendeZonderOnderbreking',
    'alGedaan',
    'nogNietGedaan',
    'wiaNietAangevraagd',
    'allesVoorbij',
    'geenDatum',
    'vraagEersteZiektedag',
    'watIsEersteZiektedag',
    'verlofSluitNietAan',
    'dagenTellenNietMee',
    'opzegverbodEnVerlof',
    'spoor2TotAow',
    'geenSpoor2NaAow',
    'pensioenbeding',
    'aowVrijstelling',
    'aowNogNietVastgesteld',
    'vangnet',
    'eigenrisicodrager',
    'verslagBijEindeContract',
    'geenVerslagBijEindeContract',
  ],
});
