import { ok } from 'neverthrow';
import type { AssetReader } from '../../artifacts/asset/create-asset-reader.js';
import type { ParsedAsset } from '../../artifacts/asset/parsed-asset.js';
import type { SortedMap } from '../../base/sorted-map.js';
import type { PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { ReadPort } from '../../ports/read-port.js';
import { claimOf } from '../accept-workspace.js';
import type { FileReading } from '../file-reading.js';
import { declarationOf } from '../input-tree.js';
import type { ObserveOptions } from '../observe-workspace.js';
import { parsedAssetOf, type Unreadable } from '../parsed-of.js';
import { rereadFiles } from '../reread-files.js';
import type { FollowedDeclaration } from './live-state.js';

/** What the port answered for declarations, by root. */
export type DeclarationAnswers = ReadonlyMap<string, PortResult<FileReading<ParsedAsset>>>;

/** Reads declarations, each parsed only where its bytes are others. */
export async function readDeclarations(
  read: ReadPort,
  roots: Iterable<string>,
  known: SortedMap<FollowedDeclaration>,
  { reader, compute, json, signal }: Pick<ObserveOptions, 'compute' | 'json' | 'signal'> & { readonly reader: Pick<AssetReader, 'parse'> },
): Promise<PortResult<DeclarationAnswers>> {
  const wanted = [...roots];
  if (wanted.length === 0) return ok(new Map());
  const requests = wanted.map((root) => ({ path: declarationOf(root), known: known.get(root)?.answer }));
  const ran = await rereadFiles<ParsedAsset>(read, requests, {
    isKnown: () => false,
    stats: new Map(),
    maxBytes: json.maxBytes,
    compute,
    parse: (bytes, path) => reader.parse(bytes, path),
    latestMs: -Infinity,
    signal,
  });
  return ran.map(
    ({ answers }) => new Map(wanted.map((root, index) => [root, answers[index] ?? portFailure('broken', 'read', declarationOf(root))])),
  );
}

/** Makes of an answer what is known of a declaration: what was known, where it is the same. */
export function followDeclaration(
  root: string,
  answer: PortResult<FileReading<ParsedAsset>>,
  before: FollowedDeclaration | undefined,
  unreadable: Unreadable,
): FollowedDeclaration {
  const parsed = parsedAssetOf(declarationOf(root), answer, unreadable);
  const isSame = answer.isOk()
    ? before?.parsed === parsed
    : before?.answer.isErr() === true &&
      JSON.stringify([before.answer.error, before.parsed.diagnostics]) === JSON.stringify([answer.error, parsed.diagnostics]);
  return isSame && before !== undefined ? before : { answer, parsed, claim: claimOf(parsed) };
}
