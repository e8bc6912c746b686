import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Options } from 'tsup';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

const STUB = 'late-stub';
const PACKAGE = 'late-package';
const root = resolve(import.meta.dirname, '..');

/** The functions of a package that our sources call by its namespace. */
function calledOf(module: string): readonly string[] {
  const imported = new RegExp(`^import \\* as (\\w+) from '${module}';$`, 'm');
  const names = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => {
      const text = readFileSync(join(root, 'src', file), 'utf8');
      const [, as] = imported.exec(text) ?? [];
      return as === undefined ? [] : [...text.matchAll(new RegExp(`\\b${as}\\.([a-z]\\w*)\\(`, 'g'))].map(([, name = '']) => name);
    });
  return [...new Set(names)].sort();
}

/** The functions that a module has for us: of a late one nothing else can be imported, or the build fails. */
async function functionsOf(module: string): Promise<readonly string[]> {
  if (!module.startsWith('node:') && !module.endsWith('.ts')) return calledOf(module);
  if (module.endsWith('.ts'))
    return [...readFileSync(module, 'utf8').matchAll(/^export (?:async )?function (\w+)/gm)].map(([, name = '']) => name);
  const exported = Object.entries((await import(module)) as Record<string, unknown>);
  return exported.flatMap(([name, value]) => (typeof value === 'function' && /^[a-z]\w*$/.test(name) && name !== 'default' ? [name] : []));
}

/** A module of functions that load another, and call what has their name there. */
async function stub(module: string, loaded: string): Promise<string> {
  const names = await functionsOf(module);
  return [
    `let loaded; const load = () => (loaded ??= require(${JSON.stringify(loaded)}));`,
    ...names.map((name, index) => `const late${index} = (...args) => load().${name}(...args); export { late${index} as ${name} };`),
  ].join('\n');
}

/** The entries of a program that only its {@link lateModules} load: files of ours as they are, of a package what we call. */
export function lateEntries(late: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(late).map(([entry, module]) => [entry, module.endsWith('.ts') ? module : `${PACKAGE}:${module}`]),
  );
}

/**
 * Loads modules of a program only when a function of theirs is first called, for runs that end without them: modules of Node's
 * own, which bring along others, and modules of ours and of others that are entries of the program beside its first.
 *
 * @param builtins - by name. Those not named are loaded with the program.
 * @param late - by the name of the entry, what is imported: a package's module, or a file from the root of the repository.
 */
export function lateModules(builtins: readonly string[], late: Readonly<Record<string, string>>): EsbuildPlugin {
  const loadedFrom = new Map([
    ...builtins.map((name) => [name, name] as const),
    ...Object.entries(late).map(([entry, module]) => [module.endsWith('.ts') ? join(root, module) : module, `./${entry}.cjs`] as const),
  ]);
  return {
    name: 'late-modules',
    setup(build) {
      build.onResolve({ filter: /^late-package:/ }, ({ path }) => ({ path: path.slice(PACKAGE.length + 1), namespace: PACKAGE }));
      build.onResolve({ filter: /^/ }, ({ path, kind, namespace, resolveDir }) => {
        const module = /^[./]/.test(path) ? resolve(resolveDir, path.replace(/\.js$/, '.ts')) : path;
        if (kind === 'import-statement' && namespace !== PACKAGE && loadedFrom.has(module))
          return { path: module, namespace: STUB, sideEffects: false };
        return path.startsWith('node:') || namespace === STUB ? { path, external: true } : undefined;
      });
      build.onLoad({ filter: /^/, namespace: STUB }, async ({ path }) => ({ contents: await stub(path, loadedFrom.get(path) ?? path) }));
      build.onLoad({ filter: /^/, namespace: PACKAGE }, ({ path }) => ({
        contents: `export { ${calledOf(path).join(', ')} } from ${JSON.stringify(path)};`,
        resolveDir: root,
      }));
    },
  };
}
