import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBsn } from '../../src/redaction/numbers.ts';
import { redact } from './support.ts';

const SEED = 20260101;
/** Six kinds of secrets: 2,400 cases. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 400);

const carrier = fc.constantFrom(
  (secret: string) => `mag ik spoor 2 weigeren? ${secret}`,
  (secret: string) => `${secret} hoe lang duurt spoor 2`,
  (secret: string) => `Ik wil weten (${secret}) wie mijn loon betaalt.`,
  (secret: string) => `hoi, ${secret}, wanneer start het 2e spoor`,
  (secret: string) => `who pays my wage: ${secret}. Thanks`,
  (secret: string) => `na 104 weken ${secret} krijg ik dan een WIA`,
);

const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const separator = fc.constantFrom('', ' ', '.', '-', ' - ', '/', '\u00a0', '\u200b', '  ');

/** Digits in groups of two to four, with the same mark between them. */
const grouped = (numbers: fc.Arbitrary<string>) =>
  fc.tuple(numbers, separator, fc.integer({ min: 2, max: 4 })).map(([number, mark, size]) => {
    const groups = number.match(new RegExp(`\\d{1,${size}}`, 'g')) ?? [];
    return groups.join(mark);
  });

const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const disguise = fc.constantFrom((text: string) => text, fullWidth);

const bsn = digits(8)
  .map((first) => Array.from({ length: 10 }, (_, last) => `${first}${last}`).find(isBsn) ?? '111222333')
  .filter((number) => !number.startsWith('00'));

function mod97(text: string): number {
  const figures = text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
  return Number(BigInt(figures) % 97n);
}
const iban = fc.tuple(fc.constantFrom('ABNA', 'INGB', 'RABO', 'TRIO', 'BUNQ'), digits(10)).map(([bank, account]) => {
  const check = String(98 - mod97(`${bank}${account}NL00`)).padStart(2, '0');
  return `NL${check}${bank}${account}`;
});
const typedIban = fc
  .tuple(iban, fc.constantFrom('', ' ', '-', '.'), fc.boolean())
  .map(([account, mark, lower]) => (lower ? account.toLowerCase() : account).replace(/.{4}(?=.)/g, `$&${mark}`));

const phone = fc.oneof(
  grouped(digits(8).map((rest) => `06${rest}`)),
  grouped(digits(7).map((rest) => `020${rest}`)),
  fc
    .tuple(fc.constantFrom('+31 ', '+31', '0031', '+32 ', '+49', '+48 '), grouped(digits(9)))
    .map(([code, rest]) => code + rest),
  digits(8).map((rest) => `+31 (0)6-${rest}`),
  digits(7).map((rest) => `(020) ${rest}`),
);

const word = fc.stringMatching(/^[a-z]{3,9}$/);
const mail = fc
  .tuple(
    word,
    fc.constantFrom('.', '_', '', '-', '+'),
    word,
    word,
    fc.constantFrom('nl', 'com', 'org', 'co.uk', 'museum'),
  )
  .map(([first, mark, last, host, top]) => `${first}q${mark}q${last}@q${host}.${top}`);

const postcode = fc
  .tuple(
    fc.integer({ min: 1000, max: 9999 }),
    fc.stringMatching(/^[BCFGHJKLMNPRSTVWXZ]{2}$/),
    fc.integer({ min: 1, max: 999 }),
    fc.constantFrom('', ' '),
    fc.constantFrom('', 'a', '-2', ' hs'),
  )
  .map(([figures, letters, house, space, addition]) => ({
    figures,
    letters,
    text: `${figures}${space}${letters} ${house}${addition}`,
  }));

const date = fc
  .tuple(
    fc.integer({ min: 1, max: 28 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1940, max: 2026 }),
    fc.constantFrom('-', '/', '.', ' maart ', ' mrt ', ' december ', 'e van juni ', ' of May ', ' augustus, '),
    fc.boolean(),
  )
  .map(([day, month, year, mark, iso]) => {
    if (mark.length > 1) return `${day}${mark}${year}`;
    const [d, m] = [String(day).padStart(2, '0'), String(month).padStart(2, '0')];
    return iso && mark === '-' ? `${year}-${m}-${d}` : `${d}${mark}${m}${mark}${year}`;
  });

/** Every number of two figures or more that is left, but those of the carrier. */
function numbersIn(text: string): readonly string[] {
  return (text.match(/\d+/g) ?? []).filter((number) => !['2', '104'].includes(number));
}

function leaks(secrets: fc.Arbitrary<string>, leaked: (result: string, secret: string) => boolean): void {
  fc.assert(
    fc.property(carrier, secrets, disguise, (carry, secret, change) => {
      const result = redact(carry(change(secret)));
      expect(leaked(result, secret), result).toBe(false);
    }),
    { seed: SEED, numRuns: RUNS },
  );
}

describe('nothing is left of', () => {
  it('a BSN', () => {
    leaks(grouped(bsn), (result) => numbersIn(result).length > 0);
  });

  it('a bank account', () => {
    leaks(typedIban, (result) => numbersIn(result).length > 0 || /abna|ingb|rabo|trio|bunq/i.test(result));
  });

  it('a telephone number', () => {
    leaks(phone, (result) => numbersIn(result).length > 0);
  });

  it('an e-mail address', () => {
    leaks(mail, (result, secret) => secret.split(/[^a-z]+/).some((part) => part.length > 3 && result.includes(part)));
  });

  it('a postcode with a house number', () => {
    leaks(
      postcode.map(({ text }) => text),
      (result, secret) => numbersIn(result).length > 0 || result.includes(secret.replace(/[^A-Z]/g, '')),
    );
  });

  it('a date', () => {
    leaks(date, (result) => numbersIn(result).length > 0 || /maart|mrt|december|juni|May|augustus/.test(result));
  });
});

describe('redacting', () => {
  it('twice changes nothing more, whatever the text', () => {
    const pieces = fc.constantFrom(
      ...[
        'ik heet ',
        'Jan',
        ' de ',
        'Vries',
        ' 12',
        ' maart',
        ' 06',
        '-',
        '[naam]',
        '[',
        ']',
        ' bij ',
        '@',
        '.nl',
        ' 1234',
        ' AB',
        '. ',
        ', ',
      ],
      ...[
        '\u202e',
        'к',
        'é',
        '😀',
        "'",
        ' k a n',
        ' kanker',
        ' is ',
        ' mag ik spoor 2 ',
        ' nr ',
        ' bsn ',
        '_',
        '/',
        '(',
        ' J.',
        'straat',
        ' nul',
      ],
    );
    const texts = fc.oneof(
      fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 400 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const result = redact(text);
        expect(redact(result)).toBe(result);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
