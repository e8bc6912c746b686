import { placeholder, scaffoldFiles } from './scaffold-files.mjs';

/** Adds a mutation that puts one key of a declaration, or takes it out: its type, what it does, its shape on the wire, its test. */
export async function scaffoldMutation(kind, { key }) {
  if (!/^[a-z]+(?:-[a-z]+)+$/.test(kind ?? '')) throw new Error(`${kind}: a mutation is kebab-case with a verb, such as set-preload`);
  if (!/^[a-z_]+$/.test(key ?? '')) throw new Error('--key KEY: the key of asset.json that it changes, as AssetDeclaration has it');
  const files = scaffoldFiles();

  const model = 'src/plans/mutate/mutation.ts';
  if (files.read(model).includes(`'${kind}'`)) throw new Error(`${kind} is there already`);
  files.change(model, (text) =>
    text.replace(
      /^import type \{ ([^}]*) \}/,
      (_, names) => `import type { ${[...new Set(['AssetDeclaration', ...names.split(', ')])].join(', ')} }`,
    ),
  );
  files.change(model, (text) =>
    text.replace(
      / \};\n\n/,
      ` }\n  /** ${placeholder} what it changes; null takes the key out. */\n  | { readonly kind: '${kind}'; readonly root: string; readonly value: NonNullable<AssetDeclaration['${key}']> | null };\n\n`,
    ),
  );
  files.replace(model, '\n] as const', `\n  '${kind}',\n] as const`);

  const change = 'src/plans/mutate/change-declaration.ts';
  files.change(change, (text) => text.replace(/(readonly kind: '[^}]*') \}>;/, `$1 | '${kind}' }>;`));
  files.change(change, (text) =>
    text.replace(/\n {2}\}\n\}\n$/, `\n    case '${kind}':\n      return merge(value, { ${key}: mutation.value ?? undefined });\n  }\n}\n`),
  );
  // What the value holds is for the gates of a declaration to judge, through which it goes like any other.
  const shapes = 'src/studio/argument-shapes.ts';
  files.replace(
    shapes,
    '\n  remove: { root: textShape,',
    `\n  '${kind}': { root: textShape, value: () => null },\n  remove: { root: textShape,`,
  );

  files.add(
    `test/plans/mutate/${kind}.test.ts`,
    `import { expect, it } from 'vitest';
import type { Mutation } from '../../../src/plans/mutate/mutation.js';
import { changeDeclaration } from '../../../src/plans/mutate/change-declaration.js';

type Asked = Extract<Mutation, { readonly kind: '${kind}' }>;

const before = { schema_version: 4, name: 'hero', colour: 'red' };
const asked = '${placeholder} a value' as unknown as Asked['value'];

it('puts the value into the declaration, and keeps what it does not know', () => {
  const after = changeDeclaration(before, { kind: '${kind}', root: 'hero', value: asked });
  expect(after).toEqual('${placeholder} the declaration');
});

it('takes the key out', () => {
  expect(changeDeclaration({ ...before, ${key}: asked }, { kind: '${kind}', root: 'hero', value: null })).toEqual(before);
});
`,
  );
  return files.write();
}
