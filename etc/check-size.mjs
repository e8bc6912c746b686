// Holds what the package weighs in somebody's bundle below the limits of etc/size-limits.json. With --parts it tells of
// which packages the bytes are, with --json it answers the figures.
import { readFileSync } from 'node:fs';
import { measureSize } from './measure-size.mjs';

const limits = JSON.parse(readFileSync(new URL('./size-limits.json', import.meta.url), 'utf8'));
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(8);
const rows = await Promise.all(limits.map(async ({ what, limit, ...imported }) => ({ what, limit, ...(await measureSize(imported)) })));

if (process.argv.includes('--json'))
  console.log(JSON.stringify(rows.map(({ what, limit, bytes, gzip }) => ({ what, limit, bytes, gzip }))));
else {
  console.log(`${'kB'.padEnd(48)} minified     gzip    limit`);
  for (const { what, limit, bytes, gzip, parts } of rows) {
    console.log(
      `${what.padEnd(48)} ${kilobytes(bytes)} ${kilobytes(gzip)} ${kilobytes(limit * 1000)}${gzip > limit * 1000 ? ' OVER' : ''}`,
    );
    if (!process.argv.includes('--parts')) continue;
    for (const [part, inIt] of [...parts].sort((a, b) => b[1] - a[1])) console.log(`    ${part.padEnd(44)} ${kilobytes(inIt)}`);
  }
}
if (rows.some(({ gzip, limit }) => gzip > limit * 1000)) {
  console.error('over its limit: make it smaller, or raise the limit in etc/size-limits.json and say why');
  process.exitCode = 1;
}
