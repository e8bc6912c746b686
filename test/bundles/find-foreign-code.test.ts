import { describe, expect, it } from 'vitest';
import { findForeignCode } from './find-foreign-code.js';

const found = (text: string): readonly string[] => findForeignCode({ path: 'bundle.js', text }).map(({ rule }) => rule);

describe('findForeignCode', () => {
  it.each([
    ['evaluates', 'eval(text);'],
    ['evaluates', '(0, eval)(text);'],
    ['evaluates', 'globalThis.eval(text);'],
    ['evaluates', "self['eval'](text);"],
    ['evaluates', 'new Function(text);'],
    ['evaluates', 'Function(text)();'],
    ['evaluates', 'const F = Function; new F(text);'],
    ['evaluates', 'const { Function: F } = globalThis; F(text);'],
    ['evaluates', 'window.Function(text);'],
    ['evaluates', 'WebAssembly.instantiate(bytes);'],
    ['evaluates', 'importScripts(url);'],
    ['constructs-code', '(() => {}).constructor(text)();'],
    ['constructs-code', "Object.getPrototypeOf(async () => {})['constructor'](text);"],
    ['timer-of-text', "setTimeout('run()', 1);"],
    ['timer-of-text', 'globalThis.setTimeout(`run(${data})`);'],
    ['timer-of-text', "setInterval('run' + data, 1);"],
    ['runs-code', "import vm from 'node:vm';"],
    ['runs-code', "import { spawn } from 'child_process';"],
    ['runs-code', "export * from 'node:worker_threads';"],
    ['runs-code', "const { createRequire } = await import('node:module');"],
    ['runs-code', "require('node:vm');"],
    ['computed-module', 'await import(name);'],
    ['computed-module', 'await import(`./${name}.js`);'],
    ['computed-module', 'require(name);'],
    ['starts-worker', 'new Worker(url);'],
    ['starts-worker', 'new globalThis.Worker(text, { eval: true });'],
    ['starts-worker', 'new SharedWorker(new URL(name, import.meta.url));'],
    ['starts-worker', 'new Worker(join(import.meta.dirname, name));'],
    ['starts-worker', "new Worker(join(import.meta.dirname, '../elsewhere.js'));"],
    ['starts-worker', "new Worker(join(import.meta.dirname, folder, 'worker.js'));"],
    ['starts-worker', "new Worker(join(folder, 'worker.js'));"],
    ['code-url', "const url = 'data:text/javascript,run()';"],
    ['code-url', 'const url = `blob:${id}`;'],
    ['code-url', 'URL.createObjectURL(new Blob([text]));'],
  ])('%s: %s', (rule, text) => {
    expect(found(text)).toEqual([rule]);
  });

  it.each([
    "const { run } = await import('./run.js');",
    'setTimeout(() => run(data), 1);',
    'setTimeout(done, 0);',
    "new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });",
    "new Worker(join2(import.meta.dirname, 'worker.js'), {});",
    'const copy = new value.constructor();',
    "const names = new Set(['eval', 'exec', 'Function']);",
    'const at = { eval: 1 }.exec;',
    "worker.postMessage({ kind: 'data' });",
  ])('accepts %s', (text) => {
    expect(found(text)).toEqual([]);
  });
});
