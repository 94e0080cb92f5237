import { expect, test } from '../fixtures/test';

test('a task is added, edited, moved, finished and deleted, and each can be undone', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Ready', 'Find a place', 'Sign the lease');

  await app.card('Ready', 'Find a place').click();
  const dialog = app.dialog('Task');
  await dialog.getByLabel('Title').fill('Find a place with a cellar');
  await dialog.getByLabel('Due').fill('2026-03-01');
  await app.button('Save task').click();
  await expect(app.card('Ready', 'Find a place with a cellar')).toBeVisible();
  await expect(dialog).toBeHidden();

  await app.choose('Actions for Find a place with a cellar', 'Move to Doing');
  await expect(app.card('Doing', 'Find a place with a cellar')).toBeVisible();

  await app.button('Finish Find a place with a cellar').click();
  await expect(app.card('Done', 'Find a place with a cellar')).toBeVisible();

  await app.choose('Actions for Sign the lease', 'Delete');
  await expect(app.card('Ready', 'Sign the lease')).toBeHidden();
  await app.expectNotice('Deleted');
  await app.notice().getByRole('button', { name: 'Undo' }).click();
  await expect(app.card('Ready', 'Sign the lease')).toBeVisible();

  await page.keyboard.press('Control+z');
  await expect(app.card('Doing', 'Find a place with a cellar')).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(app.card('Done', 'Find a place with a cellar')).toBeVisible();

  await page.reload();
  await expect(app.card('Done', 'Find a place with a cellar')).toBeVisible();
  await expect(app.card('Ready', 'Sign the lease')).toBeVisible();
});

test('a card is carried to another column with the keyboard alone', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'First', 'Second');
  await app.card('Backlog', 'First').focus();
  await page.keyboard.press('ArrowDown');
  await expect(app.card('Backlog', 'Second')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText(/Picked up “Second”/)).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(page.getByText('Doing, place 1 of 1.')).toBeAttached();
  await page.keyboard.press('Space');
  await expect(app.card('Doing', 'Second')).toBeFocused();

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Escape');
  await expect(app.card('Doing', 'Second')).toBeVisible();
});

test('a card is dragged to another column with the mouse, between two others', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'Alpha');
  await app.addTasks('Ready', 'Beta', 'Gamma');
  const from = (await app.card('Backlog', 'Alpha').boundingBox())!;
  const gamma = (await app.card('Ready', 'Gamma').boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y + 30, { steps: 4 });
  await page.mouse.move(gamma.x + 20, gamma.y + 2, { steps: 8 });
  await page.mouse.up();
  await expect(app.lane('Ready').getByRole('heading', { level: 3 })).toHaveText(['Beta', 'Alpha', 'Gamma']);
  await expect(app.heading('Open a shop')).toBeVisible();
  await page.reload();
  await expect(app.lane('Ready').getByRole('heading', { level: 3 })).toHaveText(['Beta', 'Alpha', 'Gamma']);
});

test('a project moves through its stages by mouse, keyboard and menu', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.open('projects');
  await app.card('Initiate', 'Open a shop').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(app.card('Plan', 'Open a shop')).toBeFocused();
  await app.choose('Actions for Open a shop', 'Move to Execute');
  await expect(app.card('Execute', 'Open a shop')).toBeVisible();
  const from = (await app.card('Execute', 'Open a shop').boundingBox())!;
  const to = (await app.lane('Close').boundingBox())!;
  await page.mouse.move(from.x + 5, from.y + 5);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 120, { steps: 10 });
  await page.mouse.up();
  await expect(app.card('Close', 'Open a shop')).toBeVisible();
});

test('the charter says what is missing and takes it in', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.link('Charter').click();
  await expect(page.getByText('a promised finish')).toBeVisible();
  await app.button('Edit charter').click();
  const dialog = app.dialog('Edit charter');
  await dialog.getByLabel('Objective').fill('The shop is open and staffed.');
  await dialog.getByLabel('Start').fill('2026-05-01');
  await dialog.getByLabel('Finish').fill('2026-04-01');
  await app.button('Save charter').click();
  await expect(page.getByRole('alert')).toContainText('Choose a later finish');
  await dialog.getByLabel('Finish').fill('2027-04-01');
  await app.button('Save charter').click();
  await expect(page.getByText('The shop is open and staffed.')).toBeVisible();
  await expect(page.getByText('a promised finish')).toBeHidden();
});

test('deleting a project takes its tasks along, and undo brings all back', async ({ app }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Ready', 'Find a place');
  await app.choose('Project actions', 'Delete project');
  await expect(app.heading('Projects')).toBeVisible();
  await app.notice().getByRole('button', { name: 'Undo' }).click();
  await app.card('Initiate', 'Open a shop').click();
  await expect(app.card('Ready', 'Find a place')).toBeVisible();
});
