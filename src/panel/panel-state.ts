import type { ApplyProgress, ArchiveDescription, Diagnostic } from 'prometeu-packer';
import type { PlanPreview, SessionCodeAction, SessionSummary } from 'prometeu-packer/studio';
import type { PanelFile } from './panel-workspace.js';
import type { Sample } from './sample.js';
import type { TextEnds } from './text-ends.js';

/** A file as the editor holds it. */
export interface PanelBuffer {
  /** Its text, with the line ends of the file. */
  readonly text: string;
  /** The text that is stored; null where none is. */
  readonly stored: string | null;
  /** How its lines end. */
  readonly ends: TextEnds;
  /** Counts its changes. */
  readonly version: number;
}

/** What is going on, and how far it is. */
export interface PanelTask {
  /** What it is, for people. */
  readonly name: string;
  /** How far it is; null where that is not told. */
  readonly progress: ApplyProgress | null;
  /** Stops it. */
  readonly abort: AbortController;
}

/** What the last action came to. */
export interface PanelNotice {
  /** How it is to be taken. */
  readonly tone: 'good' | 'bad' | 'plain';
  /** What there is to say, for people. */
  readonly text: string;
  /** What stood in the way. */
  readonly diagnostics: readonly Diagnostic[];
}

/** What is shown beside the problems. */
export type PanelDetails =
  /** What a finding means. */
  | { readonly kind: 'finding'; readonly fingerprint: string }
  /** One box of the map: the first of its regions, and how many. */
  | { readonly kind: 'box'; readonly first: number; readonly count: number };

/** All that the panel shows. */
export interface PanelState {
  /** Which workspace is open. */
  readonly sample: Sample;
  /** Whether it is there yet. */
  readonly phase: 'opening' | 'ready' | 'failed';
  /** Where the packer runs. */
  readonly host: 'worker' | 'page';
  /** The files. */
  readonly files: readonly PanelFile[];
  /** The files that the editor holds. */
  readonly buffers: ReadonlyMap<string, PanelBuffer>;
  /** The file that is open; null where none is. */
  readonly open: string | null;
  /** The beginning of the open file where it is no text; null else. */
  readonly bytes: Uint8Array | null;
  /** The workspace in short; null until it is there. */
  readonly summary: SessionSummary | null;
  /** Findings by file. */
  readonly findings: ReadonlyMap<string, readonly Diagnostic[]>;
  /** Ways to mend findings, by fingerprint. */
  readonly actions: ReadonlyMap<string, readonly SessionCodeAction[]>;
  /** The built archive; null where there is none. */
  readonly archive: ArchiveDescription | null;
  /** What is explained; null where nothing is. */
  readonly details: PanelDetails | null;
  /** The plan that is shown before it is applied; null where none is. */
  readonly preview: PlanPreview | null;
  /** What is going on; null where nothing is. */
  readonly task: PanelTask | null;
  /** What the last action came to; null before the first. */
  readonly notice: PanelNotice | null;
}
