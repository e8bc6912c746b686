// What the shapes of etc/schema-lock.json come to in words: for the pages of docs/formats.
import { code, codes } from './markdown.mjs';

function typeText(shape) {
  switch (shape.type) {
    case 'anything':
      return 'anything';
    case 'enum':
    case 'string':
      return 'string';
    case 'constant':
      return typeof shape.values[0] === 'number' ? 'integer' : 'string';
    case 'map':
    case 'object':
      return 'object';
    case 'array':
      return `list of ${typeText(shape.items)}s`;
    case 'one-of':
      return shape.options.map(typeText).join(' or ');
    case 'boolean':
    case 'integer':
      return shape.type;
    default:
      throw new Error(`The pages of the formats have no words for the type "${shape.type}".`);
  }
}

const SHAPE_PARTS = ['type', 'optional', 'unknownKeys', 'keys', 'values', 'items', 'options', 'pattern', 'flags', 'minimum', 'maximum'];

function boundsText(shape) {
  const { type, values, pattern, flags, minimum, maximum, items, options } = shape;
  const unheard = Object.keys(shape).find((part) => !SHAPE_PARTS.includes(part));
  if (unheard !== undefined) throw new Error(`The pages of the formats have no words for "${unheard}".`);
  if (type === 'array') return boundsText(items);
  if (type === 'one-of')
    return options
      .map(boundsText)
      .filter((text) => text !== '')
      .join('; ');
  if (type === 'enum') return values.length === 1 ? codes(values) : `one of ${codes(values)}`;
  if (type === 'constant') return codes(values.map(String));
  if (pattern !== undefined) return code(pattern) + (flags === undefined ? '' : ` (${flags})`);
  if (minimum !== undefined && maximum !== undefined) return `${minimum} to ${maximum}`;
  return minimum !== undefined ? `at least ${minimum}` : maximum !== undefined ? `at most ${maximum}` : '';
}

/**
 * Every key that a shape holds, by path: type, whether it is required, bounds.
 *
 * @param {import('../test/schema-lock/shape.js').Shape} shape
 * @param {string} [path]
 * @returns {readonly { readonly path: string, readonly type: string, readonly required: string, readonly bounds: string }[]}
 */
export function keysOfShape(shape, path = '') {
  const inside = (key, member) => {
    const at = path === '' ? key : `${path}.${key}`;
    const row = { path: at, type: typeText(member), required: member.optional === true ? 'no' : 'yes', bounds: boundsText(member) };
    return [row, ...keysOfShape(member, at)];
  };
  switch (shape.type) {
    case 'object':
      return Object.entries(shape.keys).flatMap(([key, member]) => inside(key, member));
    case 'map': {
      const [row, ...deeper] = inside('<key>', shape.values);
      const keyBounds = boundsText(shape.keys);
      const bounds = [keyBounds === '' ? '' : `key ${keyBounds}`, row.bounds].filter((text) => text !== '').join('; ');
      return [{ ...row, required: '–', bounds }, ...deeper];
    }
    case 'array':
      return keysOfShape(shape.items, `${path}[]`);
    case 'one-of':
      return shape.options.flatMap((option) => keysOfShape(option, path));
    default:
      return [];
  }
}

/**
 * The paths of a shape that was told from a sample: keys as they are written, or pointers, an index being any item.
 *
 * @param {import('../test/schema-lock/shape.js').Shape} shape
 * @returns {readonly string[]}
 */
export function keysOfSpecimen({ type, keys, samples }) {
  if (type === 'sealed') return keys;
  const pointers = Object.values(samples).flatMap((sample) => Object.keys(sample));
  const paths = pointers.map((pointer) =>
    pointer
      .slice(1)
      .replaceAll(/\/[0-9]+/g, '[]')
      .replaceAll('/', '.'),
  );
  return [...new Set(paths)].filter((path) => path !== '' && !path.endsWith('[]'));
}
