import { describe, expect, it } from 'vitest';
import { createDangerCheck } from '../../src/conversation/danger.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';

const danger = createDangerCheck(REAL_KNOWLEDGE.danger);

const SUICIDE = `
ik wil dood
ik wil gewoon echt heel graag dood
ik wil doood
ik wi dood
ik wil dod
ikwildood
i k w i l d o o d
Ik wil niet meer leven.
ik wil niet langer bestaan
ik kan niet meer verder leven
ik wil er niet meer zijn
ik wil niet meer wakker worden
ik hoop dat ik morgen niet meer wakker word
ik wil slapen en nooit meer wakker worden
waarom leef ik nog
leven hoeft niet meer
ik heb geen zin meer in het leven
ik heb geen zin meer om te leven
ik kan het leven niet meer aan
ik zie het leven niet meer zitten
ben er klaar mee, klaar met leven
ik ben levensmoe
ik ben klaar met het leven
ik wil sterven
ik wil doodgaan
laat me maar doodgaan
was ik maar dood
ik heb alles voorbereid om te sterven, ik wil het
ik ga er een eind aan maken vanavond
ik wil er een einde aan maken
k wil der n eind an maken
een medewerker heeft gezegd dat ze er een eind aan wil maken
ik denk erover om eruit te stappen
ik wil uit het leven stappen
ik denk aan zelfmoord
zelfmoordgedachten
ik heb suïcidale gedachten
mijn man denkt aan zelfdoding
ik spring voor de trein
ik ga van een flat springen
ik neem al mijn pillen in, alle pillen slik ik
ik heb al mijn medicijnen geslikt
ik doe mezelf iets aan
ik wil mezelf wat aandoen
ik snijd mezelf
ik heb mezelf gesneden
ik ga me ophangen
ik hang mezelf op
ik verhang me
ik schiet mezelf dood
ik maak mezelf van kant
ik ga mijn polsen doorsnijden
ik heb een touw klaarliggen
ik rij mezelf tegen een boom
mijn kinderen zijn beter af zonder mij
mijn collega heeft een afscheidsbrief gestuurd
voor mij hoeft het niet meer
ik wil niet meer
ik wil niet meer leven met deze pijn
ik wil niet meer leven door de stress op mijn werk
ik wil er niet meer zijn, ik ben al zo lang ziek
ik wil er niet meer zijn, mijn baas maakt me gek
ik maak er een eind aan, mijn werkgever maakt me kapot
I want to kill myself
i dont want to live anymore
I want to end it all
chcę umrzeć
ölmek istiyorum
ich will sterben
`;

const EMERGENCY = `
112
bel een ambulance
mijn man is net in elkaar gezakt
mijn vrouw reageert niet meer
hij ademt niet
mijn collega krijgt een hartaanval
ik denk dat ik een hartaanval heb
zij ligt bewusteloos op de grond
ik heb een overdosis genomen
help ik stik
hij bloedt heel erg, er is veel bloed
ik heb pijn op mijn borst en mijn arm tintelt
er is brand en er zit nog iemand binnen
mijn ex bedreigt me met een mes
he is not breathing
ik heb een overdosis genomen door de stress van mijn werk
mijn collega is bewusteloos, al een week ziek
ik krijg geen lucht, ik ben op mijn werk
help ik stik, van een stuk brood
`;

const HARMLESS = `
wanneer stopt spoor 2
ik ben doodmoe van het traject
ik schaam me dood
ik ga dood van verveling
liever dood dan rood
mijn contract eindigt, wat dan
einde maken aan het traject
mag mijn baas er een eind aan maken, aan dat spoor 2
ik wil er een eind aan maken, aan dat spoor 2
ik maak er een einde aan als de coach niet komt
de stekker eruit trekken
doodlopend spoor
mijn vader is overleden
ik kan niet leven van zo weinig loon
ik kan niet leven van 70 procent
ik wil niet meer zo leven van een uitkering
dat is het leven niet waard, zo'n traject
het bedrijf is beter af zonder mij zegt mijn baas
ik wil uit het traject stappen
kan ik uit spoor 2 stappen
ik wil mezelf geen pijn doen met dit werk
ik wil mezelf verbeteren
ik wil mezelf presenteren bij een werkgever
ik hang veel aan de telefoon
ons bedrijf gaat dood aan de kosten
mijn werkgever reageert niet op mijn mail
mijn werkgever reageert niet meer
mijn werkgever reageert nergens op
mijn coach reageert niet meer
mijn werknemer reageert niet meer, wat nu?
de bedrijfsarts reageert niet meer op mijn vraag
UWV reageert niet meer
ik heb een hartaanval gehad, wanneer start spoor 2
ik heb vorig jaar een hartaanval gehad en ben nu 1 jaar ziek
ik had een hartstilstand in maart en ben nog ziek
na een hartstilstand kan ik niet meer werken
ik krijg geen lucht door long covid, moet ik dan spoor 2 doen
ik raakte bewusteloos op mijn werk en ben nu 8 maanden ziek
ik slik te veel pillen en kan daarom niet autorijden
ik heb alle pillen al geprobeerd bij mijn reuma
ik bel 112 voor mijn werk als centralist
ik wil niet meer solliciteren
ik wil niet meer werken bij mijn baas
ik wil niet meer meewerken
hoe lang mag ik thuis blijven
ik wil niet dat mijn werkgever dit weet
mag ik me ziek melden
mijn werkgever gaat me ontslaan
wat doet de bedrijfsarts met mij
kan ik nog leven van mijn uitkering
ik ben niet meer wie ik was
`;

const lines = (text: string) => text.trim().split('\n');

describe('danger to life', () => {
  it.each(lines(SUICIDE))('shows 113 at: %s', (text) => {
    expect(danger(text)).toBe('suicide');
  });

  it.each(lines(EMERGENCY))('shows 112 at: %s', (text) => {
    expect(danger(text)).toBeDefined();
  });

  it.each(lines(HARMLESS))('is not: %s', (text) => {
    expect(danger(text)).toBeUndefined();
  });

  it('is not in any question of the knowledge base, nor in an out-of-scope example', () => {
    const alarms = [
      ...REAL_KNOWLEDGE.topics.flatMap(({ questions }) => questions),
      ...REAL_KNOWLEDGE.outOfScope,
    ].filter(danger);
    expect(alarms).toEqual([]);
  });
});
