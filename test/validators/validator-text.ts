import type { Shape } from '../schema-lock/shape.js';

/** What a validator is made for. */
export interface ValidatorSource {
  /** Name of the schema's file without its endings: `v4`. */
  readonly name: string;
  /** Name of the function that makes the schema: `assetSchemaV4`. */
  readonly schema: string;
  /** Name of the validator. */
  readonly validator: string;
  /** What the schema takes. */
  readonly shape: Shape;
}

/** The parts of a file while it is written: functions and constants that the ones below them use. */
interface Draft {
  readonly constants: Map<string, string>;
  readonly functions: string[];
  readonly names: Set<string>;
}

/** Stands for the name of the validator until all is written. */
const TOP = 'isWhole';

const part = (shape: Shape, key: string): Shape => shape[key] as Shape;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const camel = (key: string): string => key.replaceAll(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());

/** The name of a function that judges what stands at a path. */
function nameAt(path: readonly string[], draft: Draft): string {
  const base = path.length === 0 ? TOP : `is${path.map((step) => capital(camel(step))).join('')}`;
  const taken = draft.names.has(base);
  const name = taken ? `${base}${draft.names.size}` : base;
  draft.names.add(name);
  return name;
}

function patternOf(shape: Shape, path: readonly string[], draft: Draft): string {
  const flags = typeof shape['flags'] === 'string' ? shape['flags'] : '';
  if (/[gy]/.test(flags)) throw new Error(`A pattern that remembers makes no validator: ${path.join('/')}`);
  const literal = `/${shape['pattern'] as string}/${flags}`;
  const known = draft.constants.get(literal);
  if (known !== undefined) return known;
  const name = [...path, 'pattern']
    .map((step) =>
      camel(step)
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
        .toUpperCase(),
    )
    .join('_');
  draft.constants.set(literal, name);
  return name;
}

/** The contrary of a test. */
function not(test: string): string {
  if (/&&|\|\|/.test(test)) return `!(${test})`;
  return test.includes(' === ') ? test.replace(' === ', ' !== ') : `!${test}`;
}

const anyOf = (tests: readonly string[]): string => (tests.length === 1 ? (tests[0] ?? '') : `(${tests.join(' || ')})`);

function testObject(shape: Shape, path: readonly string[], draft: Draft): string {
  if (shape['unknownKeys'] !== 'reported') throw new Error(`No validator is made of an object that takes unknown keys: ${path.join('/')}`);
  const name = nameAt(path, draft);
  const keys = Object.entries(shape['keys'] as Readonly<Record<string, Shape>>);
  const required = keys.filter(([, member]) => member['optional'] !== true);
  const optional = keys.filter(([, member]) => member['optional'] === true);
  const lines = [
    'if (!isJsonObject(value)) return false;',
    `const { ${keys.map(([key]) => key).join(', ')} } = value;`,
    ...required.map(([key, member]) => {
      const test = testOf(member, key, [...path, key], draft);
      return test === 'true' ? `if (${key} === undefined) return false;` : `if (${not(test)}) return false;`;
    }),
    ...(optional.length === 0 ? [] : [`let keys = ${required.length};`]),
    ...optional.flatMap(([key, member]) => {
      const test = testOf(member, key, [...path, key], draft);
      if (test === 'true') return [`if (${key} !== undefined) keys += 1;`];
      return [`if (${key} !== undefined) {`, `if (${not(test)}) return false;`, 'keys += 1;', '}'];
    }),
    `return countKeys(value) === ${optional.length === 0 ? required.length : 'keys'};`,
  ];
  draft.functions.push(`function ${name}(value: unknown): boolean {\n${lines.join('\n')}\n}`);
  return name;
}

function testMap(shape: Shape, path: readonly string[], draft: Draft): string {
  const key = testOf({ ...part(shape, 'keys'), isKey: true }, 'key', [...path, 'key'], draft);
  const member = testOf(part(shape, 'values'), 'member', [...path, 'member'], draft);
  const refuse = [key, member].filter((test) => test !== 'true').map(not);
  if (refuse.length === 0) return 'isJsonObject';
  const lines = [
    'if (!isJsonObject(value)) return false;',
    'for (const key in value) {',
    ...(member === 'true' ? [] : ['const member = value[key];']),
    `if (${refuse.join(' || ')}) return false;`,
    '}',
    'return true;',
  ];
  const name = nameAt(path, draft);
  draft.functions.push(`function ${name}(value: unknown): boolean {\n${lines.join('\n')}\n}`);
  return name;
}

function testArray(shape: Shape, path: readonly string[], draft: Draft): string {
  const name = nameAt(path, draft);
  const test = testOf(part(shape, 'items'), 'item', [...path, 'item'], draft);
  const lines = [
    'if (!Array.isArray(value)) return false;',
    ...(test === 'true' ? [] : [`for (const item of value as readonly unknown[]) if (${not(test)}) return false;`]),
    'return true;',
  ];
  draft.functions.push(`function ${name}(value: unknown): boolean {\n${lines.join('\n')}\n}`);
  return name;
}

/** An expression that says whether a variable is as a shape asks: `true` where it may be anything. */
function testOf(shape: Shape, variable: string, path: readonly string[], draft: Draft): string {
  const known = new Set(['type', 'optional', 'isKey']);
  const holds = (...facts: readonly string[]): void => {
    for (const fact of Object.keys(shape)) {
      if (!known.has(fact) && !facts.includes(fact)) throw new Error(`No validator is made of "${fact}" at ${path.join('/')}.`);
    }
  };
  switch (shape['type']) {
    case 'anything':
      holds();
      return 'true';
    case 'boolean':
      holds();
      return `typeof ${variable} === 'boolean'`;
    case 'string': {
      holds('pattern', 'flags');
      const tests = [
        ...(shape['isKey'] === true ? [] : [`typeof ${variable} === 'string'`]),
        ...(shape['pattern'] === undefined ? [] : [`${patternOf(shape, path, draft)}.test(${variable})`]),
      ];
      return tests.length === 0 ? 'true' : tests.join(' && ');
    }
    case 'integer': {
      holds('minimum', 'maximum');
      const { minimum, maximum } = shape as Readonly<Record<string, number | undefined>>;
      const bounds = [
        ...(minimum === undefined ? [] : [`(${variable} as number) >= ${minimum}`]),
        ...(maximum === undefined ? [] : [`(${variable} as number) <= ${maximum}`]),
      ];
      return [`Number.isSafeInteger(${variable})`, ...bounds].join(' && ');
    }
    case 'enum':
    case 'constant':
      holds('values');
      return anyOf((shape['values'] as readonly unknown[]).map((value) => `${variable} === ${JSON.stringify(value)}`));
    case 'one-of':
      holds('options');
      return anyOf((shape['options'] as readonly Shape[]).map((option) => testOf(option, variable, path, draft)));
    case 'array':
      holds('items');
      return `${testArray(shape, path, draft)}(${variable})`;
    case 'map':
      holds('keys', 'values');
      return `${testMap(shape, path, draft)}(${variable})`;
    case 'object':
      holds('unknownKeys', 'keys');
      return `${testObject(shape, path, draft)}(${variable})`;
    default:
      throw new Error(`No validator is made of ${JSON.stringify(shape['type'])} at ${path.join('/')}.`);
  }
}

/**
 * The text of a file with the validator of a schema, before it is laid out: one function an object, map or list, and each
 * asks for just what the shape says. Total as the shape is: what it has no words for makes it throw.
 */
export function validatorText({ name, schema, validator, shape }: ValidatorSource): string {
  const draft: Draft = { constants: new Map(), functions: [], names: new Set() };
  testObject(shape, [], draft);
  const body = draft.functions.join('\n\n').replace(`function ${TOP}(`, `export function ${validator}(`);
  const constants = [...draft.constants].map(([literal, constant]) => `const ${constant} = ${literal};`);
  const start = body.indexOf('export function'); // the last: whatever it calls stands above it
  return `// Generated from ${name}.schema.ts by etc/make-validators.mjs: not to be edited.
import { isJsonObject } from '../../../codec/json-object.js';
import { countKeys } from '../../../schema/count-keys.js';

${constants.join('\n')}

${body.slice(0, start)}/**
 * Whether a value that was read from JSON is just what \`${schema}\` takes, with no key that it does not know. What this refuses
 * is for the schema to judge.
 */
${body.slice(start)}
`;
}
