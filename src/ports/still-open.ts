/** Signals that have not fired: what gives something back runs also after an abort, and must not wait for ever. */
export function stillOpen(signals: readonly AbortSignal[]): readonly AbortSignal[] {
  return signals.filter((signal) => !signal.aborted);
}
