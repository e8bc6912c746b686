import type { PortOperation } from 'prometeu-packer';
import type { PortFault } from 'prometeu-packer/testing';

/**
 * What stands at a path: lines of a text, each with a line feed; a text as it is; bytes as hexadecimal digits; another file
 * with changes (`replace` in its text, then `set` bytes at offsets, then `cut` to a length, then `append` bytes); a text
 * repeated, between two others; an empty folder; a symlink; something that is neither file nor folder; or nothing.
 */
export type CaseFile =
  | readonly string[]
  | { readonly text: string }
  | { readonly hex: string }
  | {
      readonly from: string;
      readonly replace?: readonly (readonly [found: string, replacement: string])[];
      readonly set?: Readonly<Record<string, string>>;
      readonly cut?: number;
      readonly append?: string;
    }
  | { readonly repeat: string; readonly times: number; readonly before?: string; readonly after?: string }
  | 'folder'
  | 'symlink'
  | 'special'
  | null;

/** What goes wrong with an operation of the ports: on paths that hold `path`, and only from the `from`th such call to before the `to`th. */
export interface CaseFault {
  readonly operation: PortOperation;
  readonly path?: string;
  readonly fault: PortFault | 'throw';
  readonly from?: number;
  readonly to?: number;
}

/** One thing to do; what else it holds is for the action that `do` names. */
export interface CaseAction {
  readonly do: string;
  readonly [argument: string]: unknown;
}

/** How a code is raised: fixtures/diagnostics/<CODE>/case.json. */
export interface CodeCase {
  /** What is wrong with this workspace, in one sentence: the page of the code shows it. */
  readonly about: string;
  /** What the files are laid over: `fixtures/sound-workspace` unless `empty`. */
  readonly base?: 'sound' | 'empty';
  /** What differs from the base, by path. */
  readonly files?: Readonly<Record<string, CaseFile>>;
  /** Whether the disk tells `A` from `a`; true unless told. */
  readonly caseSensitive?: boolean;
  /** What was done before, which has to succeed, but for actions marked `fails`. */
  readonly given?: readonly CaseAction[];
  /** What goes wrong while it is done. */
  readonly faults?: readonly CaseFault[];
  /** What raises the code. */
  readonly when: CaseAction;
}
