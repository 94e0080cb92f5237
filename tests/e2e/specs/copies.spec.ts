import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { App } from '../pages/app';

/** Presses a button and gives back the content of the file the page hands over. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<Buffer> {
  const download = page.waitForEvent('download');
  await press();
  return readFile(await (await download).path());
}

async function choose(app: App, content: Buffer | string): Promise<void> {
  await app.field('Choose a file to import').setInputFiles({
    name: 'loopline.json',
    mimeType: 'application/json',
    buffer: Buffer.from(content),
  });
}

test('a copy is imported in another browser whole, as one undoable step', async ({ app: first, browser }) => {
  await first.addProject('Open a shop');
  await first.addTasks('Ready', 'Find a place');
  await first.open('settings');
  const copy = await downloaded(first.page, () => first.button('Download a copy').click());

  const other = await browser.newContext();
  const page = await other.newPage();
  const app = new App(page);
  await app.open('settings');
  await choose(app, copy);
  const dialog = app.dialog('Import');
  await expect(dialog).toContainText('Projects1 added');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await app.expectNotice('Imported 2 records');
  await app.open('projects');
  await app.card('Initiate', 'Open a shop').click();
  await expect(app.card('Ready', 'Find a place')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(app.heading(/not there any more/)).toBeVisible();
  await other.close();
});

test('a merge shows each field that would change, and keeps what is only here', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.open('settings');
  const copy = await downloaded(page, () => app.button('Download a copy').click());
  await app.open('projects');
  await app.choose('Actions for Open a shop', 'Edit');
  await app.dialog('Edit project').getByLabel('Name', { exact: true }).fill('Open two shops');
  await app.button('Save project').click();
  await app.addProject('Paint the hall');

  await app.open('settings');
  await choose(app, copy);
  const dialog = app.dialog('Import');
  await expect(dialog).toContainText('1 changed, 1 only here, kept');
  await dialog.getByText('Show each record').click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Project: Open a shop' })).toContainText(
    'Name: Open two shops Open a shop',
  );
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await app.open('projects');
  await expect(app.card('Initiate', 'Open a shop')).toBeVisible();
  await expect(app.card('Initiate', 'Paint the hall')).toBeVisible();
});

test('replacing hands over a copy of what was here first', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.open('settings');
  const copy = await downloaded(page, () => app.button('Download a copy').click());
  await app.addProject('Paint the hall');
  await app.open('settings');
  await choose(app, copy);
  const dialog = app.dialog('Import');
  await dialog.getByRole('radio', { name: 'Replace everything' }).check();
  await expect(dialog).toContainText('1 removed');
  const before = await downloaded(page, () => dialog.getByRole('button', { name: 'Download a copy and replace' }).click());
  expect(before.toString()).toContain('Paint the hall');
  await app.open('projects');
  await expect(app.card('Initiate', 'Open a shop')).toBeVisible();
  await expect(app.card('Initiate', 'Paint the hall')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(app.card('Initiate', 'Paint the hall')).toBeVisible();
});

test('a sealed copy opens with its passphrase only', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.open('settings');
  await app.button('Download sealed').click();
  const seal = app.dialog('Seal a copy');
  await seal.getByLabel('Passphrase').fill('short');
  await seal.getByRole('button', { name: 'Download sealed' }).click();
  await expect(seal.getByLabel('Passphrase')).toHaveAccessibleDescription(/at least 8 characters/);
  await seal.getByLabel('Passphrase').fill('correct horse battery');
  await seal.getByLabel('Again').fill('correct horse battery');
  const copy = await downloaded(page, () => seal.getByRole('button', { name: 'Download sealed' }).click());
  expect(copy.toString()).not.toContain('Open a shop');

  await choose(app, copy);
  const open = app.dialog('Open a sealed copy');
  await open.getByLabel('Passphrase').fill('wrong horse battery');
  await open.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page.getByText(/The passphrase does not open this file/)).toBeVisible();
  await choose(app, copy);
  await open.getByLabel('Passphrase').fill('correct horse battery');
  await open.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(app.dialog('Import')).toContainText('There is nothing to import');
});

test('a file that is none of ours is refused with a sentence, and nothing is changed', async ({ app, page }) => {
  await app.addProject('Open a shop');
  const before = await app.stored();
  await app.open('settings');
  for (const [content, sentence] of [
    ['', /This file is empty/],
    ['{"format":"other","version":1,"records":[]}', /not a Loopline file/],
    ['{"format":"loopline","version":99,"records":[]}', /version 99/],
    ['{"format":"loop', /not a Loopline file/],
  ] as const) {
    await choose(app, content);
    await expect(page.getByText(sentence)).toBeVisible();
  }
  expect(await app.stored()).toEqual(before);
});

test('an earlier copy is kept by itself, and one can go back to it', async ({ app, page }) => {
  await page.clock.install();
  await app.addProject('Open a shop');
  await page.clock.fastForward('06:00');
  await app.choose('Project actions', 'Delete project');
  await app.open('settings');
  const copies = page.getByRole('list', { name: 'Earlier copies' });
  await expect(copies.getByRole('listitem')).toHaveCount(1);
  await copies.getByRole('button', { name: /^Go back to/ }).click();
  await expect(app.dialog('Import')).toContainText('Projects1 added');
  await app.dialog('Import').getByRole('button', { name: 'Replace', exact: true }).click();
  await app.open('projects');
  await expect(app.card('Initiate', 'Open a shop')).toBeVisible();
});

test('the page says whether the browser has promised to keep the data', async ({ app, page }) => {
  await app.open('settings');
  await expect(page.getByRole('heading', { name: 'Kept until you clear it' })).toBeVisible();
  await expect(page.getByText(/^(Promised|Not promised)$/)).toBeVisible();
});

test('when the browser has lost all but an earlier copy, the page says so and leads to it', async ({ app, page }) => {
  await page.clock.install();
  await app.addProject('Open a shop');
  await page.clock.fastForward('06:00');
  const copies = page.getByRole('list', { name: 'Earlier copies' });
  await expect(async () => {
    await app.open('archive');
    await app.open('settings');
    await expect(copies.getByRole('listitem')).toHaveCount(1, { timeout: 1_000 });
  }).toPass();
  // The page of last resort stands by while everything else goes.
  await page.goto('./rescue.html');
  await page.evaluate(async () => {
    localStorage.clear();
    await new Promise((resolve) => (indexedDB.deleteDatabase('loopline').onsuccess = resolve));
  });

  await app.open();
  const banner = page.getByRole('alert').filter({ hasText: 'This browser has lost the work that it kept here' });
  await expect(banner).toContainText('1 earlier copy is left');
  await banner.getByRole('link', { name: 'See your data' }).click();
  await app.button(/^Go back to/).click();
  await app.dialog('Import').getByRole('button', { name: 'Replace', exact: true }).click();
  await app.expectNotice('Replaced everything');
  await banner.getByRole('button', { name: 'Not now' }).click();
  await expect(banner).toBeHidden();
  await page.reload();
  await app.open('projects');
  await expect(app.card('Initiate', 'Open a shop')).toBeVisible();
  await expect(banner).toBeHidden();
});
