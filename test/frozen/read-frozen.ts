import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareStrings } from 'prometeu-packer';
import type { Verdict } from './examine-case.js';
import { caseOfFiles, type FrozenCase } from './frozen-case.js';
import type { FrozenLock } from './frozen-lock.js';
import type { CaseRecords, Superseded } from './superseded.js';

/** A case with what was recorded of it. */
export interface ReadCase extends CaseRecords {
  readonly frozen: FrozenCase;
  /** Files of its folder that nothing looks at. */
  readonly unread: readonly string[];
}

/** Everything below fixtures/frozen. */
export interface FrozenTree {
  readonly lock: FrozenLock;
  /** The files of each version, by path below its folder. */
  readonly versions: ReadonlyMap<string, ReadonlyMap<string, Uint8Array>>;
  readonly cases: readonly ReadCase[];
  /** The later records of each folder that has some. */
  readonly superseded: ReadonlyMap<string, Superseded>;
  /** Names of later records that are of no case. */
  readonly strays: readonly string[];
}

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

function filesBelow(folder: string): ReadonlyMap<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  const paths = entries.map(({ parentPath, name }) =>
    join(parentPath, name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/'),
  );
  return new Map(paths.sort(compareStrings).map((path) => [path, Uint8Array.from(readFileSync(join(folder, path)))]));
}

function supersededIn(files: ReadonlyMap<string, Uint8Array>): Superseded {
  return files.has('superseded.json') ? (JSON.parse(decode(files.get('superseded.json'))) as Superseded) : {};
}

/** Reads fixtures/frozen: its lock, and every case of every version. */
export function readFrozen(root: string): FrozenTree {
  const names = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const versions = new Map(names.map(({ name }) => [name, filesBelow(join(root, name))]));
  const superseded = new Map([...versions].map(([version, files]) => [version, supersededIn(files)]));
  const laterOf = (key: string): Readonly<Record<string, Verdict>> =>
    Object.fromEntries(
      [...superseded].flatMap(([version, records]) => {
        const { expected } = records[key] ?? {};
        return expected === undefined ? [] : [[version, expected]];
      }),
    );
  const cases = [...versions].flatMap(([version, files]) => {
    const folders = new Set([...files.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''));
    return [...folders].map((name): ReadCase => {
      const own = [...files]
        .filter(([path]) => path.startsWith(`${name}/`))
        .map(([path, bytes]) => [path.slice(name.length + 1), bytes] as const);
      const read = caseOfFiles(name, new Map(own));
      const expected = JSON.parse(decode(files.get(`${name}/expected.json`))) as Verdict;
      return { ...read, version, expected, later: laterOf(`${version}/${name}`) };
    });
  });
  const keys = new Set(cases.map(({ version, frozen }) => `${version}/${frozen.name}`));
  const strays = [...superseded.values()].flatMap((records) => Object.keys(records).filter((key) => !keys.has(key)));
  const lock = JSON.parse(readFileSync(join(root, 'lock.json'), 'utf8')) as FrozenLock;
  return { lock, versions, cases, superseded, strays };
}
