import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { mutationGroups } from './mutation-groups.mjs';

// npm run test:mutation -- <group …> [--files a.ts,b.ts]
const { values, positionals } = parseArgs({ allowPositionals: true, options: { files: { type: 'string' } } });
const groups = positionals.length === 0 ? Object.keys(mutationGroups) : positionals;
const unknown = groups.filter((group) => !(group in mutationGroups));
if (unknown.length > 0) {
  console.error(`Unknown: ${unknown.join(', ')}. Groups: ${Object.keys(mutationGroups).join(', ')}.`);
  process.exit(2);
}
for (const group of groups) {
  const env = { ...process.env, MUTATION_GROUP: group, ...(values.files !== undefined && { MUTATION_FILES: values.files }) };
  const { status } = spawnSync('npx', ['stryker', 'run', 'etc/stryker.config.mjs'], { env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
