// Where the example Studio panel begins, in the page. `?host=page` runs the packer in the page instead of a worker.
import { panelSamples } from 'virtual:panel-samples';
import { openInPage } from '../src/panel/open-in-page.ts';
import { openInWorker } from '../src/panel/open-in-worker.ts';
import { startPanel } from '../src/panel/start-panel.ts';

const host = new URLSearchParams(window.location.search).get('host') === 'page' ? 'page' : 'worker';

const after = (milliseconds, run) => {
  const timer = window.setTimeout(run, milliseconds);
  return () => window.clearTimeout(timer);
};

const openWorkspace = (files, pauseMs) =>
  host === 'page'
    ? openInPage(files, pauseMs, { after })
    : openInWorker(files, pauseMs, () => new Worker('/worker.js', { type: 'module', name: 'packer' }));

startPanel({ window, samples: panelSamples, host, openWorkspace });
