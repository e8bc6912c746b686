import { createHash } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { createPackageFromFiles } from '@electron/asar';
import { zipSync, type Zippable } from 'fflate';
import { create } from 'tar';
import { ZipFile } from 'yazl';
import { build } from '../../src/index.js';
import { openNodeWorkspace } from '../../src/node.js';
import type { Contestant } from '../harness/contestant.js';

/** What is packed: files below a folder, in order. */
export interface PackingJob {
  /** The workspace folder, absolute. */
  readonly folder: string;
  /** Paths from there. */
  readonly sources: readonly string[];
  /** Bytes of all of them. */
  readonly bytes: number;
}

function outputOf({ folder }: PackingJob, name: string): string {
  const output = join(folder, 'others', name);
  mkdirSync(dirname(output), { recursive: true });
  return output;
}

/** A contestant that writes one file, gone again before each run, and that must hold at least what was packed. */
function packer(name: string, job: PackingJob, run: (output: string) => unknown): Contestant {
  const output = outputOf(job, name.replaceAll(/[^a-z]+/g, '-'));
  return {
    name,
    prepare: () => rmSync(output, { force: true }),
    run: async () => {
      await run(output);
      if (statSync(output).size < job.bytes) throw new Error(`${name} packed too little`);
    },
  };
}

function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

function concatenate({ folder, sources }: PackingJob, output: string): void {
  const staged = `${output}.tmp`;
  const archive = openSync(staged, 'wx');
  const digests: string[] = [];
  let memory = new Uint8Array(65536);
  for (const source of sources) {
    const descriptor = openSync(join(folder, source), 'r');
    const { size } = fstatSync(descriptor);
    if (size > memory.length) memory = new Uint8Array(size);
    const bytes = memory.subarray(0, readSync(descriptor, memory, 0, size, 0));
    closeSync(descriptor);
    digests.push(createHash('sha256').update(bytes).digest('hex'));
    writeSync(archive, bytes);
  }
  writeSync(archive, JSON.stringify(digests));
  fsyncSync(archive);
  closeSync(archive);
  renameSync(staged, output);
  syncFolder(dirname(output));
}

/** Every file read into one memory, digested and appended, on one thread; then file and folder are flushed. */
export function rawConcat(job: PackingJob): Contestant {
  return packer('raw: concat + sha256 of each file + fsync', job, (output) => concatenate(job, output));
}

/** Our own. The outputs of the build before are replaced, as in daily life. */
export function ownBuild(job: PackingJob): Contestant {
  return {
    name: 'prometeu-packer',
    prepare: () => rmSync(join(job.folder, 'build'), { recursive: true, force: true }),
    run: async () => {
      const host = openNodeWorkspace(job.folder);
      const built = host.isOk() ? await build(host.value) : host;
      if (built.isErr()) throw new Error(`refused: ${JSON.stringify(built.error).slice(0, 500)}`);
      if ((built.value.value.archive?.length ?? 0) < job.bytes) throw new Error('packed too little');
    },
  };
}

/** asar, which digests every file too. */
export function asarPacker(job: PackingJob): Contestant {
  return packer('@electron/asar', job, (output) =>
    createPackageFromFiles(
      job.folder,
      output,
      job.sources.map((source) => join(job.folder, source)),
    ),
  );
}

/** A zip without compression, as a stream. */
export function yazlPacker(job: PackingJob): Contestant {
  return packer('yazl, stored', job, async (output) => {
    const zip = new ZipFile();
    for (const source of job.sources) zip.addFile(join(job.folder, source), source, { compress: false });
    zip.end();
    await new Promise<void>((resolve, reject) => {
      zip.outputStream.pipe(createWriteStream(output)).on('close', resolve).on('error', reject);
    });
  });
}

/** A zip without compression, made in memory. */
export function fflatePacker(job: PackingJob): Contestant {
  return packer('fflate zipSync, level 0', job, (output) => {
    const files: Zippable = {};
    for (const source of job.sources) files[source] = readFileSync(join(job.folder, source));
    const archive = openSync(output, 'w');
    const bytes = zipSync(files, { level: 0 });
    for (let done = 0; done < bytes.length;) done += writeSync(archive, bytes, done);
    closeSync(archive);
  });
}

/** tar, which digests nothing. */
export function tarPacker(job: PackingJob): Contestant {
  return packer('tar', job, (file) => create({ cwd: job.folder, portable: true, file }, [...job.sources]));
}

/** The same, synchronously. */
export function syncTarPacker(job: PackingJob): Contestant {
  return packer('tar, synchronous', job, (file) => {
    create({ cwd: job.folder, portable: true, file, sync: true }, [...job.sources]);
  });
}
