import type { LeftOutFile, MigratedFile, MigrationReport } from 'prometeu-packer';
import { escapeText } from 'prometeu-packer/report';

const REASONS: Readonly<Record<LeftOutFile['reason'], string>> = {
  unregistered: 'no record gives it an identity',
  'not-asked-for': 'not asked for',
};

function fileLines({ file, found, target, steps, deprecated, unknownKeys }: MigratedFile): readonly string[] {
  const ids = steps.map(({ id }) => id).join(', ');
  return [
    `migrate  ${escapeText(file)}  version ${found} -> ${target}  (${ids})`,
    ...(deprecated === null ? [] : [`  release ${deprecated.removedIn} will not read version ${deprecated.version}`]),
    ...unknownKeys.map((pointer) => `  keeps ${escapeText(pointer)}, which no version knows`),
  ];
}

/** What a migration does, file by file, and what it leaves as it is; for people. */
export function migrationLines({ files, leftOut }: MigrationReport): readonly string[] {
  const lines = [...files.flatMap(fileLines), ...leftOut.map(({ file, reason }) => `leave  ${escapeText(file)}  (${REASONS[reason]})`)];
  return lines.length === 0 ? [] : [...lines, ''];
}
