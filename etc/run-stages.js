// Runs every gate, also after one has failed, and ends with a table and the line "N passed, N failed": stages and tests.
// `.ci/run [STAGE…]`; the output of each stage is kept in build/ci.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { scriptOf, stages } from './stages.js';
import { partSuites, suiteOf } from './suites.js';

const root = resolve(import.meta.dirname, '..');
const reports = resolve(root, 'build/ci');
const LIMIT_SECONDS = 900; // a gate that hangs is a gate that failed

/** @typedef {{ readonly passed: number, readonly failed: number }} Tests */
/** @typedef {{ readonly name: string, readonly ok: boolean, readonly seconds: number, readonly tests?: Tests }} Row */
/** @typedef {{ name: string, status: string, startTime: number, endTime: number, assertionResults: { status: string }[] }} FileReport */

/** @param {string} name @param {string} ending */
const reportFile = (name, ending) => resolve(reports, `${name.replaceAll(/\W/g, '-')}.${ending}`);

/**
 * Runs a program in a group of its own, shows and keeps what it prints, and ends all of it when its time is over.
 *
 * @param {string} name @param {string} program @param {readonly string[]} args
 * @returns {Promise<boolean>} whether it ended well.
 */
function runProgram(name, program, args) {
  const isWindows = process.platform === 'win32';
  const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], detached: !isWindows, shell: isWindows });
  const log = createWriteStream(reportFile(name, 'log'));
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (/** @type {Buffer} */ bytes) => {
      process.stdout.write(bytes);
      log.write(bytes);
    });
  }
  const end = () => {
    if (child.pid === undefined || child.exitCode !== null) return;
    if (isWindows) child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  };
  const limit = setTimeout(() => {
    log.write(`\nno end after ${LIMIT_SECONDS} s\n`);
    end();
  }, LIMIT_SECONDS * 1000);
  process.once('exit', end);
  return new Promise((done) => {
    const finish = (/** @type {boolean} */ ok) => {
      clearTimeout(limit);
      process.off('exit', end);
      log.end();
      done(ok);
    };
    child.once('error', () => finish(false));
    child.once('close', (code) => finish(code === 0));
  });
}

/** @param {string} name @returns {{ readonly tests: Tests, readonly files: readonly FileReport[] } | undefined} */
function readReport(name) {
  const file = reportFile(name, 'json');
  if (!existsSync(file)) return undefined;
  const { numPassedTests: passed, numFailedTests: failed, testResults: files } = JSON.parse(readFileSync(file, 'utf8'));
  return { tests: { passed, failed }, files };
}

/**
 * A row for each suite of a run. One of which nothing ran has failed.
 *
 * @param {readonly FileReport[]} files @returns {readonly Row[]}
 */
function partRows(files) {
  const named = files.map((file) => ({ ...file, suite: suiteOf(relative(root, file.name).replaceAll('\\', '/'))?.name }));
  return partSuites.map((suite) => {
    const own = named.filter((file) => file.suite === suite.name);
    const statuses = own.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status));
    const count = (/** @type {string} */ status) => statuses.filter((each) => each === status).length;
    const tests = { passed: count('passed'), failed: count('failed') };
    const ok = tests.passed > 0 && own.every(({ status }) => status === 'passed');
    const milliseconds = own.reduce((sum, { startTime, endTime }) => sum + endTime - startTime, 0);
    return { name: scriptOf(suite), ok, seconds: milliseconds / 1000, tests };
  });
}

/** @param {import('./stages.js').Stage} stage @returns {Promise<readonly Row[]>} */
async function runStage({ script, kind }) {
  const command = script === 'test' ? ['test', '--silent'] : ['run', '--silent', script];
  const reporters = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile(script, 'json')}`];
  const started = Date.now();
  console.log(`\n== npm ${command.join(' ')}`);
  const ended = await runProgram(script, 'npm', kind === 'command' ? command : [...command, ...reporters]);
  const report = kind === 'command' ? undefined : readReport(script);
  const ok = ended && (kind === 'command' || (report !== undefined && report.tests.failed === 0));
  const row = { name: script, ok, seconds: (Date.now() - started) / 1000, ...(report === undefined ? {} : { tests: report.tests }) };
  return kind === 'parts' ? [row, ...partRows(report?.files ?? [])] : [row];
}

/** @returns {Promise<readonly Row[]>} a row where something had to be installed. */
async function install() {
  const isInstalled = spawnSync('npm', ['ls', '--all'], { cwd: root, stdio: 'ignore', shell: process.platform === 'win32' }).status === 0;
  if (isInstalled) return [];
  const started = Date.now();
  console.log('\n== npm ci');
  const ok = await runProgram('npm ci', 'npm', ['ci']);
  return [{ name: 'npm ci', ok, seconds: (Date.now() - started) / 1000 }];
}

/** @param {Row} row @param {boolean} isPart */
function rowText({ name, ok, seconds, tests }, isPart) {
  const told = tests === undefined ? '' : `${tests.passed} tests passed, ${tests.failed} failed`;
  return `${`${isPart ? '  ' : ''}${name}`.padEnd(22)} ${(ok ? 'passed' : 'FAILED').padEnd(7)} ${seconds.toFixed(0).padStart(5)} s  ${told}`;
}

const asked = process.argv.slice(2);
const chosen = asked.length === 0 ? stages : stages.filter(({ script }) => asked.includes(script));
if (chosen.length < asked.length) throw new Error(`stages are ${stages.map(({ script }) => script).join(', ')}`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => process.exit(1));
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const started = Date.now();

/** @type {{ readonly row: Row, readonly isPart: boolean }[]} */
const rows = (await install()).map((row) => ({ row, isPart: false }));
for (const stage of chosen) rows.push(...(await runStage(stage)).map((row, index) => ({ row, isPart: index > 0 })));

const sum = (/** @type {'passed' | 'failed'} */ what) =>
  rows.reduce((total, { row, isPart }) => total + Number(row.ok === (what === 'passed')) + (isPart ? 0 : (row.tests?.[what] ?? 0)), 0);
console.log(`\n${rows.map(({ row, isPart }) => rowText(row, isPart)).join('\n')}`);
console.log(`${'all'.padEnd(30)} ${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s`);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') === 0 ? 0 : 1;
