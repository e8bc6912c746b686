import { compareStrings } from '../base/compare-strings.js';
import { portableCompute } from '../codec/portable-compute.js';
import type { ComputePort } from '../ports/compute-port.js';
import { digestText } from '../ports/digest-text.js';
import type { Edit, FilePrecondition, Plan, PlanContent } from './plan.js';
import { planDigest } from './plan-digest.js';

function byPath<T extends { readonly path: string }>(items: Iterable<T>): readonly T[] {
  const sorted = [...items].sort((a, b) => compareStrings(a.path, b.path));
  let told = new Set<string>(); // of one path
  return sorted.filter((item, index) => {
    const isAlone = sorted[index - 1]?.path !== item.path;
    if (isAlone && sorted[index + 1]?.path !== item.path) return true;
    if (isAlone) told = new Set();
    const text = JSON.stringify(item);
    return told.size < told.add(text).size;
  });
}

/** The files that text edits change, as they were read to make the edits. */
function editedFiles(edits: readonly Edit[]): readonly FilePrecondition[] {
  const digest = (text: string): string => digestText(text, portableCompute);
  return edits.flatMap((edit) => {
    if (edit.kind !== 'text') return [];
    return [{ path: edit.path, sha256: edit.before === null ? null : digest(edit.before) }];
  });
}

/**
 * Makes a plan of its content: everything in its order, nothing twice, edits that change nothing left out, the files to
 * be edited among the preconditions, and the digest over all of it.
 *
 * The digest is empty where the content has no canonical form (half a surrogate pair in a text); nothing applies such a plan.
 *
 * @param compute - the host's own digests are faster than the portable ones, and the same.
 */
export function makePlan(
  { kind, edits, identityChanges, preconditions }: PlanContent,
  compute: Pick<ComputePort, 'sha256'> = portableCompute,
): Plan {
  const changes = byPath(edits.filter((edit) => edit.kind !== 'text' || edit.before !== edit.after));
  const { projectUuid, files, heads, folders } = preconditions;
  const content: PlanContent = {
    kind,
    edits: changes,
    identityChanges: [...identityChanges].sort((a, b) => compareStrings(a.root, b.root) || compareStrings(a.kind, b.kind)),
    preconditions: {
      projectUuid,
      files: byPath([...files, ...editedFiles(changes)].map(({ path, sha256 }) => ({ path, sha256 }))),
      heads: byPath(heads.map(({ path, length, sha256 }) => ({ length, path, sha256 }))),
      folders: byPath(folders.map(({ path, listing }) => ({ listing, path }))),
    },
  };
  return { ...content, digest: planDigest(content, compute) ?? '' };
}
