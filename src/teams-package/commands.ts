import type { Language } from '../shared/level.ts';

type Translated = Readonly<Record<Language, string>>;

/** What Teams offers next to the box to type in. Choosing it sends the title, so the assistant must know it in each language. */
export interface MenuCommand {
  /** At most 32 characters. */
  title: Translated;
  /** At most 128 characters. */
  description: Translated;
}

export interface CommandList {
  scopes: ('personal' | 'team' | 'groupChat')[];
  /** At most 10. */
  commands: readonly MenuCommand[];
}

const HELP: MenuCommand = {
  title: { nl: 'Help', en: 'Help' },
  description: { nl: 'Wat je kunt vragen en typen', en: 'What you can ask and type' },
};

const ENGLISH: MenuCommand = {
  title: { nl: 'English', en: 'English' },
  description: { nl: 'Verder in het Engels', en: 'Go on in English' },
};

const PERSONAL: readonly MenuCommand[] = [
  HELP,
  {
    title: { nl: 'Termijnen', en: 'My deadlines' },
    description: {
      nl: 'Reken je datums uit, vanaf je eerste ziektedag',
      en: 'Work out your dates, from your first sick day',
    },
  },
  {
    title: { nl: 'Plichten', en: 'Show my duties' },
    description: { nl: 'Wat jij en je werkgever nu moeten doen', en: 'What you and your employer must do now' },
  },
  {
    title: { nl: 'Spoor 2 nodig', en: 'Check if I need spoor 2' },
    description: { nl: 'Moet spoor 2 starten, of kan het wachten?', en: 'Must spoor 2 start, or can it wait?' },
  },
  {
    title: { nl: 'WIA', en: 'Help me apply for WIA' },
    description: {
      nl: 'Wanneer je een WIA-uitkering aanvraagt, en wat je klaarlegt',
      en: 'When to apply for a WIA benefit, and what to gather',
    },
  },
  {
    title: { nl: 'Loonsanctie', en: 'Work out the loonsanctie' },
    description: {
      nl: 'Als de werkgever langer loon moet betalen: datums en herstel',
      en: 'When the employer must pay wages for longer: dates and repair',
    },
  },
  {
    title: { nl: 'Passend werk', en: 'Check if this job is suitable' },
    description: { nl: 'Weeg een aanbod van werk', en: 'Weigh a job offer' },
  },
  {
    title: { nl: 'Eenvoudig', en: 'Simple Dutch' },
    description: { nl: 'Verder in eenvoudig Nederlands', en: 'Go on in simple Dutch' },
  },
  ENGLISH,
  {
    title: { nl: 'Vergeet mij', en: 'Forget me' },
    description: {
      nl: 'Wis wat de assistent van dit gesprek weet',
      en: 'Delete what the assistant knows of this conversation',
    },
  },
];

/** Questions about the rules only: others read along. */
const SHARED: readonly MenuCommand[] = [
  HELP,
  {
    title: { nl: 'Wat is spoor 2?', en: 'What is spoor 2?' },
    description: { nl: 'Uitleg in het kort', en: 'A short explanation' },
  },
  {
    title: { nl: 'Wanneer start spoor 2?', en: 'When does spoor 2 start?' },
    description: { nl: 'De regels voor het begin van spoor 2', en: 'The rules for the start of spoor 2' },
  },
  {
    title: { nl: 'Wie betaalt spoor 2?', en: 'Who pays for spoor 2?' },
    description: { nl: 'De kosten van spoor 2', en: 'The costs of spoor 2' },
  },
  {
    title: { nl: 'Wat is een loonsanctie?', en: 'What is a loonsanctie?' },
    description: {
      nl: 'Wanneer een werkgever langer loon moet betalen',
      en: 'When an employer must pay wages for longer',
    },
  },
  ENGLISH,
];

/** The menus of commands in Teams. */
export const COMMAND_LISTS: readonly CommandList[] = [
  { scopes: ['personal'], commands: PERSONAL },
  { scopes: ['team', 'groupChat'], commands: SHARED },
];
