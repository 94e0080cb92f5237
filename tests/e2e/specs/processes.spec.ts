import { expect, test } from '../fixtures/test';

test('steps are added, edited, reordered and deleted, and undone', async ({ app, page }) => {
  await app.addProcess('Answer customers', 'Read', 'Reply', 'Close');
  const titles = () => app.steps().getByRole('link');
  await expect(titles()).toHaveText(['Read', 'Reply', 'Close']);

  await app.button('Move Close up').click();
  await expect(titles()).toHaveText(['Read', 'Close', 'Reply']);
  await app.steps().getByRole('link', { name: 'Close' }).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(titles()).toHaveText(['Read', 'Reply', 'Close']);
  await expect(app.steps().getByRole('link', { name: 'Close' })).toBeFocused();

  await app.steps().getByRole('link', { name: 'Reply' }).click();
  await app.button('Edit step').click();
  await app.field('Role').fill('Support agent');
  await app.field('Instructions').fill('Say what will happen next.');
  await app.button('Save step').click();
  await expect(page.getByText('Say what will happen next.')).toBeVisible();
  await expect(page.getByText('Done by: Support agent')).toBeVisible();

  await app.button('Delete step').click();
  await expect(titles()).toHaveText(['Read', 'Close']);
  await app.notice().getByRole('button', { name: 'Undo' }).click();
  await expect(titles()).toHaveText([/Read/, /Reply/, /Close/]);
});

test('finishing a step moves the run on by itself, to the end', async ({ app, page }) => {
  await app.addProcess('Answer customers', 'Read', 'Reply');
  await app.button('Start a run').click();
  await app.dialog('Start a run').getByLabel('Name').fill('Broken lamp');
  await app.button('Start the run').click();
  await expect(app.heading(/Broken lamp/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Read' })).toBeVisible();
  await app.button('Finish step').click();
  await expect(page.getByRole('heading', { level: 2, name: 'Reply' })).toBeFocused();

  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Answer customers' }).click();
  await expect(app.card('Reply', 'Broken lamp')).toBeVisible();
  await app.button('Finish the step of Broken lamp').click();
  await expect(app.card('Finished', 'Broken lamp')).toBeVisible();
  await page.reload();
  await app.card('Finished', 'Broken lamp').click();
  await expect(page.getByText('Every step is done.')).toBeVisible();
  const history = page.getByRole('complementary', { name: 'What happened' });
  await expect(history.getByRole('listitem')).toHaveText([
    /^Finished/,
    /Finished Reply/,
    /Finished Read/,
    /Started/,
  ]);
});

test('a run moved by hand is a deviation, and the board takes it where it is dropped', async ({ app, page }) => {
  await app.addProcess('Answer customers', 'Read', 'Reply', 'Close');
  await app.button('Start a run').click();
  await app.button('Start the run').click();
  await page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Answer customers' }).click();
  const moving = app.dialog('Move to another step');
  const because = async (reason: string) => {
    await moving.getByLabel('Reason').fill(reason);
    await moving.getByRole('button', { name: 'Move to another step' }).click();
  };
  await app.choose('Actions for Answer customers 1', 'Move to Close');
  await moving.getByRole('button', { name: 'Move to another step' }).click();
  await expect(moving.getByText('Reason is empty. Give it a few words.')).toBeVisible();
  await because('The customer called');
  await expect(app.card('Close', 'Answer customers 1')).toBeVisible();
  await app.card('Close', 'Answer customers 1').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Space');
  await because('One more question');
  await app.card('Reply', 'Answer customers 1').click();
  const happened = page.getByRole('complementary', { name: 'What happened' });
  await expect(happened).toContainText('Moved by hand to Reply');
  await expect(happened).toContainText('“One more question”');
});

test('a run keeps the steps it started with', async ({ app, page }) => {
  await app.addProcess('Answer customers', 'Read', 'Reply');
  await app.button('Start a run').click();
  await app.button('Start the run').click();
  await app.page.goBack();
  await app.field('Title of the new step').fill('Ask how it was');
  await app.button('Add step').click();
  await expect(page.getByText(/Changed since version 1/)).toBeVisible();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Runs' }).click();
  await app.card('Read', 'Answer customers 1').click();
  await expect(page.getByRole('complementary', { name: 'Steps of this run' }).getByRole('listitem')).toHaveText([
    /Read/,
    /Reply/,
  ]);
});

test('a process without steps says what is missing before a run', async ({ app }) => {
  await app.addProcess('Answer customers');
  await expect(app.button('Start a run')).toBeDisabled();
});

for (const [width, height] of [[1280, 800], [1280, 640], [640, 400]] as const) {
  test(`the tabs stay whole on wide pages at ${width} × ${height}`, async ({ app, page }) => {
    await page.setViewportSize({ width, height });
    await app.addProcess('Answer customers', 'Read', 'Ask back', 'Look for it', 'Reply', 'Close', 'Learn');
    const sections = page.getByRole('navigation', { name: 'Sections' });
    for (const tab of ['Map', 'Runs', 'Steps'] as const) {
      await sections.getByRole('link', { name: tab }).click();
      await expect(sections.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page');
      await expect(sections.getByRole('link', { name: 'Versions' })).toBeInViewport({ ratio: 1 });
    }
  });
}

test('what is printed of a process is every step with its instructions', async ({ app, page }) => {
  await app.addProcess('Answer customers', 'Read', 'Reply');
  await app.steps().getByRole('link', { name: 'Reply' }).click();
  await app.button('Edit step').click();
  await app.field('Instructions').fill('Say what will happen next.');
  await app.button('Save step').click();
  await app.steps().getByRole('link', { name: 'Read' }).click();
  await expect(page.getByText('Say what will happen next.')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const printed = page.getByRole('list', { name: 'All steps' });
  await expect(printed.getByRole('heading')).toHaveText(['Read', 'Reply']);
  await expect(printed.getByText('Say what will happen next.')).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(printed).toBeHidden();
});
