import { Temporal } from 'temporal-polyfill';
import type { Phase, Plan, PlanRow } from '../../src/documents/plan.ts';
import { PLAN_WORDS } from '../../src/documents/words.ts';

const date = (iso: string) => Temporal.PlainDate.from(iso);

/** Title, who, what, law, phase, and the dates: first day, last day, practical day, legal latest. */
type Told = [string, string, string, string, string, Phase, (string | undefined)?, string?, string?, string?];

const DUTCH: readonly Told[] = [
  [
    'probleemanalyse',
    'Probleemanalyse van de bedrijfsarts',
    'de bedrijfsarts',
    'Ga naar de afspraak en vraag een kopie.',
    'Regeling procesgang, artikel 2',
    'past',
    undefined,
    '2026-02-15',
    '2026-02-13',
    '2026-02-16',
  ],
  [
    'planVanAanpak',
    'Plan van aanpak klaar',
    'jij en je werkgever',
    'Maak samen het plan en zet je handtekening.',
    'Regeling procesgang, artikel 4',
    'past',
    undefined,
    '2026-03-01',
    '2026-02-27',
  ],
  [
    'melding42',
    'Ziekte melden bij UWV (week 42)',
    'je werkgever',
    'Jij hoeft niets te doen.',
    'Ziektewet, artikel 38 lid 1',
    'past',
    '2026-10-19',
    '2026-10-25',
    '2026-10-23',
    '2026-10-26',
  ],
  [
    'eerstejaarsevaluatie',
    'Eerstejaarsevaluatie met je werkgever',
    'jij en je werkgever',
    'Bespreek wat goed ging, wat niet, en of spoor 2 nodig is.',
    'Regeling procesgang, artikel 4 lid 2',
    'now',
    '2026-11-16',
    '2027-01-03',
    '2026-12-31',
  ],
  [
    'spoor2Uiterlijk',
    'Uiterste start van spoor 2',
    'je werkgever',
    'Vraag je werkgever wanneer spoor 2 begint.',
    'Burgerlijk Wetboek 7, artikel 658a',
    'next',
    undefined,
    '2027-02-14',
    '2027-02-12',
  ],
  [
    'evaluatie-9',
    'Evaluatie 9 van het plan van aanpak',
    'jij en je werkgever',
    'Bespreek het plan; klopt het nog?',
    'Wet WIA, artikel 25 lid 2',
    'later',
    undefined,
    '2027-02-21',
    '2027-02-19',
  ],
  [
    'uwvBrief',
    'Brief van UWV over de WIA',
    'UWV',
    'Wacht op de brief. Geen brief gekregen? Bel UWV.',
    'Wet WIA, artikel 64 lid 2',
    'later',
    '2027-09-13',
    '2027-09-19',
  ],
  [
    'eindevaluatie',
    'Eindevaluatie van het plan van aanpak en jouw eigen oordeel over de re-integratie tot nu toe',
    'jij en je werkgever',
    'Schrijf op wat jij ervan vindt.',
    'Regeling procesgang, artikel 6',
    'later',
    '2027-09-06',
    '2027-10-03',
    '2027-10-01',
  ],
  [
    'reIntegratieverslag',
    'Re-integratieverslag klaar',
    'je werkgever',
    'Vraag een kopie; je hebt hem nodig.',
    'Wet WIA, artikel 25 lid 3',
    'later',
    undefined,
    '2027-10-03',
    '2027-10-01',
  ],
  [
    'wiaAanvraag',
    'WIA aanvragen bij UWV',
    'jij',
    'Vraag de WIA aan met DigiD.\nStuur het verslag mee; ook de bijlagen, é én 😀.',
    'Wet WIA, artikel 64 lid 3',
    'later',
    '2027-09-13',
    '2027-10-17',
    '2027-10-15',
  ],
  [
    'loonTot',
    'Laatste dag loon bij ziekte',
    '–',
    'Tot en met deze dag betaalt je werkgever loon.',
    'Burgerlijk Wetboek 7, artikel 629 lid 1',
    'later',
    undefined,
    '2028-01-02',
  ],
  [
    'wiaEersteDag',
    'WIA kan beginnen',
    '–',
    'Op deze dag kan de WIA beginnen.',
    'Wet WIA, artikel 54 lid 2',
    'later',
    undefined,
    '2028-01-03',
  ],
];

const ENGLISH: readonly [title: string, actors: string, text: string][] = [
  [
    'First advice of the company doctor (probleemanalyse)',
    'the company doctor',
    'Go to the appointment and ask for a copy.',
  ],
  ['Plan van aanpak (action plan) ready', 'you and your employer', 'Make the plan together and sign it.'],
  ['Week 42 report to UWV', 'your employer', 'You do not have to do anything.'],
  [
    'First-year evaluation with your employer',
    'you and your employer',
    'Talk about what went well, what did not, and whether spoor 2 is needed.',
  ],
  [
    'Final date for starting spoor 2 (work with another employer)',
    'your employer',
    'Ask your employer when spoor 2 starts.',
  ],
  ['Review 9 of the action plan', 'you and your employer', 'Talk about the plan; is it still right?'],
  ['Letter from UWV about WIA', 'UWV', 'Wait for the letter. No letter? Call UWV.'],
  [
    'Final evaluation of the action plan and your own opinion about the re-integration so far',
    'you and your employer',
    'Write down what you think.',
  ],
  ['Re-integration report ready', 'your employer', 'Ask for a copy; you need it.'],
  ['Apply to UWV for WIA', 'you', 'Apply for WIA with DigiD.\nSend the report too.'],
  ['Last day of wages during illness', '–', 'Up to this day your employer pays wages.'],
  ['WIA can start', '–', 'On this day WIA can start.'],
];

/** A plan of 12 rows on 10 December 2026, with the first sick day on 5 January 2026. */
export function examplePlan(language: Plan['language'] = 'nl'): Plan {
  return {
    title: language === 'nl' ? 'Jouw plan voor spoor 2 en de WIA' : 'Your plan for spoor 2 and WIA',
    eersteZiektedag: date('2026-01-05'),
    today: date('2026-12-10'),
    language,
    rows: DUTCH.map((told, at) => row(told, language === 'en' ? ENGLISH[at] : undefined)),
    words: PLAN_WORDS[language],
  };
}

function row(
  [id, dutchTitle, dutchActors, dutchText, source, phase, from, last = '', practical, legalLatest]: Told,
  english?: readonly [string, string, string],
): PlanRow {
  const [title, actors, text] = english ?? [dutchTitle, dutchActors, dutchText];
  return {
    id,
    title,
    actors,
    text,
    ...(from !== undefined && { from: date(from) }),
    date: date(last),
    ...(practical !== undefined && { practical: date(practical) }),
    ...(legalLatest !== undefined && { legalLatest: date(legalLatest) }),
    nature: practical === undefined ? 'event' : 'duty',
    mine: dutchActors.startsWith('jij'),
    phase,
    source,
  };
}

/** The plan with other rows, or other facts in each row. */
export function planWith(rows: readonly Partial<PlanRow>[], language: Plan['language'] = 'nl'): Plan {
  const plan = examplePlan(language);
  const [usual] = plan.rows;
  if (usual === undefined) throw new Error('the example has rows');
  return { ...plan, rows: rows.map((facts, at) => ({ ...usual, id: `rij-${at}`, ...facts })) };
}
