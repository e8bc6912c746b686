import { createContractBench, type ContractBench } from './contract-bench.js';
import type { ContractVerdict, PortContractCase, PortContractFactory, PortContractHarness } from './port-contract-case.js';

/** What only some harnesses can do. */
type Means = Exclude<keyof PortContractHarness, 'read' | 'write' | 'dispose'>;

type EquippedBench<Needed extends Means> = ContractBench & Required<Pick<PortContractHarness, Needed>>;

function isEquipped<Needed extends Means>(bench: ContractBench, needs: readonly Needed[]): bench is EquippedBench<Needed> {
  return needs.every((means) => bench[means] !== undefined);
}

async function runOn<Needed extends Means>(
  factory: PortContractFactory,
  needs: readonly Needed[],
  run: (bench: EquippedBench<Needed>) => Promise<void>,
): Promise<ContractVerdict> {
  const harness = await factory();
  try {
    const bench = createContractBench(harness);
    if (!isEquipped(bench, needs)) return { verdict: 'not-applicable', reason: `the harness lacks one of: ${needs.join(', ')}` };
    await run(bench);
    const { failures } = bench.check;
    return failures.length === 0 ? { verdict: 'passed' } : { verdict: 'failed', failures };
  } finally {
    await harness.dispose();
  }
}

/**
 * Makes a case of the port contract.
 *
 * @param needs - what the harness must be able to do, for the case to be applicable.
 */
export function contractCase<Needed extends Means = never>(
  name: string,
  run: (bench: EquippedBench<Needed>) => Promise<void>,
  ...needs: readonly Needed[]
): PortContractCase {
  return {
    name,
    run: async (factory) => {
      try {
        return await runOn(factory, needs, run);
      } catch (thrown) {
        return { verdict: 'failed', failures: [{ what: name, expected: 'no throw and no rejection', found: String(thrown) }] };
      }
    },
  };
}
