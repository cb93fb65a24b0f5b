import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, SEAL_KEY_LENGTH, unseal } from '../../src/store/seal.ts';

const KEY = new Uint8Array(SEAL_KEY_LENGTH).fill(7);
const OTHER = new Uint8Array(SEAL_KEY_LENGTH).fill(8);
const EXPIRES = new Date('2027-01-01T00:00:00Z');
const NOW = new Date('2026-12-10T00:00:00Z');

/** What a link to a plan may hold. */
const TYPICAL = {
  v: 1,
  level: 'nl-B1',
  audience: 'employee',
  eersteZiektedag: '2026-01-05',
  herstel: [{ van: '2026-04-06', tot: '2026-04-12' }],
  contractTot: '2028-06-30',
  plan: '2026-02-27',
  wiaAangevraagd: null,
  geboren: '1979-04-01',
};

const octetsOf = (token: string) => Buffer.from(token, 'base64url');

describe('a sealed token', () => {
  it('gives back the value that was sealed', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        // JSON itself does not keep -0.
        const kept = JSON.parse(JSON.stringify(value)) as unknown;
        expect(unseal(seal(value, [KEY], EXPIRES), [KEY], NOW)).toEqual({ kind: 'ok', value: kept });
      }),
    );
  });

  it('holds only characters that may stand in an address', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(seal(value, [KEY], EXPIRES)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it('is invalid with any octet changed', () => {
    const octets = octetsOf(seal(TYPICAL, [KEY], EXPIRES));
    fc.assert(
      fc.property(fc.nat(octets.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const changed = Buffer.from(octets);
        changed.writeUInt8(changed.readUInt8(place) ^ change, place);
        expect(unseal(changed.toString('base64url'), [KEY], NOW)).toEqual({ kind: 'invalid' });
      }),
      { numRuns: 2000 },
    );
  });

  it('is invalid with any character replaced, added or taken away', () => {
    const token = seal({ a: 1 }, [KEY], EXPIRES);
    for (let place = 0; place <= token.length; place++) {
      for (const character of ['', 'A', 'B', '_', '=', ' ', '%', '\n', 'é']) {
        for (const skipped of [0, 1]) {
          const changed = token.slice(0, place) + character + token.slice(place + skipped);
          if (changed !== token) expect(unseal(changed, [KEY], NOW), changed).toEqual({ kind: 'invalid' });
        }
      }
    }
  });

  it('cannot be given another expiry', () => {
    const octets = octetsOf(seal(TYPICAL, [KEY], EXPIRES));
    octets.writeUInt32BE(octets.readUInt32BE(1) + 1, 1);
    expect(unseal(octets.toString('base64url'), [KEY], NOW)).toEqual({ kind: 'invalid' });
  });

  it('is invalid, and nothing is thrown, when it is any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.base64String({ maxLength: 300 })), (token) => {
        expect(unseal(token, [KEY], NOW)).toEqual({ kind: 'invalid' });
      }),
    );
  });

  it('is invalid under another key, no key, or a key of the wrong length', () => {
    const token = seal(TYPICAL, [KEY], EXPIRES);
    for (const keys of [[OTHER], [], [KEY.subarray(1)]]) expect(unseal(token, keys, NOW)).toEqual({ kind: 'invalid' });
  });

  it('can be read with an older key, and is sealed with the first', () => {
    expect(unseal(seal(1, [KEY], EXPIRES), [OTHER, KEY], NOW)).toEqual({ kind: 'ok', value: 1 });
    expect(unseal(seal(1, [OTHER, KEY], EXPIRES), [KEY], NOW)).toEqual({ kind: 'invalid' });
  });

  it('is good until the moment it expires, and not at that moment', () => {
    const token = seal(1, [KEY], EXPIRES);
    expect(unseal(token, [KEY], new Date(EXPIRES.getTime() - 1)).kind).toBe('ok');
    expect(unseal(token, [KEY], EXPIRES).kind).toBe('expired');
    expect(unseal(token, [KEY], new Date(Number.NaN)).kind).toBe('expired');
  });

  it('is never the same twice', () => {
    expect(seal(1, [KEY], EXPIRES)).not.toBe(seal(1, [KEY], EXPIRES));
  });

  it('shows nothing of the value', () => {
    expect(octetsOf(seal(TYPICAL, [KEY], EXPIRES)).toString('latin1')).not.toMatch(/2026|Zieke|nl-B1/);
  });

  it('takes at most 270 characters for a plan of some 220 octets of JSON', () => {
    expect(JSON.stringify(TYPICAL).length).toBeGreaterThan(200);
    expect(seal(TYPICAL, [KEY], EXPIRES).length).toBeLessThanOrEqual(270);
  });
});

describe('what cannot be sealed', () => {
  it.each([
    ['a key of the wrong length', 1, [KEY.subarray(1)], EXPIRES],
    ['no key', 1, [], EXPIRES],
    ['no moment', 1, [KEY], new Date(Number.NaN)],
    ['a moment after 2106', 1, [KEY], new Date('2107-01-01')],
    ['more than 512 KiB', randomBytes(270_000).toString('hex'), [KEY], EXPIRES],
  ])('throws RangeError for %s', (_name, value, keys, expires) => {
    expect(() => seal(value, keys, expires)).toThrow(RangeError);
  });

  it('throws TypeError for what JSON cannot hold', () => {
    expect(() => seal(undefined, [KEY], EXPIRES)).toThrow(TypeError);
    expect(() => seal(1n, [KEY], EXPIRES)).toThrow(TypeError);
  });
});
