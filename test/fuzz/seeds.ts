import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { smallWorkspace } from '../e2e/small-workspace.js';

const fixtures = resolve(import.meta.dirname, '../../fixtures');

/** The bytes of a text. */
export const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The text of bytes, whatever they are. */
export const decode = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');

/** The fixtures below a folder of fixtures/ whose name ends so. */
export function fixturesOf(folder: string, ending: string): readonly Uint8Array[] {
  const entries = readdirSync(join(fixtures, folder), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name)).filter((path) => path.endsWith(ending));
  return paths.sort().map((path) => new Uint8Array(readFileSync(path)));
}

/** The files of the small workspace of the tests whose path ends so. */
export function smallFilesOf(ending: string): readonly Uint8Array[] {
  const files = Object.entries(smallWorkspace()).filter(([path]) => path.endsWith(ending));
  return files.map(([, content]) => (typeof content === 'string' ? encode(content) : Uint8Array.from(content)));
}

/** A text as people and editors leave it: minified, indented by tabs, with a byte order mark, with CRLF, by another hand. */
export function handsOf(text: string): readonly Uint8Array[] {
  const value: unknown = JSON.parse(text);
  const tabs = JSON.stringify(value, null, '\t');
  return [text, JSON.stringify(value), tabs, `\ufeff${text}`, tabs.replaceAll('\n', '\r\n'), JSON.stringify(value, null, 4)].map(encode);
}
