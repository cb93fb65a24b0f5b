import { Temporal } from 'temporal-polyfill';
import { foldText } from '../shared/text.ts';
import type { ContentFile } from './content-file.ts';
import type { OpenItems, Signpost, Source, Topic } from './knowledge.ts';
import type { ContentProblem } from './problem.ts';

export type TopicFile = ContentFile<Topic>;
export type SignpostFile = ContentFile<Signpost>;
type EntryFile = TopicFile | SignpostFile;

/**
 * What no single file can tell: ids, links, sources and phrasings across all topics and signposts.
 *
 * @param sources absent when their own file has an error: references to them are then not judged
 * @param unreadable ids of topics whose own file has an error: links to them are not dead
 * @param today a review date before it gives a warning, never an error
 */
export function checkTopics(
  topics: readonly TopicFile[],
  signposts: readonly SignpostFile[],
  sources: Readonly<Record<string, Source>> | undefined,
  unreadable: ReadonlySet<string>,
  today: Temporal.PlainDate,
): ContentProblem[] {
  const entries: readonly EntryFile[] = [...topics, ...signposts];
  const topicIds = new Set(topics.map(({ value }) => value.id));
  return [
    ...duplicateIds(entries),
    ...sharedPhrasings(entries),
    ...entries.flatMap((file) => [...deadLinks(file, topicIds, unreadable), ...reviewDue(file, today)]),
    ...topics.flatMap((file) => [
      ...(sources === undefined ? [] : unknownSources(file, sources)),
      ...missingSources(file),
    ]),
  ];
}

/** Out-of-scope examples that a topic or signpost has too: one of the two is wrong. */
export function checkOutOfScope(
  file: ContentFile<{ examples: readonly string[] }>,
  entries: readonly EntryFile[],
): ContentProblem[] {
  const owners = new Map(entries.flatMap(({ value }) => value.questions.map((text) => [foldText(text), value.id])));
  return file.value.examples.flatMap((example, index) => {
    const owner = owners.get(foldText(example));
    if (owner === undefined) return [];
    return file.problem('error', ['examples', index], {
      found: `"${example}", dat ook een vraag is van ${owner}`,
      allowed: 'vragen die geen enkel onderwerp en geen enkele wegwijzer heeft',
      fix: 'haal de vraag hier weg, of daar',
    });
  });
}

/** Questions that are still open about topics that do not exist. */
export function checkOpenItems(
  file: ContentFile<OpenItems>,
  topics: readonly TopicFile[],
  unreadable: ReadonlySet<string>,
): ContentProblem[] {
  const ids = new Set(topics.map(({ value }) => value.id));
  return file.value.items.flatMap((item, index) =>
    item.topics.flatMap((id, place) => {
      if (ids.has(id) || unreadable.has(id)) return [];
      return file.problem('error', ['items', index, 'topics', place], {
        found: `"${id}", een onderwerp dat niet bestaat`,
        allowed: 'de id van een onderwerp (bestandsnaam zonder .yaml)',
        fix: suggestion(id, [...ids]),
      });
    }),
  );
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

function duplicateIds(files: readonly EntryFile[]): ContentProblem[] {
  const byId = new Map<string, EntryFile>();
  for (const file of files) if (!byId.has(file.value.id)) byId.set(file.value.id, file);
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

function sharedPhrasings(files: readonly EntryFile[]): ContentProblem[] {
  const owners = new Map<string, EntryFile>();
  const problems: ContentProblem[] = [];
  for (const file of files) {
    const texts: [string, (string | number)[]][] = [
      [file.value.title.nl, ['title', 'nl']],
      [file.value.title.en, ['title', 'en']],
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

function deadLinks(file: EntryFile, topicIds: ReadonlySet<string>, unreadable: ReadonlySet<string>): ContentProblem[] {
  return file.value.related.flatMap((id, index) => {
    if (unreadable.has(id) || (topicIds.has(id) && id !== file.value.id)) return [];
    return file.problem('error', ['related', index], {
      found: id === file.value.id ? `"${id}", dit onderwerp zelf` : `"${id}", een onderwerp dat niet bestaat`,
      allowed: 'de id van een ander onderwerp (bestandsnaam zonder .yaml)',
      fix: id === file.value.id ? 'haal de regel weg' : suggestion(id, [...topicIds]),
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

function reviewDue(file: EntryFile, today: Temporal.PlainDate): ContentProblem[] {
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
