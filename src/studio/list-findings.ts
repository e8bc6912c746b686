import type { AssetState } from 'prometeu-packer';
import { findingsOf } from './changed-findings.js';
import type { AssetSummary, FileFindings, Page, PageRequest } from './session-summary.js';
import type { ShownWorkspace } from './shown-workspace.js';

const USUAL = 200;
const MOST = 1000;

function bounded(value: number | undefined, usual: number, most: number): number {
  return value === undefined || !Number.isFinite(value) ? usual : Math.min(Math.max(0, Math.trunc(value)), most);
}

function pageOf<From, To>(
  { revision, total }: { readonly revision: number; readonly total: number },
  { from, limit }: PageRequest,
  take: (from: number, limit: number) => readonly From[],
  show: (item: From) => To,
): Page<To> {
  return { revision, total, items: take(bounded(from, 0, total), bounded(limit, USUAL, MOST)).map(show) };
}

function summarizeAsset({ root, body, version, identity, blocked, migration, inputs }: AssetState): AssetSummary {
  return {
    root,
    name: body?.name ?? null,
    type: body?.type ?? null,
    version,
    identity: identity.class,
    assetId: identity.record?.asset_id ?? null,
    included: identity.record?.included_in_build ?? false,
    blocked,
    migrates: migration !== null,
    inputs: inputs.length,
  };
}

/** A part of the list of assets, by root. */
export function listAssets({ revision, followed }: ShownWorkspace, page: PageRequest = {}): Page<AssetSummary> {
  return pageOf({ revision, total: followed.assetCount }, page, followed.assets, summarizeAsset);
}

/** A part of the list of files that have findings, by path. */
export function listFindings(shown: ShownWorkspace, page: PageRequest = {}): Page<FileFindings> {
  const { revision, followed } = shown;
  return pageOf({ revision, total: followed.fileCount }, page, followed.files, ({ file }) => findingsOf(shown, file));
}
