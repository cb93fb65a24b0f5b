import { textOf } from './files.ts';

export interface Instruction {
  /** In capitals, as FROM. */
  name: string;
  rest: string;
}

/** The build stages of a Dockerfile, each with its instructions in order. */
export function readStages(path: string): Instruction[][] {
  const lines = textOf(path)
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll('\\\n', '')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const instructions = lines.map((line): Instruction => {
    const [name = ''] = line.split(' ');
    return { name, rest: line.slice(name.length).trim() };
  });
  const starts = instructions.flatMap(({ name }, place) => (name === 'FROM' ? [place] : []));
  return starts.map((start, place) => instructions.slice(start, starts[place + 1]));
}

/** The words of an instruction in exec form, wherever its flags end. */
export function execForm({ rest }: Instruction): string[] {
  return JSON.parse(rest.slice(rest.indexOf('['))) as string[];
}
