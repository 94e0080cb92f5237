import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { App } from '../pages/app';

/** One setting: its heading, sentence and controls. */
function setting(page: Page, name: string): Locator {
  const heading = page.getByRole('heading', { name, exact: true });
  return page.getByRole('region', { name: 'Data' }).locator('div').filter({ has: heading }).last().locator('..');
}

async function copyOf(app: App): Promise<Buffer> {
  const download = app.page.waitForEvent('download');
  await app.button('Download a copy').click();
  return readFile(await (await download).path());
}

async function check(app: App, content: Buffer): Promise<void> {
  await app.field('Choose a copy to check').setInputFiles({
    name: 'loopline.json',
    mimeType: 'application/json',
    buffer: content,
  });
}

/** Lets the page choose a folder of the browser's own, in place of the dialog of the system. */
async function offerFolder(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Object.assign(window, {
      showDirectoryPicker: async () => (await navigator.storage.getDirectory()).getDirectoryHandle('Backups', { create: true }),
    });
  });
}

/** The names and texts of the files in that folder. */
function inFolder(page: Page): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('Backups', { create: true });
    const found: Record<string, string> = {};
    for await (const [name, handle] of (folder as any).entries()) {
      found[name] = await (await handle.getFile()).text();
    }
    return found;
  });
}

test('a copy is checked against what is here, and nothing is imported', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.open('settings');
  await expect(setting(page, 'Last copy')).toContainText('None was ever made outside this browser. 1 edit since.');
  const copy = await copyOf(app);
  await expect(setting(page, 'Last copy')).toContainText('no copy was ever checked. Nothing has changed since.');
  await check(app, copy);
  await app.expectNotice('This copy holds everything');
  await expect(setting(page, 'Last copy')).toContainText('read back and held everything');

  await app.addProject('Paint the hall');
  await app.open('settings');
  await check(app, copy);
  await expect(page.getByText(/is not what is here now: 1 only here, 0 different/)).toBeVisible();
  await app.open('projects');
  await expect(app.card('Initiate', 'Paint the hall')).toBeVisible();
});

test('copies go to a folder of the person’s own by themselves, and are read back', async ({ app, page }) => {
  await page.clock.install();
  await offerFolder(page);
  await app.addProject('Open a shop');
  await app.open('settings');
  await app.button('Choose a folder').click();
  await expect(setting(page, 'A folder of yours')).toContainText('Copies go to “Backups” by themselves');
  await expect(setting(page, 'Last copy')).toContainText('read back and held everything');
  const [first] = Object.values(await inFolder(page));
  expect(first).toContain('Open a shop');

  await app.addProject('Paint the hall');
  await page.clock.fastForward('06:00');
  await expect.poll(async () => Object.values(await inFolder(page))).toHaveLength(1);
  await expect.poll(async () => Object.values(await inFolder(page))[0]).toContain('Paint the hall');
  await page.reload();
  await app.open('settings');
  await expect(setting(page, 'A folder of yours')).toContainText('“Backups”');
  await app.button('Stop').click();
  await expect(app.button('Choose a folder')).toBeVisible();
});

test('with much to lose and no copy, the page says so until there is one', async ({ app, page }) => {
  await page.clock.install();
  await app.addProject('Open a shop');
  const titles = Array.from({ length: 40 }, (_, idx) => `Task ${idx + 1}`);
  await app.addTasks('Ready', ...titles);
  const banner = page.getByRole('status').filter({ hasText: 'edits of yours are in this browser only' });
  await page.clock.fastForward('06:00');
  await expect(banner).toContainText('41 edits of yours');
  await banner.getByRole('button', { name: 'Not now' }).click();
  await expect(banner).toBeHidden();
  await page.reload();
  await page.clock.fastForward('06:00');
  const download = page.waitForEvent('download');
  await banner.getByRole('button', { name: 'Download a copy' }).click();
  await download;
  await expect(banner).toBeHidden();
});

test('the other tabs are counted, and the build is named', async ({ app, page, context }) => {
  await app.open('settings');
  await expect(setting(page, 'Other tabs')).toContainText('This is the only one');
  const other = await context.newPage();
  await new App(other).open();
  await expect(setting(page, 'Other tabs')).toContainText('1 other tab shows');
  await other.close();
  await expect(setting(page, 'Other tabs')).toContainText('This is the only one');
  await expect(setting(page, 'Build')).toContainText(/[0-9a-f]{8,}/);
});
