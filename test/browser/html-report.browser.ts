import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyPlan, build, describeArchive, doctor, planRegister } from 'prometeu-packer';
import { htmlReport } from 'prometeu-packer/report';
import { createMemoryWorkspace } from 'prometeu-packer/memory';
import { harmlessContent, HOSTILE, hostileContent } from '../report/hostile-content.js';
import { openBrowser } from './open-browser.js';
import { openPanelPage } from './panel-page.js';
import { serveFolder } from './serve-folder.js';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function show(html: string, scheme: 'light' | 'dark' = 'light') {
  const served = await serveFolder(new Map([['/', { type: 'text/html', bytes: html }]]));
  const opened = await openPanelPage(browser, { url: served.origin, scheme, size: [1100, 800] });
  return { ...opened, served };
}

/** A report of a workspace that was built, and then broken. */
async function reportOfBroken(): Promise<string> {
  const workspace = createMemoryWorkspace({
    'assets/palettes/day/colours.bin': new Uint8Array(32),
    'assets/levels/forest/tiles.bin': new Uint8Array(900),
    'assets/levels/forest/more.bin': new Uint8Array(77),
  });
  const planned = await planRegister(workspace);
  expect(planned.isOk() && (await applyPlan(workspace, planned.value.value)).isOk()).toBe(true);
  expect((await build(workspace)).isOk()).toBe(true);
  const path = 'assets/palettes/day/asset.json';
  const text = new TextDecoder().decode(workspace.files().get(path));
  workspace.set(path, text.replace('"name"', '"nmae"').replace('"raw"', '"jpeg"'));
  const examined = (await doctor(workspace))._unsafeUnwrap();
  const archive = (await describeArchive(workspace))._unsafeUnwrap()!;
  const sourceText = (file: string): string | undefined => new TextDecoder().decode(workspace.files().get(file));
  return htmlReport({ workspace: 'game', version: '1.2.3', ...examined, artifacts: [], archive, sourceText });
}

describe('the HTML report in a browser', () => {
  it.each(['light', 'dark'] as const)(
    'is shown without an error, without a request and without a violation of its policy: %s',
    async (scheme) => {
      const { page, served, shoot } = await show(await reportOfBroken(), scheme);
      const requested: string[] = [];
      page.on('request', (request) => requested.push(request.url()));
      await page.reload();
      expect(requested).toEqual([`${served.origin}/`]);
      expect(await page.locator('h1').count()).toBe(1);
      expect(await page.locator('.archive-box').count()).toBeGreaterThan(4);
      await shoot(`report-${scheme}`);
      await served.close();
    },
  );

  it('shows only what is asked for', async () => {
    const { page, served } = await show(await reportOfBroken());
    const shown = (): Promise<readonly boolean[]> =>
      Promise.all(['error', 'warning'].map((severity) => page.locator(`.finding.${severity}`).first().isVisible()));
    expect(await shown()).toEqual([true, true]);
    await page.getByLabel('errors').check();
    expect(await shown()).toEqual([true, false]);
    await page.getByLabel('warnings').check();
    expect(await shown()).toEqual([false, true]);
    await served.close();
  });

  it('takes hostile text for text: no element, attribute or script comes of it', async () => {
    const outline = async (html: string): Promise<unknown> => {
      const { page, served } = await show(html);
      await page.hover('h1');
      await page.locator('body').click({ position: { x: 5, y: 5 } });
      const found = await page.evaluate(
        "[...document.querySelectorAll('*')].map((one) => one.tagName + [...one.attributes].map(({ name }) => ' ' + name).join(''))",
      );
      expect(await page.title()).not.toBe('owned');
      await served.close();
      return found;
    };
    expect(await outline(htmlReport(hostileContent))).toEqual(await outline(htmlReport(harmlessContent())));
    const { page, served } = await show(htmlReport(hostileContent));
    expect((await page.locator('h1').textContent())?.startsWith(HOSTILE.slice(0, 80))).toBe(true);
    await served.close();
  });
});
