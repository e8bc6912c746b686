import { chromium, type Browser } from 'playwright-core';

/** Where the browser is: the one of the machine, or another told by CHROMIUM. None is downloaded. */
const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** What keeps it from talking to anybody and from asking anything. */
const quiet = [
  '--no-sandbox', // the machine of a pipeline is often root, whom Chromium's sandbox refuses
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts Chromium without a window, with a profile of its own that is gone when it is closed.
 *
 * @returns the browser; `close()` ends it.
 */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, headless: true, args: quiet });
}
