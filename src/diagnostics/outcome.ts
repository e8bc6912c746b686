import type { Result } from 'neverthrow';
import type { NonEmpty } from '../base/non-empty.js';
import type { Diagnostic } from './diagnostic.js';

/** What a producing operation made, and what it has to say besides: warnings and infos only. */
export interface Produced<T> {
  /** What was made. */
  readonly value: T;
  /** Warnings and infos in deterministic order. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What stopped an operation: every finding in deterministic order, at least one of them an error. */
export type Failure = NonEmpty<Diagnostic>;

/**
 * The answer of a producing operation (parse, plan, apply, build): the value with its warnings, or what blocked it.
 * Nothing is ever thrown.
 */
export type Outcome<T> = Result<Produced<T>, Failure>;

/** The answer of an observing operation (read, verify, doctor): Err only where it could not run at all. */
export type Observed<T> = Result<T, Failure>;
