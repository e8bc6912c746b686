import { transform } from 'esbuild';
import type { Options } from 'tsup';

type Plugin = NonNullable<Options['plugins']>[number];

/**
 * Makes CommonJS of the files of a program that was split, which esbuild splits as ES modules alone. Node loads them in one go;
 * for an ES module it starts up a loader first, which takes longer than all our own modules.
 */
export function commonJs(target: string): Plugin {
  return {
    name: 'common-js',
    async renderChunk(code) {
      const supported = { 'dynamic-import': false }; // what is imported late is required late
      const { code: made } = await transform(code, { format: 'cjs', platform: 'node', target, minify: true, supported, charset: 'utf8' });
      return { code: made };
    },
  };
}
