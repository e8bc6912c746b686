import { err, ok, type Result } from 'neverthrow';
import {
  diagnoseStudio,
  isInside,
  overlayReadPort,
  parseWorkspacePath,
  type Failure,
  type PackerHost,
  type Plan,
  type WorkspacePath,
} from 'prometeu-packer';
import type { Versions } from './changed-findings.js';
import type { OverlayRequest } from './preview-request.js';
import type { DocumentVersion } from './session-summary.js';

/** A document that an editor holds. */
export interface OverlaidDocument extends DocumentVersion {
  /** All of its text. */
  readonly text: string;
  /** The same as bytes. */
  readonly bytes: Uint8Array;
}

/** The documents that an editor holds, as they are at one moment. */
export type OverlaidDocuments = ReadonlyMap<string, OverlaidDocument>;

/** The documents that an editor holds. */
export interface Overlays {
  /** As they are now: what was given out does not change. */
  readonly now: () => OverlaidDocuments;
  /** Takes a document, or a newer version of one. Codes: STUDIO_DOCUMENT_OUTDATED. */
  readonly set: (document: OverlayRequest) => Result<DocumentVersion, Failure>;
  /** Lets a document go; answers whether there was one. */
  readonly remove: (path: string) => boolean;
}

/** Holds the documents of an editor. */
export function createOverlays(): Overlays {
  let documents: OverlaidDocuments = new Map();
  return {
    now: () => documents,
    set({ path, version, text }) {
      const known = documents.get(path)?.version ?? null;
      const isNewer = Number.isSafeInteger(version) && version >= 0 && (known === null || version > known);
      if (!isNewer) return err([diagnoseStudio('STUDIO_DOCUMENT_OUTDATED', { path, found: version, known }, path)]);
      documents = new Map(documents).set(path, { path, version, text, bytes: new TextEncoder().encode(text) });
      return ok({ path, version });
    },
    remove(path) {
      const rest = new Map(documents);
      const wasThere = rest.delete(path);
      documents = rest;
      return wasThere;
    },
  };
}

/** The versions of documents, by path. */
export function versionsOf(documents: OverlaidDocuments): Versions {
  return new Map([...documents].map(([path, { version }]) => [path, version]));
}

/** A host that reads documents in place of the files that they stand over. It writes what the host writes. */
export function overlaidHost(host: PackerHost, documents: OverlaidDocuments): PackerHost {
  if (documents.size === 0) return host;
  const overlay = new Map<WorkspacePath, Uint8Array>();
  for (const { path, bytes } of documents.values()) {
    const parsed = parseWorkspacePath(path);
    if (parsed.isOk()) overlay.set(parsed.value, bytes);
  }
  return { ...host, read: overlayReadPort(host.read, overlay) };
}

/** The documents that a plan would change, or move, by path. */
export function documentsTouched({ edits }: Pick<Plan, 'edits'>, documents: OverlaidDocuments): readonly OverlaidDocument[] {
  const paths = new Set(edits.map(({ path }) => path));
  const moves = edits.flatMap((edit) => (edit.kind === 'move-folder' ? [edit.from, edit.path] : []));
  const isTouched = (path: string): boolean =>
    paths.has(path) || moves.some((folder) => isInside(path as WorkspacePath, folder as WorkspacePath));
  return [...documents.values()].filter(({ path }) => isTouched(path)).sort((a, b) => (a.path < b.path ? -1 : 1));
}
