import { describe, expect, it } from 'vitest';
import { refersBack } from '../../src/conversation/follow-up.ts';
import { newSession } from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();

/** The topics answered by each message of a conversation of an employee. */
function topicsOf(...messages: string[]): (readonly string[])[] {
  let session = newSession({ audience: 'employee', audienceSaid: true });
  return messages.map((text) => {
    const result = turn({ text }, session, TODAY, assistant);
    session = result.session;
    return result.outcome.topics;
  });
}

describe('refersBack', () => {
  it.each([
    'en hoe lang duurt dat?',
    'Wie betaalt dat',
    'en de kosten?',
    'moet ik daarvoor tekenen',
    'wat kost het',
    'maar mag dat wel zomaar?',
    'and who pays for that?',
    'kan ik ermee stoppen',
  ])('sees that something is left unsaid: %s', (text) => {
    expect(refersBack(text)).toBe(true);
  });

  it.each([
    'Hoe lang duurt een proefplaatsing?',
    'Moet ik het werk aannemen?',
    'wat is spoor 2',
    'Mijn werkgever zegt dat ik alles zelf moet betalen, klopt dat?',
    'wia aanvragen',
  ])('sees a question of its own: %s', (text) => {
    expect(refersBack(text)).toBe(false);
  });
});

describe('a follow-up', () => {
  it.each([
    ['Wat is een proefplaatsing?', 'en hoe lang duurt dat?', 'proefplaatsing'],
    ['Wat is een deskundigenoordeel?', 'wat kost dat', 'deskundigenoordeel'],
    ['Wat is detachering?', 'en wie betaalt dan?', 'detachering'],
    ['Hoe lang duurt spoor 2?', 'en wanneer stopt het?', 'wanneer-stopt-spoor-2'],
  ])('after "%s": "%s" is about %s', (first, then, topic) => {
    expect(topicsOf(first, then)[1]).toEqual([topic]);
  });

  it('is a question like any other when nothing was answered before', () => {
    const [topics] = topicsOf('en hoe lang duurt dat?');
    expect(topics).not.toEqual(['proefplaatsing']);
  });

  it('leaves a question with a subject of its own alone', () => {
    expect(topicsOf('Wat is een proefplaatsing?', 'en hoe lang duurt spoor 2?')[1]).toEqual(['hoe-lang-duurt-spoor-2']);
  });
});
