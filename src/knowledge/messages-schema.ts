import { z } from 'zod';

/** A sentence of the assistant itself, with the `{placeholders}` that the program fills in. */
function sentence(description: string, ...placeholders: string[]) {
  const names = placeholders.map((name) => `{${name}}`);
  return z
    .string()
    .trim()
    .min(1)
    .refine((text) => sameNames(text.match(/\{[a-z]+\}/gi) ?? [], names), {
      error: names.length === 0 ? 'tekst zonder {invulwoorden}' : `tekst met ${names.join(' en ')}`,
    })
    .meta({ description });
}

function sameNames(found: readonly string[], expected: readonly string[]): boolean {
  return [...new Set(found)].sort().join() === [...expected].sort().join();
}

/** `knowledge/_messages/<level>.yaml`: what the assistant says of its own accord. */
export const messagesSchema = z
  .strictObject({
    welcome: sentence('Eerste bericht van een gesprek'),
    greeting: sentence('Antwoord op een groet'),
    thanks: sentence('Antwoord op een bedankje'),
    goodbye: sentence('Antwoord op een afscheid'),
    abuse: sentence('Antwoord op schelden'),
    help: sentence('Uitleg van wat de assistent kan en van de woorden die hij kent'),
    empty: sentence('Bericht zonder leesbare tekst'),
    tooLong: sentence('Bericht dat te lang is', 'limit'),
    clarify: sentence('Boven een keuze uit onderwerpen'),
    clarifyHow: sentence('Onder een keuze: hoe je kiest'),
    noneOfThese: sentence('Knop: geen van de aangeboden onderwerpen'),
    noneChosen: sentence('Nadat iemand geen van de onderwerpen koos'),
    fallback: sentence('De assistent weet het niet'),
    fallbackNearest: sentence('Boven de onderwerpen die het dichtst bij de vraag liggen'),
    person: sentence('Bij wie iemand terechtkan, met de ingestelde contactgegevens', 'contact'),
    personUnknown: sentence('Bij wie iemand terechtkan als er geen contact is ingesteld'),
    dangerSuicide: sentence('Bij gedachten aan zelfdoding'),
    dangerEmergency: sentence('Bij acuut gevaar'),
    askAudience: sentence('Vraag voor wie het antwoord is'),
    iAmEmployee: sentence('Knop: ik ben werknemer'),
    iAmEmployer: sentence('Knop: ik ben werkgever'),
    forEmployee: sentence('Boven een antwoord voor de werknemer'),
    forEmployer: sentence('Boven een antwoord voor de werkgever'),
    audienceSet: sentence('Bevestiging van wie er vraagt; boven het volgende antwoord staat het opnieuw'),
    levelChosen: sentence('Bevestiging van dit niveau'),
    otherLevelOnly: sentence('Het antwoord bestaat nog niet op dit niveau; hieronder staat het gewone'),
    stopped: sentence('Na stoppen'),
    nothingToGoBackTo: sentence('Na "terug" als er niets is om naar terug te gaan'),
    restarted: sentence('Na opnieuw beginnen'),
    forgotten: sentence('Nadat het gesprek is gewist'),
    sources: sentence('Kopje boven de bronnen'),
    addresses: sentence('Kopje boven de adressen bij een vraag die buiten ons onderwerp valt'),
    reviewed: sentence('Wanneer het antwoord is nagekeken', 'date'),
    reviewDue: sentence('Boven een antwoord dat opnieuw nagekeken had moeten zijn'),
    noList: sentence('Een nummer terwijl er niets te kiezen is'),
    badNumber: sentence('Een nummer dat niet bij de aangeboden keuzes hoort'),
    seeAlso: sentence('Kopje boven verwante onderwerpen'),
    failed: sentence('Er ging bij ons iets mis'),
  })
  .meta({ title: 'Eigen zinnen van de assistent' });

export type Messages = z.infer<typeof messagesSchema>;
