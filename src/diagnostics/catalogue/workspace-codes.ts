import type { CodeArea } from '../code-area.js';
import { quote } from '../quote.js';

/** The data of each code of this area. */
export interface WorkspaceDiagnosticData {
  /** The workspace has no folder for assets. */
  readonly WORKSPACE_NO_ASSETS_FOLDER: {
    /** The folder expected. */ readonly expected: string;
  };
  /** A folder holds more entries than the budget allows. */
  readonly WORKSPACE_OVER_BUDGET: {
    /** What is counted. */ readonly unit: 'entries';
    /** Most allowed. */ readonly limit: number;
  };
  /** Files lie directly in the assets folder. */
  readonly WORKSPACE_LOOSE_FILES: {
    /** The first names, by code units. */ readonly names: readonly string[];
    /** How many there are. */ readonly count: number;
  };
  /** The workspace has no registry. */
  readonly REGISTRY_MISSING: {
    /** Path expected. */ readonly expected: string;
    /** How many declarations claim an identity. */ readonly claiming: number;
  };
  /** Two records name one folder. */
  readonly REGISTRY_DUPLICATE_ROOT: {
    /** The root. */ readonly root: string;
    /** The root recorded before; the same, or one that collides with it. */ readonly earlier: string;
  };
  /** The id counter is not beyond every id given. */
  readonly REGISTRY_COUNTER_LOW: {
    /** The counter. */ readonly next: number;
    /** The largest id ever given. */ readonly largest: number;
  };
  /** An asset has no inputs. */
  readonly ASSET_NO_INPUTS: Readonly<Record<never, never>>;
  /** The output format does not suit the type of the asset. */
  readonly ASSET_FORMAT_UNSUITABLE: {
    /** The asset's type. */ readonly type: string;
    /** The format found. */ readonly format: string;
    /** The formats that suit the type. */ readonly expected: readonly string[];
  };
  /** An asset names one input twice. */
  readonly ASSET_INPUT_TWICE: {
    /** The role that the input plays. */
    readonly role: string;
    /** The path as the declaration has it, relative to the asset's folder. */
    readonly path: string;
    /** The path that stands before it and names the same file on some disk. */ readonly earlier: string;
  };
  /** An input lies inside another asset's folder. */
  readonly ASSET_INPUT_FOREIGN: {
    /** The role that the input plays. */
    readonly role: string;
    /** The path as the declaration has it, relative to the asset's folder. */
    readonly path: string;
    /** The root of the other asset. */ readonly owner: string;
  };
  /** An input does not exist. */
  readonly ASSET_INPUT_MISSING: {
    /** The role that the input plays. */
    readonly role: string;
    /** The path as the declaration has it, relative to the asset's folder. */
    readonly path: string;
    /** Names in the same folder that are spelled much like it. */ readonly didYouMean: string | null;
  };
  /** Two assets have one name. */
  readonly ASSET_NAME_TAKEN: {
    /** The name. */ readonly name: string;
    /** Root of another asset of that name. */ readonly other: string;
  };
  /** Two assets of one bank type ask for one preload slot. */
  readonly ASSET_SLOT_TAKEN: {
    /** The slot. */ readonly slot: number;
    /** The bank type. */ readonly bankType: string;
    /** Root of another asset with that slot. */ readonly other: string;
  };
}

/** Codes for the meaning of declarations and registry, alone and together. */
export const workspaceCodes: CodeArea<WorkspaceDiagnosticData> = {
  WORKSPACE_NO_ASSETS_FOLDER: {
    severity: 'error',
    message: ({ expected }) => `no folder ${quote(expected)} found`,
  },
  WORKSPACE_OVER_BUDGET: {
    severity: 'error',
    message: ({ unit, limit }) => `more than ${limit} ${unit} in one folder`,
  },
  WORKSPACE_LOOSE_FILES: {
    severity: 'warning',
    message: ({ names, count }) => {
      const rest = count > names.length ? ` and ${count - names.length} more` : '';
      return `${count === 1 ? 'a file belongs' : `${count} files belong`} to no asset: ${names.map(quote).join(', ')}${rest}`;
    },
  },
  REGISTRY_MISSING: {
    severity: 'error',
    message: ({ expected, claiming }) => {
      const many = claiming === 1 ? 'a declaration claims' : `${claiming === 0 ? 'no' : claiming} declarations claim`;
      return `no ${quote(expected)} found; ${many} an identity`;
    },
  },
  REGISTRY_DUPLICATE_ROOT: {
    severity: 'error',
    message: ({ root, earlier }) => `${quote(root)} is recorded besides ${quote(earlier)}`,
  },
  REGISTRY_COUNTER_LOW: {
    severity: 'error',
    message: ({ next, largest }) => `next_asset_id is ${next}; expected more than ${largest}`,
  },
  ASSET_NO_INPUTS: {
    severity: 'error',
    message: () => 'no input found; expected at least one',
  },
  ASSET_FORMAT_UNSUITABLE: {
    severity: 'error',
    message: ({ type, format, expected }) =>
      `format ${quote(format)} for type ${quote(type)}; expected ${expected.map(quote).join(' or ')}`,
  },
  ASSET_INPUT_TWICE: {
    severity: 'error',
    message: ({ path, earlier }) => `${quote(path)} is the same file as ${quote(earlier)}`,
  },
  ASSET_INPUT_FOREIGN: {
    severity: 'error',
    message: ({ path, owner }) => `${quote(path)} lies inside ${quote(owner)}, which is an asset of its own`,
  },
  ASSET_INPUT_MISSING: {
    severity: 'error',
    message: ({ path, didYouMean }) => `${quote(path)} does not exist${didYouMean === null ? '' : `; did you mean ${quote(didYouMean)}?`}`,
  },
  ASSET_NAME_TAKEN: {
    severity: 'error',
    message: ({ name, other }) => `${quote(name)} is also the name of ${quote(other)}`,
  },
  ASSET_SLOT_TAKEN: {
    severity: 'error',
    message: ({ slot, bankType, other }) => `slot ${slot} of ${bankType} is also asked for by ${quote(other)}`,
  },
};
