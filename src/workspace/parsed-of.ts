import { assetDescriptor } from '../artifacts/asset/descriptor.js';
import type { ParsedAsset } from '../artifacts/asset/parsed-asset.js';
import { registryDescriptor } from '../artifacts/registry/descriptor.js';
import type { ParsedRegistry } from '../artifacts/registry/parsed-registry.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { REGISTRY_PATH } from '../paths/owned-paths.js';
import type { WorkspacePath } from '../paths/workspace-path.js';
import { diagnosePortError } from '../ports/diagnose-port-error.js';
import type { PortError, PortResult } from '../ports/port-error.js';
import { refuseTooLarge } from '../versioning/read-versioned-json.js';
import type { VersionDescriptor } from '../versioning/version-descriptor.js';
import type { FileReading } from './file-reading.js';

/** What is known of files that gave no bytes. */
export interface Unreadable {
  /** Paths of which the folders have told already what is wrong. */
  readonly told: Pick<ReadonlySet<string>, 'has'>;
  /** Most bytes of a file. */
  readonly maxBytes: number;
}

/** Says why a file could not be read; where a folder above it is at fault, the scan has told that already. */
function diagnoseUnread(error: PortError, descriptor: VersionDescriptor, { told, maxBytes }: Unreadable): readonly Diagnostic[] {
  if (told.has(error.path)) return [];
  if (error.kind === 'too-large') return [refuseTooLarge(descriptor, error.path, maxBytes)];
  return [diagnosePortError(error, descriptor.artifact)];
}

function unread(file: WorkspacePath, diagnostics: readonly Diagnostic[]) {
  const locate = () => ({ kind: 'file', file }) as const;
  return { file, version: null, sound: false, structured: null, document: null, locate, diagnostics } as const;
}

/** What the answer for the registry says; null where there is none. */
export function parsedRegistryOf(answer: PortResult<FileReading<ParsedRegistry>>, unreadable: Unreadable): ParsedRegistry | null {
  if (answer.isOk()) return answer.value.parsed;
  if (answer.error.kind === 'not-found') return null;
  const diagnostics = diagnoseUnread(answer.error, registryDescriptor, unreadable);
  return { ...unread(REGISTRY_PATH, diagnostics), projectUuid: null, records: [], retired: [] };
}

/** What the answer for a declaration says. */
export function parsedAssetOf(path: WorkspacePath, answer: PortResult<FileReading<ParsedAsset>>, unreadable: Unreadable): ParsedAsset {
  if (answer.isOk()) return answer.value.parsed;
  return { ...unread(path, diagnoseUnread(answer.error, assetDescriptor, unreadable)), claim: { kind: 'unknown' } };
}
