/** A place in a text document, as the Language Server Protocol counts: lines and UTF-16 code units from 0. */
export interface LspPosition {
  /** Line, counted from 0. */
  line: number;
  /** UTF-16 code units before it in its line. */
  character: number;
}

/** A stretch of a text document; `end` is exclusive. */
export interface LspRange {
  /** First position. */
  start: LspPosition;
  /** Position after the last character. */
  end: LspPosition;
}

/** A stretch of a document that need not be the one at hand. */
export interface LspLocation {
  /** The document. */
  uri: string;
  /** Where in it. */
  range: LspRange;
}

/** What stands in another place that matters. */
export interface LspRelatedInformation {
  /** Where. */
  location: LspLocation;
  /** What stands there. */
  message: string;
}

/** What finds a diagnostic again when code actions are asked for. */
export interface LspDiagnosticData {
  /** Its fingerprint, which `planFix` takes. */
  fingerprint: string;
}

/**
 * A finding as the Language Server Protocol (3.17) has it. The lists of the protocol's types can be written to, so these
 * can too: `Diagnostic` of `vscode-languageserver-types` takes one as it is.
 */
export interface LspDiagnostic {
  /** Where; the document's beginning for what has no place in a text. */
  range: LspRange;
  /** 1 for an error, 2 for a warning, 3 for an info. */
  severity: 1 | 2 | 3;
  /** The code. */
  code: string;
  /** The page that explains the code; left out where there is none. */
  codeDescription?: { href: string };
  /** Who says so. */
  source: 'prometeu-packer';
  /** What was found and what was expected, for people. */
  message: string;
  /** 1: builds make nothing of it. 2: it is deprecated. Left out where neither holds. */
  tags?: (1 | 2)[];
  /** Other places that matter; left out where there are none. */
  relatedInformation?: LspRelatedInformation[];
  /** What finds it again. */
  data: LspDiagnosticData;
}
