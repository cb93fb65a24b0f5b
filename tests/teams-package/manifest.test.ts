import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { teamsManifest } from '../../src/teams-package/manifest.ts';
import { SCHEMA_VERSION } from '../../src/teams-package/schema-version.ts';
import { APP_TEXTS } from '../../src/teams-package/texts.ts';
import { translation } from '../../src/teams-package/translation.ts';
import { manifestFaults, translationFaults } from '../../src/teams-package/validate.ts';
import { APP_ID, settingsWith } from './app.ts';

const LANGUAGES = ['nl', 'en'] as const;

const manifest = teamsManifest(settingsWith(), 'nl');
const english = translation(teamsManifest(settingsWith(), 'en'));

/** Every string of a value by where it stands, as `bots[0].botId`. */
function strings(value: unknown, path = ''): [path: string, text: string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, field]) =>
    strings(field, Array.isArray(value) ? `${path}[${name}]` : `${path}${path === '' ? '' : '.'}${name}`),
  );
}

/** True for what Microsoft lets an app say in another language. */
function isTranslatable(path: string): boolean {
  const file = `@microsoft/app-manifest/build/json-schemas/teams/v${SCHEMA_VERSION}/MicrosoftTeams.Localization.schema.json`;
  const { properties, patternProperties } = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve(file), 'utf8'),
  ) as Record<'properties' | 'patternProperties', object>;
  return (
    path !== '$schema' && (path in properties || Object.keys(patternProperties).some((p) => new RegExp(p).test(path)))
  );
}

describe('the manifest', () => {
  it.each([
    ['plain settings', {}],
    ['the longest name', { ORGANISATION_NAME: 'x'.repeat(32) }],
    ['a name with marks and signs', { ORGANISATION_NAME: `"Zo" & <b>'Café'</b> 🙂` }],
    ['an id in capitals', { MICROSOFT_APP_ID: APP_ID.toUpperCase() }],
    ['a port', { PUBLIC_URL: 'https://localhost:8443' }],
    ['a host with accents', { PUBLIC_URL: 'https://réintegratie.example.nl' }],
    ['a long host', { PUBLIC_URL: `https://${Array(60).fill('abc').join('.')}.nl` }],
  ])('fits the schema of Microsoft with %s', (_name, env) => {
    for (const language of LANGUAGES) expect(manifestFaults(teamsManifest(settingsWith(env), language))).toEqual([]);
  });

  it.each([
    ['another version of the schema', { ...manifest, manifestVersion: '1.29' }, /manifestVersion: must be equal/],
    ['a field that does not exist', { ...manifest, extra: true }, /additional properties.*extra/],
    ['a name that is too long', { ...manifest, name: { short: 'x'.repeat(31) } }, /name\/short: .*30/],
    ['no id', { ...manifest, id: '' }, /id: must match pattern/],
    ['an address of the schema that is none', { ...manifest, $schema: 'geen adres' }, /must match format "uri"/],
  ])('is refused with %s', (_name, wrong, message) => {
    expect(manifestFaults(wrong).join('\n')).toMatch(message);
  });

  it('names the registration and the server that it was made for', () => {
    expect(manifest).toMatchObject({
      manifestVersion: SCHEMA_VERSION,
      id: APP_ID,
      bots: [
        { botId: APP_ID, scopes: ['personal', 'team', 'groupChat'], supportsFiles: false, isNotificationOnly: false },
      ],
      composeExtensions: [{ botId: APP_ID }],
      validDomains: ['spoor2.example.nl'],
      developer: {
        websiteUrl: 'https://spoor2.example.nl',
        privacyUrl: 'https://spoor2.example.nl/privacy',
        termsOfUseUrl: 'https://spoor2.example.nl/voorwaarden',
      },
    });
  });

  it('asks for no device and no sign-in', () => {
    expect(manifest.permissions).toEqual(['identity']);
    expect(manifest).not.toHaveProperty('devicePermissions');
    expect(manifest).not.toHaveProperty('webApplicationInfo');
  });

  it('has one search, on which an empty box shows something', () => {
    expect(manifest.composeExtensions?.[0]?.commands).toMatchObject([
      {
        id: 'zoek',
        type: 'query',
        initialRun: true,
        context: ['compose', 'commandBox'],
        parameters: [{ name: 'vraag' }],
      },
    ]);
  });
});

describe.each(LANGUAGES)('what people read in %s', (language) => {
  const { name, description } = APP_TEXTS[language];

  it('keeps to what the store asks of names and descriptions', () => {
    expect(name.short.length).toBeLessThanOrEqual(30);
    expect(name.full).not.toBe(name.short);
    expect(description.short.length).toBeLessThanOrEqual(80);
    expect(description.short).not.toMatch(/\bapps?\b/i);
    expect(description.full.length).toBeLessThanOrEqual(4000);
    expect(description.full.split(/\s+/).length).toBeLessThanOrEqual(500);
    expect(description.full).not.toContain(description.short);
  });

  it('has no command that an older Teams cuts off, and none twice in a list', () => {
    const lists = teamsManifest(settingsWith(), language).bots?.[0]?.commandLists ?? [];
    expect(lists.map(({ scopes }) => scopes)).toEqual([['personal'], ['team', 'groupChat']]);
    for (const { commands } of lists) {
      expect(commands.length).toBeLessThanOrEqual(10);
      expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
      expect(commands.filter(({ title }) => title.length > 32)).toEqual([]);
      expect(commands.filter(({ description: text = '' }) => text === '' || text.length > 128)).toEqual([]);
    }
  });
});

describe('the English texts', () => {
  it('fit the schema of Microsoft', () => {
    expect(translationFaults(english)).toEqual([]);
    expect(translationFaults({ ...english, 'name.long': 'x' })).not.toEqual([]);
  });

  it('are there for all that can be said in another language, and for nothing else', () => {
    const asked = strings(manifest)
      .map(([path]) => path)
      .filter(isTranslatable);
    expect(asked.length).toBeGreaterThan(30);
    expect(Object.keys(english).filter((path) => path !== '$schema')).toEqual(asked);
  });

  it('differ from the Dutch ones, but for names and words that are the same in both', () => {
    const same = strings(manifest).filter(([path, text]) => english[path] === text && path !== '$schema');
    expect([...new Set(same.map(([, text]) => text))].sort()).toEqual(['English', 'Help', 'Spoor 2-assistent']);
  });
});
