import type { Diagnostic, Location, RelatedLocation, Severity, TextPosition } from 'prometeu-packer';
import { escapeText } from './escape-text.js';
import type { LspDiagnostic, LspLocation, LspPosition, LspRelatedInformation } from './lsp-diagnostic.js';
import type { LspOptions } from './lsp-options.js';

const SEVERITIES: Readonly<Record<Severity, 1 | 2 | 3>> = { error: 1, warning: 2, info: 3 };

const UNNECESSARY = 1;
const DEPRECATED = 2;

function positionOf({ line, column }: TextPosition): LspPosition {
  return { line: line - 1, character: column - 1 };
}

function locationOf(location: Location, { uriOf, workspaceUri }: LspOptions): LspLocation {
  const uri = location.kind === 'workspace' ? workspaceUri : uriOf(location.file);
  if (location.kind !== 'text') return { uri, range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } } };
  return { uri, range: { start: positionOf(location.range.start), end: positionOf(location.range.end) } };
}

/** A key that nobody knows is of no use, unless it is a known one misspelt, which a fix then says. */
function tagsOf({ code, fixes }: Diagnostic): (1 | 2)[] {
  if (code === 'STRUCTURE_UNKNOWN_KEY') return fixes.length === 0 ? [UNNECESSARY] : [];
  return code === 'VERSION_DEPRECATED' ? [DEPRECATED] : [];
}

function relatedOf({ location, message }: RelatedLocation, options: LspOptions): LspRelatedInformation {
  return { location: locationOf(location, options), message: escapeText(message) };
}

/** One finding for an editor, and the document that it belongs to. */
export function lspDiagnosticOf(diagnostic: Diagnostic, options: LspOptions): { readonly uri: string; readonly shown: LspDiagnostic } {
  const { code, severity, message, related, fingerprint } = diagnostic;
  const { uri, range } = locationOf(diagnostic.location, options);
  const href = options.helpUri?.(code);
  const tags = tagsOf(diagnostic);
  const shown: LspDiagnostic = {
    range,
    severity: SEVERITIES[severity],
    code,
    ...(href !== undefined && { codeDescription: { href } }),
    source: 'prometeu-packer',
    message: escapeText(message),
    ...(tags.length > 0 && { tags }),
    ...(related.length > 0 && { relatedInformation: related.map((place) => relatedOf(place, options)) }),
    data: { fingerprint },
  };
  return { uri, shown };
}
