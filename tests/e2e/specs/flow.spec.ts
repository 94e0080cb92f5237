import type { Page } from '@playwright/test';
import type { App } from '../pages/app';
import { expect, test } from '../fixtures/test';

async function editStep(app: App, title: string): Promise<void> {
  await app.steps().getByRole('link', { name: title }).click();
  await app.button('Edit step').click();
}

async function startRun(app: App, name = ''): Promise<void> {
  await app.button('Start a run').click();
  await app.dialog('Start a run').getByLabel('Name').fill(name);
  await app.button('Start the run').click();
  await expect(app.button(/Finish step|Approve/)).toBeVisible();
}

const trail = (page: Page) => page.getByRole('complementary', { name: 'Steps of this run' });

test('a process is built with a form and a branch, published, run twice, changed and migrated', async ({ app, page }) => {
  await app.addProcess('Onboard', 'Facts', 'Ship the laptop', 'First day');
  await editStep(app, 'Facts');
  const editor = page.getByRole('form', { name: 'Edit step' });
  await editor.getByRole('button', { name: 'Add field' }).click();
  await editor.getByLabel('Label').fill('Name');
  await editor.getByLabel('Required').check();
  await editor.getByRole('button', { name: 'Add field' }).click();
  await editor.getByLabel('Label').nth(1).fill('Remote');
  await editor.getByRole('combobox', { name: 'Kind' }).nth(1).selectOption('Yes or no');
  await editor.getByLabel('What follows').selectOption('Choose by a condition');
  await editor.getByLabel('If', { exact: true }).fill('remote = ');
  await expect(editor.getByText(/The condition ends too early/)).toBeVisible();
  await editor.getByLabel('If', { exact: true }).fill('remote = no');
  await editor.getByLabel('Go to', { exact: true }).selectOption('First day');
  await editor.getByLabel('Checklist').fill('Read the contract');
  await app.button('Save step').click();
  await editStep(app, 'First day');
  await app.field('Instructions').fill('Welcome {{name}} at the door.');
  await app.field('Time limit').fill('4 h');
  await app.button('Save step').click();
  await expect(page.getByText('4 h', { exact: true })).toBeVisible();

  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Map' }).click();
  await expect(page.getByRole('group', { name: 'Map of the process' })).toContainText('Facts');
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Versions' }).click();
  await app.button('Publish version 1').click();
  const dialog = app.dialog('Publish version 1');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(dialog.getByText('Change note is empty. Give it a few words.')).toBeVisible();
  await dialog.getByLabel('Change note').fill('As we do it today');
  await dialog.getByRole('button', { name: 'Publish', exact: true }).click();
  await expect(app.heading(/Onboard/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Version 1' })).toBeVisible();

  await startRun(app, 'Elif');
  await app.button('Finish step').click();
  await expect(page.getByText('Name is empty. Fill it in.')).toBeVisible();
  await app.field('Name').fill('Elif Kaya');
  await app.field('Remote').selectOption('No');
  await page.getByLabel('Read the contract').check();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'First day' })).toBeFocused();
  await expect(page.getByText('Welcome Elif Kaya at the door.')).toBeVisible();
  await expect(trail(page)).toContainText('Skipped: Ship the laptop');
  await expect(page.getByText('4 h left')).toBeVisible();

  await page.goBack();
  await startRun(app, 'Omar');
  await app.field('Name').fill('Omar Haddad');
  await app.field('Remote').selectOption('Yes');
  await page.getByLabel('Read the contract').check();
  await app.button('Finish step').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Ship the laptop' })).toBeVisible();

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Onboard' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Steps' }).click();
  await app.steps().getByRole('link', { name: 'Ship the laptop' }).click();
  await app.button('Delete step').click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Versions' }).click();
  await app.button('Publish version 2').click();
  await app.dialog('Publish version 2').getByLabel('Change note').fill('No more shipping');
  await app.dialog('Publish version 2').getByRole('button', { name: 'Publish', exact: true }).click();
  await app.button('Move 2 runs here').click();
  const moving = app.dialog('Move runs to version 2');
  await expect(moving.getByText(/Version 2 has no “Ship the laptop”/)).toBeVisible();
  await moving.getByLabel('go to').selectOption('First day');
  await expect(moving.getByText('goes on with First day')).toHaveCount(2);
  await moving.getByRole('button', { name: 'Move the runs' }).click();
  await app.expectNotice('Moved 2 runs to version 2');
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Runs' }).click();
  await app.card('First day', 'Omar').click();
  await expect(page.getByText('Welcome Omar Haddad at the door.')).toBeVisible();
});

test('a run is paused, sent back, called off and reopened, each with its reason', async ({ app, page }) => {
  await app.addProcess('Answer', 'Read', 'Reply');
  await startRun(app, 'Lamp');
  await app.button('Finish step').click();
  const reason = async (title: string, text: string) => {
    await app.dialog(title).getByLabel('Reason').fill(text);
    await app.dialog(title).getByRole('button', { name: title, exact: true }).click();
  };
  await app.button('Send back').click();
  await reason('Send back', 'The address is missing');
  await expect(page.getByRole('heading', { level: 2, name: 'Read' })).toBeVisible();
  await app.choose('Run actions', 'Pause');
  await reason('Pause the run', 'Waits for a part');
  await expect(page.getByText(/Paused since/)).toBeVisible();
  await app.button('Resume').first().click();
  await app.choose('Run actions', 'Cancel run');
  await reason('Cancel the run', 'The customer left');
  await expect(page.getByText(/The run was cancelled/)).toBeVisible();
  await app.choose('Run actions', 'Reopen');
  await reason('Reopen the run', 'The customer is back');
  await expect(page.getByRole('heading', { level: 2, name: 'Read' })).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'What happened' })).toContainText('“The customer left”');
});

test('a process starts by its schedule on opening, once, also with two tabs', async ({ app, page, context }) => {
  await app.addProcess('Check the machines', 'Look');
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Versions' }).click();
  await app.button('Publish version 1').click();
  await app.dialog('Publish version 1').getByLabel('Change note').fill('First');
  await app.dialog('Publish version 1').getByRole('button', { name: 'Publish', exact: true }).click();
  await app.choose('Process actions', 'When it starts');
  const dialog = app.dialog('When it starts');
  await dialog.getByRole('combobox', { name: 'Starts' }).selectOption('By a rule of my own');
  await dialog.getByLabel('Rule').fill('FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2');
  await expect(dialog.getByText(/This rule never comes true/)).toBeVisible();
  await dialog.getByRole('combobox', { name: 'Starts' }).selectOption('Every day');
  await expect(dialog.getByText('Every day', { exact: true }).last()).toBeVisible();
  await dialog.getByRole('button', { name: 'Save schedule' }).click();
  await app.expectNotice(/Started “Check the machines 1” by its schedule/);
  const other = await context.newPage();
  await other.goto('./#/processes');
  await page.reload();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Runs' }).click();
  await expect(app.lane('Look').getByRole('link')).toHaveCount(1);
});

test('the performer’s page needs no mouse', async ({ app, page }) => {
  await app.addProcess('Answer', 'Read', 'Reply');
  await startRun(app, 'Lamp');
  await page.getByRole('heading', { level: 2, name: 'Read' }).focus();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Reply' })).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Every step is done/)).toBeVisible();
});

test('a run that was just started begins with its first field, and Ctrl and Enter finish its step', async ({ app, page }) => {
  await app.addProcess('Answer', 'Read', 'Reply');
  await editStep(app, 'Read');
  await app.button('Add field').click();
  await app.field('Label').fill('Customer');
  await app.field('Checklist').fill('Read it twice\nLook for the order');
  await app.button('Save step').click();
  await startRun(app, 'Lamp');
  await expect(app.field('Customer')).toBeFocused();

  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('2 lines of the checklist are open.')).toBeVisible();
  await expect(app.field('Read it twice')).toBeFocused();
  await expect(page.getByRole('checkbox')).toHaveCount(2);
  for (const box of await page.getByRole('checkbox').all()) {
    await expect(box).toHaveAttribute('aria-invalid', 'true');
    await box.check();
  }
  await expect(page.getByText('2 lines of the checklist are open.')).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Reply' })).toBeFocused();
  await page.reload();
  await expect(page.getByRole('heading', { level: 2, name: 'Reply' })).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText(/Every step is done/)).toBeVisible();
});
