import { expect, test } from '../fixtures/test';

const done = 'What was done';

test('the history lists who did what when, and what it changed', async ({ app, page }) => {
  await app.open('settings');
  await app.field('Your name').fill('Robin');
  await app.field('Your name').press('Enter');
  await app.expectNotice('Changed the settings');
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'Find a place');
  await app.open('history');
  const rows = page.getByRole('list', { name: done }).getByRole('listitem');
  await expect(rows.first()).toContainText('Added task “Find a place”');
  await expect(rows.first()).toContainText('Robin');
  await rows.first().getByText('What changed').click();
  await expect(rows.first()).toContainText('Task “Find a place” added');
  await rows.first().getByRole('link', { name: 'Find a place' }).click();
  await expect(app.dialog('Edit task').or(page.getByRole('dialog'))).toBeVisible();
});

test('the history of one record holds what belongs to it, and no more', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'Find a place');
  await app.addProject('Move house');
  await app.addTasks('Backlog', 'Pack');
  await app.choose('Project actions', 'History');
  await expect(app.heading('History of Move house')).toBeVisible();
  const list = page.getByRole('list', { name: done });
  await expect(list.getByText('Added task “Pack”')).toBeVisible();
  await expect(list.getByText('Added project “Move house”')).toBeVisible();
  await expect(list.getByText('Open a shop')).toBeHidden();
  await page.reload();
  await expect(list.getByText('Added task “Pack”')).toBeVisible();
});

test('another tab’s actions appear', async ({ app, page, context }) => {
  await app.addProject('Open a shop');
  const other = await context.newPage();
  await other.goto('./#/history');
  await expect(other.getByText('Added project “Open a shop”').first()).toBeVisible();
  await app.addTasks('Backlog', 'Find a place');
  await expect(other.getByText('Added task “Find a place”').first()).toBeVisible();
});

test('a board is shown as it was, and nothing can be edited there', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'Find a place', 'Hire someone');
  await app.choose('Actions for Find a place', 'Move to Done');
  await app.expectNotice('Finished “Find a place”');
  const stored = await app.stored();

  await app.open('history');
  await app.button(/^As it was then, after “Added task “Find a place”/).click();
  const banner = page.getByText('You are looking at the work as it was');
  await expect(banner).toBeVisible();
  await expect(app.heading('Open a shop')).toBeVisible();
  await expect(app.card('Backlog', 'Find a place')).toBeVisible();
  await expect(app.card('Backlog', 'Hire someone')).toBeHidden();

  await app.choose('Actions for Find a place', 'Move to Doing');
  await app.expectNotice('Nothing can be edited here. Go back to now first.');
  await page.keyboard.press('Control+z');
  await app.expectNotice('Nothing can be edited here. Go back to now first.');
  await expect(app.card('Backlog', 'Find a place')).toBeVisible();
  expect(await app.stored()).toEqual(stored);

  await app.button('Back to now').click();
  await expect(banner).toBeHidden();
  await expect(app.card('Done', 'Find a place')).toBeVisible();
  await expect(app.card('Backlog', 'Hire someone')).toBeVisible();
  await page.keyboard.press('Control+z');
  await app.expectNotice('Undid: Finished “Find a place”');
});
