import { expect, test } from '../fixtures/test';

test('what was typed into a dialog that is left by Escape can be brought back by keyboard', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.choose('Project actions', 'Edit project');
  const dialog = app.dialog('Edit project');
  const objective = dialog.getByLabel('Objective');
  await objective.fill('A second shop before the summer');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await app.expectNotice('Changes set aside');
  await app.notice().getByRole('button', { name: 'Bring back' }).focus();
  await page.keyboard.press('Enter');
  await expect(objective).toHaveValue('A second shop before the summer');
  await expect(app.notice()).toBeHidden();
  await dialog.getByRole('button', { name: 'Save project' }).click();
  await app.expectNotice('Changed project');
});

test('a dialog that was left with changes shows them when it is opened again, and Cancel drops them', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'Find a place');
  await app.card('Backlog', 'Find a place').click();
  const notes = app.dialog('Task').getByLabel('Notes');
  await notes.fill('Near the station');
  await app.dialog('Task').getByRole('button', { name: 'Close' }).click();
  await app.expectNotice('Changes set aside');
  await expect(page).toHaveURL(/#\/projects\/[^/]+$/);
  await app.card('Backlog', 'Find a place').click();
  await expect(notes).toHaveValue('Near the station');
  await expect(page).toHaveURL(/\/tasks\//);
  await app.dialog('Task').getByRole('button', { name: 'Cancel' }).click();
  await expect(app.notice()).toBeHidden();
  await app.card('Backlog', 'Find a place').click();
  await expect(notes).toHaveValue('');
});

test('a dialog that was not changed closes without a word', async ({ app, page }) => {
  await app.open('projects');
  await app.button('New project').click();
  await app.dialog('New project').getByLabel('Name', { exact: true }).focus();
  await page.keyboard.press('Escape');
  await expect(app.dialog('New project')).toBeHidden();
  await expect(app.notice()).toBeHidden();
});
