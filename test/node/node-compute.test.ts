import { nodeCompute } from '../../src/node/node-compute.js';
import { describeComputePort } from '../codec/describe-compute-port.js';

describeComputePort('nodeCompute', nodeCompute);
