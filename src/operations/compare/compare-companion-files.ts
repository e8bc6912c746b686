import { compareStrings } from '../../base/compare-strings.js';
import { diffJson } from '../../codec/diff-json.js';
import { readJson } from '../../codec/json/read-json.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { CompanionDifference } from './build-comparison.js';

type Files = ReadonlyMap<WorkspacePath, Uint8Array | null>;

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

function pointerOf(a: Uint8Array, b: Uint8Array): string | null {
  const [readA, readB] = [readJson(a), readJson(b)];
  if (readA.isErr() || readB.isErr()) return null;
  return diffJson(readA.value.value, readB.value.value)[0]?.path ?? null;
}

function compareFile(path: WorkspacePath, a: Uint8Array | null, b: Uint8Array | null): CompanionDifference {
  if (a === null || b === null) {
    const state = a === b ? 'absent' : a === null ? 'only-b' : 'only-a';
    return { path, state, pointer: null };
  }
  return sameBytes(a, b) ? { path, state: 'equal', pointer: null } : { path, state: 'changed', pointer: pointerOf(a, b) };
}

/** Compares the companions of two builds, by path. */
export function compareCompanionFiles(a: Files, b: Files): readonly CompanionDifference[] {
  const paths = [...new Set([...a.keys(), ...b.keys()])].sort(compareStrings);
  return paths.map((path) => compareFile(path, a.get(path) ?? null, b.get(path) ?? null));
}
