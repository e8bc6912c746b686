import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { placeholder, scaffoldFiles } from './scaffold-files.mjs';

const frozenFolder = join(resolve(import.meta.dirname, '..'), 'fixtures/versions');

/** Where the current version of each artifact is written into a value, besides its own room. */
const writers = {
  asset: [['src/plans/register/plan-registration.ts', (version) => `schema_version: ${version},\n`]],
  registry: [
    ['src/plans/register/plan-registration.ts', (version) => `schema_version: ${version}, project_uuid`],
    ['src/plans/resolve/plan-resolution.ts', (version) => `schema_version: ${version}, project_uuid`],
    ['src/plans/mutate/plan-mutations.ts', (version) => `schema_version: ${version}, project_uuid`],
    ['src/artifacts/registry/scan-house-registry.ts', (version) => `schema_version: ${version}, project_uuid`],
    ['src/artifacts/registry/scan-house-registry.ts', (version) => `"schema_version": ${version},`],
    ['src/artifacts/registry/scan-house-registry.ts', (version) => `packer writes it: version ${version},`],
  ],
};

/** The next version of an artifact that is migrated: schema, validator, step, numbers, frozen files. It is the last one under a new number. */
export async function scaffoldSchemaVersion(artifact) {
  if (!Object.hasOwn(writers, artifact))
    throw new Error(`expected one of ${Object.keys(writers).join(', ')}: what the packer makes anew has no steps`);
  const files = scaffoldFiles();
  const room = `src/artifacts/${artifact}`;
  const last = Number(/current: (\d+)/.exec(files.read(`${room}/descriptor.ts`))?.[1]);
  const next = last + 1;
  addSource(files, { artifact, room, last, next });
  for (const [path, textOf] of writers[artifact]) files.replace(path, textOf(last), textOf(next));
  files.change('etc/format-notes.mjs', (text) =>
    text.replace(new RegExp(`(\\n  ${artifact}: \\{(?:\\n    \\d+: .*)*)`), `$1\n    ${next}: '${placeholder} what it brought.',`),
  );
  const released = freeze(files, { artifact, last, next });
  files.change('etc/schema-lock.json', (text) => {
    const lock = JSON.parse(text);
    for (const path of released) delete lock.fixtures[path];
    return JSON.stringify(lock);
  });
  return files.write();
}

function addSource(files, { artifact, room, last, next }) {
  const step = `v${last}-to-v${next}`;
  const renumber = (text) =>
    text
      .replaceAll(`V${last}`, `V${next}`)
      .replaceAll(`version ${last}`, `version ${next}`)
      .replaceAll(`literal(${last})`, `literal(${next})`)
      .replaceAll(`=== ${last}`, `=== ${next}`)
      .replaceAll(`!== ${last}`, `!== ${next}`)
      .replaceAll(`v${last}.schema`, `v${next}.schema`);
  for (const kind of ['schema', 'validator']) {
    files.add(`${room}/versions/v${next}.${kind}.ts`, renumber(files.read(`${room}/versions/v${last}.${kind}.ts`)));
  }
  files.add(
    `${room}/versions/${step}.ts`,
    `import { ok } from 'neverthrow';
import type { MigrationStep } from '../../../versioning/migration-step.js';

/** ${placeholder} what version ${next} brought, and why. */
export const ${artifact}StepV${last}ToV${next}: MigrationStep<unknown> = {
  artifact: '${artifact}',
  id: '${artifact}-${last}-to-${next}',
  from: ${last},
  to: ${next},
  summary: '${placeholder} what it changes, in one sentence.',
  touches: [],
  identity: 'none',
  run: (value) => ok({ ...value }),
};
`,
  );
  files.change(`${room}/descriptor.ts`, (text) =>
    text
      .replace(`current: ${last}`, `current: ${next}`)
      .replace(`<${next}'`, `<${next + 1}'`)
      .replace(/migratable: \[([^\]]*)\]/, `migratable: [$1, ${last}]`)
      .replace(`writable: [${last}]`, `writable: [${next}]`),
  );
  files.change(`${room}/model.ts`, (text) =>
    text
      .replace(`of version ${last}, the current one`, `of version ${next}, the current one`)
      .replace(`schema_version: ${last};`, `schema_version: ${next};`),
  );
  const chain = `${room}/${artifact}-chain.ts`;
  const lastImport = `import { ${artifact}ValidatorV${last} } from './versions/v${last}.validator.js';\n`;
  files.replace(
    chain,
    lastImport,
    `${lastImport}import { ${artifact}StepV${last}ToV${next} } from './versions/${step}.js';
import { ${artifact}SchemaV${next} } from './versions/v${next}.schema.js';
import { ${artifact}ValidatorV${next} } from './versions/v${next}.validator.js';\n`,
  );
  for (const kind of ['Schema', 'Validator']) {
    const entry = `    [${last}, ${artifact}${kind}V${last}],\n`;
    files.replace(chain, entry, `${entry}    [${next}, ${artifact}${kind}V${next}],\n`);
  }
  files.change(chain, (text) => text.replace(/steps: \[([^\]]*)\]/, `steps: [$1, ${artifact}StepV${last}ToV${next}]`));
}

/**
 * Frozen files of the new version, and what those of earlier ones become now. Of what is locked only two kinds change: what an old file
 * becomes in the end (`out.json`), and the file from the future whose version is not the future any more. Their entries in the lock are answered.
 */
function freeze(files, { artifact, last, next }) {
  const renumber = (text, from, to) =>
    text.replace(/("(?:[^"\\]|\\.)*")(\s*:\s*)(\d+)/g, (member, key, colon, number) =>
      JSON.parse(key) === 'schema_version' && Number(number) === from ? `${key}${colon}${to}` : member,
    );
  const released = [];
  const casesOf = (version) => readdirSync(join(frozenFolder, artifact, `v${version}`)).map((name) => `${artifact}/v${version}/${name}`);
  const versions = readdirSync(join(frozenFolder, artifact))
    .flatMap((name) => /^v(\d+)$/.exec(name)?.[1] ?? [])
    .map(Number);
  for (const version of versions) {
    for (const folder of casesOf(version)) {
      const path = (name) => `fixtures/versions/${folder}/${name}`;
      const names = readdirSync(join(frozenFolder, folder));
      const before = version === last ? 'in.json' : `step-${last - 1}-to-${last}.json`;
      files.add(path(`step-${last}-to-${next}.json`), renumber(files.read(path(before)), last, next));
      const facts = JSON.parse(files.read(path('case.json')));
      if (version === last && !(artifact === 'asset' && facts.identity === null)) {
        const text =
          artifact === 'asset' ? renumber(files.read(path('in.json')), last, next) : `${placeholder} what serializeRegistry gives.\n`;
        files.add(path('out.json'), text);
      } else if (names.includes('out.json')) {
        files.change(path('out.json'), (text) => renumber(text, last, next));
        released.push(`${folder}/out.json`);
      }
    }
  }
  for (const folder of casesOf(last)) {
    const path = (name) => `fixtures/versions/${folder}/${name}`;
    const fresh = (name) => `fixtures/versions/${folder.replace(`/v${last}/`, `/v${next}/`)}/${name}`;
    files.add(fresh('case.json'), files.read(path('case.json')));
    files.add(fresh('in.json'), renumber(files.read(path('in.json')), last, next));
  }
  const future = (version, name) => `fixtures/versions/${artifact}/from-the-future/v${version}/${name}`;
  for (const name of ['case.json', 'in.json']) {
    files.add(future(next + 1, name), renumber(files.read(future(next, name)), next, next + 1));
    files.remove(future(next, name));
    released.push(`${artifact}/from-the-future/v${next}/${name}`);
  }
  return released;
}
