import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../src/codec/canonical-json.js';

const corpus = new URL('../../../shared/corpus/jcs/', import.meta.url);
const names = readdirSync(new URL('input/', corpus)).map((name) => name.replace(/\.json$/, ''));

const read = (path: string): string => readFileSync(new URL(path, corpus), 'utf8');

describe('RFC 8785 vectors', () => {
  it('are all there', () => {
    const files = ['input', 'output', 'outhex'].flatMap((folder) => readdirSync(new URL(`${folder}/`, corpus)));
    console.info(`jcs: ${files.length} files`);
    expect(names).toHaveLength(4);
    expect(files).toHaveLength(12);
  });

  it.each(names)('%s', (name) => {
    const bytes = canonicalJson(JSON.parse(read(`input/${name}.json`)))._unsafeUnwrap();
    const expected = Buffer.from(read(`outhex/${name}.txt`).replaceAll(/\s/g, ''), 'hex');
    expect(Buffer.from(bytes)).toEqual(expected);
    expect(Buffer.from(bytes).toString('utf8')).toBe(read(`output/${name}.json`).trimEnd());
  });
});
