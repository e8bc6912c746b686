import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { PreviewRequest, SessionEvent, WireResult } from 'prometeu-packer/studio';
import type { SessionOperation } from '../../src/studio/session-operation.js';

const root = resolve(import.meta.dirname, '../../fixtures/studio');

/** One step of a flow. In texts, `$NAME` stands for the digest of the preview that was given this name. */
export type FlowStep =
  /** Calls the session. */
  | { readonly call: SessionOperation; readonly argument?: unknown; readonly as?: string }
  /** Previews a plan and applies it. */
  | { readonly carryOut: PreviewRequest }
  /** Another program changes files: their texts, null for those that go, a `from` for a copy of another file. */
  | { readonly write: Readonly<Record<string, string | null>> }
  /** The editor reports changes. */
  | { readonly notify: readonly string[] | null };

/** A flow, as its file has it. */
export interface Flow {
  /** Its folder. */
  readonly name: string;
  /** What it shows. */
  readonly about: string;
  /** The workspace that it begins with. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What is done. */
  readonly steps: readonly FlowStep[];
}

/** What came of a step. */
export interface FlowRecord {
  /** The step. */
  readonly step: FlowStep;
  /** What it was answered with; null where it is none of the session's calls. */
  readonly answer: WireResult<unknown> | null;
  /** What was told since the step before, but for progress, whose steps depend on the host. */
  readonly events: readonly Exclude<SessionEvent, { readonly kind: 'progress' }>[];
}

/** What is expected of a flow. */
export interface FlowTranscript {
  /** Step by step. */
  readonly records: readonly FlowRecord[];
  /** The workspace afterwards: SHA-256 of each file, by path. */
  readonly files: Readonly<Record<string, string>>;
}

function filesUnder(folder: string): ReadonlyMap<string, Uint8Array> {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name)).sort();
  return new Map(paths.map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), new Uint8Array(readFileSync(path))]));
}

/** The names of everything under fixtures/studio. */
export function flowNames(): readonly string[] {
  return readdirSync(root).sort();
}

/** The files of a flow's folder, but for those of its workspace. */
export function flowFiles(name: string): readonly string[] {
  return readdirSync(join(root, name)).sort();
}

/** Reads a flow: its workspace is that of `from`, with the files of `workspace` over it. */
export function readFlow(name: string): Flow {
  const {
    about,
    from,
    without = [],
    steps,
  } = JSON.parse(readFileSync(join(root, name, 'flow.json'), 'utf8')) as {
    readonly about: string;
    readonly from?: string;
    readonly without?: readonly string[];
    readonly steps: readonly FlowStep[];
  };
  const base = from === undefined ? new Map<string, Uint8Array>() : filesUnder(resolve(root, '..', from));
  const files = new Map([...base, ...filesUnder(join(root, name, 'workspace'))]);
  for (const path of without) files.delete(path);
  return { name, about, files, steps };
}

/** Where what is expected of a flow stands. */
export function transcriptPath(name: string): string {
  return join(root, name, 'expected.json');
}
