import { expect, test } from '../fixtures/test';
import type { App } from '../pages/app';

/** A finished project with two tasks. */
async function finished(app: App, name: string): Promise<void> {
  await app.addProject(name);
  await app.addTasks('Backlog', 'Pack', 'Clean');
  await app.open('projects');
  await app.choose(`Actions for ${name}`, 'Move to Done');
  await app.expectNotice(name);
}

test('a finished project is put away, looked at and brought back', async ({ app, page }) => {
  await finished(app, 'Move house');
  await app.open('archive');
  await app.button('Archive Move house, project with 2 tasks').click();
  await app.expectNotice('Archived “Move house”');
  const list = page.getByRole('list', { name: 'In the archive' });
  await expect(list).toContainText('Move house');
  await expect(list).toContainText('3 records');
  await app.open('projects');
  await expect(app.lane('Done').getByRole('link', { name: 'Move house' })).toBeHidden();

  await page.reload();
  await app.open('archive');
  await app.button('Look inside Move house').click();
  await expect(page.getByText('You are looking at all work together with what is in the archive')).toBeVisible();
  await expect(app.heading('Move house')).toBeVisible();
  await expect(app.card('Backlog', 'Pack')).toBeVisible();
  await app.choose('Actions for Pack', 'Delete');
  await app.expectNotice('Go back to now first.');
  await app.button('Back to now').click();

  await app.open('archive');
  await app.button('Restore Move house').click();
  await app.expectNotice('Restored “Move house”');
  await app.open('projects');
  await app.card('Done', 'Move house').click();
  await expect(app.card('Backlog', 'Clean')).toBeVisible();
});

test('archiving is undone in one step, and other tabs follow', async ({ app, page, context }) => {
  await finished(app, 'Move house');
  await finished(app, 'Paint the fence');
  const other = await context.newPage();
  await other.goto('./#/projects');
  const there = other.getByRole('region', { name: 'Done', exact: true }).getByRole('link', { name: 'Move house' });
  await expect(there).toBeVisible();
  await app.open('archive');
  await app.button('Archive all of it').click();
  await app.expectNotice('Archived 2 pieces of finished work');
  await expect(there).toBeHidden();
  await page.keyboard.press('Control+z');
  await app.expectNotice('Undid: Archived 2 pieces of finished work');
  await expect(there).toBeVisible();
});

test('work that was packed is not read at start, is in a copy and comes back', async ({ app, page }) => {
  await finished(app, 'Move house');
  await app.open('archive');
  await app.button('Archive Move house, project with 2 tasks').click();
  await app.expectNotice('Archived “Move house”');
  // Packing takes three turns of tidying up, each in a quiet moment.
  const places = async () => {
    const keys = Object.keys(await app.stored());
    return [keys.some((key) => key.includes('/c/')), keys.some((key) => key.includes('/j/'))];
  };
  await expect.poll(places, { timeout: 40_000 }).toEqual([true, false]);
  await page.reload();
  await app.open('archive');
  await app.button('Restore Move house').click();
  await app.expectNotice('Restored “Move house”');
  await app.open('projects');
  await app.card('Done', 'Move house').click();
  await expect(app.card('Backlog', 'Pack')).toBeVisible();
});
