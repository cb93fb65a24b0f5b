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
    welcomeShared: sentence('Eerste bericht waar anderen meelezen, zoals in een team'),
    elsewhere: sentence('Iemand vraagt om eigen datums waar anderen meelezen'),
    goElsewhere: sentence('Knop: verder waar niemand meeleest'),
    outdated: sentence('Een knop bij een vraag die niet meer openstaat'),
    chosen: sentence('Boven de reactie op een knop: welke knop het was', 'choice'),
    showMore: sentence('Knop: de rest van een lang antwoord'),
    choose: sentence('Boven een lijst met onderwerpen of antwoorden'),
    greeting: sentence('Antwoord op een groet'),
    thanks: sentence('Antwoord op een bedankje'),
    goodbye: sentence('Antwoord op een afscheid'),
    abuse: sentence('Antwoord op schelden'),
    distress: sentence('Antwoord aan iemand die het niet meer volhoudt'),
    plainestEnglish: sentence('Iemand vraagt in het Engels om eenvoudiger taal'),
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
    dialog: z.strictObject({
      progress: sentence('Boven een vraag: hoe ver de hulp is', 'number', 'total'),
      now: sentence('Bij een vraag die opnieuw wordt gesteld: het antwoord dat er staat', 'answer'),
      readGuess: sentence('Hoe een datum is gelezen waarvan het jaar niet is getypt', 'date'),
      takenOver: sentence('De eerste ziektedag uit een eerdere hulp in dit gesprek', 'date'),
      goingOn: sentence('Een hulp gaat verder waar die was gebleven'),
      firstQuestion: sentence('"Terug" bij de eerste vraag'),
      nothingToResume: sentence('"Verder" als er niets open staat'),
      read: sentence('Hoe een datum is gelezen', 'date'),
      form: sentence('Knop: alle vragen van een hulp in een formulier'),
      formHint: sentence('Boven het formulier'),
      formSubmit: sentence('Knop onder het formulier'),
      pickDate: sentence('Boven een kalender om een datum te kiezen'),
      next: sentence('Knop: verder met wat is ingevuld'),
      filesHint: sentence('Bij agenda, plaatje en afdruk: wat er gebeurt als je erop klikt'),
      dontKnow: sentence('Knop: weet ik niet'),
      none: sentence('Knop bij een vraag met meer antwoorden: geen van deze'),
      notUnderstood: sentence('Het bericht is geen antwoord op de vraag'),
      whichDay: sentence('Een datum zonder dag; de vroegste dag is veilig'),
      whichDate: sentence('Een datum die je op meer manieren kunt lezen'),
      whichYear: sentence('Alleen een jaar, of een jaar dat ontbreekt'),
      noSuchDate: sentence('Een datum die niet bestaat', 'text'),
      yearOutOfRange: sentence('Een jaar dat niet kan kloppen', 'text'),
      inFuture: sentence('Een datum na vandaag waar dat niet kan', 'date', 'today'),
      inPast: sentence('Een datum voor vandaag waar dat niet kan', 'date', 'today'),
      notAfterEarlier: sentence('Een datum die na een eerdere datum moet liggen', 'earlier'),
      notANumber: sentence('Geen getal'),
      outOfRange: sentence('Een getal dat niet kan', 'min', 'max'),
      notAnOption: sentence('Geen van de keuzes'),
      paused: sentence('De hulp is gestopt en kan verder', 'title'),
      stillOpen: sentence('Na een tweede vraag tussendoor: hoe je weer verdergaat', 'title'),
      changeWhich: sentence('Welk antwoord iemand wil wijzigen'),
      contradiction: sentence('De antwoorden kunnen niet allemaal kloppen'),
      nothingToChange: sentence('Er is geen antwoord om te wijzigen'),
      nothingToExplain: sentence('Er zijn geen datums om uit te leggen'),
      yourAnswers: sentence('Kopje boven de antwoorden in de uitkomst'),
      assumed: sentence('Waar zonder vragen van is uitgegaan', 'answers'),
      upcoming: sentence('Kopje boven de eerste datums'),
      allDates: sentence('Knop en kopje: alle datums'),
      derivation: sentence('Knop en kopje: hoe is dit berekend'),
      change: sentence('Knop: een antwoord wijzigen'),
      again: sentence('Knop: opnieuw'),
      columnWhen: sentence('Kolom: wanneer'),
      columnWhat: sentence('Kolom: wat'),
      columnWho: sentence('Kolom: wie'),
      lastDay: sentence('Achter een praktische datum: de laatste dag', 'date'),
      window: sentence('Een periode', 'from', 'to'),
      happened: sentence('Achter een datum die voorbij is'),
      current: sentence('Achter een datum die nu speelt'),
      files: sentence('Kopje boven agenda, plaatje en afdruk'),
      calendar: sentence('Naam van het agendabestand'),
      calendarOne: sentence('Naam van het agendabestand met één datum'),
      picture: sentence('Naam van de tijdlijn als plaatje'),
      pictureAlternative: sentence('Wat wie de tijdlijn niet kan zien in plaats daarvan hoort'),
      page: sentence('Naam van de pagina om af te drukken'),
      noIllness: sentence('Iemand noemt een ziekte: die is niet nodig en wordt niet bewaard'),
      noIllnessShared: sentence('Iemand noemt een ziekte waar anderen meelezen: bevestig niets'),
      disclaimer: sentence('Onder een uitkomst'),
    }),
    failed: sentence('Er ging bij ons iets mis'),
    notKept: sentence('In plaats van een bericht van de gebruiker dat niet bewaard wordt'),
  })
  .meta({ title: 'Eigen zinnen van de assistent' });

export type Messages = z.infer<typeof messagesSchema>;
