import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test';

test('the name is written beside what is done in a run', async ({ app, page }) => {
  await app.open('settings');
  await app.field('Your name').fill('Robin');
  await app.field('Your name').press('Enter');
  await app.expectNotice('Changed the settings');
  await app.addProcess('Answer customers', 'Read');
  await app.button('Start a run').click();
  await app.button('Start the run').click();
  await expect(page.getByRole('complementary', { name: 'What happened' })).toContainText('Robin');
});

test('what was edited is said to be on disk once it is', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await expect(page.getByText('Saved on disk')).toBeVisible();
  await app.open('settings');
  await expect(page.getByRole('main').getByText('Saved on disk')).toBeVisible();
});

test('the theme is this device’s choice and survives a reload', async ({ app, page }) => {
  await app.open('settings');
  await page.getByRole('radio', { name: 'Dark' }).check();
  await page.reload();
  await expect(page.getByRole('radio', { name: 'Dark' })).toBeChecked();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('people are added, given work and removed; their work stays', async ({ app, page }) => {
  await app.open('settings');
  await app.button('Add person').click();
  await app.button('Save person').click();
  await expect(app.dialog('Add person')).toContainText('Name');
  await app.field('Name').last().fill('Robin Vale');
  await app.button('Save person').click();
  await expect(page.getByText('Robin Vale').first()).toBeVisible();
  await app.addProject('Open a shop');
  await app.addTasks('Ready', 'Find a place');
  await app.card('Ready', 'Find a place').click();
  await app.field('Assignee').selectOption('Robin Vale');
  await app.button('Save task').click();
  await expect(app.lane('Ready').getByText('Robin Vale')).toBeAttached();
  await app.open('settings');
  await app.button('Remove Robin Vale').click();
  await expect(app.button('Remove Robin Vale')).toBeHidden();
  await app.notice().getByRole('button', { name: 'Undo' }).click();
  await expect(app.button('Remove Robin Vale')).toBeVisible();
});

test('a week without a working day is refused and the box is set back', async ({ app, page }) => {
  await app.open('settings');
  for (const day of ['Tuesday', 'Wednesday', 'Thursday', 'Friday']) {
    await page.getByRole('checkbox', { name: day }).uncheck();
  }
  await page.getByRole('checkbox', { name: 'Monday' }).click();
  await expect(page.getByText('Choose at least one working day.')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'Monday' })).toBeChecked();
});

test('days off are added and removed; a day that is not one is refused', async ({ app, page }) => {
  await app.open('settings');
  await app.button('Add day off').click();
  await expect(page.getByText('Choose a day first.')).toBeVisible();
  await app.field('Days off').fill('2026-12-25');
  await app.button('Add day off').click();
  await expect(page.getByText('Friday 25 December 2026')).toBeVisible();
  await app.field('Days off').fill('2300-01-01');
  await app.button('Add day off').click();
  await expect(page.getByRole('alert').filter({ hasText: '2300' })).toBeVisible();
  await app.button('Remove Friday 25 December 2026').click();
  await expect(page.getByText('Friday 25 December 2026')).toBeHidden();
});

test('a copy of everything is one file with every record', async ({ app, page }) => {
  await app.loadSample();
  await app.open('settings');
  const download = page.waitForEvent('download');
  await app.button('Download a copy').click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^loopline-\d{4}-\d\d-\d\d\.json$/);
  const content = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(content.format).toBe('loopline');
  expect(content.records.length).toBeGreaterThan(100);
});
