import type { Audience } from '../../../shared/audience.ts';
import type { Language, Level } from '../../../shared/level.ts';

interface ExtensionWords {
  /** Behind the title of an answer that is for one side. */
  side: Readonly<Record<Audience, string>>;
  /** Under a card that is put in a conversation of others. */
  general: string;
  nothing: string;
  /** Title of the card with help for who is in danger. */
  help: string;
}

/** What the search from the compose box says of itself. */
export const EXTENSION_WORDS: Readonly<Record<Language, ExtensionWords>> = {
  nl: {
    side: { employer: 'voor de werkgever', employee: 'voor de werknemer' },
    general: 'Uit de spoor 2-assistent. Dit is algemene uitleg, geen juridisch of medisch advies.',
    nothing: 'Ik vind hier niets over. Typ een ander woord over spoor 2, bijvoorbeeld: loonsanctie.',
    help: 'Direct hulp: bel 112 of 113',
  },
  en: {
    side: { employer: 'for the employer', employee: 'for the employee' },
    general: 'From the spoor 2 assistant. This is general information, not legal or medical advice.',
    nothing: 'I find nothing about this. Type another word about spoor 2, for example: loonsanctie.',
    help: 'Help now: call 112 or 113',
  },
};

interface FeedbackWords {
  title: string;
  /** What the person chose. */
  helpful: string;
  unhelpful: string;
  /** What is kept of it, and what not. */
  counted: string;
  count: string;
  /** For a message that no longer belongs to an answer that we know. */
  unknown: string;
}

/** What the form behind a thumb up or down says. */
export const FEEDBACK_WORDS: Readonly<Record<Level, FeedbackWords>> = {
  'nl-B1': {
    title: 'Hielp dit antwoord?',
    helpful: 'Je duim gaat omhoog: dit antwoord helpt.',
    unhelpful: 'Je duim gaat omlaag: dit antwoord helpt niet.',
    counted:
      'Ik tel alleen je duim, bij het onderwerp van het antwoord. Je naam, dit gesprek en wat je typte bewaar ik daar niet bij. Wil je dat niet? Sluit dan dit venster.',
    count: 'Tel mijn duim',
    unknown:
      'Dank je voor je reactie. Dit bericht kan ik niet meer bij een antwoord zoeken. Daarom tel ik je duim niet.',
  },
  'nl-A2': {
    title: 'Hielp dit antwoord?',
    helpful: 'Jouw duim gaat omhoog. Het antwoord helpt.',
    unhelpful: 'Jouw duim gaat omlaag. Het antwoord helpt niet.',
    counted:
      'Ik tel alleen je duim. Ik bewaar niet je naam. Ik bewaar niet wat je typte. Wil je dit niet? Sluit dan dit venster.',
    count: 'Tel mijn duim',
    unknown: 'Dank je wel. Dit bericht ken ik niet meer. Ik tel je duim niet.',
  },
  en: {
    title: 'Did this answer help?',
    helpful: 'Your thumb is up: this answer helps.',
    unhelpful: 'Your thumb is down: this answer does not help.',
    counted:
      'I count only your thumb, for the subject of the answer. I do not keep your name, this conversation or what you typed with it. Rather not? Then close this window.',
    count: 'Count my thumb',
    unknown:
      'Thank you for your reaction. I can no longer tell which answer this message was. So I do not count your thumb.',
  },
};
