import js from '@eslint/js';
import regexp from 'eslint-plugin-regexp';
import { defineConfig, globalIgnores } from 'eslint/config';
import { resolve } from 'node:path';
import tseslint from 'typescript-eslint';
import { mustUseResult } from './must-use-result.js';

const root = resolve(import.meta.dirname, '..');

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Named exports only.',
};

// `import { z }` makes bundlers keep all of it.
const zodAsNamespace = {
  selector: 'ImportDeclaration[source.value=/^zod/] > :matches(ImportSpecifier, ImportDefaultSpecifier)',
  message: "Write: import * as z from 'zod/mini'.",
};

const neverthrowBasics = {
  selector: 'ImportDeclaration[source.value="neverthrow"] > ImportSpecifier:not([imported.name=/^(ok|err|Result|Ok|Err)$/])',
  message: 'Only ok, err and Result of neverthrow are in use, so that it can be replaced.',
};

const localeDependent = {
  selector: 'MemberExpression[property.name=/^(localeCompare|toLocale.*)$/]',
  message: 'The same on every machine: compare by code units (compareStrings).',
};

const skippedTest = {
  selector: 'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(skip|only|todo|fails)$/]',
  message: 'A test runs or is not there.',
};

/** What the core may not touch: test/architecture/purity.ts says why; here it shows up in the editor. */
const hostGlobals = [
  'process',
  'console',
  'Buffer',
  'Date',
  'crypto',
  'performance',
  'fetch',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'queueMicrotask',
  'globalThis',
  'global',
  'Intl',
];

export default defineConfig(
  globalIgnores(['build/', 'coverage/', 'dist/', 'docs/', 'fixtures/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { 'no-undef': 'off' } }, // the compiler's business
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    plugins: { local: { rules: { 'must-use-result': mustUseResult } } },
    rules: {
      'local/must-use-result': 'error',
      eqeqeq: 'error',
      'no-new-func': 'error',
      'no-eval': 'error',
      'no-control-regex': 'off', // this package looks for control characters
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-floating-promises': ['error', { checkThenables: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // Void is a value where `Result<void, …>` is common, and `=> void call()` says that an answer is dropped.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-meaningless-void-operator': 'off',
      '@typescript-eslint/no-misused-spread': 'off', // strings spread into code points on purpose
      '@typescript-eslint/no-generated-empty-object-type': 'off', // a diagnostic code without data
      '@typescript-eslint/non-nullable-type-assertion-style': 'off', // it asks for the `!` that strict forbids
      '@typescript-eslint/no-unnecessary-boolean-literal-compare': 'off', // `=== true` guards against ports that break their types
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/prefer-for-of': 'off', // byte loops count
      '@typescript-eslint/require-await': 'off', // an async function turns a throw into a rejection, awaiting or not
    },
  },
  {
    files: ['src/**'],
    plugins: { regexp },
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, zodAsNamespace, neverthrowBasics, localeDependent],
      // Expressions see untrusted text: their time grows with its length, no faster.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    files: ['src/**'],
    ignores: ['src/node/**', 'src/cli/**', 'src/cli.ts'],
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals],
      'no-restricted-imports': ['error', { patterns: [{ regex: '^node:', message: 'The core knows no host: go through a port.' }] }],
    },
  },
  {
    // What the types promise here, a host or a port of somebody else's may not keep.
    files: ['src/node/**', 'src/ports/**'],
    rules: { '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
  {
    files: ['test/**', 'bench/**'],
    rules: {
      'no-restricted-syntax': ['error', noDefaultExport, zodAsNamespace, skippedTest],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
);
