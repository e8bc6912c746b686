import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { run } from '../package/consumer.js';

const folder = resolve(import.meta.dirname, '../../build/consumers/tools'); // kept from run to run: it is large
const modules = join(folder, 'node_modules');

const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/** The compilers that consumers may have, by the oldest name of each. */
export const compilers = { '5.4': '5.4.5', '5.9': '5.9.3', '6.0': '6.0.3', '7.0': '7.0.2' } as const;

const nodes = { 20: '20.19.0', 22: '22.23.3', 24: '24.21.0' } as const;

const dependencies: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(compilers).map(([name, version]) => [`typescript-${name}`, `npm:typescript@${version}`])),
  ...Object.fromEntries(Object.entries(nodes).map(([name, version]) => [`node-${name}`, `npm:node-${platform}@${version}`])),
  deno: '2.9.6',
  bun: '1.4.4',
};

/** The first of the packages of a scope that the package manager chose for this machine, and a file in it. */
function chosen(scope: string, file: string): string {
  const [name = ''] = readdirSync(join(modules, scope));
  return join(modules, scope, name, file);
}

/** A program that runs JavaScript. */
export interface Host {
  readonly command: string;
  /** What comes before the name of the file that it runs. */
  readonly args: readonly string[];
}

/** Every compiler as the file that Node runs, and every host. */
export interface Tools {
  readonly compilers: Readonly<Record<keyof typeof compilers, string>>;
  readonly hosts: Readonly<Record<HostName, Host>>;
}

/** The hosts that consumers may have, browsers aside. */
export const hostNames = ['Node 20', 'Node 22', 'Node 24', 'Deno', 'Bun'] as const;

/** See `hostNames`. */
export type HostName = (typeof hostNames)[number];

/**
 * Installs what consumers may have, where it is not there yet: programs of their own, that this repository does not depend
 * on. No script of a package runs.
 */
export function installTools(): Tools {
  const manifest = JSON.stringify({ private: true, dependencies });
  const manifestFile = join(folder, 'package.json');
  const stamp = join(folder, 'installed.json'); // written last
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== manifest) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    writeFileSync(manifestFile, manifest);
    run(folder, 'npm', 'install', '--ignore-scripts', '--no-package-lock', '--prefer-offline', '--no-audit', '--no-fund');
    writeFileSync(stamp, manifest);
  }
  const program = (name: string): string => (process.platform === 'win32' ? `${name}.exe` : name);
  const node = (major: keyof typeof nodes): Host => ({ command: join(modules, `node-${major}`, 'bin', program('node')), args: [] });
  const compiler = (name: keyof typeof compilers): string => join(modules, `typescript-${name}/bin/tsc`);
  return {
    compilers: { '5.4': compiler('5.4'), '5.9': compiler('5.9'), '6.0': compiler('6.0'), '7.0': compiler('7.0') },
    hosts: {
      'Node 20': node(20),
      'Node 22': node(22),
      'Node 24': node(24),
      Deno: {
        command: chosen('@deno', program('deno')),
        args: ['run', '--allow-all', '--no-prompt', '--no-lock', '--cached-only', '--node-modules-dir=manual'],
      },
      Bun: { command: chosen('@oven', join('bin', program('bun'))), args: ['--no-install', 'run'] },
    },
  };
}
