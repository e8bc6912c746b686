/**
 * The contract suite for ports, and ports that fail on demand or write down what they are asked.
 *
 * @packageDocumentation
 */
export { portContractCases } from './testing/port-contract-cases.js';
export type {
  ContractFailure,
  ContractVerdict,
  PortContractCase,
  PortContractFactory,
  PortContractHarness,
} from './testing/port-contract-case.js';
export { recordingPort, type PortCall } from './testing/recording-port.js';
export { withFaults } from './testing/with-faults.js';
