import type { Language } from '../../shared/level.ts';
import type { AboutWords } from './about-page.ts';
import { contactLinks, type Operator } from './operator.ts';

/** The privacy page: what is kept, where, how long, and how to delete it. It says what the program does, and no more. */
export function privacyWords(operator: Operator, language: Language): AboutWords {
  return language === 'nl' ? dutch(operator) : english(operator);
}

function dutch(operator: Operator): AboutWords {
  const { organisationName, keepsQuestions } = operator;
  const organisation = organisationName ?? 'de organisatie die deze assistent aanbiedt';
  const contact = contactLinks(operator);
  const responsible =
    organisationName === undefined
      ? 'De organisatie die deze assistent aanbiedt, is verantwoordelijk voor je gegevens. Haar naam is hier nog niet ingevuld. Vraag ernaar bij degene van wie je deze link of deze app kreeg, bijvoorbeeld je werkgever of je re-integratiebureau.'
      : `${organisationName} biedt deze assistent aan en is verantwoordelijk voor je gegevens.`;
  const whoToAsk =
    contact.length === 0
      ? 'Hier is nog niet ingevuld bij wie je terechtkunt met vragen over je gegevens.'
      : 'Heb je een vraag over je gegevens? Dan kun je hier terecht:';
  const questionsKept =
    keepsQuestions === true
      ? 'Een vraag waarop de assistent niet meteen een antwoord heeft, bewaart hij hooguit 90 dagen, om beter te worden. Namen, nummers, adressen, datums en ziektes haalt hij er eerst uit. Er staat niet bij wie het vroeg, in welk gesprek of hoe laat. Dat kan een woord missen: schrijf dus geen namen. Omdat niet bekend is van wie een vraag is, wist “vergeet mij” hem niet.'
      : 'Vragen worden niet bewaard om de assistent te verbeteren.';
  return {
    title: 'Privacy',
    lead: 'De spoor 2-assistent vraagt zo weinig mogelijk van je. Hier lees je wat hij bewaart, waar, hoe lang, en hoe je het wist.',
    parts: [
      {
        title: 'In het kort',
        text: `- Schrijf niets over je ziekte en geen namen. Dat is niet nodig.
- De assistent gebruikt geen taalmodel. Zijn antwoorden liggen vast in een kennisbank. Wat je typt, wordt niet gebruikt om iets te trainen.
- Er zijn geen cookies, geen advertenties en geen programma’s van anderen die meekijken.
- Wat je typt, komt niet in een logboek.
- Typ je “mijn gegevens”, dan zie je wat de assistent van je weet. Typ je “vergeet mij”, dan is je gesprek meteen gewist.`,
      },
      { title: 'Wie is verantwoordelijk?', text: `${responsible}\n\n${whoToAsk}`, links: contact },
      {
        title: 'Waarvoor zijn je gegevens?',
        text: `Alleen om je vraag te beantwoorden en je datums uit te rekenen. Een datum over je ziekte zegt iets over je gezondheid. Daarom vraagt de assistent niet meer dan nodig is voor de uitkomst, en nooit welke ziekte je hebt.

Je kiest zelf of je iets invult. Je kunt altijd stoppen. Welke regel uit de privacywet (AVG) dit toestaat, kun je vragen aan ${organisation}.`,
      },
      {
        title: 'In de chat op een website',
        text: `- Bewaard wordt: wat je typt, wat je kiest en wat de assistent antwoordt. Zo gaat je gesprek verder als je de pagina opnieuw opent.
- Is er 24 uur niets gezegd, dan wordt het gesprek gewist. De assistent kijkt dat elk uur na.
- Herkent de assistent in een bericht een ziekte of levensgevaar? Dan haalt hij die woorden weg zodra hij je geantwoord heeft.
- Je browser onthoudt in het tabblad welk gesprek van jou is, en wat nog niet verstuurd is. Sluit je het tabblad, dan is dat weg.
- Je internetadres (IP-adres) blijft hooguit een dag in het geheugen, om misbruik tegen te gaan. Het wordt niet opgeslagen.

De website waarop de chat staat, heeft een eigen privacyverklaring.`,
      },
      {
        title: 'Op de pagina Gesprek',
        text: 'Van een gesprek op die pagina bewaart de assistent niets. Wat het gesprek moet onthouden, staat in de pagina zelf.',
        links: [{ title: 'Naar de pagina Gesprek', url: '/gesprek' }],
      },
      {
        title: 'In Microsoft Teams',
        text: `De woorden die je typt, bewaart de assistent niet. Dit bewaart hij wel:

- of je werknemer of werkgever bent, en je taal;
- welke onderwerpen je zag;
- of het over levensgevaar ging, en of er een ziekte genoemd is. Welke ziekte, bewaart hij niet;
- de datums, keuzes en getallen die je invult als hij iets voor je uitrekent.

Gebruik je de assistent 30 dagen niet, dan wordt dat gewist. Typ je “vergeet mij”, dan gebeurt het meteen. Haal je de app weg uit je chat, dan wordt het ook gewist. In een groep wist dat niet wat jij daar koos: typ daar “vergeet mij”.

Teams is van Microsoft. Microsoft brengt je berichten over, en Teams bewaart ze ook zelf. Hoe lang, bepaalt de organisatie van je Teams-account. Dat is meestal je werkgever. Haar beheerders kunnen berichten in Teams soms inzien. Wil je dat niet? Gebruik dan de pagina Gesprek. “Vergeet mij” wist niet wat in Teams zelf staat: die berichten kun je daar verwijderen.

In een groep leest iedereen mee. Stel een vraag over jezelf liever in een chat met alleen de assistent.`,
      },
      {
        title: 'Een plan dat je laat bewaren',
        text: `In een chat in Teams met alleen de assistent kun je vragen om je plan te bewaren. Dat gebeurt alleen als je duidelijk ja zegt, nadat je gelezen hebt wat er bewaard wordt, waarvoor en tot wanneer. Het hoeft niet, en je kunt zonder plan alles blijven vragen.

- Waarvoor: om je aan je datums te herinneren, en om je plan terug te zien.
- Wat: de datums en keuzes die je invulde. Niet wat je typte.
- Hoe lang: tot de dag die je bij je ja te lezen kreeg. Dat is uiterlijk twee maanden na de laatste datum van het plan, en nooit langer dan twee jaar.
- Herinneringen: de assistent stuurt je een bericht in dezelfde chat. Dat bericht staat daarna in Teams, net als je andere berichten.

Typ “mijn plan” om het te zien, en “verwijder mijn plan” om het te wissen, met de herinneringen. “Vergeet mij” wist het ook.`,
      },
      {
        title: 'Een stem, een link en het logboek',
        text: `- Zeg je of een antwoord hielp? Dan telt je stem mee bij dat onderwerp. Je naam, je gesprek en je woorden staan er niet bij. De telling wordt niet gewist. Voor een stem in Teams onthoudt de assistent 30 dagen over welk onderwerp een bericht ging; ook daar staat geen naam, gesprek of woord bij.
- Een link naar je datums, je tijdlijn of je agenda werkt 24 uur. Je datums staan versleuteld in de link zelf; op de server blijft niets achter. Wie de link heeft, kan ze zien. Deel hem dus alleen met wie je vertrouwt.
- Een link naar het bestand met je gegevens werkt een uur. Het bestand laat zien wat er is opgeslagen op het moment dat je het opent. Ook hier geldt: wie de link heeft, kan het zien.
- ${questionsKept}
- In het logboek staat welk soort verzoek er kwam, wanneer, hoe lang het duurde en of het lukte. Er staat geen bericht, naam of internetadres in.`,
      },
      {
        title: 'Waar staat het, en wie kan erbij?',
        text: `Je gegevens staan op de server van ${organisation}. De assistent stuurt ze naar geen enkele andere dienst; alleen in Teams gaan zijn antwoorden via Microsoft naar jou. In welk land de server staat, en of er reservekopieën zijn waarin een gewist gesprek nog even kan staan, kun je vragen aan ${organisation}.

Wat je zegt en invult, staat er versleuteld. Leesbaar zijn alleen het nummer van het gesprek, het aantal berichten en het moment van het laatste. De assistent heeft geen scherm waarop iemand gesprekken kan lezen, en geeft niets door aan je werkgever of UWV. Wie de server én de sleutels beheert, kan er technisch wel bij.`,
      },
      {
        title: 'Wissen, en je andere rechten',
        text: `Typ “mijn gegevens” in het gesprek. Dan zie je wat de assistent van je weet en hoe lang dat blijft staan, en kan hij je soms alles in één bestand geven.

Typ “vergeet mij” in het gesprek. In de chat op een website is er ook een knop voor. Wat daarna nog overblijft, is een kenmerk zonder naam en zonder woorden, zodat een bericht dat twee keer aankomt niet twee keer telt. Ook dat is na ongeveer een dag weg.

Je mag ook aan ${organisation} vragen welke gegevens er van je zijn, en om ze te verbeteren of te wissen. Er staat geen naam bij een gesprek. Daarom is jouw gesprek alleen te vinden met het kenmerk dat in het bestand met je gegevens staat.

Heb je een klacht? Die kun je indienen bij de Autoriteit Persoonsgegevens.`,
        links: [{ title: 'Autoriteit Persoonsgegevens', url: 'https://www.autoriteitpersoonsgegevens.nl' }],
      },
    ],
  };
}

function english(operator: Operator): AboutWords {
  const { organisationName, keepsQuestions } = operator;
  const organisation = organisationName ?? 'the organisation that offers this assistant';
  const contact = contactLinks(operator);
  const responsible =
    organisationName === undefined
      ? 'The organisation that offers this assistant is responsible for your data. Its name has not been filled in here yet. Ask the one who gave you this link or this app, for example your employer or your re-integration agency.'
      : `${organisationName} offers this assistant and is responsible for your data.`;
  const whoToAsk =
    contact.length === 0
      ? 'Whom you can ask about your data has not been filled in here yet.'
      : 'Do you have a question about your data? You can ask here:';
  const questionsKept =
    keepsQuestions === true
      ? 'A question that the assistant cannot answer at once is kept for 90 days at most, to make it better. It first takes out names, numbers, addresses, dates and illnesses. It is not kept who asked it, in which conversation, or at what time. That can miss a word: so write no names. As nobody knows whose question it is, “forget me” does not delete it.'
      : 'Questions are not kept to make the assistant better.';
  return {
    title: 'Privacy',
    lead: 'The spoor 2 assistant asks as little of you as it can. Here you read what it keeps, where, for how long, and how you delete it.',
    parts: [
      {
        title: 'In short',
        text: `- Write nothing about your illness and no names. That is not needed.
- The assistant uses no language model. Its answers are fixed in a knowledge base. What you type is not used to train anything.
- There are no cookies, no advertisements and no programs of others that watch you.
- What you type is not written to a log.
- Type “my data” and you see what the assistant knows about you. Type “forget me” and your conversation is deleted at once.`,
      },
      { title: 'Who is responsible?', text: `${responsible}\n\n${whoToAsk}`, links: contact },
      {
        title: 'What are your data for?',
        text: `Only to answer your question and to work out your dates. A date about your illness says something about your health. That is why the assistant asks no more than the result needs, and never which illness you have.

You choose whether you fill in anything. You can always stop. Which rule of the privacy law (GDPR) allows this, you can ask ${organisation}.`,
      },
      {
        title: 'In the chat on a website',
        text: `- What is kept: what you type, what you choose and what the assistant answers. That way your conversation goes on when you open the page again.
- When nothing was said for 24 hours, the conversation is deleted. The assistant looks every hour.
- Does the assistant recognise an illness or danger to life in a message? Then it removes those words as soon as it has answered you.
- Your browser remembers in the tab which conversation is yours, and what has not been sent yet. When you close the tab, that is gone.
- Your internet address (IP address) stays in memory for a day at most, to prevent abuse. It is not stored.

The website that shows the chat has a privacy statement of its own.`,
      },
      {
        title: 'On the page Conversation',
        text: 'Of a conversation on that page the assistant keeps nothing. What the conversation must remember stands in the page itself.',
        links: [{ title: 'Go to the page Conversation', url: '/gesprek' }],
      },
      {
        title: 'In Microsoft Teams',
        text: `The assistant does not keep the words that you type. This is what it does keep:

- whether you are an employee or an employer, and your language;
- which topics you saw;
- whether it was about danger to life, and whether an illness was named. It does not keep which illness;
- the dates, choices and numbers that you fill in when it works out something for you.

When you do not use the assistant for 30 days, that is deleted. When you type “forget me”, it happens at once. When you remove the app from your chat, it is deleted too. In a group that does not delete what you chose there: type “forget me” there.

Teams belongs to Microsoft. Microsoft carries your messages, and Teams keeps them too. For how long is decided by the organisation of your Teams account. That is usually your employer. Its administrators can sometimes read messages in Teams. Do you not want that? Then use the page Conversation. “Forget me” does not delete what stands in Teams itself: you can remove those messages there.

In a group everyone reads along. A question about yourself is better asked in a chat with the assistant alone.`,
      },
      {
        title: 'A plan that you have kept for you',
        text: `In a chat in Teams with the assistant alone you can ask it to keep your plan. That happens only when you clearly say yes, after you have read what is kept, what for and until when. You do not have to, and without a plan you can go on asking everything.

- What for: to remind you of your dates, and to show you your plan again.
- What: the dates and choices that you filled in. Not what you typed.
- How long: until the day that you read when you said yes. That is two months after the last date of the plan at most, and never longer than two years.
- Reminders: the assistant sends you a message in the same chat. That message then stands in Teams, like your other messages.

Type “my plan” to see it, and “delete my plan” to delete it, with the reminders. “Forget me” deletes it too.`,
      },
      {
        title: 'A vote, a link and the log',
        text: `- Do you say whether an answer helped? Then your vote is counted with that topic. Your name, your conversation and your words are not kept with it. The count is not deleted. For a vote in Teams the assistant remembers for 30 days which topic a message was about; that too is kept without a name, a conversation or a word.
- A link to your dates, your timeline or your calendar works for 24 hours. Your dates stand encrypted in the link itself; nothing stays on the server. Who has the link can see them. So share it only with people you trust.
- A link to the file with your data works for an hour. The file shows what is stored at the moment you open it. Here too: who has the link can see it.
- ${questionsKept}
- The log says which kind of request came, when, how long it took and whether it succeeded. It holds no message, name or internet address.`,
      },
      {
        title: 'Where is it, and who can see it?',
        text: `Your data stand on the server of ${organisation}. The assistant sends them to no other service; only in Teams its answers reach you through Microsoft. In which country the server stands, and whether there are backups in which a deleted conversation can stay for a while, you can ask ${organisation}.

What you say and fill in is encrypted there. Only the number of the conversation, how many messages it has and the moment of the last one can be read. The assistant has no screen on which anyone can read conversations, and passes nothing on to your employer or UWV. Who manages both the server and the keys can technically read them.`,
      },
      {
        title: 'Deleting, and your other rights',
        text: `Type “my data” in the conversation. Then you see what the assistant knows about you and how long that stays, and sometimes it can give you everything in one file.

Type “forget me” in the conversation. In the chat on a website there is also a button for it. What is left then is a mark without a name and without words, so that a message that arrives twice does not count twice. That too is gone after about a day.

You may also ask ${organisation} which data there are about you, and ask to correct or delete them. There is no name with a conversation. That is why yours can be found only with the mark that stands in the file with your data.

Do you have a complaint? You can take it to the Dutch data protection authority, the Autoriteit Persoonsgegevens.`,
        links: [{ title: 'Autoriteit Persoonsgegevens', url: 'https://www.autoriteitpersoonsgegevens.nl' }],
      },
    ],
  };
}
