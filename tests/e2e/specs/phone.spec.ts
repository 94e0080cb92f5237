import { expect, test } from '../fixtures/test';
import { Wizard } from '../pages/wizard';

test('the main job works with a thumb @phone', async ({ app, page }) => {
  await app.open();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'New work' }).click();
  const wizard = new Wizard(page);
  await wizard.describe('Find a place for our second shop, fit it out and open it before the summer.');
  await wizard.seeVerdict();
  await wizard.route('project').click();
  await expect(page.getByRole('group', { name: 'Tasks by column' })).toBeVisible();
  await app.addTasks('Backlog', 'Ask the agent');
  await app.choose('Actions for Ask the agent', 'Move to Ready');
  await expect(app.card('Ready', 'Ask the agent')).toBeAttached();
  await app.link('Back').click();
  await expect(app.heading('Projects')).toBeVisible();
});
