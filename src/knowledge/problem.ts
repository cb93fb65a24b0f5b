/** Something in the content that an editor must (error) or should (warning) mend. Texts are Dutch: the editor reads them. */
export interface ContentProblem {
  severity: 'error' | 'warning';
  /** Path of the file as the editor knows it, relative to the content folder's parent. */
  file: string;
  /** Counted from 1. */
  line: number;
  /** Where in the file, for example `answers.employee.nl-B1`; empty for the file as a whole. */
  field: string;
  found: string;
  allowed: string;
  fix: string;
}

/** What is wrong with one value, before it is known where the value stands. */
export type Finding = Pick<ContentProblem, 'found' | 'allowed' | 'fix'>;

/** Stops a start on bad content; the message holds every problem, ready to print. */
export class ContentError extends Error {
  readonly problems: readonly ContentProblem[];

  constructor(problems: readonly ContentProblem[]) {
    super(formatProblems(problems));
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Prints problems for the terminal, one block each, in the order of file and line. */
export function formatProblems(problems: readonly ContentProblem[]): string {
  return [...problems].sort(byPlace).map(formatProblem).join('\n\n');
}

function formatProblem({ severity, file, line, field, found, allowed, fix }: ContentProblem): string {
  const label = severity === 'error' ? 'FOUT' : 'LET OP';
  return [
    `${label}  ${file}:${line}${field === '' ? '' : `  ${field}`}`,
    `  Gevonden:   ${found}`,
    `  Toegestaan: ${allowed}`,
    `  Oplossing:  ${fix}`,
  ].join('\n');
}

function byPlace(a: ContentProblem, b: ContentProblem): number {
  return a.file.localeCompare(b.file) || a.line - b.line;
}
