import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import dialog from '../../dialogs/passend-werk/dialog.ts';
import { AnswerReader, UNKNOWN, type Answers } from '../../src/dialog-engine/answers.ts';
import { checkDialog } from '../../src/dialog-engine/check.ts';
import type { DialogContext } from '../../src/dialog-engine/definition.ts';
import { resolve } from '../../src/dialog-engine/resolve.ts';
import { dialogTextsSchema } from '../../src/knowledge/dialog-texts-schema.ts';

const file = readFileSync(new URL('../../dialogs/passend-werk/texts.yaml', import.meta.url), 'utf8');
const context: DialogContext = {
  today: Temporal.PlainDate.from('2026-11-22'),
  audience: 'employee',
  figures: { aowLeeftijden: [], wiaBeslistermijnen: [] },
};

/** What the dialog comes to; every question that is not given is answered with "I do not know". */
function advice(given: Answers) {
  const unknown = Object.fromEntries(Object.keys(dialog.questions).map((name) => [name, UNKNOWN]));
  const { answers, node, route } = resolve(dialog, { ...unknown, ...given }, context);
  const result = dialog.outcomes[node]?.(new AnswerReader(answers), context);
  if (!result) throw new Error(`no outcome at ${node}`);
  return { ...result, node, route, keys: result.groups.flatMap(({ findings }) => findings.map(({ key }) => key)) };
}

describe('the dialog passend-werk', () => {
  it('has a text for everything, no text too many, and leads everywhere', () => {
    expect(checkDialog(dialog, dialogTextsSchema.parse(load(file)))).toEqual([]);
  });

  it('weighs on 8 questions', () => {
    const { node, route } = advice({ grenzen: 'past', vorm: 'blijvend' });
    expect(node).toBe('afweging');
    expect(route).toHaveLength(8);
  });

  it('asks no more than the paper when the bedrijfsarts says that it does not fit', () => {
    const { node, route, headline, keys } = advice({ grenzen: 'pastNiet', opPapier: 'nee', loon: 50 });
    expect([node, headline.key]).toEqual(['buitenGrenzen', 'nietAlsHetZoBlijft']);
    expect(route).toEqual(['grenzen', 'opPapier']);
    expect(keys).toEqual([
      'pastNiet',
      'papierNagaan',
      'vraagAanpassing',
      'blijfPraten',
      'deskundigenoordeel',
      'loonstop',
      'alleenPassend',
    ]);
  });

  it('does not ask the paper again when it is there', () => {
    expect(advice({ grenzen: 'pastNiet', opPapier: 'ja' }).keys).not.toContain('papierNagaan');
  });

  it('asks the weeks and not the pay of work without pay', () => {
    const { node, route, keys } = advice({
      grenzen: 'past',
      vorm: 'zonderLoon',
      weken: 12,
      uren: 'past',
      reis: 'totTweeUur',
    });
    expect(node).toBe('zonderLoon');
    expect(route).not.toContain('loon');
    expect(keys).toEqual(expect.arrayContaining(['zonderLoonLang', 'loonLooptDoor']));
  });

  it('fills in the percentage', () => {
    const { groups } = advice({ grenzen: 'past', vorm: 'blijvend', loon: 55 });
    const against = groups.find(({ heading }) => heading === 'tegen')?.findings;
    expect(against?.find(({ key }) => key === 'loonVeelLager')?.values).toEqual({ loon: 55 });
  });

  it('says for every unknown who knows it, and never that the work fits', () => {
    const { headline, keys } = advice({});
    expect(headline.key).toBe('eerstBedrijfsarts');
    expect(keys).toEqual(
      expect.arrayContaining(['grenzenNagaan', 'vormNagaan', 'loonNagaan', 'urenNagaan', 'reisNagaan', 'niveauNagaan']),
    );
  });

  it('names 65% only with the end of the 104 weeks', () => {
    const { findings } = dialogTextsSchema.parse(load(file));
    const texts = Object.values(findings).flatMap((text) =>
      'employee' in text ? [text.employee, text.employer] : [text],
    );
    const with65 = texts.flatMap((text) => Object.values(text)).filter((text) => text.includes('65%'));
    expect(with65.length).toBeGreaterThan(0);
    expect(with65.filter((text) => !/104 (?:weken|weeks)/.test(text))).toEqual([]);
  });

  it('asks for no reason and no illness in what is put in an email', () => {
    const { blijfPraten } = dialogTextsSchema.parse(load(file)).findings;
    expect(JSON.stringify(blijfPraten)).not.toMatch(/waarom|\bwhy\b/);
  });

  it('never says that work must or need not be taken', () => {
    expect(file).not.toMatch(/je hoeft (?:dit|het) niet|you must take|you need not/i);
  });
});
