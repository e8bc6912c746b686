import { jsonPointer } from '../codec/json-pointer.js';
import type { StructureSchema } from './check-structure.js';
import { expectedOf } from './diagnose-issue.js';
import { findIssues } from './find-issues.js';

/** Something in a value that a schema does not have so. */
export interface StructureFault {
  /** RFC 6901 pointer to it. */
  readonly pointer: string;
  /** What is expected there. */
  readonly expected: string;
}

/** What a schema says of a bare value. */
export interface StructureJudgement {
  /** What is wrong: empty where the value is valid. */
  readonly faults: readonly StructureFault[];
  /** Pointers of the keys that the schema does not know; they are no faults. */
  readonly unknownKeys: readonly string[];
}

/** Judges a value that no text stands behind, such as what a migration step gave. */
export function findStructureFaults(schema: StructureSchema, value: unknown): StructureJudgement {
  const issues = findIssues(schema, value);
  if (issues === null) return { faults: [{ pointer: '', expected: 'fewer faults than can be told' }], unknownKeys: [] };
  const faults: StructureFault[] = [];
  const unknownKeys: string[] = [];
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) unknownKeys.push(jsonPointer([...issue.path, key]));
    else faults.push({ pointer: jsonPointer(issue.path), expected: expectedOf(issue) });
  }
  return { faults, unknownKeys };
}
