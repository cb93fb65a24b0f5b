import { describe, expect, it } from 'vitest';
import { FeedbackLoop } from '../../src/channels/bot/invoke/feedback-loop.ts';
import { handleInvoke } from '../../src/channels/bot/invoke/index.ts';
import { createMessageExtension, MOST_RESULTS } from '../../src/channels/bot/invoke/message-extension.ts';
import { SEARCH_COMMAND, SEARCH_PARAMETER } from '../../src/channels/bot/invoke/names.ts';
import { resultAttachment } from '../../src/channels/bot/invoke/result.ts';
import { FIRST_SHOWN, type Found } from '../../src/channels/bot/invoke/search.ts';
import { EXTENSION_WORDS } from '../../src/channels/bot/invoke/words.ts';
import { citations, dependsOnAudience } from '../../src/knowledge/knowledge.ts';
import { AUDIENCES } from '../../src/shared/audience.ts';
import { openSqliteStore } from '../../src/store/sqlite/store.ts';
import { realAssistant, REAL_KNOWLEDGE, TODAY } from '../support/assistant.ts';
import { schemaProblems } from './schemas/card-schema.ts';

/** The largest message that every client takes, octets in UTF-16; a part of it is for what stands around the card. */
const LARGEST_CARD = 27 * 1024;

const assistant = realAssistant();
const extension = createMessageExtension(assistant, () => TODAY);
const store = openSqliteStore(':memory:');
const feedback = new FeedbackLoop({ votes: store.feedback, shown: store.shown, keys: () => [new Uint8Array(32)] });

interface Attachment {
  contentType: string;
  content: { fallbackText: string; body: object[] };
  preview: { contentType: string; content: { title: string; text: string } };
}

interface Body {
  composeExtension: { type: string; attachmentLayout?: string; attachments?: Attachment[]; text?: string };
}

function query(parameter: object, queryOptions: object = { skip: 0, count: 25 }) {
  return handleInvoke(
    {
      type: 'invoke',
      name: 'composeExtension/query',
      id: 'f:1',
      channelId: 'msteams',
      conversation: { id: '19:others@thread.v2' },
      from: { id: '29:hr' },
      value: { commandId: SEARCH_COMMAND, parameters: [parameter], queryOptions },
    },
    { extension, feedback },
  );
}

async function found(text: string, queryOptions?: object): Promise<Attachment[]> {
  const response = await query({ name: SEARCH_PARAMETER, value: text }, queryOptions);
  expect(response?.status).toBe(200);
  const { type, attachmentLayout, attachments } = (response?.body as Body).composeExtension;
  expect({ type, attachmentLayout }).toEqual({ type: 'result', attachmentLayout: 'list' });
  return attachments ?? [];
}

const titles = (attachments: readonly Attachment[]) => attachments.map(({ preview }) => preview.content.title);

describe('a search from the compose box', () => {
  it('finds the answer to a word, the employer first, each saying for whom it is', async () => {
    const [employer, employee] = await found('loonsanctie');
    expect(employer?.preview.content.title).toBe('Loonsanctie: de werkgever betaalt langer (voor de werkgever)');
    expect(employee?.preview.content.title).toBe('Loonsanctie: de werkgever betaalt langer (voor de werknemer)');
    expect(employer?.preview.contentType).toBe('application/vnd.microsoft.card.thumbnail');
    expect(employer?.contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(employer?.content.fallbackText).toContain('Antwoord voor de werkgever');
    expect(JSON.stringify(employer?.content.body)).toMatch(/\]\(https:\/\/wetten\.overheid\.nl/);
    expect(employer?.content.fallbackText).toContain('Nagekeken op');
    expect(employer?.content.fallbackText).toContain(EXTENSION_WORDS.nl.general);
  });

  it.each(['loons', 'loonsa', 'LOONSANC'])('finds a title by its beginning: %s', async (typed) => {
    expect(titles(await found(typed)).some((title) => title.startsWith('Loonsanctie'))).toBe(true);
  });

  it.each([
    ['Wanneer start spoor 2?', 'Wanneer spoor 2 uiterlijk start'],
    ['proefplaatsing', 'Proefplaatsing bij een nieuwe werkgever'],
    ['WIA aanvragen', 'WIA aanvragen'],
    ['42', 'Ziekmelding bij UWV in week 42'],
    ['hoe lang duurt spoor 2', 'Hoe lang spoor 2 duurt'],
  ])('gives the best first: %s', async (typed, title) => {
    expect(titles(await found(typed))[0]).toContain(title);
  });

  it('answers in English what is asked in English', async () => {
    const [first] = await found('wage sanction');
    expect(first?.preview.content.title).toBe('Loonsanctie: the employer pays longer (for the employer)');
    expect(first?.content.fallbackText).toContain(EXTENSION_WORDS.en.general);
    expect(titles(await found('when does the second track start'))[0]).toContain('When spoor 2 must start');
  });

  it('shows a list for employers while nothing is typed', async () => {
    for (const parameter of [
      { name: 'initialRun', value: 'true' },
      { name: SEARCH_PARAMETER, value: '' },
      { name: SEARCH_PARAMETER, value: ' ?! ' },
      { name: SEARCH_PARAMETER, value: null },
    ]) {
      const { attachments = [] } = ((await query(parameter))?.body as Body).composeExtension;
      expect(attachments).toHaveLength(FIRST_SHOWN.length);
      expect(titles(attachments).join()).not.toContain('werknemer)');
    }
    for (const id of FIRST_SHOWN) expect(assistant.topic(id), id).toBeDefined();
  });

  it('has eight results at most, in pages when asked', async () => {
    const all = await found('loon');
    expect(all).toHaveLength(MOST_RESULTS);
    expect(new Set(titles(all)).size).toBe(MOST_RESULTS);
    expect(await found('loon', { skip: 2, count: 3 })).toEqual(all.slice(2, 5));
    expect(await found('loon', { skip: 25, count: 25 })).toEqual([]);
  });

  it('points the way where it has no answer', async () => {
    const [signpost] = await found('hoe doe ik belastingaangifte');
    expect(signpost?.preview.content.title).toBe('Belasting en toeslagen');
    expect(signpost?.content.fallbackText).toContain('https://');
  });

  it('finds only help for who is in danger', async () => {
    const suicide = await found('ik wil dood');
    expect(titles(suicide)).toEqual([EXTENSION_WORDS.nl.help]);
    expect(suicide[0]?.content.fallbackText).toContain('0800-0113');
  });

  it('says so when it finds nothing, without saying what was typed', async () => {
    const response = await query({ name: SEARCH_PARAMETER, value: 'pizza recept' });
    expect(response).toEqual({
      status: 200,
      body: { composeExtension: { type: 'message', text: EXTENSION_WORDS.nl.nothing } },
    });
  });

  it('always finds the same', async () => {
    expect(await found('ontslag')).toEqual(await found('ontslag'));
  });

  it.each([
    ['nothing', undefined],
    ['a text', 'loonsanctie'],
    ['another command', { commandId: 'x', parameters: [] }],
    ['a parameter that is no text', { commandId: 'zoek', parameters: [{ name: 'vraag', value: { a: 1 } }] }],
    ['parameters that are no list', { commandId: 'zoek', parameters: 'vraag' }],
    ['a page before the first', { commandId: 'zoek', parameters: [], queryOptions: { skip: -1, count: 1 } }],
    ['a page of nothing', { commandId: 'zoek', parameters: [], queryOptions: { skip: 0, count: 0.5 } }],
  ])('refuses %s, and echoes nothing', (_name, value) => {
    expect(extension(value)).toEqual({ status: 400 });
  });

  it('takes any text', async () => {
    for (const text of ['\u0000', '​', '🙂', '${1+1}', '<script>', 'a'.repeat(60_000), 'loon '.repeat(5_000), 'مرض']) {
      const response = await query({ name: SEARCH_PARAMETER, value: text });
      expect(response?.status, text.slice(0, 10)).toBe(200);
      expect(JSON.stringify(response?.body)).not.toContain('script');
    }
  });
});

describe('a card for the messages of others', () => {
  const everything: Found[] = [
    ...REAL_KNOWLEDGE.topics.flatMap((topic): Found[] =>
      dependsOnAudience(topic)
        ? AUDIENCES.map((audience) => ({ kind: 'topic', topic, audience }))
        : [{ kind: 'topic', topic }],
    ),
    ...REAL_KNOWLEDGE.signposts.map((signpost): Found => ({ kind: 'signpost', signpost })),
    { kind: 'danger', danger: 'suicide' },
    { kind: 'danger', danger: 'emergency' },
  ];

  it.each(['nl-B1', 'en'] as const)('is valid, small, and has nothing to send back to us (%s)', (level) => {
    const wrong = everything.flatMap((one) => {
      const { content, preview } = resultAttachment(one, level, TODAY, assistant) as unknown as Attachment;
      const json = JSON.stringify(content);
      const actions = [...json.matchAll(/"Action\.(\w+)"/g)].map(([, kind]) => kind);
      const problems = [
        ...schemaProblems(content),
        ...actions.filter((kind) => kind !== 'ToggleVisibility' && kind !== 'OpenUrl'),
        ...(json.includes('"Input.') ? ['an input'] : []),
        ...(Buffer.byteLength(json, 'utf16le') > LARGEST_CARD ? [`${json.length} characters`] : []),
        ...(content.fallbackText === '' ? ['no fallback'] : []),
        ...(preview.content.text === '' || preview.content.text.includes('**') ? ['no plain preview'] : []),
      ];
      return problems.map((problem) => ({ title: preview.content.title, problem }));
    });
    expect(wrong).toEqual([]);
    expect(everything.length).toBeGreaterThan(150);
  });

  it.each(['nl-B1', 'en'] as const)(
    'shows all its sources, those with an address as links, and its review (%s)',
    (level) => {
      for (const one of everything) {
        if (one.kind !== 'topic') continue;
        const { content, preview } = resultAttachment(one, level, TODAY, assistant) as unknown as Attachment;
        const json = JSON.stringify(content.body);
        for (const { title, url } of citations(one.topic, REAL_KNOWLEDGE.sources))
          expect(json, preview.content.title).toContain(
            JSON.stringify(url === undefined ? title : `[${title}](${url})`).slice(1, -1),
          );
        expect(content.fallbackText, preview.content.title).toMatch(/Nagekeken op|Reviewed on/);
      }
    },
  );
});
