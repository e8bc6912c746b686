import { createHash } from 'node:crypto';
import { type MigrationCertificate, planMigration, verifyMigration } from 'prometeu-packer';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { unwrap } from '../../e2e/unwrap.js';
import { assetV2, assetV3, registryV2, workspaceOf } from '../../operations/versioned-workspace.js';
import { type Boundary, holds } from '../boundary.js';
import { decode, encode } from '../seeds.js';

const declarations = { old: assetV2('old', { preload: true, mine: [1.5] }), newer: assetV3('newer', 2) };
const files = workspaceOf(registryV2({ old: 1, newer: 2 }), declarations);
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The files as they were and are, each pair by the digest of the one before. */
const pairs = new Map<string, { readonly before: Uint8Array; readonly after: Uint8Array }>();

async function seeds(): Promise<readonly Uint8Array[]> {
  const { plan, report } = unwrap(await planMigration(createMemoryWorkspace(files))).value;
  return report.files.map(({ file, certificate }) => {
    const before = encode(files[file] ?? '');
    const edit = plan.edits.find(({ path }) => path === file);
    const after = encode(edit?.kind === 'text' ? (edit.after ?? '') : '');
    pairs.set(certificate.artifact + file, { before, after });
    return encode(JSON.stringify({ pair: certificate.artifact + file, certificate }));
  });
}

/** The certificate of a migration, against the files that it speaks of. */
export const certificateBoundary: Boundary = {
  name: 'certificate',
  extension: 'json',
  words: [
    '"op":"add"',
    '"remove"',
    '"replace"',
    '"test"',
    '"path":"/asset_uuid"',
    '"/preload"',
    '"/schema_version"',
    '"__proto__"',
    '"value":null',
    '"~01"',
  ],
  seeds,
  run: (bytes) => {
    let given: { readonly pair?: string; readonly certificate?: unknown } | null;
    try {
      given = JSON.parse(decode(bytes)) as typeof given;
    } catch {
      return { value: null, diagnostics: [] };
    }
    const { before, after } = pairs.get(given?.pair ?? '') ??
      [...pairs.values()][0] ?? { before: new Uint8Array(), after: new Uint8Array() };
    const faults = verifyMigration(given?.certificate, before, after);
    const value = faults.length > 0 ? null : { certificate: given?.certificate, input: sha256(before), output: sha256(after) };
    return { value, faults, diagnostics: [] };
  },
  check: ({ value, faults = [] }) => {
    const isPointer = (text: string): boolean => /^(?:\/(?:[^~/]|~[01])*)*$/.test(text);
    holds(
      faults.every(({ pointer }) => isPointer(pointer)),
      'a pointer is one',
      faults,
    );
    if (value === null) return;
    const { certificate, input, output } = value as { certificate: MigrationCertificate; input: string; output: string };
    holds(certificate.input_sha256 === input && certificate.output_sha256 === output, 'a good certificate speaks of these files');
    holds(certificate.to === 4 && certificate.steps.length === 4 - certificate.from, 'a good certificate has each step', certificate);
  },
};
