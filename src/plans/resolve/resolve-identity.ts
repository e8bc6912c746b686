import { err, ok, type Result } from 'neverthrow';
import { compareStrings } from '../../base/compare-strings.js';
import { isNonEmpty } from '../../base/non-empty.js';
import { diagnose } from '../../diagnostics/diagnose.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import type { Failure } from '../../diagnostics/outcome.js';
import { REGISTRY_PATH } from '../../paths/owned-paths.js';
import { choicesOf } from '../../workspace/identity-choices.js';
import { declarationOf } from '../../workspace/input-tree.js';
import type { WorkspaceSnapshot } from '../../workspace/snapshot.js';
import { type IdentityScene, identitySceneOf } from './identity-scene.js';
import type { ResolutionBlock, ResolutionStep } from './resolution-step.js';
import { stepsOfChoice } from './steps-of-choice.js';

/** What a person chose for one folder. */
export interface ChosenResolution {
  /** Folder of the asset, relative to `assets/`; for an orphan the root of its record. */
  readonly root: string;
  /** What was chosen: one of the choices that the finding lists. */
  readonly choice: string;
}

function refuse(block: ResolutionBlock, root: string): Diagnostic {
  const files = block.roots.map(declarationOf).sort(compareStrings);
  const location = { kind: 'file', file: files[0] ?? REGISTRY_PATH } as const;
  return diagnose('RESOLVE_BLOCKED', {
    artifact: 'asset',
    location,
    data: { root, reason: block.reason, files },
    subject: root,
    related: files.slice(1).map((file) => ({ message: 'is in the way too', location: { kind: 'file', file } })),
  });
}

/**
 * Works out what settles the identity of one folder as a person chose. Pure; nothing is read besides the snapshot.
 *
 * Codes: RESOLVE_ROOT_NOT_FOUND, RESOLVE_BY_HAND, RESOLVE_CHOICE_NOT_OFFERED, RESOLVE_BLOCKED.
 *
 * @param scene - that of the snapshot, for who settles many folders: it is made once for all of them.
 */
export function resolveIdentity(
  snapshot: WorkspaceSnapshot,
  { root, choice }: ChosenResolution,
  scene: IdentityScene = identitySceneOf(snapshot),
): Result<readonly ResolutionStep[], Failure> {
  const verdict = scene.verdicts.get(root);
  if (verdict === undefined) {
    const location = { kind: 'workspace' } as const;
    return err([diagnose('RESOLVE_ROOT_NOT_FOUND', { artifact: 'workspace', location, data: { root }, subject: root })]);
  }
  const file = verdict.claim === null ? REGISTRY_PATH : declarationOf(root);
  const at = { artifact: verdict.claim === null ? 'registry' : 'asset', location: { kind: 'file', file }, subject: root } as const;
  if (verdict.class === 'id-conflict') return err([diagnose('RESOLVE_BY_HAND', { ...at, data: { root, class: verdict.class } })]);
  const choices = choicesOf(verdict, scene.claimants);
  const chosen = choices.find((offered) => offered === choice);
  if (chosen === undefined) {
    const data = { root, class: verdict.class, choice, choices };
    return err([diagnose('RESOLVE_CHOICE_NOT_OFFERED', { ...at, data })]);
  }
  const steps: ResolutionStep[] = [];
  const refusals: Diagnostic[] = [];
  for (const step of stepsOfChoice(chosen, scene, verdict)) {
    if (step.kind === 'blocked') refusals.push(refuse(step, root));
    else steps.push(step);
  }
  return isNonEmpty(refusals) ? err(refusals) : ok(steps);
}
