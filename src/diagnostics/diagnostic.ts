import type { DiagnosticSubject } from './artifact-kind.js';
import type { DiagnosticCode, DiagnosticData } from './catalogue.js';
import type { Location } from './location.js';
import type { Severity } from './severity.js';
import type { VersionFacts } from './version-facts.js';

/** A second place that helps to understand the first. */
export interface RelatedLocation {
  /** What stands there. Free text, not part of the contract. */
  readonly message: string;
  /** Where. */
  readonly location: Location;
}

/** One replacement in one text file. */
export interface TextEdit {
  /** Path from the workspace root, with `/`. */
  readonly file: string;
  /** First byte replaced, counted from 0. */
  readonly start: number;
  /** Byte after the last one replaced. */
  readonly end: number;
  /** What stands there afterwards. */
  readonly newText: string;
}

/** A way to mend what a diagnostic reports. */
export interface Fix {
  /** What it does, in the imperative. Free text, not part of the contract. */
  readonly title: string;
  /** `safe` changes no meaning; `unsafe` needs a person's judgement; `display-only` is advice that nothing can apply. */
  readonly applicability: 'safe' | 'unsafe' | 'display-only';
  /** Replacements, ordered by file and start, never overlapping; empty where display-only. */
  readonly edits: readonly TextEdit[];
}

/**
 * One finding, as plain data. `code`, `location` and `data` are the contract; `message` is for people and may change.
 *
 * The six facts of {@link VersionFacts} stand beside the other fields, on version and migration codes only.
 */
export interface Diagnostic<Code extends DiagnosticCode = DiagnosticCode> extends Partial<VersionFacts> {
  /** Stable name, never reused. */
  readonly code: Code;
  /** How bad it is. */
  readonly severity: Severity;
  /** What was found and what was expected, for people. Input is escaped in it. Not part of the contract. */
  readonly message: string;
  /** What it speaks of. */
  readonly artifact: DiagnosticSubject;
  /** Where. */
  readonly location: Location;
  /** Other places that matter. */
  readonly related: readonly RelatedLocation[];
  /** What the code's definition promises, as data. */
  readonly data: DiagnosticData<Code>;
  /** Ways to mend it. */
  readonly fixes: readonly Fix[];
  /** 16 hexadecimal digits over code, file, pointer and subject; no line numbers, so that it survives edits elsewhere. */
  readonly fingerprint: string;
}
