import { escapeHtml } from '../shared/html.ts';
import type { CurvePoint } from './learning-curve.ts';
import type { Band } from './reliability.ts';

/** A bar of parts that add up to 1. */
export interface Bar {
  name: string;
  parts: readonly { title: string; share: number; colour: string }[];
}

const WIDTH = 760;
const LABELS = 190;
const ROW = 34;
const TEXT = 'font-family="system-ui, sans-serif" font-size="14" fill="#1a1a1a"';

/** Stacked horizontal bars, with a legend. */
export function barChart(bars: readonly Bar[]): string {
  const legend = bars[0]?.parts ?? [];
  const scale = WIDTH - LABELS;
  const rows = bars.map(({ name, parts }, row) => {
    let from = LABELS;
    const blocks = parts.map(({ title, share, colour }) => {
      const block = `<rect x="${from.toFixed(1)}" y="${row * ROW + 4}" width="${(share * scale).toFixed(1)}" height="${ROW - 10}" fill="${colour}"><title>${escapeHtml(`${title}: ${(100 * share).toFixed(1)} %`)}</title></rect>`;
      from += share * scale;
      return block;
    });
    return `<text x="0" y="${row * ROW + 22}" ${TEXT}>${escapeHtml(name)}</text>${blocks.join('')}`;
  });
  const place = LABELS / 1.4;
  const keys = legend.map(
    ({ title, colour }, at) =>
      `<rect x="${(at * place).toFixed(1)}" y="${bars.length * ROW + 10}" width="14" height="14" fill="${colour}"/><text x="${(at * place + 20).toFixed(1)}" y="${bars.length * ROW + 22}" ${TEXT} font-size="12">${escapeHtml(title)}</text>`,
  );
  return svg(bars.length * ROW + 34, 'Stacked bars; the same numbers stand in the tables', [...rows, ...keys]);
}

const SQUARE = { left: 60, top: 10, size: 360 } as const;
const TICKS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

/** Confidence against how often it was right; a dot's area is the number of messages. */
export function reliabilityChart(bands: readonly Band[]): string {
  const most = Math.max(1, ...bands.map(({ size }) => size));
  const dots = bands.map(
    ({ confidence, right, size }) =>
      `<circle cx="${across(confidence).toFixed(1)}" cy="${up(right).toFixed(1)}" r="${(3 + 13 * Math.sqrt(size / most)).toFixed(1)}" fill="#1b4f8f" fill-opacity="0.6"/>`,
  );
  const line = `<polyline points="${bands.map(({ confidence, right }) => `${across(confidence).toFixed(1)},${up(right).toFixed(1)}`).join(' ')}" fill="none" stroke="#1b4f8f" stroke-width="2"/>`;
  const even = `<line x1="${across(0)}" y1="${up(0)}" x2="${across(1)}" y2="${up(1)}" stroke="#777" stroke-dasharray="5 4"/>`;
  return svg(SQUARE.size + 60, 'Reliability curve; the same numbers stand in the table below', [
    axes(
      TICKS.map((tick) => ({ at: tick, label: tick.toFixed(1) })),
      'confidence',
    ),
    even,
    line,
    ...dots,
  ]);
}

/** Two lines over the number of phrasings, which stands on a doubling scale. */
export function curveChart(curve: readonly CurvePoint[]): string {
  const logs = curve.map(({ phrasings }) => Math.log(phrasings));
  const [least, most] = [Math.min(...logs), Math.max(...logs)];
  const atOf = (phrasings: number) => (Math.log(phrasings) - least) / (most - least || 1);
  const line = (share: (point: CurvePoint) => number, colour: string) =>
    `<polyline points="${curve.map((point) => `${across(atOf(point.phrasings)).toFixed(1)},${up(share(point)).toFixed(1)}`).join(' ')}" fill="none" stroke="${colour}" stroke-width="3"/>`;
  return svg(SQUARE.size + 60, 'Learning curve; the same numbers stand in the table below', [
    axes(
      curve.map(({ phrasings }) => ({ at: atOf(phrasings), label: String(phrasings) })),
      'phrasings per topic',
    ),
    line(({ amongThree }) => amongThree.share, '#8cc79f'),
    line(({ first }) => first.share, '#1b6e3c'),
  ]);
}

function across(share: number): number {
  return SQUARE.left + share * SQUARE.size;
}

function up(share: number): number {
  return SQUARE.top + (1 - share) * SQUARE.size;
}

function axes(ticks: readonly { at: number; label: string }[], name: string): string {
  const frame = `<rect x="${SQUARE.left}" y="${SQUARE.top}" width="${SQUARE.size}" height="${SQUARE.size}" fill="none" stroke="#777"/>`;
  const below = ticks.map(
    ({ at, label }) =>
      `<text x="${across(at).toFixed(1)}" y="${up(0) + 20}" ${TEXT} text-anchor="middle">${label}</text>`,
  );
  const beside = TICKS.map(
    (tick) =>
      `<text x="${SQUARE.left - 8}" y="${(up(tick) + 5).toFixed(1)}" ${TEXT} text-anchor="end">${(100 * tick).toFixed(0)} %</text><line x1="${SQUARE.left}" x2="${across(1)}" y1="${up(tick).toFixed(1)}" y2="${up(tick).toFixed(1)}" stroke="#ddd"/>`,
  );
  return `${beside.join('')}${frame}${below.join('')}<text x="${across(0.5)}" y="${up(0) + 40}" ${TEXT} text-anchor="middle">${escapeHtml(name)}</text>`;
}

function svg(height: number, description: string, parts: readonly string[]): string {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${escapeHtml(description)}">${parts.join('')}</svg>`;
}
