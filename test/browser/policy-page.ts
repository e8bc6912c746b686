import type { Browser } from 'playwright-core';
import { serveFolder, type ServedFile } from './serve-folder.js';

/** A request that a content security policy refused, or would have refused. */
export interface PolicyViolation {
  /** The directive that was broken. */
  readonly directive: string;
  /** What was refused: `eval` for text that was to become code. */
  readonly blocked: string;
  readonly disposition: 'enforce' | 'report';
}

/** What a page told when it was done. */
export interface PolicyPageReport<T> {
  /** Violations from the first script of the page until the module had been imported. */
  readonly onImport: readonly PolicyViolation[];
  /** Violations afterwards, while the module was used. */
  readonly inUse: readonly PolicyViolation[];
  /** What the module answered. */
  readonly answer: T;
}

/** How a page is served. */
export interface PolicyPage {
  /** Text of the module. It exports `run()`. */
  readonly module: string;
  /** Modules that it imports, by path. */
  readonly beside?: Readonly<Record<string, string>>;
  /** The policy. */
  readonly policy: string;
  /** Whether what breaks the policy is refused, or only told. */
  readonly disposition: 'enforce' | 'report';
}

// The page speaks through its console: evaluating in it from outside would itself break the policy.
const start = `
const violations = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
  violations.push({ directive: effectiveDirective, blocked: blockedURI, disposition });
});
const settled = async () => {
  for (let turn = 0; turn < 3; turn++) await new Promise((done) => setTimeout(done, 0)); // the events are tasks of their own
  return violations.splice(0);
};
const { run } = await import('/module.js');
const onImport = await settled();
const answer = await run();
console.log('report', JSON.stringify({ onImport, inUse: await settled(), answer }));
`;

const script = (bytes: string): ServedFile => ({ type: 'text/javascript', bytes });

/** Opens a page under a content security policy, imports a module there, and runs it. */
export async function runUnderPolicy<T>(
  browser: Browser,
  { module, beside = {}, policy, disposition }: PolicyPage,
): Promise<PolicyPageReport<T>> {
  const header = disposition === 'enforce' ? 'content-security-policy' : 'content-security-policy-report-only';
  const files = new Map<string, ServedFile>([
    ['/', { type: 'text/html', bytes: '<!doctype html><title>.</title><script type="module" src="/start.js"></script>' }],
    ['/start.js', script(start)],
    ['/module.js', script(module)],
    ...Object.entries(beside).map(([path, text]) => [path, script(text)] as const),
  ]);
  const served = await serveFolder(files, { [header]: policy });
  const page = await browser.newPage();
  try {
    const reported = new Promise<PolicyPageReport<T>>((done, failed) => {
      page.on('pageerror', failed);
      page.on('console', (message) => {
        const text = message.text();
        if (text.startsWith('report ')) done(JSON.parse(text.slice('report '.length)) as PolicyPageReport<T>);
      });
    });
    await page.goto(served.origin);
    return await reported;
  } finally {
    await page.close();
    await served.close();
  }
}
