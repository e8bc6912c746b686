import { applyJsonPatch } from '../codec/apply-json-patch.js';
import { jsonEquals } from '../codec/json-equals.js';
import { isJsonObject } from '../codec/json-object.js';
import { JSON_BUDGETS, readJson } from '../codec/json/read-json.js';
import { findStructureFaults } from '../schema/find-structure-faults.js';
import type { ComputePort } from '../ports/compute-port.js';
import { digestBytes } from '../ports/digest-bytes.js';
import { findForeignValue } from './find-foreign-value.js';
import { isTouched } from './is-touched.js';
import type { CertifiedStep, MigrationCertificate } from './migration-certificate.js';
import { migrationCertificateSchema } from './migration-certificate.schema.js';
import type { MigrationStepDescription } from './migration-step.js';
import { valueAtPointer } from '../codec/value-at-pointer.js';

/** Something that does not hold of a certificate. */
export interface CertificateFault {
  /**
   * `malformed`: it is no certificate. `input`, `output`: the file before, or afterwards, is another, no strict JSON, or
   * not as its version has it.
   * `version`: the versions do not follow each other. `step`: there is no such step. `touch`: a step changed what it
   * may not. `identity`: a step changed an identity, or gave one without declaring that it does. `patch`: a patch cannot be applied. `result`: the
   * patches lead to something else than the file afterwards says.
   */
  readonly reason: 'malformed' | 'input' | 'output' | 'version' | 'step' | 'touch' | 'identity' | 'patch' | 'result';
  /** Name of the step; null where none is at fault. */
  readonly step: string | null;
  /** RFC 6901 pointer to what is at fault: into the certificate where it is malformed, else into the file. */
  readonly pointer: string;
}

/** The two texts of a migration, and what the verifier goes by. */
export interface CertifiedFiles {
  /** The file as it was. */
  readonly before: Uint8Array;
  /** The file as it is now. */
  readonly after: Uint8Array;
  /** The published steps. */
  readonly steps: readonly MigrationStepDescription[];
  /** Names of the fields that carry identity. */
  readonly identityFields: ReadonlySet<string>;
  /** Where a value is not as the frozen schema of a version has it: RFC 6901 pointer to the first place, null where it is. */
  readonly findUnsound: (artifact: MigrationCertificate['artifact'], version: number, value: unknown) => string | null;
  /** Digests. */
  readonly compute: Pick<ComputePort, 'sha256'>;
}

interface CertifiedValues {
  readonly input: unknown;
  readonly output: unknown;
}

type Faults = Generator<CertificateFault>;

/** The lists of a registry whose order says nothing. */
const RECORD_LISTS = ['assets', 'retired'] as const;

function isRecord(item: unknown): item is { readonly asset_id: number } {
  return isJsonObject(item) && typeof item['asset_id'] === 'number';
}

const fault = (reason: CertificateFault['reason'], pointer = '', step: string | null = null): CertificateFault => ({
  reason,
  step,
  pointer,
});

/** A value of a file as deep as any may be, inside the certificate, its step, its patch and its operation. */
const DEEPEST_CERTIFICATE = JSON_BUDGETS.maxDepth + 5;

/** The certificate as a file would hold it: nothing of what it might do when it is looked at is left. */
function plainCopy(certificate: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(certificate)) as unknown;
  } catch {
    return undefined; // a cycle, a nesting that no stack holds, or no data at all
  }
}

function nameOf(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf('/') + 1);
}

/** Whether there is a field that carries identity anywhere in a value. */
function carriesIdentity(value: unknown, identityFields: ReadonlySet<string>): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => identityFields.has(key) || carriesIdentity(member, identityFields));
}

function* checkStep({ id, from, to, patch }: CertifiedStep, artifact: string, { steps, identityFields }: CertifiedFiles): Faults {
  const published = steps.find((step) => step.id === id && step.artifact === artifact);
  if (published?.from !== from || published.to !== to) {
    yield fault('step', '', id);
    return;
  }
  for (const operation of patch) {
    const { path } = operation;
    const isStamp = path === '/schema_version' && operation.op === 'replace' && operation.value === to;
    if (isStamp) continue;
    if (!isTouched(path, published.touches)) yield fault('touch', path, id);
    const isIdentity = identityFields.has(nameOf(path)) || ('value' in operation && carriesIdentity(operation.value, identityFields));
    if (published.identity === 'none' && isIdentity) yield fault('identity', path, id);
  }
}

function* checkVersions({ from, to, steps }: MigrationCertificate): Faults {
  const isChain = steps.every((step, index) => step.from === from + index && step.to === step.from + 1);
  if (!isChain || steps.length === 0 || steps.at(-1)?.to !== to) yield fault('version');
}

function versionOf(value: unknown): unknown {
  return isJsonObject(value) ? value['schema_version'] : undefined;
}

function valueOf(bytes: Uint8Array): unknown {
  return readJson(bytes).match(
    ({ value, valueFaults }) => (valueFaults.length === 0 ? value : undefined),
    () => undefined,
  );
}

/** The packer writes the records of a registry by asset_id; their order says nothing. */
function inOrder(value: unknown): unknown {
  if (!isJsonObject(value)) return value;
  const sorted = RECORD_LISTS.flatMap((list): readonly (readonly [string, unknown])[] => {
    const records = value[list];
    if (!Array.isArray(records) || !records.every(isRecord)) return [];
    return [[list, [...records].sort((a, b) => a.asset_id - b.asset_id)]];
  });
  return { ...value, ...Object.fromEntries(sorted) };
}

/** Whatever a step declares: an identity that was there stays what it was. */
function* checkIdentity({ id, patch }: CertifiedStep, value: unknown, identityFields: ReadonlySet<string>): Faults {
  for (const { path } of patch) {
    if (identityFields.has(nameOf(path)) && valueAtPointer(value, path) !== undefined) yield fault('identity', path, id);
  }
}

function* checkResult(
  { artifact, steps }: MigrationCertificate,
  { input, output }: CertifiedValues,
  identityFields: ReadonlySet<string>,
): Faults {
  let value = input;
  for (const step of steps) {
    const { id, patch, to } = step;
    yield* checkIdentity(step, value, identityFields);
    const applied = applyJsonPatch(value, patch);
    if (applied.isErr()) {
      yield fault('patch', patch[applied.error.index]?.path ?? '', id);
      return;
    }
    value = applied.value;
    if (versionOf(value) !== to) yield fault('version', '/schema_version', id);
  }
  const isSame = artifact === 'registry' ? jsonEquals(inOrder(value), inOrder(output)) : jsonEquals(value, output);
  if (!isSame) yield fault('result');
}

function* check(certificate: MigrationCertificate, files: CertifiedFiles): Faults {
  const { before, after, compute } = files;
  const [input, output] = [valueOf(before), valueOf(after)];
  if (digestBytes(before, compute) !== certificate.input_sha256 || input === undefined) yield fault('input');
  if (digestBytes(after, compute) !== certificate.output_sha256 || output === undefined) yield fault('output');
  if (input !== undefined && versionOf(input) !== certificate.from) yield fault('version', '/schema_version');
  for (const [reason, version, value] of [
    ['input', certificate.from, input],
    ['output', certificate.to, output],
  ] as const) {
    const pointer = value === undefined ? null : files.findUnsound(certificate.artifact, version, value);
    if (pointer !== null) yield fault(reason, pointer);
  }
  yield* checkVersions(certificate);
  for (const step of certificate.steps) yield* checkStep(step, certificate.artifact, files);
  if (input !== undefined && output !== undefined) yield* checkResult(certificate, { input, output }, files.identityFields);
}

/**
 * Verifies a certificate against the two files it speaks of, with nothing of the engine or the steps: digests, strict
 * JSON, the frozen schemas of both versions, versions that follow each other, patches that stay within what the published steps may touch and lead from the
 * one file to the other.
 *
 * @param certificate - untrusted: its shape is checked first.
 * @returns everything that does not hold; empty where the certificate is good.
 */
export function verifyCertificate(certificate: unknown, files: CertifiedFiles): readonly CertificateFault[] {
  const plain = plainCopy(certificate);
  const foreign = findForeignValue(plain, { maxDepth: DEEPEST_CERTIFICATE });
  if (foreign !== null) return [fault('malformed', foreign)];
  const { faults, unknownKeys } = findStructureFaults(migrationCertificateSchema(), plain);
  const malformed = [...faults.map(({ pointer }) => pointer), ...unknownKeys].map((pointer) => fault('malformed', pointer));
  return malformed.length > 0 ? malformed : [...check(plain as MigrationCertificate, files)];
}
