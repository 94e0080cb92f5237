// Copies and templates of a project, what can be done with it wherever it is shown, and its risks.
import { expect, test } from '../fixtures/test';

test('a project is copied to other days, kept as a template and started from it @everywhere', async ({ app, page }) => {
  await app.addProject('Build a shed');
  await app.addTasks('Doing', 'Dig', 'Pour');
  await app.choose('Project actions', 'Copy project…');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Start').fill('2027-05-03');
  await dialog.getByLabel('Finish').fill('2027-04-01');
  await dialog.getByRole('button', { name: 'Copy project' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Choose a later finish');
  await dialog.getByLabel('Finish').fill('2027-06-01');
  await dialog.getByRole('button', { name: 'Copy project' }).click();
  await expect(app.heading(/Build a shed, copy/)).toBeVisible();
  await expect(app.lane('Backlog').getByRole('heading', { level: 3 })).toHaveText(['Dig', 'Pour']);

  await app.choose('Project actions', 'Save as template…');
  await dialog.getByLabel('Name', { exact: true }).fill('How we build');
  await dialog.getByRole('button', { name: 'Save as template' }).click();
  await app.expectNotice('Saved “How we build” as a template');

  await app.open('projects');
  await expect(app.lane('Initiate').getByRole('heading', { level: 3 })).toHaveText(['Build a shed', 'Build a shed, copy']);
  await page.getByText('1 template to start from').click();
  await app.button('Start a project from How we build').click();
  await dialog.getByLabel('Name', { exact: true }).fill('Second shed');
  await dialog.getByRole('button', { name: 'Start from template' }).click();
  await expect(app.heading(/Second shed/)).toBeVisible();
  await expect(app.card('Backlog', 'Pour')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(app.heading(/not there any more/)).toBeVisible();
});

test('a project is moved, dated and worked on from the overview, without a mouse', async ({ app, page }) => {
  await app.addProject('Build a shed');
  await app.addTasks('Ready', 'Dig', 'Pour');
  await app.open();
  const menu = app.button('Quick actions for Build a shed');
  await menu.focus();
  await page.keyboard.press('Enter');
  await app.button('Finish a task').press('Enter');
  await app.button('Pour').press('Enter');
  await app.expectNotice('Finished “Pour”');

  await menu.press('Enter');
  await app.button('Set dates').press('Enter');
  await page.getByLabel('Start').fill('2027-05-03');
  await page.getByLabel('Finish').fill('2027-05-01');
  await page.getByLabel('Finish').press('Enter');
  await expect(page.getByRole('alert')).toContainText('Choose a later finish');
  await page.getByLabel('Finish').fill('2027-07-01');
  await page.getByLabel('Finish').press('Enter');
  await expect(page.getByRole('region', { name: 'Projects' })).toContainText('1 Jul 2027');

  await menu.press('Enter');
  await app.button('Move to a stage').press('Enter');
  await app.button('Move to Execute').press('Enter');
  await app.expectNotice('Moved “Build a shed” to Execute');
  await page.keyboard.press('Control+z');
  await app.open('projects');
  await expect(app.card('Initiate', 'Build a shed')).toBeVisible();
});

test('risks stand in a matrix whose squares filter the log', async ({ app, page }) => {
  await app.addProject('Build a shed');
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'RAID', exact: true }).click();
  for (const [title, probability] of [['Rain', '4'], ['Theft', '1']]) {
    await app.button('Add to the log').click();
    const entry = app.dialog('Add to the log');
    await entry.getByLabel('Title').fill(title);
    await entry.getByLabel('Probability', { exact: true }).selectOption(probability);
    await app.button('Save entry').click();
    await expect(entry).toBeHidden();
  }
  const log = page.getByRole('region', { name: 'Log' });
  await app.button('12, 1 risk: probability 4, impact 3, high').click();
  await expect(log).toContainText('Rain');
  await expect(log).not.toContainText('Theft');
  await app.button('12, 1 risk: probability 4, impact 3, high').click();
  await expect(log).toContainText('Theft');
  await page.getByText('The same as a list').click();
  await expect(page.getByRole('row', { name: 'Rain 4 3 12 high' })).toBeVisible();
});
