// Where the example Studio panel begins, in its worker.
import { serveInWorker } from '../src/panel/serve-in-worker.ts';

const after = (milliseconds, run) => {
  const timer = self.setTimeout(run, milliseconds);
  return () => self.clearTimeout(timer);
};

serveInWorker(self, { after });
