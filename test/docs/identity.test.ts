import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isProtectedCode, severityOf, type IdentityClass } from 'prometeu-packer';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { runCli, sampleGame } from '../cli/run-cli.js';
import { guidePage } from './page-examples.js';
import { shellLine } from './shell-runner.js';

const page = guidePage('docs/identity.md');
const rows = page.text
  .split('\n')
  .filter((line) => /^\| `[a-z-]+` \|/.test(line))
  .map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
const quoted = (cell = ''): readonly string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);

/** Each class but `ok`, once: a class more does not compile, a class fewer neither. */
const classes: Readonly<Record<Exclude<IdentityClass, 'ok'>, true>> = {
  moved: true,
  'lost-claim': true,
  spelling: true,
  copy: true,
  ambiguous: true,
  conflict: true,
  swapped: true,
  'invalid-claim': true,
  'retired-claim': true,
  unregistered: true,
  imported: true,
  orphan: true,
  'id-conflict': true,
  unreadable: true,
};

/** The choices that the findings of a code's case offer. */
function recordedChoices(code: string): readonly string[] {
  const file = new URL(`../../fixtures/diagnostics/${code}/expected.json`, import.meta.url);
  const { diagnostics } = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly diagnostics: readonly { readonly code: string; readonly data: { readonly choices?: readonly string[] } }[];
  };
  const offered = diagnostics.filter((one) => one.code === code).flatMap(({ data }) => data.choices ?? []);
  return [...new Set(offered)].filter((choice) => choice !== 'edit-by-hand').sort();
}

describe('docs/identity.md', () => {
  it('has a row for each class but ok', () => {
    expect(rows.map(([name]) => quoted(name)[0])).toEqual(Object.keys(classes));
  });

  it('tells the code of each class, and the choices that its findings offer', () => {
    for (const [, , code = '', choices] of rows) {
      const [name = ''] = quoted(code);
      expect([name, Object.hasOwn(catalogue, name), [...quoted(choices)].sort()]).toEqual([name, true, recordedChoices(name)]);
      expect(isProtectedCode(name)).toBe(true);
    }
  });

  it('tells which classes are warnings', () => {
    const warnings = rows.filter(([, , code]) => severityOf(quoted(code)[0] ?? '') === 'warning').map(([name]) => quoted(name)[0]);
    expect(page.text).toContain(`${warnings.map((name) => `\`${name}\``).join(' and ')} are warnings`);
  });

  it('has commands that can be previewed in the sample game', async () => {
    const folder = sampleGame();
    await runCli(folder, ['register', '--apply']);
    const lines = page.blocks.flatMap(({ text }) => text.trim().split('\n')).map(shellLine);
    expect(lines.length).toBe(2);
    for (const { command, exits } of lines) {
      const { code, stderr } = await runCli(folder, command.split(' ').slice(1));
      expect({ command, code, stderr }).toEqual({ command, code: exits, stderr: '' });
    }
  });
});
