import { describe, expect, it } from 'vitest';
import { safeAddress } from '../../src/widget/address.ts';
import { parseMarkdown, plainText } from '../../src/shared/markdown.ts';

function help(text: string): (string | undefined)[] {
  return parseMarkdown(text)
    .flatMap(({ lines }) => lines.flat())
    .flatMap((piece) => piece.help ?? []);
}

describe('the small Markdown', () => {
  it('reads paragraphs, lists and bold', () => {
    expect(parseMarkdown('One **two**:\n- a\n- **b**\n\nThree\nfour')).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [
            { text: 'One ', bold: false },
            { text: 'two', bold: true },
            { text: ':', bold: false },
          ],
        ],
      },
      { kind: 'list', lines: [[{ text: 'a', bold: false }], [{ text: 'b', bold: true }]] },
      { kind: 'paragraph', lines: [[{ text: 'Three', bold: false }], [{ text: 'four', bold: false }]] },
    ]);
  });

  it('leaves everything else as it is', () => {
    const text = '<b>x</b> [a](javascript:b) *c* __d__ https://example.org';
    expect(parseMarkdown(text)).toEqual([{ kind: 'paragraph', lines: [[{ text, bold: false }]] }]);
  });

  it.each([
    ['Ben je in gevaar? **Bel 112.**', ['tel:112']],
    ['**Bel nu 112.** Doe dat eerst.', ['tel:112']],
    ['Bel 113 of 0800-0113.', ['tel:113', 'tel:08000113']],
    ['Call 112 now, or 0800-0113', ['tel:112', 'tel:08000113']],
    ['Chat op 113.nl', ['https://www.113.nl']],
    ['Artikel 113 en dag 112', []],
    ['Bel 1123 en 0900-0113', []],
  ])('leads "%s" to %j', (text, addresses) => {
    expect(help(text)).toEqual(addresses);
  });

  it('is spoken without marks', () => {
    expect(plainText('**Bel** nu:\n- een\n- twee\n')).toBe('Bel nu:\neen\ntwee');
  });
});

describe('an address in a reply', () => {
  it.each([
    ['/d/token/termijnen.ics', 'https://assistant.test/d/token/termijnen.ics'],
    ['https://www.uwv.nl/a', 'https://www.uwv.nl/a'],
    ['mailto:a@example.org', 'mailto:a@example.org'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['https://', undefined],
  ])('%s becomes %s', (address, safe) => {
    expect(safeAddress(address, 'https://assistant.test')).toBe(safe);
  });
});
