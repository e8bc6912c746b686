import { err, ok } from 'neverthrow';
import { registryDescriptor } from '../../artifacts/registry/descriptor.js';
import { encodeUtf8 } from '../../codec/json/utf8.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { fileOf } from '../../diagnostics/location.js';
import type { Observed } from '../../diagnostics/outcome.js';
import { type SafeLookup, safeLookups } from '../../plans/fix/safe-lookups.js';
import { safeTextFixes } from '../../plans/fix/safe-text-fixes.js';
import type { WorkspacePath } from '../../paths/workspace-path.js';
import { diagnosePortError } from '../../ports/diagnose-port-error.js';
import { overlayReadPort } from '../../ports/overlay-read-port.js';
import { readSnapshot } from '../../workspace/read-snapshot.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { findObstacles } from '../find-obstacles.js';
import type { TakenSnapshot } from '../take-snapshot.js';
import { type FixedTexts, fixedTextsOf, isFixableText, settledTextsOf } from './fixed-texts.js';

/** One fix that was made, by the finding that offered it. */
export interface MadeFix {
  /** The finding. */
  readonly diagnostic: Diagnostic;
  /** Which of its fixes. */
  readonly choice: string;
}

/** A workspace after safe fixes. */
export interface SafelyFixed {
  /** Every text that was changed. */
  readonly texts: FixedTexts;
  /** What was made, in order. */
  readonly made: readonly MadeFix[];
  /** The workspace as it is then. */
  readonly after: WorkspaceSnapshot;
}

/** Most times that the workspace is looked at again: each time there are up to 50 findings of a code in each file. */
const MAX_ROUNDS = 64;

async function look({ context }: TakenSnapshot, texts: FixedTexts): Promise<Observed<WorkspaceSnapshot>> {
  const overlay = new Map([...texts].map(([path, { after }]) => [path, encodeUtf8(after)] as const));
  const read = await readSnapshot(overlayReadPort(context.read, overlay), context);
  return read.mapErr((error) => [diagnosePortError(error, 'workspace')] as const);
}

function movesRecord({ steps }: SafeLookup): boolean {
  return steps.some(({ kind }) => kind === 'move-record');
}

/** The lookups that can be made now: a registry of an earlier version is migrated first. */
function lookupsOf(seen: WorkspaceSnapshot, isTaken: (file: string) => boolean): readonly SafeLookup[] {
  if (findObstacles(seen) !== null) return [];
  const isCurrent = seen.registryVersion === registryDescriptor.current;
  const lookups = safeLookups(seen, ({ location }) => isTaken(fileOf(location)));
  return lookups.filter((lookup) => isCurrent || !movesRecord(lookup));
}

/**
 * Makes every safe fix there is in memory, and looks again at the workspace that comes of it, until there is none left: mending
 * one slip can bring the next one to light. Texts first, then identities.
 *
 * @param left - files whose findings are left as they are.
 */
export async function runSafeFixes(taken: TakenSnapshot, left: ReadonlySet<string>): Promise<Observed<SafelyFixed>> {
  const { snapshot, context } = taken;
  const unfit = new Set<string>(); // no text after all: nothing in it can be replaced
  const isTaken = (file: string): boolean => isFixableText(file) && !left.has(file) && !unfit.has(file);
  let seen = snapshot;
  let texts: FixedTexts = new Map();
  const made: MadeFix[] = [];
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fixes = safeTextFixes(seen.diagnostics, isTaken);
    const lookups = fixes.length > 0 ? [] : lookupsOf(seen, isTaken);
    if (fixes.length + lookups.length === 0) break;
    const changed =
      fixes.length > 0
        ? await fixedTextsOf(context, snapshot, texts, fixes)
        : await settledTextsOf(context, snapshot, seen, texts, lookups);
    if (changed.isErr()) return err(changed.error);
    texts = changed.value;
    const files = [...fixes, ...lookups].map(({ diagnostic }) => fileOf(diagnostic.location));
    for (const file of files) if (!texts.has(file as WorkspacePath)) unfit.add(file);
    for (const fix of [...fixes, ...lookups]) if (!unfit.has(fileOf(fix.diagnostic.location))) made.push(fix);
    const looked = await look(taken, texts);
    if (looked.isErr()) return err(looked.error);
    seen = looked.value;
  }
  return ok({ texts, made: made.map(({ diagnostic, choice }) => ({ diagnostic, choice })), after: seen });
}
