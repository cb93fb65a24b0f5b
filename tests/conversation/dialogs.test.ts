import { describe, expect, it } from 'vitest';
import { newSession, type Session } from '../../src/conversation/session.ts';
import { turn } from '../../src/conversation/turn.ts';
import { realAssistant, TODAY } from '../support/assistant.ts';

const assistant = realAssistant();
const EMPLOYEE = newSession({ audience: 'employee', audienceSaid: true });

/** Types messages one after the other, and gives the last reply. */
function play(texts: readonly string[], start: Session = EMPLOYEE) {
  let session = start;
  let said = '';
  let labels: readonly string[] = [];
  for (const text of texts) {
    const result = turn({ text }, session, TODAY, assistant);
    session = result.session;
    const sections = result.replies.flatMap((reply) => reply.sections);
    said = sections
      .map(({ title = '', notes, text: body, table }) =>
        [title, ...notes, body, ...(table?.rows ?? []).flat()].join('\n'),
      )
      .join('\n');
    labels = result.replies.flatMap(({ choices }) => choices?.labels ?? []);
  }
  return { session, said, labels, answers: session.dialog?.answers ?? {} };
}

describe('a date alone', () => {
  it.each([
    'termijnen 12 maart 2026',
    'eerste ziektedag 12-3-2026',
    'ik ben ziek sinds 12 maart 2026',
    'mijn termijnen 2026-03-12',
    'termijnen 12-3-2026 werkgever',
    'werkgever termijnen 12-3-26',
    'first sick day 12 March 2026',
  ])('gives the dates at once: %s', (text) => {
    const { said, answers } = play([text], newSession());
    expect(answers).toMatchObject({ eersteZiektedag: '2026-03-12' });
    expect(said).toContain('10 mrt 2027');
  });

  it('says what it took for granted, and takes the correction', () => {
    const first = play(['termijnen 12-3-2026']);
    expect(first.said).toContain('Ik ben uitgegaan van: tussendoor beter: nee');
    expect(play(['wijzig tussendoor beter'], first.session).session.dialog?.asking).toBe('onderbroken');
  });

  it.each([
    ['termijnen 12-3-2027', /ligt na vandaag/],
    ['termijnen 12-3-2090', /Het jaar in 12-3-2090 kan niet kloppen/],
    ['termijnen 31-2-2026', /31-2-2026 bestaat niet/],
    ['termijnen maart 2026', /Welke dag was dat precies/],
    ['termijnen 12-3-2015', /5 jaar geleden of langer|5 jaar of langer geleden/],
  ])('is asked back when it cannot be or is not whole: %s', (text, asked) => {
    const { said, answers } = play([text]);
    expect(said).toMatch(asked);
    expect(answers).toEqual({});
  });

  it.each([
    'wat is de eerste ziektedag',
    'eerste ziektedag en weer ziek binnen 4 weken',
    'ik ben ziek sinds maart en wil weten of ik moet solliciteren',
  ])('is not seen in a question: %s', (text) => {
    expect(play([text]).session.dialog).toBeUndefined();
  });
});

describe('an answer', () => {
  const AT_YES_NO = play(['termijnen', '12-3-2026']).session;

  it.each(['bedankt', 'hallo', 'ja en nee', 'banaan', '4', '👍'])('is not seen in "%s"', (text) => {
    expect(play([text], AT_YES_NO).answers).toEqual({ eersteZiektedag: '2026-03-12' });
  });

  it.each([
    ['nou nee eigenlijk niet', 'nee'],
    ['jup', 'ja'],
    ['2', 'nee'],
    ['3', 'weetIkNiet'],
    ['misschien', 'weetIkNiet'],
    ['de tweede', 'nee'],
  ])('is seen in "%s"', (text, answer) => {
    expect(play([text], AT_YES_NO).answers).toMatchObject({ onderbroken: answer });
  });

  it('may be several numbers, or none', () => {
    const at = play(['nee', 'nee'], AT_YES_NO).session;
    expect(play(['1 4'], at).answers).toMatchObject({ bijzonder: ['contractStopt', 'wiaIsAangevraagd'] });
    expect(play(['10'], at).answers).toMatchObject({ bijzonder: [] });
    expect(play(['loonsanctie'], at).answers).toMatchObject({ bijzonder: ['loonsanctie'] });
  });

  it('may be the day in a month that was named before', () => {
    expect(play(['termijnen', 'maart 2026', 'de 12e']).answers).toMatchObject({ eersteZiektedag: '2026-03-12' });
  });

  it('is repeated in full, and a year that was not typed is said to be read', () => {
    expect(play(['termijnen', '12 maart']).said).toContain('donderdag 12 maart 2026. Bedoel je een ander jaar');
  });

  it('keeps no word of an illness, and says so', () => {
    const { said, session } = play(['termijnen', '12 maart 2026, ik heb een burn-out']);
    expect(said).toContain('hoef je mij niet te vertellen');
    expect(JSON.stringify(session)).not.toMatch(/burn/i);
    expect(session.dialog?.answers).toEqual({ eersteZiektedag: '2026-03-12' });
  });
});

describe('danger to life in a dialog', () => {
  it('comes before it, and a "yes" after it is no answer', () => {
    const { session, said } = play(['termijnen', '12-3-2026', 'ik wil niet meer leven']);
    expect(said).toContain('113');
    const after = play(['ja'], session);
    expect(after.said).toContain('113');
    expect(after.answers).toEqual({ eersteZiektedag: '2026-03-12' });
    expect(play(['verder'], after.session).said).toContain('helemaal beter');
  });

  it('does not change who is asking', () => {
    const { session } = play(['zelfcheck', 'mijn werknemer zegt dat hij een einde aan zijn leven wil maken']);
    expect(session.audience).toBe('employee');
  });
});

describe('from one dialog to another', () => {
  it('takes the first sick day along, and says so', () => {
    const { said, answers } = play(['termijnen 12-3-2026', 'wia']);
    expect(answers).toMatchObject({ eersteZiektedag: '2026-03-12' });
    expect(said).toContain('Ik neem je eerdere antwoord over: de eerste ziektedag is donderdag 12 maart 2026');
  });

  it('comes back to where the first one was left', () => {
    const { said, answers } = play(['termijnen', '12-3-2026', 'nee', 'zelfcheck', 'termijnen']);
    expect(said).toContain('We gaan verder waar je was gebleven');
    expect(answers).toEqual({ eersteZiektedag: '2026-03-12', onderbroken: 'nee' });
  });

  it('forgets everything on command', () => {
    const { session } = play(['termijnen', '12-3-2026', 'zelfcheck', 'vergeet mij']);
    expect(JSON.stringify(session)).not.toContain('2026');
  });
});

describe('who is asking, in a dialog', () => {
  it('is asked first when it is not known, and may be left open', () => {
    expect(play(['termijnen'], newSession()).said).toContain('Wie ben jij?');
    expect(play(['termijnen', 'weet ik niet'], newSession()).said).toContain('Wat is je eerste ziektedag?');
    expect(play(['termijnen', 'ik werk bij de winkel'], newSession()).said).toContain('Kies een van de antwoorden');
  });

  it('may change at the outcome, with other words and the same dates', () => {
    const employee = play(['termijnen 12-3-2026']);
    const employer = play(['ik ben werkgever'], employee.session);
    expect(employee.said).toContain('WIA aanvragen bij UWV\njij');
    expect(employer.said).toContain('Antwoord voor de werkgever');
    expect(employer.answers).toEqual(employee.answers);
  });
});

describe('an answer of the knowledge base', () => {
  it('leads to the dialog that goes with it', () => {
    const { labels, session } = play(['Wanneer moet ik de WIA aanvragen?']);
    expect(labels[0]).toBe(assistant.dialogs.byId('wia')?.texts.button.nl);
    expect(play([labels[0] ?? ''], session).session.dialog?.id).toBe('wia');
  });
});
