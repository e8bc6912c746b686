import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';

/** Where screenshots go: a pipeline keeps them. */
const screenshots = resolve(import.meta.dirname, '../../build/screenshots');

/** How a page is opened. */
export interface PanelPageOptions {
  /** Address. */
  readonly url: string;
  /** Colours; light unless told. */
  readonly scheme?: 'light' | 'dark';
  /** Size of the window; 1280 by 800 unless told. */
  readonly size?: readonly [width: number, height: number];
}

/** A page, and what a person sees and does in it. */
export interface PanelPage {
  readonly page: Page;
  /** Opens one of the sample workspaces, and waits until it is there. */
  readonly choose: (sample: string) => Promise<void>;
  /** Clicks what the panel offers for the whole workspace. */
  readonly act: (action: string) => Promise<void>;
  /** Waits until nothing is going on, and answers how the last action ended. */
  readonly outcome: () => Promise<string>;
  /** The problems of a code. */
  readonly problem: (code: string) => Locator;
  /** The codes of all problems that are listed. */
  readonly codes: () => Promise<readonly string[]>;
  /** Which of readable, changeable and buildable hold. */
  readonly verdict: () => Promise<Readonly<Record<string, boolean>>>;
  /** Shows a file in the editor. */
  readonly open: (path: string) => Promise<void>;
  /** Writes a picture of the page into build/screenshots. */
  readonly shoot: (name: string) => Promise<void>;
}

/** Opens a page that fails the test if anything is said on its console, thrown, or refused by its content security policy. */
export async function openPanelPage(browser: Browser, { url, scheme = 'light', size = [1280, 800] }: PanelPageOptions): Promise<PanelPage> {
  const context = await browser.newContext({ colorScheme: scheme, viewport: { width: size[0], height: size[1] } });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (thrown) => heard.push(String(thrown)));
  page.on('requestfailed', (request) => heard.push(`failed: ${request.url()}`));
  page.on('dialog', (dialog) => {
    heard.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => console.error(event.violatedDirective, event.blockedURI))",
  );
  onTestFinished(async () => {
    await context.close();
    expect(heard).toEqual([]);
  });
  await page.goto(url);

  const idle = (): Promise<void> => page.locator('[data-action="build"]:enabled').waitFor();
  const problems = page.locator('.problem');
  return {
    page,
    choose: async (sample) => {
      await page.locator('[data-verdict]').first().waitFor();
      await page.selectOption('[data-part="sample"]', sample);
      await idle();
    },
    act: async (action) => {
      await page.click(`[data-action="${action}"]`);
    },
    outcome: async () => {
      await page.locator('.task').waitFor({ state: 'hidden' });
      return (await page.getAttribute('.notice', 'data-tone')) ?? '';
    },
    problem: (code) => page.locator(`.problem[data-code="${code}"]`),
    codes: async () => {
      const codes = await problems.evaluateAll((found) =>
        found.map((one) => (one as unknown as { dataset: { code: string } }).dataset.code),
      );
      return codes.sort();
    },
    verdict: async () => {
      const chips = await page.locator('[data-verdict]').all();
      const told = chips.map(
        async (chip) =>
          [
            (await chip.getAttribute('data-verdict')) ?? '',
            await chip.evaluate((one) => (one as unknown as { className: string }).className.includes('yes')),
          ] as const,
      );
      return Object.fromEntries(await Promise.all(told));
    },
    open: async (path) => {
      await page.click(`[data-file="${path}"]`);
      await page.locator(`.path:text-is("${path}")`).waitFor();
    },
    shoot: async (name) => {
      mkdirSync(screenshots, { recursive: true });
      await page.screenshot({ path: join(screenshots, `${name}.png`), fullPage: name.startsWith('report') });
    },
  };
}
