import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { catalogue } from '../../src/diagnostics/catalogue.js';
import { runCli, sampleGame } from '../cli/run-cli.js';
import { markdownBlocks } from '../readme/markdown-blocks.js';

const page = readFileSync(join(resolve(import.meta.dirname, '../..'), 'docs/sharding.md'), 'utf8');
const blocks = markdownBlocks(page);
const linesOf = (language: string): readonly string[] =>
  blocks.filter((block) => block.language === language).flatMap(({ text }) => text.trim().split('\n'));

async function registered(): Promise<string> {
  const game = sampleGame();
  await runCli(game, ['register', '--apply']);
  return game;
}

/** Runs commands one after the other in a game; gives what the last one printed. */
async function runAll(game: string, commands: readonly string[]): Promise<string> {
  let printed = '';
  for (const command of commands) {
    const { code, stdout, stderr } = await runCli(game, command.split(' ').slice(1));
    expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
    printed = stdout;
  }
  return printed;
}

it('has commands that give the report of the doctor alone', async () => {
  const game = await registered();
  const commands = linesOf('sh');
  expect(commands.length).toBe(4);
  const printed = await runAll(game, commands);
  expect(printed).toBe((await runCli(game, ['doctor'])).stdout);
});

it('has a recipe whose commands do, job by job', async () => {
  const game = await registered();
  const recipe = linesOf('yaml');
  const shards = /\[(?<list>[\d, ]+)\]/.exec(recipe.find((line) => line.includes('shard: [')) ?? '')?.groups?.['list']?.split(', ') ?? [];
  const commands = recipe.flatMap((line) => /- run: npx (?<command>prometeu-packer .*)$/.exec(line)?.groups?.['command'] ?? []);
  expect([shards.length, commands.length]).toEqual([4, 2]);
  const [job = '', merge = ''] = commands;
  const printed = await runAll(game, [...shards.map((shard) => job.replaceAll('${{ matrix.shard }}', shard)), merge]);
  expect(printed).toBe((await runCli(game, ['doctor', '--format', 'json'])).stdout);
});

it('names every code of evidence, and no other', () => {
  const named = page.match(/EVIDENCE_[A-Z_]+/g) ?? [];
  expect(new Set(named)).toEqual(new Set(Object.keys(catalogue).filter((code) => code.startsWith('EVIDENCE_'))));
});

it('says of evidence what its schema has', () => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/schemas/evidence.v1.schema.json', import.meta.url), 'utf8')) as {
    readonly required: readonly string[];
  };
  const rows = page.match(/^\| `[a-z_]+` \|/gm)?.map((row) => row.slice(3, -3)) ?? [];
  expect(rows).toEqual(schema.required);
});
