import { describe, expect, it } from 'vitest';
import { ask } from '../../src/conversation/ask.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';
import { answerText, openingOf } from '../support/answers.ts';

const assistant = realAssistant();

/** How far a quick rule may be from the top of the answer. Sentences: "one or two lines", a list's heading included. */
const OPENING = 4;

/** What HR asks between two other things: the rule stands in the opening of the employer's answer, the detail after it. */
const RULES: readonly [question: string, topic: string, opening: readonly RegExp[], detail?: readonly RegExp[]][] = [
  [
    'Wat is de eerste ziektedag van onze medewerker?',
    'samengesteld-verzuim',
    [/eerste werkdag/, /niet \(helemaal\) werkte/],
  ],
  [
    'Wanneer moeten wij een zieke werknemer melden bij de arbodienst?',
    'probleemanalyse',
    [/binnen 1 week/, /arbodienst/],
  ],
  ['Wanneer moet de probleemanalyse klaar zijn?', 'probleemanalyse', [/6 weken/, /dag 42/]],
  ['Wat is de deadline voor het plan van aanpak van onze werknemer?', 'plan-van-aanpak', [/2 weken/, /week 8/]],
  [
    'Hoe vaak moeten wij met de zieke medewerker evalueren?',
    'gesprek-elke-zes-weken',
    [/6 weken/, /UWV in de praktijk/],
  ],
  ['42e weeks melding vergeten, wat nu?', 'ziekmelding-42-weken', [/week 42/, /€ 455/, /geen loonsanctie/]],
  ['Wanneer moeten wij spoor 2 starten?', 'wanneer-start-spoor-2', [/week 52/, /week 58/]],
  ['Is een arbeidsdeskundig onderzoek verplicht?', 'arbeidsdeskundig-onderzoek', [/niet verplicht/]],
  [
    'Moeten wij een re-integratiebureau inhuren?',
    're-integratiebureau',
    [/niet verplicht|hoeft niet|hoef je niet/i, /zelf/],
  ],
  [
    'Mogen wij wachten met spoor 2 als herstel wordt verwacht?',
    'uitstel-spoor-2',
    [/concreet uitzicht/, /3 maanden/],
    [/Leg dit vast/],
  ],
  [
    'De bedrijfsarts zegt geen benutbare mogelijkheden, zijn wij dan veilig?',
    'marginale-mogelijkheden',
    [/niet|geen (?:garantie|zekerheid)/],
    [/UWV/],
  ],
  [
    'Onze werknemer weigert mee te werken, wat doen wij?',
    'niet-meewerken',
    [/schriftelijk/],
    [/loonopschorting/i, /loonstop/i, /deskundigenoordeel/],
  ],
  ['Is loonopschorting hetzelfde als een loonstop?', 'loonstop-en-loonopschorting', [/^Nee/], [/alsnog/, /niet meer/]],
  ['Mogen wij vragen wat de medewerker heeft?', 'privacy', [/^Nee/, /niet vragen/]],
  ['Wat mag ik als werkgever noteren over een zieke werknemer?', 'privacy', [/noteren/], [/adres/, /uren/]],
  ['Wanneer moet het re-integratieverslag klaar zijn?', 'eindevaluatie-en-riv', [/week 91/]],
  ['Wie vraagt de WIA aan en wanneer?', 'wia-aanvragen', [/werknemer/, /week 93/]],
  [
    'Onze medewerker vraagt de WIA te laat aan, wat betekent dat voor ons?',
    'wia-aanvragen',
    [/te laat/i, /loonplicht/, /opzegverbod/],
    [/loonstop/],
  ],
  [
    'UWV beslist te laat over de WIA, moeten wij loon blijven betalen?',
    'wia-beoordeling',
    [/8 weken/, /16/, /104 weken/],
  ],
  ['Wij kregen een loonsanctie, wat nu?', 'loonsanctie', [/herstel/i, /3 weken/, /6 weken/], [/bezwaar/i]],
  ['Wat kost een deskundigenoordeel voor de werkgever?', 'deskundigenoordeel', [/€ 400/, /uwv\.nl/]],
  [
    'Het tijdelijke contract van een zieke werknemer loopt af, wat moeten wij doen?',
    'tijdelijk-contract',
    [/eindigt/, /ziekteaangifte/],
    [/6 weken/],
  ],
  ['Werknemer was 15 dagen beter en is weer ziek, nieuwe periode?', 'samengesteld-verzuim', [/28 dagen/, /zelfde/i]],
  [
    'Onze zieke werknemer bereikt de AOW-leeftijd, hoe lang betalen wij loon?',
    'aow-en-spoor-2',
    [/6 weken/, /spoor 2/],
  ],
  [
    'Kunnen wij onze werknemer na 2 jaar ziekte ontslaan?',
    'ontslag-na-twee-jaar',
    [/2 volle jaren/, /UWV/],
    [/3 maanden/, /26 weken/, /transitievergoeding/],
  ],
];

describe('the quick rules for HR', () => {
  it('are twenty-five', () => {
    expect(RULES).toHaveLength(25);
  });

  it.each(RULES)('%s', (question, topic, opening, detail = []) => {
    const text = answerText(topic, 'employer');
    for (const rule of opening) expect(openingOf(text, OPENING)).toMatch(rule);
    for (const fact of detail) expect(text).toMatch(fact);
    const { decision, topics } = ask({ text: question, audience: 'employer' }, TODAY, assistant);
    expect(decision).not.toBe('fallback');
    expect(topics).toContain(topic);
  });
});
