import type { PortErrorKind, PortOperation } from './port-error.js';

/**
 * What goes wrong with one operation: it answers that error and does nothing; or, for a write, it writes only half of
 * the bytes and says so.
 */
export type Fault = PortErrorKind | 'short-write';

/**
 * Decides what goes wrong with an operation, for tests; undefined lets it run. Asked once for each item of a batch, for
 * each call on a handle or lock, and for each other call. A plan that throws makes the port throw.
 *
 * @param callIndex - how often the plan was asked before, counted from 0.
 */
export type FaultPlan = (operation: PortOperation, path: string, callIndex: number) => Fault | undefined;
