import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import type * as Library from 'adaptivecards';

type JsonSchema = Readonly<Record<string, unknown>>;

// What the package's name leads to does not load outside a bundler.
const cards = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Library;

/** The newest version that Teams shows everywhere. */
const { v1_5: NEWEST } = cards.Versions;

const ELEMENTS = { type: 'array', items: { $ref: '#/definitions/Element' } };
const ACTIONS = { type: 'array', items: { $ref: '#/definitions/Action' } };
const TEXT = { type: 'string' };
const TEXT_OR_NUMBER = { type: ['string', 'number'] };
const TEXT_OR_OBJECT = { type: ['string', 'object'] };

/** What the library reads by code of its own: it is not among the properties that it declares. */
const CHILDREN: Readonly<Record<string, JsonSchema>> = {
  AdaptiveCard: { body: ELEMENTS, actions: ACTIONS },
  Container: { items: ELEMENTS },
  Column: { items: ELEMENTS },
  ColumnSet: { columns: { type: 'array', items: { $ref: '#/definitions/Column' } } },
  Table: { rows: { type: 'array', items: { $ref: '#/definitions/TableRow' } } },
  TableRow: { cells: { type: 'array', items: { $ref: '#/definitions/TableCell' } } },
  TableCell: { items: ELEMENTS },
  ActionSet: { actions: ACTIONS },
  RichTextBlock: { inlines: { type: 'array', items: { type: ['string', 'object'] } } },
  'Action.ShowCard': { card: { $ref: '#/definitions/AdaptiveCard' } },
};

/** Properties that the library reads in more than one form. */
const FREE_FORMS: Readonly<Record<string, JsonSchema>> = {
  $schema: TEXT,
  version: { type: 'string', pattern: String.raw`^1\.[0-5]$` },
  requires: { type: 'object' },
  backgroundImage: TEXT_OR_OBJECT,
  data: TEXT_OR_OBJECT,
  associatedInputs: { enum: ['auto', 'Auto', 'none', 'None'] },
  width: TEXT_OR_NUMBER,
  height: TEXT,
  targetElements: { type: 'array', minItems: 1, items: TEXT_OR_OBJECT },
};

/** What nothing can be shown without. */
const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['type'],
  Container: ['items'],
  TextBlock: ['text'],
  RichTextBlock: ['inlines'],
  Image: ['url'],
  ImageSet: ['images'],
  FactSet: ['facts'],
  ActionSet: ['actions'],
  TableCell: ['items'],
  'Input.Text': ['id'],
  'Input.Date': ['id'],
  'Input.Time': ['id'],
  'Input.Number': ['id'],
  'Input.ChoiceSet': ['id', 'choices'],
  'Input.Toggle': ['id', 'title'],
  'Action.OpenUrl': ['url'],
  'Action.ShowCard': ['card'],
  'Action.ToggleVisibility': ['targetElements'],
};

/** The library lets everything have these; the published schema only what is named here. */
const ONLY_ON: Readonly<Record<string, readonly string[]>> = {
  lang: ['AdaptiveCard'],
  horizontalAlignment: ['TextBlock', 'RichTextBlock', 'Image', 'ColumnSet'],
};

/** The library and the published documentation spell this one in two ways. It is true when it is left out, so it is. */
const SPELLED_IN_TWO_WAYS = 'firstRowAsHeaders';

/** What the library takes from what a part is made of, and the published schema does not allow on it. */
const NOT_ON: Readonly<Record<string, readonly string[]>> = {
  AdaptiveCard: ['id', 'isVisible', 'separator', 'height', 'spacing', 'style', 'bleed', 'requires'],
  Table: ['style'],
  TableRow: ['id', 'isVisible', 'separator', 'height', 'spacing', 'requires'],
  TableCell: ['id', 'isVisible', 'separator', 'height', 'spacing', 'requires'],
};

/** Teams shows no Media. A TextRun stands within a RichTextBlock only. */
const NO_ELEMENTS = ['Media', 'TextRun'];

function definitions(): Readonly<Record<string, JsonSchema>> {
  const elements = registered(cards.GlobalRegistry.defaultElements).filter(([name]) => !NO_ELEMENTS.includes(name));
  const actions = registered(cards.GlobalRegistry.defaultActions);
  const parts: [string, Library.SerializableObject][] = [
    ['AdaptiveCard', new cards.AdaptiveCard()],
    ['Column', new cards.Column()],
    ['TableRow', new cards.TableRow()],
    ['TableCell', new cards.TableCell()],
  ];
  const objects = [...elements, ...actions, ...parts].map(([name, object]) => [name, objectSchema(object, name)]);
  return {
    ...(Object.fromEntries(objects) as Record<string, JsonSchema>),
    Element: oneOf(elements.map(([name]) => name)),
    Action: oneOf(actions.map(([name]) => name)),
  };
}

function registered<T extends Library.SerializableObject>(
  registry: Library.CardObjectRegistry<T>,
): [name: string, object: T][] {
  return Array.from({ length: registry.getItemCount() }, (_, index) => registry.getItemAt(index)).flatMap(
    ({ typeName, objectType, schemaVersion }) =>
      cards.isVersionLessOrEqual(schemaVersion, NEWEST) ? [[typeName, new objectType()] as [string, T]] : [],
  );
}

function oneOf(names: readonly string[]): JsonSchema {
  return {
    type: 'object',
    required: ['type'],
    discriminator: { propertyName: 'type' },
    oneOf: names.map((name) => ({ $ref: `#/definitions/${name}` })),
  };
}

/** @param name how it is named in a card; a part that is not named has no type */
function objectSchema(object: Library.SerializableObject, name?: string): JsonSchema {
  const schema = object.getSchema();
  const declared = Array.from({ length: schema.getCount() }, (_, index) => schema.getItemAt(index))
    .filter(({ targetVersion }) => cards.isVersionLessOrEqual(targetVersion, NEWEST))
    .filter((property) => name === undefined || isAllowed(property.name, name))
    .map((property) => [property.name, propertySchema(property)]);
  return {
    type: 'object',
    additionalProperties: false,
    properties: {
      ...(Object.fromEntries(declared) as JsonSchema),
      ...(name === undefined ? {} : { ...CHILDREN[name], type: { const: name } }),
      ...(name === undefined || name === 'AdaptiveCard' ? {} : { fallback: fallbackSchema(name) }),
    },
    required: name === undefined ? [] : (REQUIRED[name] ?? []),
  };
}

function fallbackSchema(name: string): JsonSchema {
  const instead = name.startsWith('Action.') ? 'Action' : 'Element';
  return { anyOf: [{ const: 'drop' }, { $ref: `#/definitions/${instead}` }] };
}

function isAllowed(property: string, name: string): boolean {
  if (property === SPELLED_IN_TWO_WAYS) return false;
  if (NOT_ON[name]?.includes(property) === true) return false;
  return ONLY_ON[property]?.includes(name) ?? true;
}

function propertySchema(property: Library.PropertyDefinition): JsonSchema {
  const free = FREE_FORMS[property.name];
  if (property instanceof cards.ValueSetProperty)
    return names(property.values.filter(isInTime).map(({ value }) => value));
  if (property instanceof cards.EnumProperty) {
    const { values, enumType } = property as Library.EnumProperty<Record<number, string>>;
    return names(values.filter(isInTime).flatMap(({ value }) => enumType[value] ?? []));
  }
  if (free !== undefined) return free;
  if (property instanceof cards.StringProperty) return TEXT;
  if (property instanceof cards.BoolProperty) return { type: 'boolean' };
  if (property instanceof cards.NumProperty) return { type: 'number' };
  if (property instanceof cards.PixelSizeProperty) return { type: 'string', pattern: String.raw`^\d+px$` };
  if (property instanceof cards.ActionProperty) return { $ref: '#/definitions/Action' };
  if (property instanceof cards.SerializableObjectCollectionProperty) return arrayOf(new property.objectType());
  return {};
}

function arrayOf(object: Library.SerializableObject): JsonSchema {
  if (object instanceof cards.Image) return { type: 'array', items: { $ref: '#/definitions/Image' } };
  return { type: 'array', items: objectSchema(object) };
}

function isInTime({ targetVersion }: { targetVersion?: Library.Version }): boolean {
  return targetVersion === undefined || cards.isVersionLessOrEqual(targetVersion, NEWEST);
}

/** Names with a capital or without: both are in use. */
function names(all: readonly string[]): JsonSchema {
  return { enum: [...new Set(all.flatMap((name) => [name, name.charAt(0).toLowerCase() + name.slice(1)]))] };
}

/**
 * What a card of version 1.5 may hold, as a JSON schema. It is made from the definitions in Microsoft's own library, which is
 * what shows a card; that library itself passes over what it does not know, and a schema does not.
 */
export const CARD_SCHEMA: JsonSchema = {
  definitions: definitions(),
  allOf: [{ $ref: '#/definitions/AdaptiveCard' }, { required: ['version', 'body'] }],
};

const validate = new Ajv({ strict: false, discriminator: true, allErrors: true }).compile(CARD_SCHEMA);

/** Where a card is not as the schema has it, and how; nothing when it is. */
export function schemaProblems(card: unknown): string[] {
  if (validate(card)) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message = '', params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
