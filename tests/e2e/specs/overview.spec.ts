import { expect, test } from '../fixtures/test';

test('the sample workspace comes with one press and goes with one press', async ({ app, page }) => {
  await app.open();
  await expect(page.getByRole('heading', { name: 'Is it a loop or a line?' })).toBeVisible();
  await app.loadSample();
  await expect(page.getByText('4 open projects and 5 processes with 17 runs in flight.')).toBeVisible();
  for (const name of ['Customer support', 'Content marketing', 'Equipment maintenance', 'Office supplies', 'New-hire onboarding']) {
    await expect(page.getByRole('region', { name: 'Processes' }).getByRole('link', { name })).toBeVisible();
  }
  for (const name of ['Field service mobile app', 'Riverside office building', 'Warehouse scanners', 'Launch of the trail lamp']) {
    await expect(page.getByRole('region', { name: 'Projects' }).getByRole('link', { name })).toBeVisible();
  }
  await page.reload();
  await app.button('Remove the sample').click();
  await expect(app.link('Describe your first work')).toBeVisible();
  await app.notice().getByRole('button', { name: 'Undo' }).click();
  await expect(app.button('Remove the sample')).toBeVisible();
});

test('one’s own work stays when the sample goes', async ({ app, page }) => {
  await app.loadSample();
  await app.addProject('Open a shop');
  await app.open();
  await app.button('Remove the sample').click();
  await expect(page.getByRole('region', { name: 'Projects' }).getByRole('link', { name: 'Open a shop' })).toBeVisible();
  await expect(page.getByRole('main').getByRole('link', { name: 'Customer support' })).toBeHidden();
});

test('what is late needs attention, and a task is finished from the list', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Doing', 'Find a place');
  await app.card('Doing', 'Find a place').click();
  await app.dialog('Task').getByLabel('Due').fill('2020-03-01');
  await app.button('Save task').click();
  await app.open();
  const attention = page.getByRole('region', { name: 'Needs attention' });
  await expect(attention).toContainText('1 task is past its day.');
  await app.button('Finish Find a place').click();
  await expect(attention).toContainText('Nothing is late');
  await expect(page.getByText('No task is due within a week.')).toBeVisible();
});
