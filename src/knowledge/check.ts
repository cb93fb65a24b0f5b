import { Temporal } from 'temporal-polyfill';
import { foldText } from '../shared/text.ts';
import type { ContentFile } from './content-file.ts';
import type { Source, Topic } from './knowledge.ts';
import type { ContentProblem } from './problem.ts';

export type TopicFile = ContentFile<Topic>;

/**
 * What no single file can tell: ids, links, sources and phrasings across all topics.
 *
 * @param sources absent when their own file has an error: references to them are then not judged
 * @param unreadable ids of topics whose own file has an error: links to them are not dead
 * @param today a review date before it gives a warning, never an error
 */
export function checkTopics(
  files: readonly TopicFile[],
  sources: Readonly<Record<string, Source>> | undefined,
  unreadable: ReadonlySet<string>,
  today: Temporal.PlainDate,
): ContentProblem[] {
  const byId = firstById(files);
  return [
    ...duplicateIds(files, byId),
    ...sharedPhrasings(files),
    ...files.flatMap((file) => [
      ...deadLinks(file, byId, unreadable),
      ...(sources === undefined ? [] : unknownSources(file, sources)),
      ...missingSources(file),
      ...reviewDue(file, today),
    ]),
  ];
}

/** Out-of-scope examples that some topic answers: one of the two is wrong. */
export function checkOutOfScope(
  file: ContentFile<{ examples: readonly string[] }>,
  topics: readonly TopicFile[],
): ContentProblem[] {
  const owners = new Map(
    topics.flatMap((topic) => topic.value.questions.map((text) => [foldText(text), topic.value.id])),
  );
  return file.value.examples.flatMap((example, index) => {
    const owner = owners.get(foldText(example));
    if (owner === undefined) return [];
    return file.problem('error', ['examples', index], {
      found: `"${example}", dat ook een vraag is van ${owner}`,
      allowed: 'vragen die geen enkel onderwerp beantwoordt',
      fix: 'haal de vraag hier weg, of uit het onderwerp',
    });
  });
}

/** The same words under two names: only one of the two would ever be found. */
export function checkPhraseLists(
  file: ContentFile<unknown>,
  lists: Readonly<Record<string, readonly string[]>>,
  path: readonly string[],
): ContentProblem[] {
  const owners = new Map<string, string>();
  return Object.entries(lists).flatMap(([name, texts]) =>
    texts.flatMap((text, index) => {
      const folded = foldText(text);
      const owner = owners.get(folded);
      if (owner === undefined) owners.set(folded, name);
      if (owner === undefined || owner === name) return [];
      return file.problem('error', [...path, name, index], {
        found: `"${text}", dat ook staat bij ${owner}`,
        allowed: 'elke tekst bij één naam',
        fix: `haal de tekst weg bij ${owner} of bij ${name}`,
      });
    }),
  );
}

function firstById(files: readonly TopicFile[]): Map<string, TopicFile> {
  const byId = new Map<string, TopicFile>();
  for (const file of files) if (!byId.has(file.value.id)) byId.set(file.value.id, file);
  return byId;
}

function duplicateIds(files: readonly TopicFile[], byId: ReadonlyMap<string, TopicFile>): ContentProblem[] {
  return files.flatMap((file) => {
    const first = byId.get(file.value.id);
    if (first === undefined || first === file) return [];
    return file.problem('error', ['id'], {
      found: `"${file.value.id}", dat ook staat in ${first.name}`,
      allowed: 'een id die maar één keer voorkomt',
      fix: 'geef een van de twee een andere id, of voeg ze samen',
    });
  });
}

function sharedPhrasings(files: readonly TopicFile[]): ContentProblem[] {
  const owners = new Map<string, TopicFile>();
  const problems: ContentProblem[] = [];
  for (const file of files) {
    const texts: [string, (string | number)[]][] = [
      [file.value.title, ['title']],
      ...file.value.questions.map((text, index): [string, (string | number)[]] => [text, ['questions', index]]),
    ];
    const own = new Set<string>();
    for (const [text, path] of texts) {
      const folded = foldText(text);
      const owner = owners.get(folded);
      // A title may also be one of the topic's own questions.
      if (owner === undefined || (owner === file && !own.has(folded))) {
        owners.set(folded, file);
        if (path[0] === 'questions') own.add(folded);
        continue;
      }
      problems.push(
        file.problem('error', path, {
          found: `"${text}", dat ook staat in ${owner === file ? 'ditzelfde onderwerp' : owner.name}`,
          allowed: 'elke vraag en titel bij één onderwerp',
          fix: 'laat de vraag staan bij het onderwerp dat hem beantwoordt en haal hem bij het andere weg',
        }),
      );
    }
  }
  return problems;
}

function deadLinks(
  file: TopicFile,
  byId: ReadonlyMap<string, TopicFile>,
  unreadable: ReadonlySet<string>,
): ContentProblem[] {
  return file.value.related.flatMap((id, index) => {
    if (unreadable.has(id) || (byId.has(id) && id !== file.value.id)) return [];
    return file.problem('error', ['related', index], {
      found: id === file.value.id ? `"${id}", dit onderwerp zelf` : `"${id}", een onderwerp dat niet bestaat`,
      allowed: 'de id van een ander onderwerp (bestandsnaam zonder .yaml)',
      fix: id === file.value.id ? 'haal de regel weg' : suggestion(id, [...byId.keys()]),
    });
  });
}

function unknownSources(file: TopicFile, sources: Readonly<Record<string, Source>>): ContentProblem[] {
  return file.value.sources.flatMap(({ ref }, index) => {
    if (Object.hasOwn(sources, ref)) return [];
    return file.problem('error', ['sources', index, 'ref'], {
      found: `"${ref}", een bron die niet bestaat`,
      allowed: 'een naam uit knowledge/_sources.yaml',
      fix: suggestion(ref, Object.keys(sources)),
    });
  });
}

function missingSources(file: TopicFile): ContentProblem[] {
  // What the assistant says about itself has no outside source.
  if (file.value.sources.length > 0 || file.name.includes('/assistent/')) return [];
  return [
    file.problem('error', ['sources'], {
      found: 'geen bron',
      allowed: 'minstens één bron (alleen in de map assistent mag de lijst leeg zijn)',
      fix: 'voeg een regel toe, bijvoorbeeld - { ref: bw7, at: "artikel 658a lid 1", certainty: high }',
    }),
  ];
}

function reviewDue(file: TopicFile, today: Temporal.PlainDate): ContentProblem[] {
  const { again } = file.value.reviewed;
  if (Temporal.PlainDate.compare(again, today) >= 0) return [];
  return [
    file.problem('warning', ['reviewed', 'again'], {
      found: `nakijken voor ${again.toString()}, en dat is voorbij`,
      allowed: 'een datum vanaf vandaag',
      fix: 'kijk het antwoord na en pas "on" en "again" aan',
    }),
  ];
}

function suggestion(wrong: string, known: readonly string[]): string {
  const near = known.find((id) => id.startsWith(wrong) || wrong.startsWith(id) || id.includes(wrong));
  return near === undefined ? 'verbeter de spelling of haal de regel weg' : `bedoel je "${near}"?`;
}
