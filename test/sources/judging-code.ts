import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');

/** What decides about the bytes of a source file, from the repository's root. */
const JUDGES = ['src/sources', 'src/codec/inflate', 'src/codec/adler32.ts', 'src/codec/crc32.ts', 'src/node/node-inflater.ts'] as const;

/** A file without comments, types and layout. */
function essence(text: string): string {
  const options = { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext, removeComments: true };
  return ts.transpileModule(text, { compilerOptions: options }).outputText;
}

/** A digest of the code that judges source files: it changes with every change that could change a verdict. */
export function judgingCode(): string {
  const files = JUDGES.flatMap((path) =>
    path.endsWith('.ts')
      ? [path]
      : readdirSync(join(root, path), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts'))
          .map((file) => `${path}/${file.replaceAll('\\', '/')}`),
  );
  const hash = createHash('sha256');
  for (const file of files.sort()) hash.update(`${file}\n${essence(readFileSync(join(root, file), 'utf8'))}\n`);
  return hash.digest('hex');
}
