/**
 * The contract suite for ports, ports that fail on demand or write down what they are asked, and a disk that crashes.
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
export {
  createCrashDisk,
  type CrashDisk,
  type CrashDiskOptions,
  type CrashImageOptions,
  type CrashRun,
} from './testing/crash/create-crash-disk.js';
export type { CrashContent } from './testing/crash/plant-files.js';
export type { CrashImage } from './testing/crash/crash-image.js';
export { CRASH_MODELS, type CrashModel } from './testing/crash/crash-model.js';
export { recordingPort, type PortCall } from './testing/recording-port.js';
export { withFaults, type PortFault, type PortFaultPlan } from './testing/with-faults.js';
export { countHandles } from './testing/count-handles.js';
