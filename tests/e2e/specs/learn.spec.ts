import { expect, test } from '../fixtures/test';
import { Wizard } from '../pages/wizard';

test('the comparison has the twelve dimensions, and counts the chosen sides', async ({ app, page }) => {
  await app.open('learn');
  const table = page.getByRole('table', { name: 'Twelve ways to tell them apart' });
  await expect(table.getByRole('rowheader')).toHaveText([
    'Nature',
    'Purpose',
    'Flexibility',
    'Timeline',
    'Goal',
    'Stakeholder role',
    'Management approach',
    'Risk',
    'Success measure',
    'Collaboration',
    'Documentation',
    'Best practices',
  ]);
  await table.getByRole('radio', { name: /^Routine/ }).check();
  await table.getByRole('radio', { name: /^Goes on/ }).check();
  await table.getByRole('radio', { name: /^Holds a firm structure/ }).check();
  await expect(page.getByRole('status').filter({ hasText: 'sound like a process' })).toHaveText(
    /2\s*sound like a process\s*1\s*like a project/,
  );
  await app.button('Decide with these answers').click();
  await expect(page.getByText(/^Leaning to process/)).toBeAttached();
});

test('a worked example opens in the wizard with its answers', async ({ app, page }) => {
  await app.open('learn');
  await app.button('Try it in the wizard: An onboarding model').click();
  const wizard = new Wizard(page);
  await expect(wizard.description()).toHaveValue(/Design a model for onboarding/);
  await app.button('Answer the questions').click();
  await wizard.seeVerdict();
  await expect(wizard.verdict()).toHaveAccessibleName(/^Project/);
  await expect(page.getByText('A project that builds a process')).toBeVisible();
});
