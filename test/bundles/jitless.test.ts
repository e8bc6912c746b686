import ts from 'typescript';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SourceFile } from '../architecture/source-file.js';
import { readSources } from '../architecture/read-sources.js';
import { lineOf, nodesOf, parse } from '../architecture/syntax.js';
import { journey } from '../browser/programs/journey.js';
import { smallWorkspace } from '../e2e/small-workspace.js';
import { assetV2, assetV3, registryV2, workspaceOf } from '../operations/versioned-workspace.js';

const parsers: ReadonlySet<string> = new Set(['safeParse', 'safeParseAsync', 'parseAsync', 'safeDecode', 'safeEncode', 'spa']);

/** The places that let a schema judge a value and leave to zod whether to make code of the schema. */
function findCompiling(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    [...nodesOf(parse(file))].filter(ts.isCallExpression).flatMap((call) => {
      const { expression } = call;
      const isParser =
        ts.isPropertyAccessExpression(expression) &&
        (parsers.has(expression.name.text) || (expression.name.text === 'parse' && /schema|^z$/i.test(expression.expression.getText())));
      const options = call.arguments[1]?.getText() ?? '';
      return isParser && !/\bjitless: true\b/.test(options) ? [`${file.path}:${lineOf(call)}`] : [];
    }),
  );
}

const encode = (files: Readonly<Record<string, string | Uint8Array>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [path, Buffer.from(content).toString('base64')]));

describe('zod', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('is told everywhere to make no code', () => {
    expect(findCompiling(readSources('src'))).toEqual([]);
  });

  it.each(['schema.safeParse(value);', 'schema.parse(value, {});', 'z.parseAsync(value, { jitless: false });'])(
    'would be caught: %s',
    (text) => {
      expect(findCompiling([{ path: 'src/x.ts', text }])).toEqual(['src/x.ts:1']);
    },
  );

  it('makes none, also where the host would let it', async () => {
    const texts: unknown[] = [];
    const watched = new Proxy(Function, {
      construct: (target, given: string[]) => (texts.push(given), Reflect.construct(target, given)),
      apply: (target, self, given: string[]) => (texts.push(given), Reflect.apply(target, self, given) as unknown),
    });
    vi.stubGlobal('Function', watched);
    const earlier = workspaceOf(registryV2({ old: 1, newer: 2 }), { old: assetV2('old'), newer: assetV3('newer', 2) });
    const report = await journey(encode(smallWorkspace()), encode(earlier));
    new watched('');
    vi.unstubAllGlobals();
    expect(Object.keys(report)).toEqual(['sample', 'earlier']);
    expect(texts.filter((given) => JSON.stringify(given) !== '[""]')).toEqual([]);
    expect(texts).not.toEqual([]);
  });
});
