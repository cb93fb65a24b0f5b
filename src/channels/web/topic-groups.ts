import { readdirSync } from 'node:fs';
import { dirname, basename } from 'node:path';
import type { Topic } from '../../knowledge/knowledge.ts';
import type { Language } from '../../shared/level.ts';

/** Topics under one heading. */
export interface TopicGroup {
  /** Folder of the knowledge base. */
  folder: string;
  title: string;
  topics: readonly Topic[];
}

/** The folders of the knowledge base in the order of a reader, with their names. */
export const GROUP_TITLES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  basis: { nl: 'Wat spoor 2 is', en: 'What spoor 2 is' },
  'start-en-duur': { nl: 'Wanneer het begint en hoe lang het duurt', en: 'When it starts and how long it takes' },
  traject: { nl: 'Het traject: coach, cv en solliciteren', en: 'The programme: coach, CV and applying' },
  'passend-werk': { nl: 'Passend werk', en: 'Suitable work (passend werk)' },
  'nieuwe-baan': { nl: 'Een nieuwe baan', en: 'A new job' },
  'plichten-en-rechten': { nl: 'Plichten en rechten', en: 'Duties and rights' },
  einde: { nl: 'Loon, UWV en WIA', en: 'Wages, UWV and WIA' },
  'werkgever-en-hr': { nl: 'Voor werkgever en HR', en: 'For employers and HR' },
  assistent: { nl: 'Over deze assistent', en: 'About this assistant' },
};

/** The folder that each topic stands in, by its id. */
export function readTopicFolders(knowledgeFolder: string): ReadonlyMap<string, string> {
  const files = readdirSync(knowledgeFolder, { recursive: true, encoding: 'utf8' });
  return new Map(
    files
      .filter((path) => /^[a-z0-9-]+[/\\][^/\\]+\.yaml$/.test(path))
      .map((path) => [basename(path, '.yaml'), dirname(path)]),
  );
}

/** The topics in groups; a folder that an editor added and that has no title here yet comes last, under its own name. */
export function groupTopics(
  topics: readonly Topic[],
  folders: ReadonlyMap<string, string>,
  language: Language,
): TopicGroup[] {
  const byFolder = Map.groupBy(topics, ({ id }) => folders.get(id) ?? '');
  const order = new Set([...Object.keys(GROUP_TITLES), ...byFolder.keys()]);
  return [...order].flatMap((folder) => {
    const inFolder = byFolder.get(folder);
    if (inFolder === undefined) return [];
    return { folder, title: GROUP_TITLES[folder]?.[language] ?? folder.replaceAll('-', ' '), topics: inFolder };
  });
}
