import type { Language } from '../shared/level.ts';

/** What Teams shows of the app beside its commands. */
export interface AppTexts {
  /** `short` at most 30 characters, `full` at most 100, and not the same. */
  name: { short: string; full: string };
  /** `short` at most 80 characters and without the word "app"; `full` at most 4,000 characters and 500 words. */
  description: { short: string; full: string };
  /** The search in the box where a message is written. */
  search: {
    /** At most 32 characters. */
    title: string;
    /** At most 128 characters. */
    description: string;
    question: { title: string; description: string };
  };
}

const NAME = 'Spoor 2-assistent';

export const APP_TEXTS: Readonly<Record<Language, AppTexts>> = {
  nl: {
    name: { short: NAME, full: `${NAME}: ander werk bij lange ziekte` },
    description: {
      short: 'Antwoord op je vragen over spoor 2, met bron, en jouw datums berekend',
      full: `Ben je lang ziek? Dan krijg je misschien te maken met spoor 2: werk zoeken bij een andere werkgever. De Spoor 2-assistent legt uit hoe dat gaat. Ook HR en leidinggevenden kunnen er terecht met een vraag.

Wat kun je ermee?
- Stel je vraag in je eigen woorden. Bij het antwoord zie je waar het vandaan komt.
- Laat je datums uitrekenen, zoals de dag waarop je uiterlijk een WIA-uitkering aanvraagt. Je ziet hoe elke datum is berekend.
- Loop stap voor stap na wat je nu moet doen, of spoor 2 nodig is, of een baan past en wat je doet als je het niet eens bent.
- Lees in gewoon Nederlands, in eenvoudig Nederlands of in het Engels.
- Schrijf je een bericht aan een collega? Zoek dan een antwoord op en zet het met de bron in je bericht.

Wat kan het niet?
- Het geeft geen juridisch advies en geen medisch advies. Praat over jouw situatie met de bedrijfsarts, HR, UWV of een jurist.
- Het weet alleen iets van spoor 2 en re-integratie. Weet het iets niet, dan zegt het dat. Ook lees je dan bij wie je wel terechtkunt.
- Er is geen taalmodel dat zelf zinnen bedenkt. De antwoorden zijn vooraf geschreven, en dezelfde vraag krijgt altijd hetzelfde antwoord.

Jouw gegevens
- De assistent bewaart niet welke ziekte je hebt. Schrijf er liever niets over: het is nergens voor nodig.
- In een team of groepschat rekent de assistent niets persoonlijks uit, want daar lezen anderen mee.
- Typ "vergeet mij" om te wissen wat de assistent van je gesprek weet. Je berichten in Teams zelf blijven staan.
- Wat er met je gegevens gebeurt, staat in de privacyverklaring.

Je hebt geen apart account nodig. Typ "help" om te beginnen.`,
    },
    search: {
      title: 'Zoek een antwoord',
      description: 'Zoek een antwoord over spoor 2 en zet het met de bron in je bericht',
      question: { title: 'Vraag', description: 'Een woord of vraag, bijvoorbeeld: loonsanctie' },
    },
  },
  en: {
    name: { short: NAME, full: `${NAME}: other work after long sickness` },
    description: {
      short: 'Answers to your questions about spoor 2, with their source, and your own dates',
      full: `Have you been sick for a long time in the Netherlands? Then you may have to deal with spoor 2: finding work with another employer. The Spoor 2-assistent explains how that works. HR staff and managers can ask their questions too.

What can you do with it?
- Ask in your own words. With each answer you see where it comes from.
- Have your dates worked out, such as the last day to apply for a WIA benefit. You see how each date was found.
- Check step by step what you must do now, whether spoor 2 is needed, whether a job is suitable and what to do when you disagree.
- Read in ordinary Dutch, in simple Dutch or in English.
- Are you writing to a colleague? Look up an answer and put it in your message, with its source.

What can it not do?
- It gives no legal advice and no medical advice. Talk about your own situation with the company doctor (bedrijfsarts), HR, UWV or a lawyer.
- It only knows about spoor 2 and re-integration. When it does not know, it says so, and tells you who may help.
- There is no language model that makes up sentences. The answers were written beforehand, and the same question always gets the same answer.

Your data
- The assistant does not keep which illness you have. It is better to write nothing about it: it is not needed.
- In a team or group chat the assistant works out nothing personal, because others read along.
- Type "forget me" to delete what the assistant knows of your conversation. Your messages in Teams itself stay.
- The privacy statement says what happens with your data.

You need no separate account. Type "help" to begin.`,
    },
    search: {
      title: 'Find an answer',
      description: 'Find an answer about spoor 2 and put it in your message, with its source',
      question: { title: 'Question', description: 'A word or a question, for example: loonsanctie' },
    },
  },
};
