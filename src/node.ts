/**
 * A workspace on the disk of a Node host.
 *
 * @packageDocumentation
 */
export { openNodeWorkspace, type NodeWorkspace } from './node/open-node-workspace.js';
export { nodeCompute } from './node/node-compute.js';
