import { readFileSync } from 'node:fs';
import type { Options } from 'tsup';

type EsbuildPlugin = NonNullable<Options['esbuildPlugins']>[number];

/**
 * Marks what the modules of the package `diff` construct on loading as free of effects, which it is: they say so in their
 * package.json, but that is lost in a bundle, and whoever bundles ours would keep them although nothing uses them.
 */
export function pureInstances(): EsbuildPlugin {
  return {
    name: 'pure-instances',
    setup(build) {
      build.onLoad({ filter: /[\\/]node_modules[\\/]diff[\\/].*\.js$/ }, ({ path }) => ({
        contents: readFileSync(path, 'utf8').replace(/^(export const \w+ = )(?=new )/gm, '$1/* @__PURE__ */ '),
      }));
    },
  };
}
