import { expect, test } from '../fixtures/test';

test('undo and redo go on after a reload where they were', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'Find a place', 'Hire someone');
  await page.reload();
  await expect(app.card('Backlog', 'Hire someone')).toBeVisible();
  await page.keyboard.press('Control+z');
  await app.expectNotice('Undid: Added task “Hire someone”');
  await expect(app.card('Backlog', 'Hire someone')).toBeHidden();
  await page.keyboard.press('Control+z');
  await app.expectNotice('Undid: Added task “Find a place”');

  await page.reload();
  await expect(app.lane('Backlog')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await app.expectNotice('Redid: Added task “Find a place”');
  await page.keyboard.press('Control+Shift+z');
  await app.expectNotice('Redid: Added task “Hire someone”');
  await expect(app.card('Backlog', 'Hire someone')).toBeVisible();
});

test('another tab undoes nothing that was done in this one', async ({ app, page, context }) => {
  await app.addProject('Open a shop');
  const other = await context.newPage();
  await other.goto('./#/projects');
  await expect(other.getByRole('link', { name: 'Open a shop', exact: true }).first()).toBeVisible();
  await other.keyboard.press('Control+z');
  await expect(other.getByText('Nothing to undo')).toBeVisible();
  await page.keyboard.press('Control+z');
  await app.expectNotice('Undid: Added project “Open a shop”');
});
