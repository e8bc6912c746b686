/** Runs something as soon as the running code is done, unless it is called off before. */
export function defaultSchedule(run: () => void): () => void {
  let isCalledOff = false;
  void Promise.resolve().then(() => {
    if (!isCalledOff) run();
  });
  return () => {
    isCalledOff = true;
  };
}

/** A schedule that keeps its word whatever the one behind it does: what was called off does not run, and nothing runs twice. */
export function guardSchedule(schedule: (run: () => void) => () => void): (run: () => void) => () => void {
  return (run) => {
    let isOver = false;
    const runOnce = (): void => {
      if (isOver) return;
      isOver = true;
      run();
    };
    let callOff: () => unknown;
    try {
      callOff = schedule(runOnce);
    } catch {
      callOff = defaultSchedule(runOnce);
    }
    return () => {
      isOver = true;
      try {
        callOff();
      } catch {
        // it is called off in any case
      }
    };
  };
}
