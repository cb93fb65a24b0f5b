import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PHASES, type Plan } from '../../src/documents/plan.ts';
import { textWidth, wrapped } from '../../src/documents/text-width.ts';
import { MOST_ROWS, TIMELINE_COLOURS, timelineSvg, timelineText } from '../../src/documents/timeline-picture.ts';
import { FONT_FILES, LARGEST_PNG, PNG_TIMELINE_WIDTH, timelinePng } from '../../src/documents/timeline-png.ts';
import { examplePlan, planWith } from './example-plan.ts';

/** The words that are drawn, without entities. */
function drawn(svg: string): string[] {
  return [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, words = '']) => words);
}

function sizeOf(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** The colours of a PNG, four octets a pixel. */
function pixelsOf(png: Uint8Array): Buffer {
  const { width, height } = sizeOf(png);
  const href = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  return new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${href}"/></svg>`,
  ).render().pixels;
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the timeline as a picture', () => {
  const svg = timelineSvg(examplePlan());

  it('is an image with a title and the whole plan as its description', () => {
    expect(svg).toContain('role="img" lang="nl" aria-labelledby="plan-title plan-desc"');
    expect(svg).toContain('<title id="plan-title">Jouw plan voor spoor 2 en de WIA</title>');
    const description = /<desc id="plan-desc">([^<]*)</.exec(svg)?.[1]?.split('\n') ?? [];
    expect(description[0]).toBe('Vandaag: donderdag 10 december 2026.');
    expect(description.slice(1)).toEqual(timelineText(examplePlan()).split('\n'));
  });

  it('needs nothing from elsewhere and runs nothing', () => {
    expect(svg).not.toMatch(/href|url\(|@import|@font-face|<script|\son\w+=|<foreignObject/i);
  });

  it('is 360 pixels wide unless told, and never narrower than 280 or wider than 1024', () => {
    const widths = [undefined, 100, 500, 9000].map((width) =>
      Number(/ width="(\d+)"/.exec(timelineSvg(examplePlan(), width === undefined ? {} : { width }))?.[1]),
    );
    expect(widths).toEqual([360, 280, 500, 1024]);
  });

  it('tells past, now and next apart by shape and in words', () => {
    const shapes = PHASES.map((phase) => {
      const one = timelineSvg(planWith([{ phase, mine: false }]));
      const { words } = examplePlan();
      expect(drawn(one).some((line) => line.startsWith(words[phase]))).toBe(true);
      return [/<path /.test(one), drawn(one).includes(words.nowMark), /<circle[^>]* r="(\d+)"/.exec(one)?.[1]];
    });
    expect(shapes).toEqual([
      [false, false, '8'],
      [false, true, '17'],
      [false, false, '10'],
      [false, false, '6'],
    ]);
  });

  it('has a line for today between what is past and what is not', () => {
    const words = drawn(timelineSvg(planWith([{ phase: 'past' }, { phase: 'now' }])));
    const today = words.indexOf('Vandaag: do 10 dec 2026');
    expect(words.indexOf('Voorbij')).toBeLessThan(today);
    expect(words.findIndex((line) => line.startsWith('Nu'))).toBeGreaterThan(today);
  });

  it('marks what the reader still has to do, and nothing else', () => {
    const marks = (plan: Plan) => drawn(timelineSvg(plan)).filter((line) => line === 'Dit doe jij').length;
    expect(marks(planWith([{ mine: true, phase: 'next' }]))).toBe(1);
    expect(marks(planWith([{ mine: false, phase: 'next' }]))).toBe(0);
    expect(marks(planWith([{ mine: true, phase: 'past' }]))).toBe(0);
  });

  it.each([
    [3, 5, 8, []],
    [3, 6, 6, ['3 stappen al voorbij']],
    [1, 9, 8, ['1 stap al voorbij', 'Daarna nog 1 stap']],
    [0, 12, 8, ['Daarna nog 4 stappen']],
    [12, 0, 0, ['12 stappen al voorbij']],
  ])('with %i past and %i other rows shows %i rows and %j', (past, coming, shown, notes) => {
    const rows = Array.from({ length: past + coming }, (_, at) => ({
      phase: at < past ? ('past' as const) : ('later' as const),
      title: `Rij ${at}`,
    }));
    const words = drawn(timelineSvg(planWith(rows)));
    expect(words.filter((line) => line.startsWith('Rij '))).toHaveLength(shown);
    expect(words.filter((line) => /al voorbij|Daarna/.test(line))).toEqual(notes);
    expect(shown).toBeLessThanOrEqual(MOST_ROWS);
  });

  it('has no style block and no style attribute inside a page, and looks the same in light colours', () => {
    const embedded = timelineSvg(examplePlan(), { embedded: true });
    expect(embedded).not.toMatch(/<style|style=/);
    expect(drawn(embedded)).toEqual(drawn(svg));
    expect(svg).toMatch(/<style>@media screen and \(prefers-color-scheme: dark\)/);
  });

  it('can be drawn whatever the texts hold, and no text becomes markup', () => {
    const words = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom('<script>alert(1)</script>', '"/><a href="x">', ']]>', '&#0;', '\ud800', '\u202e', '\uffff'),
    );
    fc.assert(
      fc.property(words, words, words, (title, actors, heading) => {
        const plan = { ...planWith([{ title, actors, mine: true, phase: 'now' }]), title: heading };
        const picture = timelineSvg(plan);
        expect(picture).not.toMatch(/<script|<a /);
        expect(new Resvg(picture, { font: { loadSystemFonts: false } }).width).toBe(360);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the colours of the timeline', () => {
  it.each(['light', 'dark'] as const)('stand out enough in %s', (scheme) => {
    const { page, card, text, soft, accent, onAccent, line } = TIMELINE_COLOURS[scheme];
    for (const behind of [page, card]) {
      for (const letters of [text, soft, accent]) expect(contrast(letters, behind)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(onAccent, accent)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(line, page)).toBeGreaterThanOrEqual(3);
  });
});

describe('the timeline in words', () => {
  it('has one line for each row, in the order of the picture', () => {
    const lines = timelineText(examplePlan('en')).split('\n');
    expect(lines).toHaveLength(12);
    expect(lines[3]).toBe(
      'Now: Thursday 31 December 2026. First-year evaluation with your employer. Last day: Sunday 3 January 2027. Who: you and your employer. You do this.',
    );
  });

  it('stays one line for each row when a title has line ends', () => {
    expect(timelineText(planWith([{ title: 'a\r\nb\u2028c' }, { title: 'd' }])).split(/[\n\u2028]/)).toHaveLength(2);
  });
});

describe('the timeline as a PNG', () => {
  it('has letters on a machine without fonts', () => {
    const svg = timelineSvg(examplePlan());
    const [full, bare] = [svg, svg.replaceAll(/<text [^>]*>[^<]*<\/text>/g, '')].map((one) =>
      pixelsOf(timelinePng(one)),
    );
    let different = 0;
    full?.forEach((octet, place) => {
      if (octet !== bare?.[place]) different += 1;
    });
    expect(different / (full?.length ?? 1)).toBeGreaterThan(0.02);
  });

  it('draws bold letters bolder', () => {
    const dark = (weight: number) =>
      pixelsOf(
        timelinePng(
          `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="40"><text x="5" y="25" font-weight="${weight}">Dit doe jij</text></svg>`,
        ),
      ).filter((octet) => octet < 128).length;
    expect(dark(700)).toBeGreaterThan(dark(400) * 1.1);
  });

  it('is at most 1024 by 1024 pixels, for one short row and for twelve with the longest titles', () => {
    const long = Array.from({ length: 12 }, () => ({ title: 'Wegingsfactor '.repeat(30), phase: 'later' as const }));
    for (const plan of [planWith([{ title: 'Kort' }]), planWith(long), examplePlan()]) {
      for (const width of [280, 360, 1024]) {
        const size = sizeOf(timelinePng(timelineSvg(plan, { width })));
        expect(size.width).toBeLessThanOrEqual(LARGEST_PNG.width);
        expect(size.height).toBeLessThanOrEqual(LARGEST_PNG.height);
      }
    }
    // Drawn as it is for a chat, letters keep at least three quarters of their size, also in a long plan.
    const drawn = sizeOf(timelinePng(timelineSvg(examplePlan(), { width: PNG_TIMELINE_WIDTH })));
    expect(drawn.width).toBeGreaterThanOrEqual(0.75 * PNG_TIMELINE_WIDTH);
  });

  it('refuses what is no SVG', () => {
    expect(() => timelinePng('geen plaatje')).toThrow();
  });
});

describe('the estimate of how wide a text becomes', () => {
  const lettering = fc.record({ size: fc.constantFrom(12, 14.5, 17, 20), bold: fc.boolean() });
  const measured = (text: string, size: number, bold: boolean) =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="50"><text x="0" y="30" font-size="${size}" font-weight="${bold ? 700 : 400}">${text}</text></svg>`,
      { font: { loadSystemFonts: false, fontFiles: FONT_FILES, defaultFontFamily: 'Atkinson Hyperlegible' } },
    ).getBBox()?.width ?? 0;

  it('is never less than the real width in our own letters', () => {
    const words = fc.array(
      fc.constantFrom(
        'WIA',
        'aanvragen',
        'Re-integratieverslag',
        'bedrijfsarts',
        'jij',
        '€',
        '12',
        'mmm',
        'WWW',
        'zo 17 okt 2027',
        'één',
        '(week 42)',
        'ILO',
        'fff',
      ),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(words, lettering, (parts, { size, bold }) => {
        const text = parts.join(' ');
        expect(textWidth(text, { size, bold })).toBeGreaterThanOrEqual(measured(text, size, bold));
      }),
      { numRuns: 200 },
    );
  });

  it('keeps each line within the width it is given, and loses no word', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 30 }), fc.integer({ min: 60, max: 900 }), lettering, (text, width, how) => {
        const lines = wrapped(text, width, how);
        expect(lines.filter((line) => textWidth(line, how) > width)).toEqual([]);
        expect(lines.join('').replaceAll(/[- ]/g, '')).toBe(text.replaceAll(/[- ]/g, ''));
      }),
    );
  });

  it('breaks a word that is too long, and ends in … what has no room', () => {
    const how = { size: 17, bold: true };
    expect(wrapped('Arbeidsongeschiktheidsverzekeringsmaatschappij', 264, how).length).toBe(2);
    expect(wrapped('een twee drie vier vijf zes', 100, how, 2)).toEqual(['een twee', 'drie vier…']);
    expect(wrapped('', 80, how)).toEqual(['']);
  });

  it('keeps a short number with the word before it', () => {
    expect(wrapped('Start van spoor 2 in 2027', 100, { size: 17 })).toEqual(['Start van', 'spoor 2 in', '2027']);
  });
});
