import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/test';

test('a process begins from a starter with the keyboard alone, and is taken back in one step', async ({ app, page }) => {
  await app.open('processes');
  await app.button('New process').focus();
  await page.keyboard.press('Enter');
  const dialog = app.dialog('New process');
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { name: /^Blank/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('month end');
  await expect(dialog.getByText('1 starter', { exact: true })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(dialog.getByRole('radio', { name: /^Month-end close/ })).toBeChecked();
  await expect(dialog.getByRole('region', { name: 'What “Month-end close” brings' })).toContainText('Reconcile bank and cash');
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Month-end close');
  await dialog.getByLabel('Name', { exact: true }).focus();
  await page.keyboard.press('Enter');

  await expect(app.heading('Month-end close')).toBeVisible();
  await expect(app.steps().getByRole('link', { name: 'Announce and cut off' })).toBeVisible();
  await expect(app.steps().getByRole('link', { name: 'Close the period and report' })).toBeVisible();
  await app.expectNotice('from “Month-end close”');
  await page.keyboard.press('Control+z');
  await app.open('processes');
  await expect(page.getByText('No processes yet')).toBeVisible();
});

test('a project begins from a starter and its days are counted from the start', async ({ app, page }) => {
  await app.open('projects');
  await app.button('New project').click();
  const dialog = app.dialog('New project');
  await dialog.getByText('Start from: Blank').click();
  await dialog.getByRole('radio', { name: /^Event or conference/ }).check();
  await expect(dialog.getByText('Start from: Event or conference')).toBeVisible();
  const brings = dialog.getByRole('region', { name: 'What “Event or conference” brings' });
  await expect(brings).toContainText('Find and book the venue');
  await dialog.getByLabel('Name', { exact: true }).fill('Spring congress');
  await dialog.getByLabel('Start', { exact: false }).last().fill('2030-03-04');
  expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);
  await app.button('Save project').click();

  await expect(app.heading('Spring congress')).toBeVisible();
  await expect(app.card('Ready', 'Agree the aim and the guests')).toBeVisible();
  await app.expectNotice('Added project “Spring congress” from “Event or conference”');
});

test('a name of one’s own stays when another starter is chosen', async ({ app }) => {
  await app.open('processes');
  await app.button('New process').click();
  const dialog = app.dialog('New process');
  await dialog.getByText('Start from: Blank').click();
  await dialog.getByRole('radio', { name: /^Newsletter/ }).check();
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Newsletter');
  await dialog.getByRole('radio', { name: /^Hiring/ }).check();
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('Hiring');
  await dialog.getByLabel('Name', { exact: true }).fill('How we hire');
  await dialog.getByRole('radio', { name: /^Newsletter/ }).check();
  await expect(dialog.getByLabel('Name', { exact: true })).toHaveValue('How we hire');
  await dialog.getByRole('radio', { name: /^Blank/ }).check();
  await expect(dialog.getByLabel('Purpose')).toHaveValue('');
});

test('starters that cannot be read are said so, fetched again, and blank works meanwhile', async ({ app, page }) => {
  let isSpoilt = true;
  await page.context().route(/starters-.*\.json/, (route) =>
    isSpoilt ? route.fulfill({ body: 'spoilt' }) : route.continue(),
  );
  await app.open('projects');
  await app.button('New project').click();
  const dialog = app.dialog('New project');
  await dialog.getByText('Start from: Blank').click();
  await expect(dialog.getByRole('alert')).toContainText('Start from blank now');
  isSpoilt = false;
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('radio', { name: /^Waterfall/ })).toBeVisible();
  await dialog.getByLabel('Name', { exact: true }).fill('From nothing');
  await app.button('Save project').click();
  await expect(app.card('Initiate', 'From nothing')).toBeVisible();
});
