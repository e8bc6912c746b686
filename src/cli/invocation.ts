import type { Shard } from 'prometeu-packer';

/** The options that only some commands take. */
export type CommandOption =
  | 'fix'
  | 'apply'
  | 'plan'
  | 'exit-code'
  | 'choice'
  | 'owner'
  | 'remove'
  | 'delete-declaration'
  | 'move-to'
  | 'accept-identity'
  | 'accept-listed-identities'
  | 'require-current'
  | 'no-cache'
  | 'trust-times'
  | 'shard'
  | 'evidence'
  | 'merge';

/** How an answer is written, in the order in which they are told. */
export const FORMATS = ['text', 'json', 'sarif', 'github', 'baseline', 'html'] as const;

/** A way to write an answer. */
export type Format = (typeof FORMATS)[number];

/** A command line, taken apart. */
export interface Invocation {
  /** The command; null where none is named. */
  readonly command: string | null;
  /** What stands after the command. */
  readonly args: readonly string[];
  /** The workspace's folder, from the current folder. */
  readonly workspace: string;
  /** How to answer. */
  readonly format: Format;
  /** The file of the policy, from the current folder; undefined where there is none. */
  readonly policy: string | undefined;
  /** Whether to do it rather than to preview it. */
  readonly apply: boolean;
  /** Whether everything that is safe to mend is to be mended. */
  readonly fix: boolean;
  /** The digest of the plan as previewed; undefined where none is given. */
  readonly plan: string | undefined;
  /** What is chosen, where there are several ways; undefined where nothing is. */
  readonly choice: string | undefined;
  /** The token of a lock's owner; undefined where none is given. */
  readonly owner: string | undefined;
  /** Whether the asset is to be removed from the registry. */
  readonly remove: boolean;
  /** Whether its declaration is to be deleted with it. */
  readonly deleteDeclaration: boolean;
  /** Where the asset's folder is to be moved, relative to `assets/`; undefined where it stays. */
  readonly moveTo: string | undefined;
  /** The derived uuids that are agreed to by name. */
  readonly acceptIdentities: readonly string[];
  /** Whether every uuid that this run derives is agreed to. */
  readonly acceptListed: boolean;
  /** Whether a file of an earlier version is an error. */
  readonly requireCurrent: boolean;
  /** Which part of the workspace to check; undefined for all of it. */
  readonly shard: Shard | undefined;
  /** The file that takes the evidence of the shard, from the current folder; undefined where there is none. */
  readonly evidence: string | undefined;
  /** Whether the arguments are files of evidence that is to be used. */
  readonly merge: boolean;
  /** What is done with the cache: nothing, it is written by what writes it, or it is believed besides. */
  readonly cache: 'ignore' | 'write' | 'trust';
  /** Whether a preview with something to do exits with 1. */
  readonly exitCode: boolean;
  /** Whether to tell how it is used. */
  readonly help: boolean;
  /** Whether to tell the version. */
  readonly version: boolean;
  /** Which of the options that only some commands take were given. */
  readonly given: readonly CommandOption[];
}
