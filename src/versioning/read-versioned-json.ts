import { err, ok, type Result } from 'neverthrow';
import type { NonEmpty } from '../base/non-empty.js';
import { passed, type Passed } from '../base/passed.js';
import { diagnoseJson } from '../codec/json/diagnose-json.js';
import type { JsonDocument } from '../codec/json/json-document.js';
import { type JsonReadOptions, readJson } from '../codec/json/read-json.js';
import { diagnose } from '../diagnostics/diagnose.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { TextLocation } from '../diagnostics/location.js';
import type { VersionFacts } from '../diagnostics/version-facts.js';
import { classifyVersion, type VersionClass } from './classify-version.js';
import { refusalFacts } from './refusal-facts.js';
import type { VersionDescriptor } from './version-descriptor.js';

/** Where a version inside the window stands. */
export type SupportedVersion = Extract<VersionClass, { readonly class: 'migratable' | 'current' }>;

/** A JSON file whose text is sound and whose version is inside the window. Its structure has not been judged yet. */
export interface VersionedJson extends Passed<'version'> {
  /** The text, parsed. */
  readonly document: JsonDocument;
  /** Where its version stands. */
  readonly version: SupportedVersion;
}

const LOOKALIKES: readonly string[] = ['schemaVersion', 'schema-version', 'version', 'Schema_Version', 'schema'];

/** What a person has to do: nothing by hand about a file that is made anew. */
function remedy({ whenUnsupported }: VersionDescriptor, what: string): string {
  switch (whenUnsupported) {
    case 'refuse':
      return what;
    case 'rebuild':
      return 'build again: the file is made anew from sources';
    case 'discard':
      return 'nothing: the file is left aside';
  }
}

function diagnoseVersion(
  found: Exclude<VersionClass, SupportedVersion>,
  document: JsonDocument,
  descriptor: VersionDescriptor,
  file: string,
): Diagnostic {
  const { artifact, field, supported } = descriptor;
  const present = found.class !== 'version-missing';
  const pointer = present ? `/${field}` : '';
  const at = (): TextLocation => ({ kind: 'text', file, pointer, range: document.locate(pointer, 'value') });
  switch (found.class) {
    case 'version-missing': {
      const lookalikes = LOOKALIKES.filter((key) => Object.hasOwn(document.value as object, key));
      const facts = refusalFacts(descriptor, null, remedy(descriptor, `add "${field}" with the version the file was written for`));
      return diagnose('VERSION_MISSING', { artifact, location: at(), data: { field, supported, lookalikes }, facts });
    }
    case 'version-malformed': {
      const { token } = found;
      const facts = refusalFacts(descriptor, token, remedy(descriptor, `write "${field}" as a plain integer`));
      return diagnose('VERSION_MALFORMED', { artifact, location: at(), data: { field, supported, token }, facts });
    }
    case 'version-too-new': {
      const { version } = found;
      const facts = refusalFacts(descriptor, version, 'upgrade prometeu-packer to a release that reads this version'); // a build does not replace it
      return diagnose('VERSION_TOO_NEW', { artifact, location: at(), data: { field, supported, version }, facts });
    }
    case 'version-too-old': {
      const { version } = found;
      const facts = refusalFacts(
        descriptor,
        version,
        remedy(descriptor, 'migrate the file with an older release that still reads this version'),
      );
      return diagnose('VERSION_TOO_OLD', { artifact, location: at(), data: { field, supported, version }, facts });
    }
  }
}

/** Says that a file is over the byte budget, where the port told so and gave no bytes. */
export function refuseTooLarge(descriptor: VersionDescriptor, file: string, limit: number): Diagnostic {
  const facts = refusalFacts(descriptor, null, remedy(descriptor, 'make the file smaller, or raise the budget'));
  return diagnose('JSON_TOO_LARGE', {
    artifact: descriptor.artifact,
    location: { kind: 'file', file },
    data: { limit, found: null },
    facts,
  });
}

/** A finding with its facts; one that a safe fix mends needs nothing done by hand. */
function withFacts(diagnostic: Diagnostic, facts: VersionFacts): Diagnostic {
  const byFix = facts.manualAction.required && diagnostic.fixes.some(({ applicability }) => applicability === 'safe');
  return { ...diagnostic, ...facts, ...(byFix && { manualAction: { required: false, what: 'apply the fix' } }) };
}

/**
 * The first gates for a JSON artifact: budget, UTF-8, strict JSON, version class. Nothing of the file's structure is
 * judged, so a file of a newer version is told as that and not as a broken one.
 *
 * Errors carry the six facts of version failures. Codes: the JSON area, VERSION_MISSING, VERSION_MALFORMED,
 * VERSION_TOO_NEW, VERSION_TOO_OLD.
 *
 * @param bytes - the file; may be reused by the caller afterwards.
 * @param file - path from the workspace root.
 * @param options - budgets, and the layout that most such files have.
 */
export function readVersionedJson(
  bytes: Uint8Array,
  descriptor: VersionDescriptor,
  file: string,
  options?: Omit<JsonReadOptions, 'root'>,
): Result<VersionedJson, NonEmpty<Diagnostic>> {
  const read = readJson(bytes, options);
  if (read.isErr()) {
    const facts = refusalFacts(descriptor, null, remedy(descriptor, 'mend the text of the file'));
    const [first, ...rest] = diagnoseJson(read.error, { artifact: descriptor.artifact, file, bytes });
    return err([withFacts(first, facts), ...rest.map((diagnostic) => withFacts(diagnostic, facts))]);
  }
  const document = read.value;
  const version = classifyVersion(descriptor, document.topLevelToken(descriptor.field));
  const isSupported = version.class === 'migratable' || version.class === 'current';
  return isSupported ? ok(passed<VersionedJson>({ document, version })) : err([diagnoseVersion(version, document, descriptor, file)]);
}
