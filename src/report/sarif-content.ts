import type { Diagnostic, SuppressedDiagnostic } from 'prometeu-packer';

/** What a SARIF log is made of. */
export interface SarifContent {
  /** What was run. */
  readonly command: string;
  /** The findings. */
  readonly diagnostics: readonly Diagnostic[];
  /** What a policy left out; undefined where there was none. */
  readonly suppressed?: readonly SuppressedDiagnostic[];
  /** What the process answers, where it is one: 0, 1 or 2. */
  readonly exitCode?: number;
  /** The version of the package. */
  readonly version?: string;
  /** The page that explains a code, an absolute URI; none unless told. */
  readonly helpUri?: (code: string) => string | undefined;
  /** The path of a file from the folder that the log's paths start at, with `/`; as it is unless told. */
  readonly pathOf?: (file: string) => string;
  /** The text of a file, where it is at hand: fixes of one that is not are told by bytes. */
  readonly sourceText?: (file: string) => string | undefined;
  /** Most results: 25,000 unless told, more than which GitHub refuses. */
  readonly limit?: number;
}
