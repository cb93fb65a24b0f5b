import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readJsonLines } from '../../src/cli/batch.ts';
import { evaluate, pinnedSummary } from '../../src/evaluation/evaluation.ts';
import { judgeQuestions } from '../../src/evaluation/judge.ts';
import { labelledQuestionSchema } from '../../src/evaluation/question.ts';
import { realAssistant, REAL_KNOWLEDGE, TODAY } from '../support/assistant.ts';

/** Questions by people who had not seen the phrasings; none of them may become a phrasing. */
const FILE = join(import.meta.dirname, 'questions.jsonl');

const questions = await readJsonLines([FILE], labelledQuestionSchema);

const RECORD =
  'npm run -s evaluate -- --questions tests/evaluation/questions.jsonl --record tests/evaluation/summary.json';

const assistant = realAssistant();

describe('the held-back questions', () => {
  it('are labelled with topics that exist, and cover each of them', () => {
    const labels = new Set(questions.flatMap(({ topics }) => topics));
    expect(REAL_KNOWLEDGE.topics.filter(({ id }) => !labels.has(id))).toEqual([]);
    expect([...labels].filter((id) => !REAL_KNOWLEDGE.topics.some((topic) => topic.id === id))).toEqual([]);
  });

  it('are no phrasing of the content: they would measure nothing', () => {
    const phrasings = new Set(
      [
        ...REAL_KNOWLEDGE.topics.flatMap((topic) => topic.questions),
        ...REAL_KNOWLEDGE.signposts.flatMap((signpost) => signpost.questions),
        ...REAL_KNOWLEDGE.outOfScope,
      ].map((text) => text.toLowerCase()),
    );
    // A single word or two is the same whoever types it.
    const long = questions.filter(({ q }) => q.split(' ').length > 3);
    expect(long.filter(({ q }) => phrasings.has(q.toLowerCase())).map(({ q }) => q)).toEqual([]);
  });

  it('are answered as well as was recorded', () => {
    const found = pinnedSummary(evaluate(judgeQuestions(questions, assistant, TODAY)));
    const recorded: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'summary.json'), 'utf8'));
    expect(found, `quality changed. Look at what changed, and if it is right so, record it:\n  ${RECORD}`).toEqual(
      recorded,
    );
  });
});
