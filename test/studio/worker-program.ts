import { parentPort, workerData } from 'node:worker_threads';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { portChannel, serveSession } from 'prometeu-packer/studio';
import { countingIdentity } from '../e2e/counting-identity.js';

// The worker's side of a session over a folder. Nothing is looked at before the session is asked to settle.
if (parentPort !== null) {
  const folder = String(workerData);
  const openHost = () => openNodeWorkspace(folder).map((host) => ({ ...host, identity: countingIdentity() }));
  serveSession(portChannel(parentPort), openHost, { schedule: () => () => undefined });
}
