/** Something that changes, and tells who wants to know. */
export interface Store<State> {
  /** What it is now. */
  readonly get: () => State;
  /** Changes some of it. */
  readonly set: (patch: Partial<State>) => void;
  /** Calls back after each change, with what it was before. */
  readonly subscribe: (listener: (state: State, before: State) => void) => void;
}

/** Makes a store. */
export function createStore<State extends object>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<(state: State, before: State) => void>();
  return {
    get: () => state,
    set: (patch) => {
      const before = state;
      state = { ...state, ...patch };
      for (const listener of listeners) listener(state, before);
    },
    subscribe: (listener) => void listeners.add(listener),
  };
}
