import type { ArchiveMapRegion, Diagnostic } from 'prometeu-packer';
import type { HtmlSourceText } from './html-findings.js';

/** Whether something can be done, and the codes that decide it. */
export interface HtmlAbility {
  /** Whether it can. */
  readonly can: boolean;
  /** Codes that stand in the way. */
  readonly decidedBy: readonly string[];
}

/** One file that the report lists, by what was found of it. */
export interface HtmlArtifact {
  /** Path from the workspace root. */
  readonly file: string;
  /** What it is: `registry`, `asset`. */
  readonly artifact: string;
  /** Its version as found; null where it has none. */
  readonly version: number | string | null;
  /** Where its version stands in the support window. */
  readonly window: string;
  /** The last gate that it passed; null where it passed none. */
  readonly stage: string | null;
  /** How its claim stands to the registry; null where it makes none. */
  readonly identity: string | null;
  /** In a word or two, what it was found to be: `current`, `stale`, `absent`. */
  readonly state: string;
}

/** The archive, where one is built. */
export interface HtmlArchive {
  /** Path from the workspace root. */
  readonly path: string;
  /** Bytes of the file. */
  readonly length: number;
  /** SHA-256 of everything before the payload; null where that is broken. */
  readonly archiveDigest: string | null;
  /** Its regions, in the order of the file. */
  readonly regions: readonly ArchiveMapRegion[];
}

/** What an HTML report is made of. */
export interface HtmlContent {
  /** What is reported on, for the title: the name of the folder, say. */
  readonly workspace: string;
  /** Version of the package that made it. */
  readonly version: string;
  /** Every finding, in the one order. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the workspace allows; left out where that was not asked. */
  readonly verdict?: { readonly read: HtmlAbility; readonly mutate: HtmlAbility; readonly build: HtmlAbility };
  /** How many findings a policy left out; 0 unless told. */
  readonly suppressed?: number;
  /** What is in the workspace, in the order in which it is listed. */
  readonly artifacts?: readonly HtmlArtifact[];
  /** The archive; left out where none is built. */
  readonly archive?: HtmlArchive;
  /** The text of a file, where it is at hand, to show the lines that findings point at. */
  readonly sourceText?: HtmlSourceText;
}
