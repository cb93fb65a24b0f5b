import type { Temporal } from 'temporal-polyfill';
import { deadlineTexts, deadlineTitle, derivationTexts, type WordReader } from '../documents/deadline-words.ts';
import { citationsOf, type Citation, type Knowledge } from '../knowledge/knowledge.ts';
import type { Actor, Deadline } from '../rules/deadline.ts';
import type { Certainty, Force } from '../rules/legal-basis.ts';
import { present } from '../shared/present.ts';
import { textAt, type TextByLevel } from '../shared/text-at.ts';

/** A deadline with all that supports it, in words and ISO 8601 dates: for programs. */
export interface DescribedDeadline {
  id: string;
  number?: number;
  title: string;
  nature: 'duty' | 'event';
  date: string;
  from?: string;
  practical?: string;
  legalLatest?: string;
  actors: readonly Actor[];
  /** What to do, or what happens. */
  text: string;
  /** What if it is missed. */
  missed?: string;
  /** Where this is practice and not law, or not certain. */
  unverified?: string;
  force: Force;
  certainty: Certainty;
  sources: readonly Citation[];
  derivation: readonly string[];
}

export function describeDeadline(deadline: Deadline, reader: WordReader, knowledge: Knowledge): DescribedDeadline {
  const { id, number, nature, actors, force, certainty, basis } = deadline;
  const texts = deadlineTexts(deadline, knowledge);
  const text = (part: TextByLevel | undefined) =>
    part === undefined ? undefined : textAt(part, reader.level, reader.audience);
  const iso = (date: Temporal.PlainDate | undefined) => date?.toString();
  return present({
    id,
    number,
    title: deadlineTitle(deadline, reader, knowledge),
    nature,
    date: deadline.date.toString(),
    from: iso(deadline.from),
    practical: iso(deadline.practical),
    legalLatest: iso(deadline.legalLatest),
    actors,
    text: textAt(texts.do, reader.level, reader.audience),
    missed: text(texts.missed),
    unverified: text(texts.unverified),
    force,
    certainty,
    sources: citationsOf(basis, knowledge.sources),
    derivation: derivationTexts(deadline, reader, knowledge),
  });
}
