// Makes the files of something new, complete but for texts that a person has to write. docs/contributing.md has the recipes.
// `npm run scaffold -- diagnostic CODE --area AREA [--severity SEVERITY]`, `… schema-version asset|registry`,
// `… mutation KIND --key KEY`
import { parseArgs } from 'node:util';
import { scaffoldDiagnostic } from './scaffold-diagnostic.mjs';
import { placeholder } from './scaffold-files.mjs';
import { scaffoldMutation } from './scaffold-mutation.mjs';
import { scaffoldSchemaVersion } from './scaffold-schema-version.mjs';

const scaffolds = { diagnostic: scaffoldDiagnostic, 'schema-version': scaffoldSchemaVersion, mutation: scaffoldMutation };

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { area: { type: 'string' }, severity: { type: 'string' }, key: { type: 'string' } },
});
const [what = '', name] = positionals;
try {
  if (!Object.hasOwn(scaffolds, what)) throw new Error(`expected one of ${Object.keys(scaffolds).join(', ')}`);
  const changed = await scaffolds[what](name, values);
  console.log(`${changed.join('\n')}\n\nNow replace every text that begins with ${placeholder}, and go on as docs/contributing.md says.`);
} catch (thrown) {
  console.error(thrown.message);
  process.exitCode = 1;
}
