import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { DiagnosticSubject } from './artifact-kind.js';
import { catalogue, type DiagnosticCode, type DiagnosticData } from './catalogue.js';
import type { Diagnostic, Fix, RelatedLocation } from './diagnostic.js';
import { fileOf, type Location } from './location.js';
import type { VersionFacts } from './version-facts.js';

/** What a maker of a diagnostic knows; the catalogue adds the rest. */
export interface Finding<Code extends DiagnosticCode> {
  /** What it speaks of. */
  readonly artifact: DiagnosticSubject;
  /** Where. */
  readonly location: Location;
  /** What the code's definition promises. */
  readonly data: DiagnosticData<Code>;
  /** Tells apart two findings of one code at one place; part of the fingerprint. */
  readonly subject?: string;
  /** Other places that matter. */
  readonly related?: readonly RelatedLocation[];
  /** Ways to mend it. */
  readonly fixes?: readonly Fix[];
  /** The six facts, for version and migration codes. */
  readonly facts?: VersionFacts;
}

function fingerprint(code: string, location: Location, subject: string): string {
  const pointer = location.kind === 'text' ? location.pointer : '';
  const key = JSON.stringify([code, fileOf(location), pointer, subject]);
  return bytesToHex(sha256(utf8ToBytes(key)).subarray(0, 8));
}

/** Makes a diagnostic from the catalogue: the only maker there is. */
export function diagnose<Code extends DiagnosticCode>(code: Code, finding: Finding<Code>): Diagnostic<Code> {
  const definition = catalogue[code];
  return {
    code,
    severity: definition.severity,
    message: definition.message(finding.data),
    artifact: finding.artifact,
    location: finding.location,
    related: finding.related ?? [],
    data: finding.data,
    fixes: finding.fixes ?? [],
    fingerprint: fingerprint(code, finding.location, finding.subject ?? ''),
    ...finding.facts,
  };
}
