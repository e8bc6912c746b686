import { batchCases } from './cases/batch-cases.js';
import { entryCases } from './cases/entry-cases.js';
import { findChangedCases } from './cases/find-changed-cases.js';
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
 * import { createMemoryWorkspace } from 'prometeu-packer/memory';
 * import { portContractCases } from 'prometeu-packer/testing';
 *
 * const openEmptyWorkspace = async () => ({ ...createMemoryWorkspace(), dispose: async () => undefined });
 * for (const { name, run } of portContractCases) {
 *   const result = await run(openEmptyWorkspace);
 *   if (result.verdict === 'failed') throw new Error(`${name}: ${JSON.stringify(result.failures)}`);
 * }
 * ```
 */
export const portContractCases: readonly PortContractCase[] = [
  ...readCases,
  ...batchCases,
  ...lookCases,
  ...findChangedCases,
  ...handleCases,
  ...entryCases,
  ...symlinkCases,
  ...lockCases,
];
