import type { StudioSession } from 'prometeu-packer/studio';

/** A file of the workspace. */
export interface PanelFile {
  /** Path from the workspace root. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/** A workspace that the panel shows: the session, and the disk that it looks at. */
export interface PanelWorkspace {
  /** What the panel asks. */
  readonly session: StudioSession;
  /** Every file, by path. */
  readonly list: () => Promise<readonly PanelFile[]>;
  /** The bytes of a file; null where there is none. */
  readonly read: (path: string) => Promise<Uint8Array | null>;
  /** Stores a text, as an editor does. The session is not told. */
  readonly write: (path: string, text: string) => Promise<void>;
  /** Takes a file away, where it is there. */
  readonly remove: (path: string) => Promise<void>;
  /** Gives up the workspace and all that is in it. */
  readonly close: () => Promise<void>;
}
