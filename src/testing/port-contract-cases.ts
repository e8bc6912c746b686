import { batchCases } from './cases/batch-cases.js';
import { entryCases } from './cases/entry-cases.js';
import { handleCases } from './cases/handle-cases.js';
import { lockCases } from './cases/lock-cases.js';
import { lookCases } from './cases/look-cases.js';
import { readCases } from './cases/read-cases.js';
import { symlinkCases } from './cases/symlink-cases.js';
import type { PortContractCase } from './port-contract-case.js';

/**
 * The port contract: what every read and write port has to do, case by case, for any test runner. The Node and the
 * memory adapter pass it whole. A case that the harness has no means for says `not-applicable`: look at the reasons, and
 * equip the harness where the host could.
 *
 * @example
 * ```ts
 * for (const { name, run } of portContractCases) {
 *   test(name, async () => {
 *     const result = await run(openEmptyWorkspace);
 *     assert.notEqual(result.verdict, 'failed', JSON.stringify(result));
 *   });
 * }
 * ```
 */
export const portContractCases: readonly PortContractCase[] = [
  ...readCases,
  ...batchCases,
  ...lookCases,
  ...handleCases,
  ...entryCases,
  ...symlinkCases,
  ...lockCases,
];
