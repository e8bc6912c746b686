export { boundaries } from './boundaries.js';
export { judgeBytes } from './judge-bytes.js';
export { makeInput } from './make-input.js';
export { materialOf } from './material.js';
