import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '../fixtures/test';

test('a mistyped name leads to its page by keyboard', async ({ app, page }) => {
  await app.loadSample();
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Search or do' });
  await expect(field).toBeFocused();
  await page.keyboard.type('riversde ofice');
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('Riverside office building');
  await expect(options.first()).toHaveAttribute('aria-selected', 'true');
  expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(app.heading('Riverside office building')).toBeVisible();

  await page.keyboard.press('/');
  await expect(field).toBeFocused();
  await expect(page.getByRole('group', { name: 'Recent' }).getByRole('option').first()).toContainText('Riverside');
  await page.keyboard.type('qqqq');
  await expect(page.getByText('Nothing found for “qqqq”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(app.notice().filter({ hasText: 'set aside' })).toBeHidden();
});

test('a deed is done from the search, and the arrows walk through what was found', async ({ app, page }) => {
  await app.open();
  await app.button('Search').click();
  await page.keyboard.type('new');
  await expect(page.getByRole('option', { name: 'New work' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: 'New project' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(app.dialog('New project').getByLabel('Name', { exact: true })).toBeFocused();
});

test('the keys are told on one sheet, and they do what it says', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('?');
  const sheet = app.dialog('Keys');
  await expect(sheet.getByRole('region', { name: 'Everywhere' })).toContainText('New work');
  await expect(sheet.getByRole('region', { name: 'Outline, in the table' })).toBeVisible();
  expect((await new AxeBuilder({ page }).include('dialog[open]').analyze()).violations).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();
  await page.keyboard.press('n');
  await expect(app.heading()).toBeVisible();
  await expect(page).toHaveURL(/#\/new$/);
});

test('things are found with a thumb @phone', async ({ app, page }) => {
  await app.loadSample();
  await app.button('Search').click();
  await page.getByRole('combobox', { name: 'Search or do' }).fill('custmer suport');
  await page.getByRole('option').first().click();
  await expect(app.heading('Customer support')).toBeVisible();
});
