import { AxeBuilder } from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test';
import type { App } from '../pages/app';

async function choose(app: App, text: string): Promise<void> {
  const file = { name: 'raw.json', mimeType: 'application/json', buffer: Buffer.from(text) };
  await app.field('File with raw data').setInputFiles(file);
}

test('@everywhere it shows every piece and its size, to everyone', async ({ app, page }) => {
  await app.addProject('Open a shop');
  const keys = Object.keys(await app.stored());
  await page.goto('./rescue.html');
  await expect(page.getByText(/^\d+ pieces, .+ in all\.$/)).toBeVisible();
  await page.getByText('Every piece').click();
  for (const key of keys) {
    await expect(page.getByRole('row').filter({ hasText: key })).toContainText(/\d (bytes|KB)$/);
  }
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(excess, 'the page scrolls sideways').toBeLessThanOrEqual(0);
});

test('what it downloads it puts back, and the work is there again', async ({ app, page }) => {
  await app.addProject('Open a shop');
  const before = await app.stored();
  await page.goto('./rescue.html');
  const downloading = page.waitForEvent('download');
  await app.button('Download all of it').click();
  const file = await (await downloading).path();
  const entries: [string, string][] = JSON.parse(await readFile(file, 'utf8'));
  expect(Object.fromEntries(entries)).toMatchObject(before);

  await page.evaluate(() => localStorage.clear());
  await page.reload();
  await expect(page.getByText('Loopline keeps nothing in this browser.')).toBeVisible();
  await app.field('File with raw data').setInputFiles(file);
  await app.button('Put it back').click();
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^${entries.length} pieces were put back\\.$`));
  expect(await app.stored()).toEqual(before);
  await app.link('Open Loopline').click();
  await app.open('projects');
  await expect(app.card('Initiate', 'Open a shop')).toBeVisible();
});

test('it never changes what is here, and says what it left', async ({ app, page }) => {
  await page.goto('./rescue.html');
  await page.evaluate(() => {
    localStorage.setItem('loopline/1/a', 'as here');
    localStorage.setItem('loopline/1/b', 'the same');
  });
  const file = JSON.stringify([
    ['loopline/1/a', 'as there'],
    ['loopline/1/b', 'the same'],
    ['loopline/1/c', 'missing'],
  ]);
  await choose(app, file);
  await app.button('Put it back').click();
  await expect(page.getByRole('status')).toHaveText(
    '1 piece was put back. 1 was here already. 1 is here with other content and was left as it is.',
  );
  expect(await app.stored()).toEqual({
    'loopline/1/a': 'as here',
    'loopline/1/b': 'the same',
    'loopline/1/c': 'missing',
  });
});

const junk: [name: string, text: string][] = [
  ['a text', 'Good morning'],
  ['an empty list', '[]'],
  ['a copy from Settings', '{"format":"loopline","records":[]}'],
  ['a key of another page', '[["loopline/1/a","x"],["theirs","x"]]'],
  ['a value that is no text', '[["loopline/1/a",1]]'],
  ['a file that breaks off', '[["loopline/1/a","x"],["loopl'],
  ['the name of the prototype', '{"__proto__":[["loopline/1/a","x"]]}'],
];

for (const [name, text] of junk) {
  test(`it refuses ${name} and changes nothing`, async ({ app, page }) => {
    await page.goto('./rescue.html');
    await app.button('Put it back').click();
    await expect(page.getByRole('status')).toHaveText('Choose a file first.');
    await choose(app, text);
    await app.button('Put it back').click();
    await expect(page.getByRole('status')).toHaveText(
      'This is not a file with raw data of Loopline, so nothing was changed.',
    );
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });
}

test('a full storage is said, and nothing is lost by it', async ({ app, page }) => {
  await page.goto('./rescue.html');
  const file = JSON.stringify([
    ['loopline/1/a', 'small'],
    ['loopline/1/b', 'x'.repeat(6_000_000)],
  ]);
  await choose(app, file);
  await app.button('Put it back').click();
  await expect(page.getByRole('status')).toContainText('full: 1 of 2 pieces could be put back.');
  expect(await app.stored()).toEqual({ 'loopline/1/a': 'small' });
});

test('an app that cannot start leads to it', async ({ app, page, wrongs }) => {
  await page.route('**/*.wasm', (route) => route.fulfill({ contentType: 'application/wasm', body: 'broken' }));
  await page.goto('./');
  await expect(app.heading('Loopline could not start')).toBeVisible();
  await app.link('Rescue my data').click();
  await expect(app.heading('Rescue your data')).toBeVisible();
  expect(wrongs.length, 'the console has the cause').toBeGreaterThan(0);
  wrongs.length = 0;
});
