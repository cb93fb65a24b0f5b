/** A place to search: a name for a message, and what stands there. */
export interface Place {
  name: string;
  content: string | Uint8Array;
}

/** Every way in which a text may be written down by a program, as octets. */
export function spellingsOf(secret: string): Buffer[] {
  const octets = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const inUrl = encodeURIComponent(secret);
  const texts = [
    ...new Set([
      secret,
      json,
      // As JSON for those who read only ASCII.
      json.replaceAll(/[^ -~]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`),
      inUrl,
      inUrl.replaceAll('%20', '+'),
      octets.toString('hex'),
      ...base64Of(octets),
    ]),
  ];
  return [...texts.map((text) => Buffer.from(text)), Buffer.from(secret, 'utf16le')];
}

/** The characters of base64 that tell of these octets alone, wherever in a longer text they stand. */
function base64Of(octets: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const text = Buffer.concat([Buffer.alloc(before), octets])
      .toString('base64')
      .replaceAll('=', '');
    const whole = Math.floor((before + octets.length) / 3) * 4;
    const own = text.slice(Math.ceil((before * 4) / 3), whole);
    return [own, own.replaceAll('+', '-').replaceAll('/', '_')];
  });
}

/** Without what people put between figures, letters and words, and without capitals. */
function squashed(text: string): string {
  return text.toLowerCase().replaceAll(/[\s.,_/+()-]/g, '');
}

/** Octets as characters, one for one: what is searched and what is searched for are then alike. */
function characters(content: string | Uint8Array): string {
  return Buffer.from(content).toString('latin1');
}

/** Which secrets stand where, in whatever spelling. */
export function leaksIn(places: readonly Place[], secrets: readonly string[]): string[] {
  const sought = secrets.map((secret) => ({
    secret,
    exact: spellingsOf(secret).map((spelling) => characters(spelling)),
    loose: squashed(characters(secret)),
  }));
  return places.flatMap(({ name, content }) => {
    const text = characters(content);
    const lower = text.toLowerCase();
    const loose = squashed(text);
    return sought
      .filter(
        (one) =>
          one.exact.some((spelling) => text.includes(spelling) || lower.includes(spelling.toLowerCase())) ||
          loose.includes(one.loose),
      )
      .map(({ secret }) => `${name}: ${secret}`);
  });
}
