import type { Diagnostic, Fix, Location, Severity, TextEdit } from 'prometeu-packer';
import { encodeUriPath } from './encode-uri-path.js';
import { escapeText } from './escape-text.js';
import { createLineIndex } from './line-index.js';
import type { LspPosition } from './lsp-diagnostic.js';
import type { SarifContent } from './sarif-content.js';
import type {
  SarifArtifactLocation,
  SarifFix,
  SarifLevel,
  SarifLocation,
  SarifRegion,
  SarifReplacement,
  SarifResult,
} from './sarif-log.js';

/** The levels of SARIF. */
export const SARIF_LEVELS: Readonly<Record<Severity, SarifLevel>> = { error: 'error', warning: 'warning', info: 'note' };

/** Where findings about the workspace as a whole stand: GitHub takes no result without a place. */
const WORKSPACE_FILE = 'assets/.prometeu/index.json';

/** Makes results; goes through each text once, however many fixes edit it. */
export type SarifResultMaker = (diagnostic: Diagnostic, ruleIndex: number) => SarifResult;

type PositionOf = ((offset: number) => LspPosition | null) | null;

function regionOf(location: Location): SarifRegion | undefined {
  if (location.kind === 'bytes') return { byteOffset: location.offset, byteLength: location.length };
  if (location.kind !== 'text') return undefined;
  const { start, end } = location.range;
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

function editedRegion({ start, end }: TextEdit, positionOf: PositionOf): SarifRegion {
  const [first, last] = [positionOf?.(start) ?? null, positionOf?.(end) ?? null];
  if (first === null || last === null) return { byteOffset: start, byteLength: end - start };
  return { startLine: first.line + 1, startColumn: first.character + 1, endLine: last.line + 1, endColumn: last.character + 1 };
}

/** Begins to make results. */
export function createSarifResultMaker({ pathOf = (file) => file, sourceText = () => undefined }: SarifContent): SarifResultMaker {
  const indexes = new Map<string, PositionOf>();
  const indexOf = (file: string): PositionOf => {
    const known = indexes.get(file);
    if (known !== undefined) return known;
    const text = sourceText(file);
    const index = text === undefined ? null : createLineIndex(text);
    indexes.set(file, index);
    return index;
  };
  const artifact = (file: string): SarifArtifactLocation => ({ uri: encodeUriPath(pathOf(file)), uriBaseId: '%SRCROOT%' });
  const place = (location: Location): SarifLocation => {
    const region = regionOf(location);
    const pointer = location.kind === 'text' ? location.pointer : '';
    return {
      physicalLocation: {
        artifactLocation: artifact(location.kind === 'workspace' ? WORKSPACE_FILE : location.file),
        ...(region !== undefined && { region }),
      },
      ...(pointer !== '' && { logicalLocations: [{ fullyQualifiedName: escapeText(pointer) }] }),
    };
  };
  const replacement = (edit: TextEdit): SarifReplacement => ({
    deletedRegion: editedRegion(edit, indexOf(edit.file)),
    ...(edit.newText !== '' && { insertedContent: { text: edit.newText } }),
  });
  const fix = ({ title, applicability, edits }: Fix): SarifFix => ({
    description: { text: `${escapeText(title)} (${applicability})` },
    artifactChanges: [...new Set(edits.map(({ file }) => file))].map((file) => ({
      artifactLocation: artifact(file),
      replacements: edits.filter((edit) => edit.file === file).map(replacement),
    })),
  });
  return (diagnostic, ruleIndex) => {
    const { code, severity, message, location, related, fingerprint } = diagnostic;
    const relatedLocations = related.map((each, index) => ({
      id: index + 1,
      message: { text: escapeText(each.message) },
      ...place(each.location),
    }));
    const fixes = diagnostic.fixes.filter(({ edits }) => edits.length > 0).map(fix);
    return {
      ruleId: code,
      ruleIndex,
      level: SARIF_LEVELS[severity],
      message: { text: escapeText(message) },
      locations: [place(location)],
      ...(relatedLocations.length > 0 && { relatedLocations }),
      ...(fixes.length > 0 && { fixes }),
      partialFingerprints: { 'prometeuFingerprint/v1': fingerprint },
      properties: { artifact: diagnostic.artifact },
    };
  };
}
