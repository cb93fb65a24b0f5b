import type { Level } from '../shared/level.ts';

/** Words of the button on the page, which is there before the panel. */
export interface LauncherWords {
  open: string;
  unread: (count: number) => string;
  failed: string;
}

export const LAUNCHER_WORDS: Readonly<Record<Level, LauncherWords>> = {
  'nl-B1': {
    open: 'Stel je vraag',
    unread: (count) => (count === 1 ? '1 nieuw bericht' : `${count} nieuwe berichten`),
    failed: 'Het lukt nu niet. Probeer het nog eens.',
  },
  'nl-A2': {
    open: 'Stel je vraag',
    unread: (count) => (count === 1 ? '1 nieuw bericht' : `${count} nieuwe berichten`),
    failed: 'Het lukt nu niet. Probeer het nog een keer.',
  },
  en: {
    open: 'Ask your question',
    unread: (count) => (count === 1 ? '1 new message' : `${count} new messages`),
    failed: 'That did not work. Please try again.',
  },
};

const B1 = {
  close: 'Sluiten',
  language: 'Taal',
  conversation: 'Gesprek',
  assistant: 'Assistent',
  you: 'Jij',
  privacy: [
    'Dit is een computerprogramma. Het geeft algemene uitleg. Schrijf niets over je ziekte en geen namen: dat is niet nodig.',
    'Wat je typt en kiest, staat versleuteld op onze eigen server, hooguit 24 uur na je laatste bericht. Zo gaat je gesprek verder als je de pagina opnieuw laadt. We delen het met niemand. Je kunt het meteen verwijderen.',
    'In gevaar? Bel 112. Denk je aan zelfdoding? Bel 113 of 0800-0113.',
  ],
  privacyTitle: 'Goed om te weten',
  privacyLink: 'Privacy',
  remove: 'Verwijder dit gesprek',
  removeSure: 'Alles wissen?',
  removeYes: 'Ja, wissen',
  no: 'Nee',
  yes: 'Ja',
  field: 'Je vraag of antwoord',
  send: 'Verstuur',
  left: (count: number) => `Nog ${count} ${count === 1 ? 'teken' : 'tekens'}`,
  date: 'Of kies een datum',
  choices: 'Keuzes',
  chosen: 'Klaar',
  choicesSpoken: (count: number) => (count === 1 ? '1 keuze' : `${count} keuzes`),
  tableSpoken: (rows: number) => (rows === 1 ? 'Tabel met 1 rij' : `Tabel met ${rows} rijen`),
  newTab: 'opent in nieuw tabblad',
  enlarge: 'Bekijk groot',
  helpful: 'Hielp dit antwoord?',
  thanks: 'Dank je.',
  sending: 'wordt verstuurd…',
  sent: 'Verstuurd.',
  refused: 'Niet verstuurd. Probeer het met een ander bericht.',
  typing: 'De assistent schrijft…',
  lost: 'Geen verbinding. Wat je typt, blijft bewaard. Het wordt vanzelf verstuurd zodra het weer kan.',
  back: 'De verbinding is er weer.',
  closed: 'De assistent werkt niet op deze website.',
  gone: 'Het vorige gesprek is gewist. We bewaren een gesprek hooguit 24 uur na je laatste bericht.',
};

export type Words = typeof B1;

const A2: Words = {
  ...B1,
  privacy: [
    'Dit is een computer. Je krijgt uitleg. Schrijf niets over je ziekte. Schrijf geen namen. Dat is niet nodig.',
    'Wat je typt en kiest, bewaren we achter slot op onze eigen server. Na je laatste bericht is dat maximaal 24 uur. Zo kun je verder praten als je de pagina opnieuw opent. Niemand anders krijgt het. Je kunt het direct verwijderen.',
    'Is er gevaar? Bel 112. Wil je niet meer leven? Bel 113 of 0800-0113.',
  ],
  helpful: 'Heb je iets aan dit antwoord?',
  sending: 'ik stuur dit nu…',
  refused: 'Dit bericht is niet verstuurd. Typ een ander bericht.',
  lost: 'Er is geen verbinding. Je tekst blijft staan. Is er weer verbinding? Dan sturen wij je tekst.',
  back: 'Er is weer verbinding.',
  gone: 'Je oude gesprek is weg. Wij bewaren een gesprek maximaal 24 uur na je laatste bericht.',
};

const EN: Words = {
  close: 'Close',
  language: 'Language',
  conversation: 'Conversation',
  assistant: 'Assistant',
  you: 'You',
  privacy: [
    'This is a computer program. It gives general information. Write nothing about your illness and no names: that is not needed.',
    'What you type and choose is kept encrypted on our own server, for at most 24 hours after your last message, so that your conversation goes on when you reload the page. We share it with nobody. You can delete it at once.',
    'In danger? Call 112. Thinking of suicide? Call 113 or 0800-0113.',
  ],
  privacyTitle: 'Good to know',
  privacyLink: 'Privacy',
  remove: 'Delete this conversation',
  removeSure: 'Delete everything?',
  removeYes: 'Yes, delete',
  no: 'No',
  yes: 'Yes',
  field: 'Your question or answer',
  send: 'Send',
  left: (count: number) => `${count} ${count === 1 ? 'character' : 'characters'} left`,
  date: 'Or pick a date',
  choices: 'Choices',
  chosen: 'Done',
  choicesSpoken: (count: number) => (count === 1 ? '1 choice' : `${count} choices`),
  tableSpoken: (rows: number) => (rows === 1 ? 'Table with 1 row' : `Table with ${rows} rows`),
  newTab: 'opens in a new tab',
  enlarge: 'View large',
  helpful: 'Did this answer help?',
  thanks: 'Thank you.',
  sending: 'being sent…',
  sent: 'Sent.',
  refused: 'Not sent. Please try another message.',
  typing: 'The assistant is writing…',
  lost: 'No connection. What you type stays here and is sent as soon as possible.',
  back: 'The connection is back.',
  closed: 'The assistant does not work on this website.',
  gone: 'The earlier conversation has been deleted. We keep a conversation for at most 24 hours after your last message.',
};

export const WORDS: Readonly<Record<Level, Words>> = { 'nl-B1': B1, 'nl-A2': A2, en: EN };

/** The ways to be written to, each with the message that asks for it and the language of its name. */
export const SWITCHES = [
  { level: 'nl-B1', label: 'Nederlands', command: 'nederlands', lang: 'nl' },
  { level: 'nl-A2', label: 'Eenvoudig', command: 'eenvoudig', lang: 'nl' },
  { level: 'en', label: 'English', command: 'english', lang: 'en' },
] as const;

/** The message that has a conversation deleted. */
export const FORGET_COMMAND = 'vergeet mij';
