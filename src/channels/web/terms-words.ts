import type { Language } from '../../shared/level.ts';
import type { AboutWords } from './about-page.ts';
import { contactLinks, type Operator } from './operator.ts';

/** The terms of use: what people may expect of the assistant, and what not. */
export function termsWords(operator: Operator, language: Language): AboutWords {
  return language === 'nl' ? dutch(operator) : english(operator);
}

function dutch(operator: Operator): AboutWords {
  const { organisationName } = operator;
  const contact = contactLinks(operator);
  return {
    title: 'Voorwaarden',
    lead: 'Wat je van de spoor 2-assistent mag verwachten, en wat niet.',
    parts: [
      {
        title: 'Algemene uitleg, geen advies',
        text: 'De assistent is een computerprogramma. Het geeft algemene uitleg over spoor 2 en de re-integratie eromheen. Dat is geen juridisch en geen medisch advies. De assistent kent niet je hele situatie. Neem een belangrijk besluit dus niet alleen op zijn antwoord: vraag het ook aan de bedrijfsarts, HR, UWV of een jurist.',
      },
      {
        title: 'Datums',
        text: 'De assistent rekent met wat jij invult, en laat zien hoe hij rekent. Klopt niet wat je invult, dan klopt de uitkomst ook niet. Een datum van de assistent is hulp en geen besluit. UWV of een rechter kan anders beslissen. Krijg je een brief van UWV, houd je dan aan die brief.',
      },
      {
        title: 'Fouten',
        text: 'Bij een antwoord over spoor 2 staan de bronnen, en de dag waarop het is nagekeken. Toch kan er iets fout of verouderd zijn. Niemand garandeert dat elk antwoord klopt, of dat de assistent altijd werkt. De rechten die je volgens de wet hebt, houd je.',
      },
      {
        title: 'Jij kiest',
        text: 'Je hoeft de assistent niet te gebruiken. Je kunt op elk moment stoppen, zonder reden. De assistent laat niemand weten dat je hem gebruikte of dat je stopte.',
      },
      {
        title: 'Wat we van jou vragen',
        text: 'Schrijf niets over je ziekte en geen namen, ook niet van anderen. Gebruik de assistent waarvoor hij is. Komen er heel veel berichten achter elkaar, dan kan hij die weigeren.',
      },
      {
        title: 'In nood',
        text: 'De assistent is geen hulpdienst. Ben je in levensgevaar? Bel 112. Denk je aan zelfdoding? Bel 113 of 0800-0113.',
      },
      {
        title: 'Wie biedt dit aan?',
        text: [
          organisationName === undefined
            ? 'De naam van de organisatie die deze assistent aanbiedt, is hier nog niet ingevuld. Vraag ernaar bij degene van wie je deze link of deze app kreeg.'
            : `${organisationName} biedt deze assistent aan.`,
          ...(contact.length === 0 ? [] : ['Zie je een fout, of heb je een vraag? Dan kun je hier terecht:']),
        ].join('\n\n'),
        links: [...contact, { title: 'Wat er met je gegevens gebeurt', url: '/privacy' }],
      },
    ],
  };
}

function english(operator: Operator): AboutWords {
  const { organisationName } = operator;
  const contact = contactLinks(operator);
  return {
    title: 'Terms of use',
    lead: 'What you may expect of the spoor 2 assistant, and what not.',
    parts: [
      {
        title: 'General information, no advice',
        text: 'The assistant is a computer program. It gives general information about spoor 2 and the re-integration around it. That is not legal and not medical advice. The assistant does not know your whole situation. So do not base an important decision on its answer alone: also ask the company doctor (bedrijfsarts), HR, UWV or a lawyer.',
      },
      {
        title: 'Dates',
        text: 'The assistant works with what you fill in, and shows how it counts. When what you fill in is not right, the result is not right either. A date from the assistant is help and not a decision. UWV or a court may decide otherwise. When UWV sends you a letter, go by that letter.',
      },
      {
        title: 'Mistakes',
        text: 'With an answer about spoor 2 stand its sources, and the day on which it was reviewed. Even so, something can be wrong or out of date. Nobody guarantees that every answer is right, or that the assistant always works. You keep the rights that the law gives you.',
      },
      {
        title: 'Your choice',
        text: 'You do not have to use the assistant. You can stop at any time, without a reason. The assistant tells nobody that you used it or that you stopped.',
      },
      {
        title: 'What we ask of you',
        text: 'Write nothing about your illness and no names, also not of others. Use the assistant for what it is for. When very many messages come one after another, it may refuse them.',
      },
      {
        title: 'In an emergency',
        text: 'The assistant is no emergency service. Is your life in danger? Call 112. Are you thinking of suicide? Call 113 or 0800-0113.',
      },
      {
        title: 'Who offers this?',
        text: [
          organisationName === undefined
            ? 'The name of the organisation that offers this assistant has not been filled in here yet. Ask the one who gave you this link or this app.'
            : `${organisationName} offers this assistant.`,
          ...(contact.length === 0 ? [] : ['Do you see a mistake, or do you have a question? You can ask here:']),
        ].join('\n\n'),
        links: [...contact, { title: 'What happens with your data', url: '/privacy/english' }],
      },
    ],
  };
}
