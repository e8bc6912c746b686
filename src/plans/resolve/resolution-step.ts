import type { RegistryRecord } from '../../artifacts/registry/model.js';
import type { ResolutionObstacle } from '../../diagnostics/catalogue/mutation-codes.js';

/** One thing that settles an identity, or helps to; in the order in which it was found to be needed. */
export type ResolutionStep = (
  | {
      /** A declaration claims a uuid, in its canonical form. */
      readonly kind: 'claim';
      /** Folder of the asset, relative to `assets/`. */
      readonly root: string;
      /** The uuid. */
      readonly uuid: string;
    }
  | {
      /** An `asset.json` goes. */
      readonly kind: 'remove-declaration';
      /** Folder of the asset. */
      readonly root: string;
    }
  | {
      /** A record comes to another root. */
      readonly kind: 'move-record';
      /** The record as it is. */
      readonly record: RegistryRecord;
      /** The root it comes to. */
      readonly root: string;
    }
  | {
      /** A record goes, and what it recorded is retired. */
      readonly kind: 'retire-record';
      /** The record. */
      readonly record: RegistryRecord;
    }
  | {
      /** A folder is registered, and claims what is registered. */
      readonly kind: 'register';
      /** Folder of the asset. */
      readonly root: string;
      /** The uuid that it keeps; null for a new one. */
      readonly uuid: string | null;
      /** Whether builds contain it. */
      readonly included: boolean;
    }
) & {
  /** Why, for people. */
  readonly why: string;
};

/** Folders that stand in the way. */
export interface ResolutionBlock {
  /** Tells it from a step. */
  readonly kind: 'blocked';
  /** Why. */
  readonly reason: ResolutionObstacle;
  /** The folders, relative to `assets/`. */
  readonly roots: readonly string[];
}

/** How an identity is settled, step by step, or what is in the way. */
export type ResolutionSteps = Generator<ResolutionStep | ResolutionBlock>;
