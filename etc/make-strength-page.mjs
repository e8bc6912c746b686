import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mutationGroups } from './mutation-groups.mjs';
import { explainSurvivor, KINDS } from './survivors.mjs';

// Takes what `npm run coverage` and `npm run test:mutation` left in build/ into docs/strength.json, and writes docs/strength.md from it.
const root = resolve(import.meta.dirname, '..');
const at = (path) => resolve(root, path);
const readIf = (path) => (existsSync(at(path)) ? JSON.parse(readFileSync(at(path), 'utf8')) : null);
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
const percent = (part, whole) => (whole === 0 ? 100 : (100 * part) / whole).toFixed(2);

const record = readIf('docs/strength.json') ?? { coverage: null, mutation: {} };
const stamp = { date: new Date().toISOString().slice(0, 10), commit: process.env.STRENGTH_COMMIT ?? git('rev-parse', '--short', 'HEAD') };

function coverageOf(summary) {
  const folders = new Map();
  for (const [file, { branches }] of Object.entries(summary)) {
    if (file === 'total') continue;
    const folder = /\/src\/([^/]+)\//.exec(file.replaceAll('\\', '/'))?.[1] ?? '?';
    const sum = folders.get(folder) ?? { total: 0, covered: 0 };
    folders.set(folder, { total: sum.total + branches.total, covered: sum.covered + branches.covered });
  }
  return { ...stamp, folders: Object.fromEntries([...folders].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join('\n').replace(/\s+/g, ' ');
}

const short = (text) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);

/** How many mutants of each file were tested. */
const filesOf = ({ files }) =>
  Object.fromEntries(
    Object.entries(files)
      .map(([file, { mutants }]) => [file, mutants.filter(({ status }) => status !== 'Ignored').length])
      .filter(([, tested]) => tested > 0),
  );

function mutationOf(report) {
  const count = { Killed: 0, Timeout: 0, Survived: 0, NoCoverage: 0, Ignored: 0 };
  const survivors = [];
  for (const [file, { source, mutants }] of Object.entries(report.files)) {
    for (const { status, mutatorName, location, replacement = '' } of mutants) {
      count[status] = (count[status] ?? 0) + 1;
      if (status !== 'Survived' && status !== 'NoCoverage') continue;
      const [from, to] = [short(textAt(source, location)), short(replacement.replace(/\s+/g, ' '))];
      survivors.push({
        file,
        line: location.start.line,
        mutator: mutatorName,
        from,
        to,
        ...(status === 'NoCoverage' && { uncovered: true }),
      });
    }
  }
  return { ...stamp, ...(report.planned !== undefined && { planned: report.planned }), ...count, files: filesOf(report), survivors };
}

/** What a run that was stopped had tested by then, as a report; null where there is none. */
function reportOfStopped(group) {
  const folder = `build/mutation/events-${group}`;
  if (!existsSync(at(folder))) return null;
  const names = readdirSync(at(folder)).sort();
  const plan = names.find((name) => name.includes('onMutationTestingPlanReady'));
  if (plan === undefined) return null;
  const files = {};
  for (const name of names.filter((each) => each.includes('onMutantTested'))) {
    const { fileName, ...mutant } = readIf(`${folder}/${name}`);
    const file = fileName.slice(fileName.lastIndexOf('/src/') + 1);
    files[file] ??= { source: readFileSync(at(file), 'utf8'), mutants: [] };
    files[file].mutants.push(mutant);
  }
  return { files, planned: readIf(`${folder}/${plan}`).mutantPlans.length };
}

const summary = readIf('build/coverage/coverage-summary.json');
if (summary !== null) record.coverage = coverageOf(summary);
for (const group of Object.keys(mutationGroups)) {
  const report = readIf(`build/mutation/${group}.json`) ?? reportOfStopped(group);
  if (report !== null) record.mutation[group] = mutationOf(report);
}
writeFileSync(at('docs/strength.json'), `${JSON.stringify(record, null, 1)}\n`);

const code = (text) => `\`${text.replaceAll('`', "'").replaceAll('|', '\\|')}\``;

function coverageSection({ folders, date, commit }) {
  const rows = Object.entries(folders).map(
    ([folder, { covered, total }]) => `| ${folder} | ${total} | ${covered} | ${percent(covered, total)} % |`,
  );
  const [covered, total] = ['covered', 'total'].map((key) => Object.values(folders).reduce((sum, folder) => sum + folder[key], 0));
  return [
    `Branches that a test takes, over the folders of the core, as V8 counts them; ${date}, at \`${commit}\`. \`npm run coverage\` fails under 95 % of the whole.`,
    'Validators that are generated (`*.validator.ts`) are left out: `test/validators` holds each equal to its schema, value by value. A part of what is not',
    'taken cannot be: the compiler asks for a fallback at each index into a list (`list[index] ?? 0`), also where the index is inside it.',
    '',
    '| folder | branches | taken | |',
    '|---|---:|---:|---:|',
    ...rows,
    `| **all** | **${total}** | **${covered}** | **${percent(covered, total)} %** |`,
  ];
}

function notRun(mutation) {
  const groups = Object.keys(mutationGroups).filter((group) => !Object.hasOwn(mutation, group));
  const stopped = Object.keys(mutation).filter((group) => mutation[group].planned !== undefined);
  return [
    ...(stopped.length === 0
      ? []
      : [
          '',
          `Stopped before the end, the rest was not tested: ${stopped.join(', ')}. What no test reaches is counted first, and so weighs more here than it would in the whole.`,
        ]),
    ...(groups.length === 0 ? [] : ['', `Not run yet: ${groups.join(', ')}.`]),
  ];
}

const scoreOf = ({ Killed, Timeout, Survived, NoCoverage }) => percent(Killed + Timeout, Killed + Timeout + Survived + NoCoverage);

function rowOf(name, it, stamped) {
  const total = it.Killed + it.Timeout + it.Survived + it.NoCoverage;
  const tested = `${total}${it.planned === undefined ? '' : ` of ${it.planned}`}`;
  return `| ${name} | ${tested} | ${it.Killed} | ${it.Timeout} | ${it.Survived} | ${it.NoCoverage} | **${scoreOf(it)} %** | ${it.Ignored} | ${stamped} |`;
}

const addUp = (a, b) =>
  Object.fromEntries(['Killed', 'Timeout', 'Survived', 'NoCoverage', 'Ignored'].map((status) => [status, a[status] + b[status]]));

function mutationTable(mutation) {
  const parts = Object.keys(mutation)
    .filter((group) => group.startsWith('plans-'))
    .map((group) => mutation[group]);
  return [
    '| group | mutants | killed | timeout | survived | no test | score | static, left out | date | commit |',
    '|---|---:|---:|---:|---:|---:|---:|---:|---|---|',
    ...Object.entries(mutation).map(([group, it]) => rowOf(group, it, `${it.date} | \`${it.commit}\``)),
    ...(parts.length > 1 ? [rowOf('**plans**, all of it', parts.reduce(addUp), ' | ')] : []),
  ];
}

function survivorSection(group, { survivors }) {
  const explained = survivors.map((survivor) => ({ ...survivor, ...explainSurvivor(survivor) }));
  const parts = Object.entries(KINDS).flatMap(([kind, title]) => {
    const own = explained.filter((survivor) => survivor.kind === kind);
    if (own.length === 0) return [];
    const lines = own.map(
      ({ file, line, from, to, why }) => `- ${file.replace('src/', '')}:${line} ${code(from)} → ${code(to)}${why === '' ? '' : `: ${why}`}`,
    );
    return [`**${title}** (${own.length})`, '', ...lines, ''];
  });
  return [`### ${group}`, '', ...parts];
}

const page = [
  '# How strong the tests are',
  '',
  'Written by `node etc/make-strength-page.mjs` from `docs/strength.json`, which holds the last runs. Do not edit.',
  '',
  '## Branches',
  '',
  ...(record.coverage === null ? ['Not measured yet.'] : coverageSection(record.coverage)),
  '',
  '## Mutants',
  '',
  'Stryker changes one thing of a file at a time; a test has to fail. `npm run test:mutation -- <group>`; the groups and the tests that may kill stand in',
  '`etc/mutation-groups.mjs`. Texts for people are not mutated (`etc/ignore-messages.mjs`), since no test asserts them, and neither are values that are made once while a',
  'file is loaded ("static"): a thread that is kept from mutant to mutant would not see them. Properties run 60 times each, so that a few mutants live here that the whole',
  'suite would kill. The goal is 85 %.',
  '',
  ...mutationTable(record.mutation),
  ...notRun(record.mutation),
  '',
  '## Survivors',
  '',
  ...Object.entries(record.mutation).flatMap(([group, run]) => survivorSection(group, run)),
];
writeFileSync(at('docs/strength.md'), `${page.join('\n').replace(/\n+$/, '')}\n`);
