import { DEFAULT_LEVEL, languageOf, LEVELS, type Level } from '../shared/level.ts';
import type { TopicFile } from './check.ts';
import { differingNumbers, numbersOf } from './level-facts.ts';
import type { ContentProblem } from './problem.ts';

/** Words that tell a reader how old an amount is, or that it must be checked. */
const DATED = /\b20\d\d\b|\buwv\.nl\b|\bcontroleer|\bcheck\b/iu;

/** What a machine can see of the truth of a topic's answers: the same facts in every level, and amounts with a date. */
export function checkAnswers(file: TopicFile): ContentProblem[] {
  return Object.entries(file.value.answers).flatMap(([audience, byLevel = {}]) => [
    ...missingLevels(file, audience, byLevel),
    ...differingFacts(file, audience, byLevel),
    ...undatedAmounts(file, audience, byLevel),
  ]);
}

type ByLevel = Readonly<Partial<Record<Level, string | undefined>>>;

function missingLevels(file: TopicFile, audience: string, byLevel: ByLevel): ContentProblem[] {
  return LEVELS.filter((level) => byLevel[level] === undefined).map((level) =>
    file.problem('warning', ['answers', audience, level], {
      found: 'niets: dit niveau ontbreekt; de lezer krijgt het gewone Nederlands',
      allowed: `het antwoord in ${LEVELS.join(', ')}`,
      fix: `schrijf ${level}, met dezelfde feiten`,
    }),
  );
}

function differingFacts(file: TopicFile, audience: string, byLevel: ByLevel): ContentProblem[] {
  const standard = numbersOf(byLevel[DEFAULT_LEVEL] ?? '', languageOf(DEFAULT_LEVEL));
  return LEVELS.flatMap((level) => {
    const text = byLevel[level];
    if (text === undefined) return [];
    const { missing, extra } = differingNumbers(standard, numbersOf(text, languageOf(level)));
    if (missing.length + extra.length === 0) return [];
    const found = [
      ...(missing.length > 0 ? [`zonder ${missing.join(', ')}`] : []),
      ...(extra.length > 0 ? [`met ${extra.join(', ')}`] : []),
    ];
    return file.problem('error', ['answers', audience, level], {
      found: `${found.join(' en ')}, anders dan in ${DEFAULT_LEVEL}`,
      allowed: 'in elk niveau dezelfde getallen, datums en bedragen (vanaf 2)',
      fix: 'maak de feiten gelijk; kijk bij twijfel in de bron',
    });
  });
}

function undatedAmounts(file: TopicFile, audience: string, byLevel: ByLevel): ContentProblem[] {
  return LEVELS.flatMap((level) => {
    const text = byLevel[level] ?? '';
    if (!text.includes('€') || DATED.test(text)) return [];
    return file.problem('error', ['answers', audience, level], {
      found: 'een bedrag zonder datum',
      allowed: 'een bedrag met het jaar waarvoor het geldt, of met "controleer op uwv.nl"',
      fix: 'zet erbij sinds wanneer het bedrag geldt, of waar de lezer het nakijkt',
    });
  });
}
