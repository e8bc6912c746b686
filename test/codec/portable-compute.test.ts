import { portableCompute } from '../../src/codec/portable-compute.js';
import { describeComputePort } from './describe-compute-port.js';

describeComputePort('portableCompute', portableCompute);
