import type { StudioSession } from './session.js';

/** The calls of a session that are answered. */
export type SessionOperation = Exclude<keyof StudioSession, 'subscribe' | 'notifyChanged' | 'close'>;
