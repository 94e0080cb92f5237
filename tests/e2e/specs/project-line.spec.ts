import { readFile } from 'node:fs/promises';
import { expect, test } from '../fixtures/test';

/** Opens a tab of the project that is open. */
const tab = (page: import('@playwright/test').Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name, exact: true }).click();

test('a project goes from its charter through a gate, its risks and a simulation to a report', async ({ app, page }) => {
  await app.addProject('Move the office');
  await app.addTasks('Ready', 'Pack', 'Carry');

  await tab(page, 'Charter');
  await expect(page.getByRole('list', { name: 'Missing before the start' })).toContainText('a measure of success');
  await app.button('Edit charter').click();
  const charter = app.dialog('Edit charter');
  await charter.getByLabel('Objective').fill('Everyone works in the new rooms');
  await charter.getByLabel('Measures of success').fill('40 desks stand by 1 June');
  await charter.getByLabel('Deliverables').fill('Floor plan: signed by the landlord');
  await app.button('Save charter').click();
  await page.getByRole('list', { name: 'Deliverables' }).getByRole('checkbox').check();
  await app.expectNotice('Accepted “Floor plan”');

  await app.button('Open the gate to Plan').click();
  const gates = page.getByRole('list', { name: 'Gates' });
  await app.button('Record the decision').click();
  await expect(gates.getByText('Decided by is empty')).toBeVisible();
  await gates.getByLabel('Decided by').fill('Ada');
  await gates.getByLabel('Reason').fill('The landlord wants an answer');
  await app.button('Record the decision').click();
  await app.expectNotice('go on to Plan');

  await tab(page, 'RAID');
  await app.button('Add to the log').click();
  const entry = app.dialog('Add to the log');
  await entry.getByLabel('Title').fill('The lift fails');
  await entry.getByText('For the simulation').click();
  await entry.getByLabel('Chance in percent').fill('50');
  await entry.getByLabel('Days at best').fill('2');
  await entry.getByLabel('Days likely').fill('3');
  await entry.getByLabel('Days at worst').fill('9');
  await app.button('Save entry').click();
  await expect(page.getByRole('region', { name: 'Log' })).toContainText('The lift fails');

  await tab(page, 'People');
  await app.button('People and estimate of Pack').click();
  const estimate = app.dialog('Pack');
  await estimate.getByLabel('Days at best').fill('9');
  await estimate.getByLabel('Days most likely').fill('4');
  await estimate.getByLabel('Days at worst').fill('12');
  await app.button('Save people and estimate').click();
  await expect(estimate.getByRole('alert')).toContainText('out of order');
  await estimate.getByLabel('Days at best').fill('2');
  await app.button('Save people and estimate').click();
  await expect(estimate).toBeHidden();

  await tab(page, 'Report');
  await app.button('Simulate').click();
  await expect(page.getByText(/It will probably finish by/)).toBeVisible();
  await expect(page.getByText('Risk: The lift fails')).toBeVisible();

  await page.getByLabel('Summary').fill('<b>All</b> is well');
  const download = page.waitForEvent('download');
  await app.button('Save as a file').click();
  const html = await readFile(await (await download).path(), 'utf8');
  expect(html).toContain('&lt;b&gt;All&lt;/b&gt; is well');
  expect(html).not.toContain('<script');
  await app.button('Keep this report').click();
  await expect(page.getByRole('list', { name: 'Kept reports' })).toContainText('is well');

  await tab(page, 'RAID');
  await app.choose('Actions for The lift fails', 'It happened: make it an issue');
  await tab(page, 'Report');
  await expect(page.getByRole('list', { name: 'Changes' })).toContainText('Issue new: The lift fails');
});

test('money is planned, booked and refused in place', async ({ app, page }) => {
  await app.addProject('Move the office');
  await tab(page, 'Budget');
  await app.button('Add budget line').click();
  const line = app.dialog('Add budget line');
  await line.getByLabel('Category').fill('Van');
  await line.getByLabel('Planned').fill('a lot');
  await app.button('Save line').click();
  await expect(line.getByRole('alert')).toContainText('“a lot” is not an amount');
  await line.getByLabel('Planned').fill('1,200.50');
  await app.button('Save line').click();
  await expect(page.getByRole('region', { name: 'Budget' })).toContainText('200.50');

  await app.button('Book an expense').click();
  const expense = app.dialog('Time and expenses');
  await expense.getByLabel('Category').fill('Fuel');
  await expense.getByLabel('Amount').fill('80');
  await expense.getByLabel('Note').fill('=HYPERLINK("x")');
  await app.button('Save entry').click();
  await expect(page.getByRole('list', { name: 'Time and expenses' })).toContainText('Fuel');
  const download = page.waitForEvent('download');
  await app.button('CSV').click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
  await app.button('Start a timer').click();
  await app.button('Stop the timer').click();
  await app.expectNotice('Booked 1 m');
});
