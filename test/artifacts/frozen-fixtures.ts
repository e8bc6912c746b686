import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { versionSurfaces, type VersionSurface } from '../../src/artifacts/version-surfaces.js';

const root = join(import.meta.dirname, '../../fixtures/versions');

/** What case.json says; which of it there is depends on the case. */
export interface CaseFacts {
  /** One sentence. */
  readonly about: string;
  /** What a step that declares identity is given: a uuid or null for an asset, uuids by root for a registry. */
  readonly identity?: string | null | Readonly<Record<string, string>>;
  /** The class of its version. */
  readonly class?: string;
  /** The codes of all findings, in order. */
  readonly codes?: readonly string[];
}

/** A frozen case: fixtures/versions/<surface>/<group>/<name>. */
export interface FrozenCase {
  /** What its version is of. */
  readonly surface: VersionSurface;
  /** Where its version stands. */
  readonly group: 'in-the-window' | 'from-the-future' | 'below-the-window';
  /** The version. */
  readonly version: number;
  /** Folder below fixtures/versions. */
  readonly folder: string;
  /** case.json. */
  readonly facts: CaseFacts;
  /** The names of all files that it has to have. */
  readonly files: readonly string[];
}

/** The bytes of a file of a case. */
export const bytesOf = ({ folder }: FrozenCase, file: string): Uint8Array => new Uint8Array(readFileSync(join(root, folder, file)));

/** The text of a file of a case, as it stands. */
export const textOf = (frozen: FrozenCase, file: string): string =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytesOf(frozen, file));

/** The value of a JSON file of a case. */
export const valueOf = (frozen: FrozenCase, file: string): unknown => JSON.parse(textOf(frozen, file));

const versionIn = (name: string | undefined): number => Number(/^v(0|[1-9][0-9]*)$/.exec(name ?? '')?.[1] ?? Number.NaN);

const isSurface = (name: string | undefined): name is VersionSurface => Object.hasOwn(versionSurfaces, name ?? '');

function filesOf({ surface, group, version, facts }: Omit<FrozenCase, 'files'>): readonly string[] {
  const isArchive = surface === 'archive-envelope' || surface === 'archive-header';
  if (group !== 'in-the-window') return ['case.json', isArchive ? 'in.pa' : 'in.json'];
  if (surface === 'archive-envelope') return ['case.json', 'in.pa', 'prelude.json'];
  if (surface === 'cache') return ['case.json', 'in.json']; // no version of it is brought to another: it is thrown away
  const { current } = versionSurfaces[surface];
  const steps = Array.from({ length: current - version }, (_, index) => `step-${version + index}-to-${version + index + 1}.json`);
  const isWritten = version < current && !(surface === 'asset' && facts.identity === null);
  return ['case.json', 'in.json', ...(isWritten ? ['out.json'] : []), ...steps];
}

function caseAt(folder: string): FrozenCase | null {
  const [surface, group, name, ...deeper] = folder.split('/');
  const isOutside = group === 'from-the-future' || group === 'below-the-window';
  const version = versionIn(isOutside ? name : group);
  if (!isSurface(surface) || Number.isNaN(version) || name === undefined || deeper.length > 0) return null;
  const facts = JSON.parse(readFileSync(join(root, folder, 'case.json'), 'utf8')) as CaseFacts;
  const found = { surface, group: isOutside ? group : 'in-the-window', version, folder, facts } as const;
  return { ...found, files: filesOf(found) };
}

/** Every file under fixtures/versions, by its path below that folder. */
export function frozenFiles(): readonly string[] {
  const entries = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  return entries
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Every case, found by its case.json. */
export function frozenCases(): readonly FrozenCase[] {
  const folders = frozenFiles()
    .filter((path) => path.endsWith('/case.json'))
    .map((path) => path.slice(0, -'/case.json'.length));
  return folders.map(caseAt).filter((found) => found !== null);
}
