import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { CodeCase } from './code-case.js';

/** The folder of the cases: one folder a code. */
export const casesFolder = new URL('../../../fixtures/diagnostics/', import.meta.url);

/** The codes that have a case. */
export function codesWithCases(): readonly string[] {
  return existsSync(casesFolder) ? readdirSync(casesFolder).sort() : [];
}

/** The case of a code. */
export function readCase(code: string): CodeCase {
  return JSON.parse(readFileSync(new URL(`${code}/case.json`, casesFolder), 'utf8')) as CodeCase;
}
