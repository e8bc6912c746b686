import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/**
 * Why a choice cannot be carried out yet.
 *
 * - `unreadable`: an `asset.json` that may hold the identity cannot be read. - `several`: several folders claim an identity
 *   that would lose its place. - `recorded`: a folder that would have to take an identity has one of its own that nobody
 *   claims. - `id-conflict`: a folder involved is one whose record has to be corrected by hand.
 */
export type ResolutionObstacle = 'unreadable' | 'several' | 'recorded' | 'id-conflict';

/** The data of each code of this area. */
export interface MutationDiagnosticData {
  /** There is no such mutation. */
  readonly MUTATION_UNKNOWN: {
    /** The kind asked for; where that is no text, what it is instead: `undefined`, `number`. */
    readonly kind: string;
    /** The kinds that there are. */
    readonly known: readonly string[];
  };
  /** There is no asset at the root that is to be changed. */
  readonly MUTATION_ROOT_NOT_FOUND: {
    /** The root asked for. */ readonly root: string;
  };
  /** What is to be changed stands in the registry, which has no record of the asset. */
  readonly MUTATION_NOT_REGISTERED: {
    /** Folder of the asset, relative to `assets/`. */
    readonly root: string;
    /** Its identity class. */
    readonly class: string;
  };
  /** The declaration that is to be changed cannot be read. */
  readonly MUTATION_NOT_READABLE: {
    /** Folder of the asset, relative to `assets/`. */ readonly root: string;
  };
  /** Where an asset is to be moved, something stands already. */
  readonly MUTATION_TARGET_EXISTS: {
    /** Folder of the asset, relative to `assets/`. */
    readonly root: string;
    /** Where it is to go, relative to `assets/`. */
    readonly to: string;
    /** What stands there, or what some disk takes for it, from the workspace root. */
    readonly found: string;
  };
  /** An asset is to be moved into itself. */
  readonly MUTATION_TARGET_INSIDE: {
    /** Folder of the asset, relative to `assets/`. */
    readonly root: string;
    /** Where it is to go, relative to `assets/`. */
    readonly to: string;
  };
  /** What is asked for changes something where another change moves a folder. */
  readonly MUTATION_IN_THE_WAY: {
    /** The file or folder that both change, from the workspace root. */ readonly path: string;
  };
  /** There is no asset at the root that is to be resolved. */
  readonly RESOLVE_ROOT_NOT_FOUND: {
    /** The root asked for. */ readonly root: string;
  };
  /** The identity of an asset cannot be settled in the way that was chosen. */
  readonly RESOLVE_CHOICE_NOT_OFFERED: {
    /** Folder of the asset, relative to `assets/`. */
    readonly root: string;
    /** Its identity class. */
    readonly class: string;
    /** What was chosen. */
    readonly choice: string;
    /** What can be chosen; empty where there is nothing to settle here. */
    readonly choices: readonly string[];
  };
  /** The identity of an asset can be settled by hand only. */
  readonly RESOLVE_BY_HAND: {
    /** Folder of the asset, relative to `assets/`. */
    readonly root: string;
    /** Its identity class. */
    readonly class: string;
  };
  /** Another folder stands in the way of what was chosen. */
  readonly RESOLVE_BLOCKED: {
    /** Folder of the asset, relative to `assets/`. */
    readonly root: string;
    /** What is in the way. */
    readonly reason: ResolutionObstacle;
    /** The declarations that are in the way, by code units. */
    readonly files: readonly string[];
  };
  /** A file that would be changed is of an earlier version. */
  readonly RESOLVE_MIGRATE_FIRST: {
    /** The file's version. */
    readonly version: number;
    /** The version that this release writes. */
    readonly current: number;
  };
  /** Nothing that was found has the fingerprint. */
  readonly FIX_NOT_FOUND: {
    /** The fingerprint asked for. */ readonly fingerprint: string;
  };
  /** What was found can be fixed in several ways, and none of them was chosen. */
  readonly FIX_CHOICE_NEEDED: {
    /** The fingerprint asked for. */
    readonly fingerprint: string;
    /** The code of what was found. */
    readonly code: string;
    /** What was chosen; null where nothing was. */
    readonly choice: string | null;
    /** What can be chosen. */
    readonly choices: readonly string[];
  };
  /** What was found has no fix that could be applied. */
  readonly FIX_NOT_OFFERED: {
    /** The fingerprint asked for. */
    readonly fingerprint: string;
    /** The code of what was found. */
    readonly code: string;
  };
}

const OBSTACLES = {
  unreadable: 'cannot be read, and may be who holds the identity',
  several: 'each claim an identity that would lose its place',
  recorded: 'would lose an identity that nobody else claims',
  'id-conflict': 'has a record that has to be corrected by hand',
} as const satisfies Record<ResolutionObstacle, string>;

const list = (names: readonly string[]): string => names.map(quote).join(', ');

/** Codes of changes that a person asks for, of fixes, and of choices that settle an identity. */
export const mutationCodes: CodeArea<MutationDiagnosticData> = {
  MUTATION_UNKNOWN: {
    severity: 'error',
    message: ({ kind, known }) => `found the kind ${quote(kind)}; expected one of ${known.join(', ')}`,
  },
  MUTATION_ROOT_NOT_FOUND: {
    severity: 'error',
    message: ({ root }) => `${quote(root)} neither holds an asset.json nor is it recorded`,
  },
  MUTATION_NOT_REGISTERED: {
    severity: 'error',
    message: ({ root, class: name }) => `${quote(root)} has no record of its own: it is ${name}`,
  },
  MUTATION_NOT_READABLE: {
    severity: 'error',
    message: ({ root }) => `the asset.json of ${quote(root)} cannot be read`,
  },
  MUTATION_TARGET_EXISTS: {
    severity: 'error',
    message: ({ root, to, found }) => `${quote(root)} cannot be moved to ${quote(to)}: there is ${quote(found)}`,
  },
  MUTATION_TARGET_INSIDE: {
    severity: 'error',
    message: ({ root, to }) => `${quote(to)} is inside ${quote(root)}`,
  },
  MUTATION_IN_THE_WAY: {
    severity: 'error',
    message: ({ path }) => `${quote(path)} is changed where a folder is moved in the same plan`,
  },
  RESOLVE_ROOT_NOT_FOUND: {
    severity: 'error',
    message: ({ root }) => `${quote(root)} neither holds an asset.json nor is it recorded`,
  },
  RESOLVE_CHOICE_NOT_OFFERED: {
    severity: 'error',
    message: ({ root, class: name, choice, choices }) =>
      `${quote(choice)} does not settle ${quote(root)}, which is ${name}; ${choices.length === 0 ? 'there is nothing to choose here' : `expected one of ${list(choices)}`}`,
  },
  RESOLVE_BY_HAND: {
    severity: 'error',
    message: ({ root, class: name }) =>
      `${quote(root)} is ${name}: two records share a number or a uuid, and which is right stands in no file`,
  },
  RESOLVE_BLOCKED: {
    severity: 'error',
    message: ({ root, reason, files }) => `${quote(root)} cannot be settled so: ${list(files)} ${OBSTACLES[reason]}`,
  },
  RESOLVE_MIGRATE_FIRST: {
    severity: 'error',
    message: ({ version, current }) => `the file is of version ${version}; only version ${current} is written`,
  },
  FIX_NOT_FOUND: {
    severity: 'error',
    message: ({ fingerprint }) => `no finding has the fingerprint ${quote(fingerprint)}`,
  },
  FIX_CHOICE_NEEDED: {
    severity: 'error',
    message: ({ code, choice, choices }) =>
      `${code} ${choice === null ? 'needs a choice' : `cannot be fixed by ${quote(choice)}`}; expected one of ${list(choices)}`,
  },
  FIX_NOT_OFFERED: {
    severity: 'error',
    message: ({ code }) => `${code} has no fix that could be applied`,
  },
};
