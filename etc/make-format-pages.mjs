// Writes docs/formats from etc/schema-lock.json, fixtures/versions, docs/schemas and what the built package says of itself.
// `npm run build && node etc/make-format-pages.mjs`
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { controlKeys, formatExamples, formatKeys, formatNotes } from './format-notes.mjs';
import { schemaPages } from './schema-pages.mjs';

/** The folder of the pages. */
export const formatPagesFolder = new URL('../docs/formats/', import.meta.url);

const fixture = (path) => readFileSync(new URL(`../fixtures/versions/${path}`, import.meta.url), 'utf8');

const code = (text) => `\`${text}\``;
const codes = (texts) => texts.map(code).join(', ');
const cell = (text) => text.replaceAll('|', '\\|');
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

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
 * The paths of a shape that was probed: pointers, an index being any item.
 *
 * @param {import('../test/schema-lock/shape.js').Shape} shape
 * @returns {readonly string[]}
 */
export function keysOfProbes({ samples }) {
  const pointers = Object.values(samples).flatMap((sample) => Object.keys(sample));
  const paths = pointers.map((pointer) =>
    pointer
      .slice(1)
      .replaceAll(/\/[0-9]+/g, '[]')
      .replaceAll('/', '.'),
  );
  return [...new Set(paths)].filter((path) => path !== '' && !path.endsWith('[]'));
}

/** Keys that have to be there, but whose absence is no fault of structure. */
const JUDGED_AS_IDENTITY = { asset: ['asset_uuid'] };

/** Rows for the keys that are there, in the order of the texts. */
function keyTable(surface, rows) {
  const isIdentity = (path) => JUDGED_AS_IDENTITY[surface]?.includes(path) === true;
  const ordered = Object.entries(formatKeys[surface]).flatMap(([path, meaning]) =>
    rows
      .filter((row) => row.path === path)
      .map(({ type, required, bounds }) => [code(path), type, isIdentity(path) ? 'as identity' : required, bounds || '–', meaning]),
  );
  return table(['key', 'type', 'required', 'bounds', 'meaning'], ordered);
}

function example(surface, version) {
  const path = formatExamples[surface]?.[version];
  if (path === undefined) return '';
  return `\n\nExample (${code(`fixtures/versions/${path}`)}):\n\n\`\`\`json\n${fixture(path).replace(/\n$/, '')}\n\`\`\``;
}

function stateOf({ writes, deprecated, migrates }, version, shape) {
  if (shape.type === 'unwritten') return 'Current, and the only one.';
  if (writes.includes(version))
    return migrates.length === 0 ? 'Current, and the only one: read and written.' : 'Current: read and written.';
  const until = deprecated.find((entry) => entry.version === version)?.removedIn;
  return until === undefined ? 'Read and migrated, never written.' : `Deprecated: read and migrated until release ${until}, never written.`;
}

function stepText({ id, summary, touches, identity }) {
  const declares = {
    none: 'It leaves identity as it is.',
    declares:
      'It declares identity: the uuid that the registry records, that the folder claims, or that is derived from the record, decided for the whole workspace before any step runs. A derived one needs consent.',
  };
  return `### To the next version: ${code(id)}\n\n${summary} It may change ${codes(touches)} and the version, and nothing else. ${declares[identity]}`;
}

const heading = (surface, version) => `## ${code(surface)} version ${version}`;

function versionText({ lock, rows, migrations }, surface, version, body) {
  const row = rows.find((candidate) => candidate.surface === surface);
  const step = migrations.find(({ artifact, from }) => artifact === surface && from === version);
  const { shape } = lock.versions[surface][version];
  const parts = [heading(surface, version), `${stateOf(row, version, shape)} ${formatNotes[surface][version]}`, body(shape)];
  return parts.filter((part) => part !== '').join('\n\n') + example(surface, version) + (step === undefined ? '' : `\n\n${stepText(step)}`);
}

const schemaBody = (surface) => (shape) => keyTable(surface, keysOfShape(shape));

function versionsText(facts, surface, body) {
  const { reads, retired } = facts.rows.find((candidate) => candidate.surface === surface);
  const texts = [...reads].reverse().map((version) => versionText(facts, surface, version, body));
  const gone =
    retired.length === 0
      ? []
      : [
          `## Retired\n\nVersion${retired.length === 1 ? '' : 's'} ${retired.join(', ')}: no longer read. Such a file is left as it is; a release whose window still holds its version migrates it.`,
        ];
  return [...texts, ...gone].join('\n\n');
}

function introduction({ artifacts }, artifact) {
  const { path, purpose } = artifacts.find((candidate) => candidate.artifact === artifact);
  return `${code(path)}. ${purpose}`;
}

const page = (title, ...parts) => `<!-- Generated by etc/make-format-pages.mjs. Do not edit. -->\n\n# ${title}\n\n${parts.join('\n\n')}\n`;

const STRICT =
  'Strict JSON (RFC 8259) in UTF-8 without a byte order mark: no key twice, no lone surrogates, at most 64 levels deep. Every number that the tables ask for is written as an integer: digits alone.';

const VERSION_FIRST = `${code('schema_version')} is judged before anything else in the file: an integer from 1 to 2147483647, without quotes, sign, point or exponent. A file that is newer than what is read, or older, is told as that, and nothing else in it is judged. A missing version is never taken for version 1.`;

const UNKNOWN_KEYS =
  'A key that only a later version knows is an error. Any other key that is not listed is warned about, kept as it is, and otherwise ignored.';

/** Keys that are refused since they ask for something to be run: a test holds them to the code. */
export const SCRIPT_KEY_NAMES = 'script scripts plugin plugins hook hooks command commands exec eval prebuild postbuild'.split(' ');

function assetPage(facts) {
  return page(
    'asset.json',
    introduction(facts, 'asset'),
    `${STRICT} People write it: the packer changes it by text edits alone. Indentation, line ends, order of keys, spelling of numbers and blank lines stay as they are; new keys go directly after ${code('schema_version')}.`,
    `${VERSION_FIRST} ${UNKNOWN_KEYS}`,
    'A path of an input stays below the folder of the asset and is portable on every platform: at most 255 bytes a name and 1024 from the workspace root, no `..`, no backslash, no control character, none of `<>:"|?*`, no dot or space at the end of a name, no device name such as `con`. Two names that are equal after NFKC and full case folding are one. A path is no `asset.json`, no control file, no build output, and stands in no other asset.',
    `A key that asks for something to be run is an error of its own, at top level and directly under ${code('output')}: ${codes(SCRIPT_KEY_NAMES)}. In inputs, metadata and extensions these are names like any other.`,
    versionsText(facts, 'asset', schemaBody('asset')),
  );
}

function registryPage(facts) {
  return page(
    'index.json',
    introduction(facts, 'registry'),
    `${STRICT} The packer writes it, in the canonical form of machine-written files: LF, two spaces, a final newline, keys in the order of the tables and unknown keys after them by code units, records by ${code('asset_id')}. Where nothing has to change, nothing is written, in whatever form it stands.`,
    `${VERSION_FIRST} ${UNKNOWN_KEYS}`,
    versionsText(facts, 'registry', schemaBody('registry')),
  );
}

function companionsPage(facts) {
  const surfaces = ['asset-table', 'preload', 'asset-metadata'];
  return page(
    'The companions of the archive',
    surfaces.map((surface) => `- ${introduction(facts, surface)}`).join('\n'),
    `For tools: the runtime needs none of them. Each is made again with the archive, in the canonical form of machine-written files, and is stale where ${code('archive_digest')} is not that of the archive; the archive stands. ${VERSION_FIRST}`,
    ...surfaces.map((surface) => versionsText(facts, surface, schemaBody(surface))),
  );
}

function layoutBody({ layout }) {
  const { magic, envelope, fields } = layout;
  const values = { magic: code(magic), envelopeMajor: String(envelope.major), envelopeMinor: String(envelope.minor) };
  const rows = Object.entries(fields).map(([name, { offset, width }]) => [
    String(offset),
    String(width),
    code(name),
    values[name] ?? '',
    formatKeys['archive-envelope'][name],
  ]);
  return [
    `The prelude, ${layout.preludeLength} bytes, integers unsigned and little-endian:`,
    table(['offset', 'bytes', 'field', 'value', 'meaning'], rows),
    `Then the header. The payload begins where it ends, or at the next multiple of ${layout.payloadAlignment}. The assets follow in the order of asset_id: each begins where the one before it ends, or at the next multiple of ${layout.assetAlignment} from the start of the payload, and is made of its inputs with nothing between. Whatever lies between is zero; nothing comes after the last asset.`,
  ].join('\n\n');
}

function headerBody({ lock }) {
  const rowsOf = (surface) => keysOfShape(lock.versions[surface][1].shape);
  const version = { path: 'header_version', type: 'integer', required: 'yes', bounds: code('1') };
  const repeated = [...rowsOf('asset-table'), ...rowsOf('preload')];
  return () => keyTable('archive-header', [version, ...repeated]);
}

function archivePage(facts) {
  return page(
    'assets.pa',
    introduction(facts, 'archive'),
    'It has two versions: that of the envelope, which is the prelude and the rules of placing, and that of the JSON in the header. An archive of another version is built again from its sources, never migrated.',
    'Companions, journal, cache and reports name an archive by its `archive_digest`: the SHA-256 of all bytes before its payload. The table there holds the digest of every asset, so it covers the payload too.',
    versionsText(facts, 'archive-envelope', layoutBody),
    versionsText(facts, 'archive-header', headerBody(facts)),
  );
}

function journalBody(shape) {
  const present = new Set(keysOfProbes(shape));
  return table(
    ['key', 'meaning'],
    Object.entries(formatKeys.journal)
      .filter(([path]) => present.has(path))
      .map(([path, meaning]) => [code(path), meaning]),
  );
}

const GITIGNORE = 'cache.json\njournal.json\nlock\nundo/\n*.prometeu.tmp\n';

/** A control file that has no descriptor. */
function controlText(title, text, surface) {
  const rows = Object.entries(controlKeys[surface]).map(([path, meaning]) => [code(path), meaning]);
  return `## ${title}\n\n${text}\n\n${table(['key', 'meaning'], rows)}`;
}

function journalPage(facts) {
  return page(
    'Control files',
    ['journal', 'cache'].map((artifact) => `- ${introduction(facts, artifact)}`).join('\n'),
    `Neither belongs under version control. A journal that a newer release wrote stops everything that writes; reading goes on. ${VERSION_FIRST}`,
    versionsText(facts, 'journal', journalBody),
    versionsText(facts, 'cache', () => ''),
    controlText(
      '`undo record` version 1',
      `${code('assets/.prometeu/undo/last.json')}. Current, and the only one: read and written. What one undo brings back: the last plan that changed declarations or the registry. Builds leave it alone. It holds exactly these keys, in the canonical form of machine-written files, at most 268435456 bytes; it is taken whole or not at all.`,
      'undo',
    ),
    controlText(
      'The lock',
      `${code('assets/.prometeu/lock')}. It has no version: one line of JSON that says who writes, at most 4096 bytes. It is taken over only where its owner is proven dead: on the same host, under an earlier boot, or under the same boot with its process gone or its number another's. Its age proves nothing. One that nobody can be read from is held.`,
      'lock',
    ),
    `## Staged files\n\n${code('.<name>.<token>.prometeu.tmp')}, beside the file whose place they will take, at most 255 bytes; of a longer name the end gives way to 16 hexadecimal digits of its SHA-256. They mean nothing without a journal, and the next plan that touches their folder removes them.`,
    `## .gitignore\n\n${code('assets/.prometeu/.gitignore')} keeps all of this out of version control. \`register\` writes it:\n\n\`\`\`text\n${GITIGNORE}\`\`\``,
  );
}

/**
 * Every page, by its name in docs/formats.
 *
 * @param {{
 *   lock: import('../test/schema-lock/schema-lock.js').SchemaLock,
 *   artifacts: readonly import('prometeu-packer').ArtifactDescription[],
 *   rows: readonly import('prometeu-packer').SupportRow[],
 *   migrations: readonly { artifact: string, id: string, from: number, summary: string, touches: readonly string[], identity: string }[],
 * }} facts
 * @returns {ReadonlyMap<string, string>}
 */
export function formatPages(facts) {
  return new Map([
    ['asset.md', assetPage(facts)],
    ['registry.md', registryPage(facts)],
    ['archive.md', archivePage(facts)],
    ['companions.md', companionsPage(facts)],
    ['journal.md', journalPage(facts)],
    ...schemaPages(),
  ]);
}

if (process.argv[1] === import.meta.filename) {
  const { describeArtifacts, describeMigrations, supportMatrix } = await import('prometeu-packer');
  const lock = JSON.parse(readFileSync(new URL('schema-lock.json', import.meta.url), 'utf8'));
  mkdirSync(formatPagesFolder, { recursive: true });
  const facts = { lock, artifacts: describeArtifacts(), rows: supportMatrix(), migrations: describeMigrations() };
  for (const [name, text] of formatPages(facts)) writeFileSync(new URL(name, formatPagesFolder), text);
}
