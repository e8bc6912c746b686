import { ok } from 'neverthrow';
import type { AssetReader } from '../../artifacts/asset/create-asset-reader.js';
import { assetDescriptor } from '../../artifacts/asset/descriptor.js';
import type { ParsedAsset } from '../../artifacts/asset/parsed-asset.js';
import type { SortedMap } from '../../base/sorted-map.js';
import type { PortResult } from '../../ports/port-error.js';
import { portFailure } from '../../ports/port-failure.js';
import type { ReadPort } from '../../ports/read-port.js';
import { claimOf } from '../accept-workspace.js';
import type { FileReading } from '../file-reading.js';
import { declarationOf } from '../input-tree.js';
import { diagnoseUnread, type ObserveOptions, unread } from '../observe-workspace.js';
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
  unreadable: { readonly told: { readonly has: (path: string) => boolean }; readonly maxBytes: number },
): FollowedDeclaration {
  return answer.match(
    ({ parsed }) => (before?.parsed === parsed ? before : { answer, parsed, claim: claimOf(parsed) }),
    (error) => {
      const path = declarationOf(root);
      const diagnostics = diagnoseUnread(error, assetDescriptor, unreadable.told, unreadable.maxBytes);
      const parsed: ParsedAsset = { ...unread(path, diagnostics), claim: { kind: 'unknown' } };
      const isSame =
        before?.answer.isErr() === true &&
        JSON.stringify([before.answer.error, before.parsed.diagnostics]) === JSON.stringify([error, diagnostics]);
      return isSame ? before : { answer, parsed, claim: claimOf(parsed) };
    },
  );
}
