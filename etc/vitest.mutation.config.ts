import { resolve } from 'node:path';
import type { ViteUserConfig } from 'vitest/config';
import { HeavyLast } from './heavy-last.js';
import { createKeptWorker } from './kept-worker.js';
import { mutationGroups } from './mutation-groups.mjs';
import { suite } from './vitest.shared.js';

type Plugin = Extract<NonNullable<ViteUserConfig['plugins']>[number], { readonly name: string }>;

const here = import.meta.dirname;
const group = process.env['MUTATION_GROUP'] ?? '';
if (!Object.hasOwn(mutationGroups, group)) throw new Error(`MUTATION_GROUP is none of ${Object.keys(mutationGroups).join(', ')}.`);
const { tests } = mutationGroups[group as keyof typeof mutationGroups];

const stand: Plugin = {
  name: 'stand-ins',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id.endsWith('/base/once.js')) return resolve(here, 'once-a-mutant.ts');
    if (id === '@noble/hashes/sha2.js') return resolve(here, 'native-sha2.ts');
    const isTest = importer?.endsWith('/capped-fast-check.ts') === false;
    return id === 'fast-check' && isTest ? resolve(here, 'capped-fast-check.ts') : undefined;
  },
  // Stryker asks for threads on its own.
  configureVitest({ project }) {
    const runner = createKeptWorker();
    Object.assign(project.config, { pool: runner.name, poolRunner: runner });
  },
};

const config: ViteUserConfig = {
  ...suite({
    include: tests.map((glob) => (glob.endsWith('/**') ? `${glob}/*.test.ts` : glob)),
    isolate: false,
    fileParallelism: false,
    sequence: { sequencer: HeavyLast },
    setupFiles: ['etc/mutation-setup.ts'],
    testTimeout: 60_000,
    teardownTimeout: 500,
  }),
  plugins: [stand],
};

export default config;
