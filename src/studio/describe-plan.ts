import type { Edit, MigrationReport, Plan } from 'prometeu-packer';
import type { MadePlan } from './make-plan.js';
import type { PlanPreview, PreviewedEdit, PreviewedMigration } from './plan-preview.js';
import type { DocumentVersion } from './session-summary.js';

const TITLES: Readonly<Record<Plan['kind'], string>> = {
  register: 'Register assets',
  build: 'Build the archive',
  migrate: 'Migrate to the current versions',
  mutate: 'Change assets',
  resolve: 'Settle an identity',
  fix: 'Mend a finding',
  undo: 'Undo the last plan',
};

function actionOf({ before, after }: { readonly before: string | null; readonly after: string | null }): PreviewedEdit['action'] {
  if (before === null) return 'create';
  return after === null ? 'remove' : 'change';
}

function describeEdit(edit: Edit): readonly PreviewedEdit[] {
  switch (edit.kind) {
    case 'text':
      return [{ action: actionOf(edit), path: edit.path, from: null, diff: edit.diff }];
    case 'move-folder':
      return [{ action: 'move', path: edit.path, from: edit.from, diff: '' }];
    case 'compose':
      return []; // builds are not previewed
  }
}

function describeMigration({ files, leftOut, derived, upToDate }: MigrationReport): PreviewedMigration {
  const shown = files.map(({ artifact, file, found, supported, target, deprecated, steps, identity, unknownKeys, changes, blocks }) => ({
    artifact,
    file,
    found,
    supported,
    target,
    deprecated,
    steps,
    identity,
    unknownKeys,
    changes,
    blocks,
  }));
  return { files: shown, leftOut, derived, upToDate };
}

function consentOf({ identityChanges }: Plan): readonly string[] {
  const derived = identityChanges.filter(({ kind }) => kind === 'identity-derived');
  return [...new Set(derived.flatMap(({ after }) => (after?.asset_uuid ? [after.asset_uuid] : [])))].sort();
}

/** What a plan does, in the imperative. */
export function planTitle({ kind }: Pick<Plan, 'kind'>): string {
  return TITLES[kind];
}

/** Describes a plan without the texts that it is made of. */
export function describePlan(
  { plan, report }: MadePlan,
  target: PlanPreview['target'],
  documents: readonly DocumentVersion[],
): PlanPreview {
  const edits = plan.edits.flatMap(describeEdit);
  const files = [...new Set(edits.flatMap(({ path, from }) => (from === null ? [path] : [from, path])))].sort();
  return {
    digest: plan.digest,
    kind: plan.kind,
    title: planTitle(plan),
    target,
    documents,
    edits,
    identityChanges: plan.identityChanges,
    files,
    consent: consentOf(plan),
    blocks: {
      build: report?.files.some(({ blocks }) => blocks.build) ?? false,
      studio: report?.files.some(({ blocks }) => blocks.studio) ?? false,
    },
    migration: report === null ? null : describeMigration(report),
  };
}
