// Sees to it that there is a Chromium for the tests: that of CHROMIUM, or that of the machine, which Debian's package brings.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const executable = process.env.CHROMIUM ?? '/usr/bin/chromium';

function install() {
  const apt = (...args) => {
    const isRoot = process.getuid?.() === 0;
    const command = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args];
    const [program, ...rest] = isRoot ? command : ['sudo', '-n', ...command];
    return spawnSync(program, rest, { stdio: 'inherit' }).status === 0;
  };
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium');
}

const isThere = existsSync(executable) || (process.env.CHROMIUM === undefined && install() && existsSync(executable));
if (!isThere) {
  console.error(`no Chromium at ${executable}: install one, and name it in the environment variable CHROMIUM`);
  process.exitCode = 1;
}
