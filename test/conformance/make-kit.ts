import { createHash } from 'node:crypto';
import type { ArchiveHeader } from '../independent/archive-shapes.js';
import { goldens, type Golden } from './golden.js';
import { jsonFaults } from './json-faults.js';
import { keyFaults } from './key-faults.js';
import { applyEdits, editsOf, goldenBytes, partsOf, type KitEdit, type KitFault } from './kit-fault.js';
import { kitRules, refusalClasses } from './kit-rules.js';
import { preludeFaults } from './prelude-faults.js';
import { tableFaults } from './table-faults.js';

/** Everything that breaks a rule. */
const kitFaults: readonly KitFault[] = [...preludeFaults, ...jsonFaults, ...keyFaults, ...tableFaults];

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const slug = (text: string): string =>
  text
    .replaceAll(/[^A-Za-z0-9_.]+/g, '-')
    .replaceAll('-.', '.')
    .replace(/-$/, '');

/** A file of the kit: what it is called below the kit's folder, and what it holds. */
export interface KitFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const common = ({ path, bytes }: KitFile) => ({ file: path, length: bytes.length, sha256: sha256(bytes) });

const goldenFile = ({ name, bytes }: Golden): KitFile => ({ path: `golden/${name}.pa`, bytes });

function goldenEntry(golden: Golden) {
  const { bytes, about } = golden;
  const { headerEnd, payloadOffset } = partsOf(bytes);
  const { asset_table, preload } = JSON.parse(Buffer.from(bytes.subarray(32, headerEnd)).toString('utf8')) as ArchiveHeader;
  return {
    ...{ ...common(goldenFile(golden)), answer: 'accept', about },
    expected: {
      archive_digest: sha256(bytes.subarray(0, payloadOffset)),
      payload_offset: payloadOffset,
      assets: asset_table.map(({ asset_id, asset_name, bank_type, offset, size, sha256: digest, metadata }) => ({
        ...{ asset_id, asset_name, bank_type, offset: payloadOffset + offset, size, sha256: digest, metadata },
      })),
      preload: preload.map(({ asset_id, slot }) => ({
        bank_type: asset_table.find((row) => row.asset_id === asset_id)?.bank_type,
        slot,
        asset_id,
      })),
    },
  };
}

const faultFile = (fault: KitFault): KitFile => ({
  path: `adversarial/${slug(fault.rule)}--${slug(fault.name)}.pa`,
  bytes: applyEdits(goldenBytes(fault.golden), editsOf(fault)),
});

/** Where the rule is broken: the first change that is no mere consequence, by the offsets of the made file. */
function brokenAt(edits: readonly KitEdit[]): { readonly offset: number; readonly length: number } {
  const index = edits.findIndex(({ why }) => why === 'fault');
  const before = edits.slice(0, index).reduce((moved, { remove, insert }) => moved + insert.length - remove, 0);
  const { offset = 0, insert = new Uint8Array() } = edits[index] ?? {};
  return { offset: offset + before, length: insert.length };
}

function faultEntry(fault: KitFault) {
  const broken = kitRules.find(({ id }) => id === fault.rule);
  if (broken === undefined) throw new Error(`There is no rule ${fault.rule}.`);
  const edits = editsOf(fault);
  return {
    ...{ ...common(faultFile(fault)), answer: 'refuse', about: `${broken.says} Here: ${fault.name}.` },
    ...{ rule: broken.id, class: broken.class, seen_by: broken.seenBy, at: brokenAt(edits) },
    made_from: {
      golden: `golden/${fault.golden}.pa`,
      edits: edits.map(({ why, offset, remove, insert }) => ({ why, offset, remove, insert: hex(insert) })),
    },
    prometeu_packer: fault.code,
  };
}

/** Every archive of the kit. */
export const kitFiles: readonly KitFile[] = [...goldens.map(goldenFile), ...kitFaults.map(faultFile)];

/** What `manifest.json` says of the kit. */
export function kitManifest() {
  return {
    $schema: './manifest.schema.json',
    kit_version: 1,
    format: { envelope_major: 1, envelope_minor: 0, header_version: 1 },
    licence: 'README.md#licence',
    classes: refusalClasses,
    rules: kitRules.map(({ id, section, says, class: refused, seenBy }) => ({
      ...{ id, page: 'docs/formats/archive.md', section, says, class: refused, seen_by: seenBy },
    })),
    files: [...goldens.map(goldenEntry), ...kitFaults.map(faultEntry)],
  };
}
