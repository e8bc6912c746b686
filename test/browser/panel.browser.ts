import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundlePanel, panelHeaders } from '../../etc/bundle-panel.mjs';
import { openBrowser } from './open-browser.js';
import { openPanelPage, type PanelPageOptions } from './panel-page.js';
import { serveFolder, type ServedFolder } from './serve-folder.js';

let browser: Browser;
let served: ServedFolder;

beforeAll(async () => {
  served = await serveFolder(await bundlePanel(), panelHeaders);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  expect(served.refused()).toEqual([]);
  await served.close();
});

const HERO = 'assets/sprites/hero/asset.json';
const FOREST = 'assets/levels/forest/asset.json';
const openPanel = (options: Partial<PanelPageOptions> & { readonly host?: string } = {}) =>
  openPanelPage(browser, { url: `${served.origin}/?host=${options.host ?? 'worker'}`, ...options });

describe.each(['worker', 'page'])('the panel, the packer in the %s', (host) => {
  it('underlines what is wrong while it is typed, and lets go of it when it is mended', async () => {
    const { page, choose, open, codes, problem } = await openPanel({ host });
    await choose('sound');
    await open(HERO);
    expect(await codes()).toEqual([]);

    await page.focus('textarea');
    await page.keyboard.press('Control+End');
    for (let line = 0; line < 2; line++) await page.keyboard.press('ArrowUp'); // the last line of all is empty
    await page.keyboard.press('End');
    await page.keyboard.type(',');
    await page.locator('.drawn .mark.error').first().waitFor();
    expect(await codes()).toEqual(['JSON_TRAILING_COMMA']);
    expect(await page.locator('.gutter .at.error').count()).toBe(1);
    expect(await page.locator(`[data-file="${HERO}"] .badge.error`).count()).toBe(1);

    await page.keyboard.press('Backspace');
    await problem('JSON_TRAILING_COMMA').waitFor({ state: 'detached' });
    expect(await page.locator('.drawn .mark').count()).toBe(0);
    expect(await codes()).toEqual([]);
  });

  it('mends a finding by a click, after its diff was shown', async () => {
    const { page, choose, problem, outcome, open, act, codes } = await openPanel({ host });
    await choose('broken');
    const before = await codes();
    await problem('JSON_TRAILING_COMMA').locator('[data-fix]').click();
    await page.locator('dialog[open]').waitFor();
    expect(await page.locator('dialog .diff .removed').count()).toBe(1);
    expect(await page.locator('dialog .diff .added').count()).toBe(1);
    await act('apply');
    expect(await outcome()).toBe('good');
    expect(await codes()).toEqual(before.filter((code) => code !== 'JSON_TRAILING_COMMA'));
    await open(FOREST);
    expect((await page.inputValue('textarea')).includes('"spawn.json"]')).toBe(true);
  });

  it('mends an unsaved text in the editor, and leaves the file alone until it is saved', async () => {
    const { page, choose, open, problem, act, outcome } = await openPanel({ host });
    await choose('broken');
    await open(FOREST);
    await page.focus('textarea');
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ');
    await page.locator('.unsaved').waitFor();
    await problem('JSON_TRAILING_COMMA').locator('[data-fix]').click();
    await act('apply');
    await outcome();
    await problem('JSON_TRAILING_COMMA').waitFor({ state: 'detached' });
    expect((await page.inputValue('textarea')).endsWith('} ')).toBe(false); // the last line is its own
    expect((await page.inputValue('textarea')).endsWith('\n ')).toBe(true); // what was typed is still there
    expect(await page.locator('.unsaved').count()).toBe(1);
    await act('save');
    await page.locator('.unsaved').waitFor({ state: 'detached' });
    expect(await problem('JSON_TRAILING_COMMA').count()).toBe(0);
  });

  it('migrates after the diff was shown and the derived identities agreed to, and takes it back', async () => {
    const { page, choose, act, outcome, codes, verdict, open } = await openPanel({ host });
    await choose('version-2');
    await open(HERO);
    const original = await page.inputValue('textarea');
    const pending = await codes();
    expect(pending.includes('MIGRATION_PENDING')).toBe(true);
    expect(await verdict()).toMatchObject({ build: false });

    await act('migrate');
    const edits = page.locator('dialog [data-edit]');
    await edits.first().waitFor();
    expect(await edits.evaluateAll((found) => found.map((one) => (one as unknown as { dataset: { edit: string } }).dataset.edit))).toEqual([
      'assets/.prometeu/index.json',
      ...['levels/forest', 'palettes/day', 'sounds/jump', 'sprites/hero'].map((root) => `assets/${root}/asset.json`),
    ]);
    expect(await page.isDisabled('[data-action="apply"]')).toBe(true);
    await page.check('#agree');
    await act('apply');
    expect(await outcome()).toBe('good');
    expect(await codes()).toEqual(['STRUCTURE_UNKNOWN_KEY']); // a key that nobody knows, which is kept
    expect(await verdict()).toEqual({ read: true, mutate: true, build: true });
    expect((await page.inputValue('textarea')).includes('"schema_version": 4')).toBe(true);

    await act('undo');
    await act('apply');
    expect(await outcome()).toBe('good');
    expect(await page.inputValue('textarea')).toBe(original);
    expect(await codes()).toEqual(pending);
  });

  it('registers and builds a new game, and draws its archive', async () => {
    const { page, choose, act, outcome, verdict, codes } = await openPanel({ host });
    await choose('new');
    expect(await page.isHidden('.archive')).toBe(true);
    await act('register');
    await act('apply');
    expect(await outcome()).toBe('good');
    await act('build');
    expect(await outcome()).toBe('good');
    expect(await codes()).toEqual([]);
    expect(await verdict()).toEqual({ read: true, mutate: true, build: true });

    const boxes = page.locator('.archive-box');
    const titles = await boxes.locator('title').allTextContents();
    const jump = titles.findIndex((title) => title.startsWith('jump\n'));
    await boxes.nth(jump).hover();
    const facts = page.locator('[data-part="box"]');
    const digest = (await facts.locator('.sha256').textContent()) ?? '';
    expect(/^[0-9a-f]{64}$/.test(digest)).toBe(true);
    expect(await facts.locator('.asset').textContent()).toBe('jump (3)');
    expect(await facts.locator('.size').textContent()).toBe('1644 bytes');
    for (const fact of [digest, '1,644 bytes', 'asset 3, SOUNDS']) expect(titles[jump]!.includes(fact)).toBe(true);
    expect(await page.locator('[data-file="build/assets.pa"]').count()).toBe(1);
  });

  it('lets a build be cancelled: nothing is written, and it can be built afterwards', async () => {
    const { page, choose, act, outcome } = await openPanel({ host });
    await choose('large');
    await act('register');
    await act('apply');
    expect(await outcome()).toBe('good');
    await act('build');
    await expect.poll(() => page.evaluate("document.querySelector('progress').position"), { timeout: 30_000 }).toBeGreaterThan(0.1);
    await act('cancel');
    expect(await outcome()).toBe('plain');
    expect(await page.isHidden('.archive')).toBe(true);
    await act('build');
    expect(await outcome()).toBe('good');
    expect(await page.locator('.archive-box').count()).toBeGreaterThan(150);
  });
});

describe('the panel', () => {
  it('can be used by keyboard alone', async () => {
    const { page, choose, codes, outcome } = await openPanel();
    await choose('broken');
    const before = await codes();
    const press = async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const focused = (attribute: string): Promise<string | null> =>
      page.evaluate(`document.activeElement.getAttribute(${JSON.stringify(attribute)})`);

    await page.focus(`[data-file="${FOREST}"]`);
    await press('Enter');
    await page.locator(`.path:text-is("${FOREST}")`).waitFor();
    await press('F8');
    expect(await page.evaluate('document.activeElement.tagName + getSelection().toString()')).toBe('TEXTAREA,');
    await press('Control+.');
    expect(await focused('data-fix')).toBe('1');
    await press('Enter');
    await page.locator('dialog[open]').waitFor();
    expect(await focused('data-action')).toBe('apply');
    await press('Enter');
    expect(await outcome()).toBe('good');
    expect(await codes()).toEqual(before.filter((code) => code !== 'JSON_TRAILING_COMMA'));

    await page.focus('.problem [data-explain]');
    await press('Enter');
    expect(await page.isVisible('[data-part="details"]')).toBe(true);
    expect(await focused('aria-expanded')).toBe('true'); // the list was drawn anew, and kept the focus
    await page.focus('[data-action="migrate"]');
    await press('Escape');
  });

  it('shows the map by keyboard: arrows walk it, details follow', async () => {
    const { page, choose, act, outcome } = await openPanel();
    await choose('sound');
    await act('build');
    await outcome();
    await page.focus('.archive-box[tabindex="0"]');
    const label = (): Promise<string> => page.evaluate("document.activeElement.getAttribute('aria-label')");
    const walked: string[] = [];
    await page.keyboard.press('Home');
    for (;;) {
      const told = await label();
      if (walked.at(-1) === told) break;
      walked.push(told);
      await page.keyboard.press('ArrowRight');
    }
    expect(walked).toHaveLength(await page.locator('.archive-box').count());
    expect(await page.locator('[data-part="box"] .asset').textContent()).toBe('forest (4)');
    await page.click('[data-part="box"] button');
    await page.locator(`.path:text-is("${FOREST}")`).waitFor();
  });

  it('keeps the line ends of a file that is edited', async () => {
    const { page, choose, open, act, outcome } = await openPanel();
    await choose('version-2');
    await open(HERO);
    await page.focus('textarea');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n');
    await act('save');
    await outcome();
    await act('migrate');
    const diff = page.locator(`[data-edit="${HERO}"] .diff`);
    await diff.waitFor();
    const lines = ((await diff.textContent()) ?? '').split('\n').filter((line) => /^[+ -]/.test(line));
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.every((line) => line.endsWith('␍'))).toBe(true);
  });

  it('explains a finding at length', async () => {
    const { page, choose, problem } = await openPanel();
    await choose('broken');
    await problem('VERSION_TOO_NEW').locator('[data-explain]').click();
    const details = page.locator('[data-part="details"]');
    expect(await details.locator('.code').first().textContent()).toBe('VERSION_TOO_NEW');
    expect(await details.locator('li').count()).toBeGreaterThan(0);
  });

  it.each([
    ['light', [1280, 800]],
    ['dark', [1280, 800]],
    ['light', [900, 700]],
    ['dark', [900, 700]],
  ] as const)('looks as it should, %s at %j', async (scheme, size) => {
    const { page, choose, act, outcome, problem, shoot } = await openPanel({ scheme, size });
    const name = `${scheme}-${size[0]}`;
    await choose('broken');
    await problem('STRUCTURE_UNKNOWN_KEY').locator('.go').click();
    await problem('STRUCTURE_UNKNOWN_KEY').locator('[data-explain]').click();
    await page.locator('.drawn .mark').first().waitFor();
    await shoot(`panel-broken-${name}`);
    await choose('version-2');
    await act('migrate');
    await page.locator('dialog[open]').waitFor();
    await shoot(`panel-migrate-${name}`);
    await act('dismiss');
    await choose('sound');
    await act('build');
    await outcome();
    await shoot(`panel-built-${name}`);
    const overflow: boolean = await page.evaluate(
      'document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight',
    );
    expect(overflow).toBe(false);
  });
});
