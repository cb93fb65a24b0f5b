import { describe, expect, it } from 'vitest';
import { lintNearDuplicates } from '../../src/lint/near-duplicates.ts';
import { signpostSchema } from '../../src/knowledge/signpost-schema.ts';
import { contentFile } from '../support/content.ts';

/** A small entry: twenty questions of its own, and the one that matters. */
function entry(id: string, subject: string, question: string) {
  const own = Array.from({ length: 20 }, (_, index) => `  - ${subject} ${'abcdefghijklmnopqrst'[index]} kwestie`);
  return contentFile(
    `knowledge/_signposts/${id}.yaml`,
    [
      `id: ${id}`,
      `title: { nl: ${subject}, en: ${subject} in English }`,
      'questions:',
      ...own,
      `  - ${question}`,
      'text: { nl-B1: Nee., nl-A2: Nee., en: No. }',
      'addresses: [{ name: UWV }]',
      'related: []',
      'reviewed: { on: 2026-11-22, by: redactie, again: 2027-05-22 }',
    ].join('\n'),
    signpostSchema,
  );
}

describe('lintNearDuplicates', () => {
  it('finds the same question in other words for the matcher: synonyms, order and endings do not count', () => {
    const [problem, ...others] = lintNearDuplicates(
      [entry('fiets', 'fiets', 'kost een traject veel'), entry('auto', 'auto', 'Hoeveel kosten de trajecten?')],
      { synonyms: { veel: ['hoeveel'] }, ignored: ['een', 'de'] },
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      severity: 'warning',
      file: 'knowledge/_signposts/auto.yaml',
      field: 'questions.20',
    });
    expect(problem?.found).toContain('kost een traject veel');
  });

  it('leaves questions alone that differ in one telling word', () => {
    expect(
      lintNearDuplicates(
        [entry('fiets', 'fiets', 'wat kost het traject'), entry('auto', 'auto', 'hoe lang duurt het traject')],
        { synonyms: {}, ignored: ['het'] },
      ),
    ).toEqual([]);
  });
});
