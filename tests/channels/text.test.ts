import { describe, expect, it } from 'vitest';
import { dutchDateText, PLAIN_STYLE, renderText } from '../../src/channels/text.ts';
import { escapeHtml, markdownHtml } from '../../src/shared/html.ts';
import { REAL_KNOWLEDGE } from '../support/assistant.ts';

const messages = REAL_KNOWLEDGE.messages['nl-B1'];

describe('renderText', () => {
  it('shows notes, answer, sources, review date and choices', () => {
    const text = renderText(
      {
        level: 'nl-B1',
        sections: [
          {
            notes: ['Voor jou'],
            text: '**Ja.**',
            sources: [{ title: 'Wet', url: 'https://x.nl' }],
            reviewedOn: '2026-11-05',
          },
        ],
        choices: { intro: 'Kies', labels: ['Een', 'Twee'], numbered: true },
      },
      messages,
      PLAIN_STYLE,
    );
    expect(text).toBe(
      '(Voor jou)\n\nJa.\n\nBronnen:\n- Wet\n  https://x.nl\n(Nagekeken op 5-11-2026)\n\nKies:\n1. Een\n2. Twee',
    );
  });
});

describe('dutchDateText', () => {
  it('writes day, month, year without leading zeros', () => {
    expect(dutchDateText('2026-01-02')).toBe('2-1-2026');
  });
});

describe('markdownHtml', () => {
  it('makes paragraphs, lists and bold', () => {
    expect(markdownHtml('Een **twee**.\n\nDrie:\n- vier\n- vijf\nzes')).toBe(
      '<p>Een <strong>twee</strong>.</p>\n<p>Drie:</p>\n<ul><li>vier</li><li>vijf</li></ul>\n<p>zes</p>',
    );
  });

  it('shows HTML as text', () => {
    expect(markdownHtml('<script>alert("x")</script>')).toBe(
      '<p>&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;</p>',
    );
    expect(escapeHtml(`a"b'c&d`)).toBe('a&quot;b&#39;c&amp;d');
  });
});
