import { describe, expect, it } from 'vitest';
import { LONGEST_MESSAGE as LONGEST_READ } from '../../src/conversation/turn.ts';
import { createPhraseBook } from '../../src/conversation/phrases.ts';
import { LONGEST_MESSAGE } from '../../src/widget/client/activity.ts';
import type { Message } from '../../src/widget/client/view.ts';
import { spokenMessage } from '../../src/widget/spoken.ts';
import { FORGET_COMMAND, SWITCHES, WORDS } from '../../src/widget/words.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';

describe('the words of the widget', () => {
  const { command } = createPhraseBook(REAL_KNOWLEDGE.phrases, []);

  it('are commands that the assistant knows', () => {
    expect(SWITCHES.map((one) => [one.level, command(one.command)])).toEqual([
      ['nl-B1', 'dutch'],
      ['nl-A2', 'simple'],
      ['en', 'english'],
    ]);
    expect(command(FORGET_COMMAND)).toBe('forget');
  });

  it('let through as long a message as the assistant reads', () => {
    expect(LONGEST_MESSAGE).toBe(LONGEST_READ);
  });

  it('say the numbers that save lives, at every level', () => {
    for (const { privacy } of Object.values(WORDS)) expect(privacy.join(' ')).toMatch(/112.*113.*0800-0113/);
  });

  it('say from when the 24 hours count for which a conversation is kept, and that it is locked, at every level', () => {
    for (const { privacy, gone } of Object.values(WORDS)) {
      expect(privacy.join(' ')).toMatch(/versleuteld|achter slot|encrypted/);
      for (const text of [privacy.join(' '), gone]) {
        expect(text).toMatch(/(hooguit|maximaal|at most) 24 (uur|hours)/);
        expect(text).toMatch(/na je laatste bericht|after your last message/i);
      }
    }
  });
});

describe('what a screen reader says of a message', () => {
  it('is its text without marks, and then what can be chosen', () => {
    const message: Message = {
      id: 'c|0000001',
      key: 'c|0000001',
      conversation: 'c',
      place: 1,
      from: 'bot',
      text: 'for other clients',
      reply: {
        level: 'nl-B1',
        sections: [
          {
            title: 'Jouw termijnen',
            notes: ['Antwoord voor de werknemer'],
            text: '**Eerst** dit:\n- een\n- twee',
            table: { columns: ['Wanneer', 'Wat'], rows: [['1 mei', 'WIA aanvragen']] },
            groups: [],
          },
        ],
        choices: { intro: 'Zie ook', labels: ['Alle datums', 'Opnieuw'], numbered: false },
      },
    };
    expect(spokenMessage(message, WORDS['nl-B1'])).toBe(
      [
        'Jouw termijnen.',
        'Antwoord voor de werknemer.',
        'Eerst dit:\neen\ntwee',
        'Tabel met 1 rij.',
        'Zie ook.',
        '2 keuzes: Alle datums, Opnieuw.',
      ].join('\n'),
    );
  });
});
