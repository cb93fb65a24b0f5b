import { describe, expect, it } from 'vitest';
import { createPhraseBook } from '../../src/conversation/phrases.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';

const phrases = createPhraseBook(REAL_KNOWLEDGE.phrases);

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

  it.each(['hallo, wanneer start spoor 2?', 'bedankt maar wat kost het', 'goed werk vinden'])(
    '%j is more than small talk',
    (text) => {
      expect(phrases.smallTalk(text)).toBeUndefined();
    },
  );
});

describe('danger to life', () => {
  it.each([
    ['ik wil dood', 'suicide'],
    ['Ik wil gewoon niet meer leven.', 'suicide'],
    ['ik denk aan zelfmoord', 'suicide'],
    ['zelfmoordgedachten', 'suicide'],
    ['ik heb suïcidale gedachten', 'suicide'],
    ['was ik maar dood', 'suicide'],
    ['ik wil er een eind aan maken', 'suicide'],
    ['I want to kill myself', 'suicide'],
    ['mijn vrouw reageert niet meer', 'emergency'],
    ['hij ademt niet', 'emergency'],
    ['ik heb een overdosis genomen', 'emergency'],
  ])('%j is %s', (text, kind) => {
    expect(phrases.danger(text)).toBe(kind);
  });

  it.each([
    'wanneer stopt spoor 2',
    'ik ben doodmoe van het traject',
    'mijn werkgever reageert niet op mijn mail',
    'mijn contract eindigt, wat dan',
    'ik kan niet leven van zo weinig loon',
    'mag mijn baas er een eind aan maken',
  ])('%j is no danger', (text) => {
    expect(phrases.danger(text)).toBeUndefined();
  });
});

describe('who is asking', () => {
  it.each([
    ['mijn werknemer wil niet meewerken', 'employer'],
    ['Als werkgever, wat moet ik doen?', 'employer'],
    ['mijn baas zegt dat ik moet solliciteren', 'employee'],
    ['wanneer start spoor 2', undefined],
    ['mijn werkgever zegt dat mijn medewerker dat mag', undefined],
  ])('%j shows %s', (text, audience) => {
    expect(phrases.speaksAs(text)).toBe(audience);
  });
});
