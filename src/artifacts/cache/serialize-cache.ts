import type { ComputePort } from '../../ports/compute-port.js';
import { digestText } from '../../ports/digest-text.js';
import { nameOf, parentOf, type WorkspacePath } from '../../paths/workspace-path.js';
import { CACHE_RULES } from './cache-rules.js';
import { allRememberedFolders } from './remembered-folders.js';
import type { CacheContent, PublishedBuild, PublishedFile, RememberedFolder } from './model.js';

/** What a file was read as, by its number in a cache. */
export const CACHE_KINDS = ['document', 'raw', 'png', 'wav'] as const;

/** Added to the number of a kind where the time of a file is no proof. */
export const UNSETTLED = 4;

/** Added to the number of a kind where something was found in a file. */
export const UNSOUND = 8;

/** Added to the number of a kind where a file has no digest. */
export const UNREAD = 16;

/** What stands between two names: no name holds it. */
export const BETWEEN_NAMES = '/';

/** What stands before the digest: with it a cache of this version begins, and no other text is one. */
export const CACHE_OPENING = '{\n"schema_version":1,\n"digest":"';

/** What stands between the digest and everything that it is of. */
export const CACHE_AFTER_DIGEST = '",\n';

function publishedFields(published: PublishedBuild | null) {
  const fields = ({ size, modifiedMs, sha256 }: PublishedFile) => [size, modifiedMs, sha256];
  if (published === null) return null;
  return [published.plan, published.findings, fields(published.archive), ...published.companions.map(fields)];
}

/** Columns rather than rows: few long strings and lists of numbers, which are read many times faster than many small ones. */
function columnsOf(folders: readonly RememberedFolder[]) {
  const places = new Map<WorkspacePath, number>(folders.map(({ path }, index) => [path, index]));
  const rows = folders.flatMap(({ files, unsettled }) => [
    ...files.map((file) => ({ file, isProof: true })),
    ...unsettled.map((file) => ({ file, isProof: false })),
  ]);
  return {
    folder_names: folders.map(({ path }) => nameOf(path)).join(BETWEEN_NAMES),
    folder_parents: folders.map(({ path }) => places.get(parentOf(path) ?? path) ?? -1),
    folder_times: folders.map(({ modifiedMs }) => modifiedMs ?? 0),
    untimed: folders.flatMap(({ modifiedMs }, index) => (modifiedMs === null ? [index] : [])),
    listings: folders.map(({ listing }) => listing ?? '').join(''),
    file_counts: folders.map(({ files, unsettled }) => files.length + unsettled.length),
    file_names: rows.map(({ file }) => file.name).join(BETWEEN_NAMES),
    file_kinds: rows.map(({ file, isProof }) => {
      const flags = (isProof ? 0 : UNSETTLED) + (file.sound ? 0 : UNSOUND) + (file.sha256 === null ? UNREAD : 0);
      return CACHE_KINDS.indexOf(file.kind) + flags;
    }),
    file_sizes: rows.map(({ file }) => file.size),
    file_times: rows.map(({ file }) => file.modifiedMs),
    digests: rows.map(({ file }) => file.sha256 ?? '').join(''),
  };
}

/** The text of a cache: keys in one order, one a line, and after the version a digest of everything that follows it. */
export function serializeCache(content: CacheContent, compute: Pick<ComputePort, 'sha256'>): string {
  const { how, snapshot, published, folders } = content;
  const { id, counts } = snapshot;
  const fields = {
    rules: CACHE_RULES,
    how,
    snapshot: [id, counts.error, counts.warning, counts.info],
    published: publishedFields(published),
    ...columnsOf(allRememberedFolders(folders)),
  };
  const lines = Object.entries(fields).map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`);
  const rest = `${lines.join(',\n')}\n}\n`;
  return `${CACHE_OPENING}${digestText(rest, compute)}${CACHE_AFTER_DIGEST}${rest}`;
}
