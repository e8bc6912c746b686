// A section of docs/formats for each version of an artifact.
import { readFileSync } from 'node:fs';
import { formatExamples, formatKeys, formatNotes } from './format-notes.mjs';
import { code, codes, table } from './markdown.mjs';
import { keysOfShape } from './shape-keys.mjs';

const fixture = (path) => readFileSync(new URL(`../fixtures/versions/${path}`, import.meta.url), 'utf8');

/** Keys that have to be there, but whose absence is no fault of structure. */
const JUDGED_AS_IDENTITY = { asset: ['asset_uuid'] };

/** The table of the keys that are there, in the order of what is said of them. */
export function keyTable(surface, rows) {
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

function stateOf({ writes, deprecated, migrates }, version) {
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
  const parts = [heading(surface, version), `${stateOf(row, version)} ${formatNotes[surface][version]}`, body(shape)];
  return parts.filter((part) => part !== '').join('\n\n') + example(surface, version) + (step === undefined ? '' : `\n\n${stepText(step)}`);
}

/** What a section says of a version that is a schema. */
export const schemaBody = (surface) => (shape) => keyTable(surface, keysOfShape(shape));

/** The sections of an artifact, the newest version first. */
export function versionsText(facts, surface, body) {
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
