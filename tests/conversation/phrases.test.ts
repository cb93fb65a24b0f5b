import { describe, expect, it } from 'vitest';
import { createPhraseBook } from '../../src/conversation/phrases.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';

const phrases = createPhraseBook(REAL_KNOWLEDGE.phrases, REAL_KNOWLEDGE.healthWords);

describe('commands', () => {
  it.each([
    ['help', 'help'],
    ['HELP!', 'help'],
    [' Hulp... ', 'help'],
    ['Stop.', 'stop'],
    ['terug', 'back'],
    ['Opnieuw!', 'restart'],
    ['eenvoudiger', 'simple'],
    ['in English', 'english'],
    ['Nederlands', 'dutch'],
    ['Vergeet mij', 'forget'],
    ['verwijder mijn gegevens', 'forget'],
    ['Ik ben werkgever', 'employer'],
    ['ik ben een werknemer', 'employee'],
    ['Help me aub', 'help'],
    ['verwijder mijn gegevens alstublieft', 'forget'],
    ['ik snap het niet', 'simple'],
  ])('%j is the command %s', (text, command) => {
    expect(phrases.command(text)).toBe(command);
  });

  it.each(['Wanneer stopt spoor 2?', 'ik ben werkgever en mijn medewerker is ziek', 'help mij met solliciteren', ''])(
    '%j is no command',
    (text) => {
      expect(phrases.command(text)).toBeUndefined();
    },
  );
});

describe('small talk', () => {
  it.each([
    ['hallo', 'greeting'],
    ['Goedemorgen!', 'greeting'],
    ['hoi hoe gaat het', 'greeting'],
    ['dank je wel', 'thanks'],
    ['Oke, bedankt!', 'thanks'],
    ['bedankt, doei', 'goodbye'],
    ['hallo stomme bot', 'abuse'],
  ])('%j is %s', (text, kind) => {
    expect(phrases.smallTalk(text)).toBe(kind);
  });

  it('takes the name of an illness for an illness', () => {
    expect(phrases.smallTalk('kanker')).toBeUndefined();
  });

  it.each(['hallo, wanneer start spoor 2?', 'bedankt maar wat kost het', 'goed werk vinden'])(
    '%j is more than small talk',
    (text) => {
      expect(phrases.smallTalk(text)).toBeUndefined();
    },
  );
});

describe('who is asking', () => {
  it.each([
    ['mijn werknemer wil niet meewerken', 'employer'],
    ['Als werkgever, wat moet ik doen?', 'employer'],
    ['mijn baas zegt dat ik moet solliciteren', 'employee'],
    ['wanneer start spoor 2', undefined],
    ['mijn werkgever zegt dat mijn medewerker dat mag', undefined],
    ['als zieke werknemer heb ik een vraag', 'employee'],
    ['ik ben al jaren HR-manager', undefined],
    ['mijn zieke moeder', undefined],
    ['ik heb een werknemer die ziek is', 'employer'],
  ])('%j shows %s', (text, audience) => {
    expect(phrases.speaksAs(text)).toBe(audience);
  });
});

describe('an answer to who is asking', () => {
  it.each([
    ['werknemer hoor', 'employee'],
    ['Ik ben zelf ziek', 'employee'],
    ['HR-medewerker', undefined],
    ['ik ben P&O adviseur', 'employer'],
    ['geen van beide', 'both'],
    ['maakt niet uit', 'both'],
    ['wanneer begint het', undefined],
  ])('%j says %s', (text, who) => {
    expect(phrases.saysWho(text)).toBe(who);
  });
});

describe('courtesy', () => {
  it.each([
    ['Hoi! Wat is spoor 2? Dank je!', 'wat is spoor 2'],
    ['Goedemorgen, mag ik wat vragen: wat is spoor 2? Alvast bedankt, groetjes', 'wat is spoor 2'],
    ['dank je wel', ''],
    ['wat is spoor 2', 'wat is spoor 2'],
    ['mag ik bedanken voor werk', 'mag ik bedanken voor werk'],
  ])('%j leaves %j', (text, rest) => {
    expect(phrases.withoutCourtesy(text)).toBe(rest);
  });
});
