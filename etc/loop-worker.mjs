// The worker's side of etc/measure-host-loop.mjs.
import { parentPort, workerData } from 'node:worker_threads';
import { openNodeWorkspace } from 'prometeu-packer/node';
import { portChannel, serveSession } from 'prometeu-packer/studio';

serveSession(portChannel(parentPort), () => openNodeWorkspace(workerData));
