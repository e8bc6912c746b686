import { err, ok } from 'neverthrow';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import type { PortResult } from '../../ports/port-error.js';
import type { ReadPort } from '../../ports/read-port.js';
import type { SourceKind } from '../../sources/source-kind.js';
import type { CheckedSource } from '../checked-source.js';
import { checkSources, type SourceOptions, type SourceRequest } from '../check-sources.js';
import type { PlacedInputs } from '../place-inputs.js';

/** The sources of one root. */
export interface RootSources {
  /** Its inputs; null where its declaration cannot be read. */
  readonly placed: PlacedInputs | null;
  /** What they have to be. */
  readonly kind: SourceKind;
  /** What was looked into before. */
  readonly before: ReadonlyMap<WorkspacePath, CheckedSource>;
}

/**
 * Looks at sources of some roots: those that were not looked into as what they are to be now, and those that may have changed.
 *
 * @param isNamed - whether a file may have changed.
 */
export async function checkRootSources(
  read: ReadPort,
  roots: ReadonlyMap<string, RootSources>,
  isNamed: (file: WorkspacePath) => boolean,
  options: Omit<SourceOptions, 'latestMs'>,
): Promise<PortResult<ReadonlyMap<string, ReadonlyMap<WorkspacePath, CheckedSource>>>> {
  const requests: SourceRequest[] = [];
  for (const { placed, kind, before } of roots.values()) {
    const files = new Set((placed?.inputs ?? []).map(({ file }) => file));
    for (const file of files) if (before.get(file)?.kind !== kind || isNamed(file)) requests.push({ file, kind });
  }
  const ran = requests.length === 0 ? ok({ checked: [] }) : await checkSources(read, requests, { ...options, latestMs: -Infinity });
  if (ran.isErr()) return err(ran.error);
  const now = new Map<WorkspacePath, CheckedSource>();
  for (const [index, source] of ran.value.checked.entries()) {
    const file = requests[index]?.file;
    if (file !== undefined) now.set(file, source);
  }
  return ok(
    new Map(
      [...roots].map(([root, { placed, before }]) => {
        const found = (placed?.inputs ?? []).flatMap(({ file }) => {
          const source = now.get(file) ?? before.get(file);
          return source === undefined ? [] : [[file, source] as const];
        });
        return [root, new Map(found)];
      }),
    ),
  );
}
