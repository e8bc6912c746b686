/** Text for people. */
export interface SarifText {
  /** The text. */
  text: string;
}

/** A file, from the folder that the log's paths start at. */
export interface SarifArtifactLocation {
  /** Relative, percent-encoded. */
  uri: string;
  /** The folder's name in `originalUriBaseIds`. */
  uriBaseId: '%SRCROOT%';
}

/** A stretch of a file: of a text by lines and columns from 1, the end exclusive; of bytes by offset and length. */
export interface SarifRegion {
  /** First line. */
  startLine?: number;
  /** First column, in UTF-16 code units. */
  startColumn?: number;
  /** Last line. */
  endLine?: number;
  /** Column after the last one. */
  endColumn?: number;
  /** First byte, counted from 0. */
  byteOffset?: number;
  /** How many bytes. */
  byteLength?: number;
}

/** A place. */
export interface SarifLocation {
  /** Its number in its list, from 1; related places have one. */
  id?: number;
  /** What stands there; related places have it. */
  message?: SarifText;
  /** Where. */
  physicalLocation: { artifactLocation: SarifArtifactLocation; region?: SarifRegion };
  /** The JSON pointer to the value, where there is one. */
  logicalLocations?: { fullyQualifiedName: string }[];
}

/** A replacement in a file. */
export interface SarifReplacement {
  /** What goes; empty where something is put in. */
  deletedRegion: SarifRegion;
  /** What comes; left out where nothing does. */
  insertedContent?: SarifText;
}

/** A way to mend a finding. */
export interface SarifFix {
  /** What it does, and whether it is safe. */
  description: SarifText;
  /** The replacements, by file. */
  artifactChanges: { artifactLocation: SarifArtifactLocation; replacements: SarifReplacement[] }[];
}

/** How bad a finding is. */
export type SarifLevel = 'error' | 'warning' | 'note';

/** A finding. */
export interface SarifResult {
  /** Its code. */
  ruleId: string;
  /** Its place in the list of rules. */
  ruleIndex: number;
  /** How bad it is. */
  level: SarifLevel;
  /** What was found and what was expected. */
  message: SarifText;
  /** Where: just one. */
  locations: SarifLocation[];
  /** Other places that matter. */
  relatedLocations?: SarifLocation[];
  /** Ways to mend it. */
  fixes?: SarifFix[];
  /** Its fingerprint. */
  partialFingerprints: { 'prometeuFingerprint/v1': string };
  /** What leaves it out: empty where a policy was applied and did not. Left out where there was no policy. */
  suppressions?: { kind: 'external'; status: 'accepted'; justification: string }[];
  /** What it speaks of. */
  properties: { artifact: string };
}

/** A code, as a rule. */
export interface SarifRule {
  /** The code. */
  id: string;
  /** What is wrong, in one sentence. */
  shortDescription: SarifText;
  /** What is wrong, and what to do about it. */
  fullDescription: SarifText;
  /** What to do about it. */
  help: SarifText;
  /** The page that explains it; left out where there is none. */
  helpUri?: string;
  /** How bad it is unless a policy says otherwise. */
  defaultConfiguration: { level: SarifLevel };
}

/** What there is to say of the run itself. */
export interface SarifNotification {
  /** What it is about. */
  descriptor: { id: string };
  /** How bad it is. */
  level: SarifLevel;
  /** What it says. */
  message: SarifText;
  /** The exact numbers. */
  properties: { results: number; findings: number };
}

/** One run of a command. */
export interface SarifRun {
  /** What ran, and its rules: those of the codes that occur. */
  tool: { driver: { name: 'prometeu-packer'; semanticVersion?: string; rules: SarifRule[] } };
  /** The command. */
  automationDetails: { id: string };
  /** How it went. */
  invocations: { executionSuccessful: boolean; exitCode?: number; toolExecutionNotifications: SarifNotification[] }[];
  /** The folder that paths start at. */
  originalUriBaseIds: { '%SRCROOT%': { description: SarifText } };
  /** What columns count. */
  columnKind: 'utf16CodeUnits';
  /** The findings, errors first; what a policy left out comes last. */
  results: SarifResult[];
  /** Exact counts, of what is not among the results too. */
  properties: { counts: { error: number; warning: number; info: number }; suppressed: number };
}

/**
 * A log of findings in SARIF 2.1.0. Lists can be written to, as those of other types for it can: `Log` of `@types/sarif`
 * takes one as it is.
 */
export interface SarifLog {
  /** The schema that it keeps to. */
  $schema: string;
  /** The version of SARIF. */
  version: '2.1.0';
  /** Just one. */
  runs: SarifRun[];
}
