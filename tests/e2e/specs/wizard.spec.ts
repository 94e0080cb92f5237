// The wizard by keyboard alone, by mouse and on a phone; what it sets up, remembers and converts.
import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { Wizard } from '../pages/wizard';

const machines = 'Every month someone checks the machines, replaces worn parts and notes the result.';
const app = 'Develop an app with which customers book their appointments, live by September.';

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let n = 0; n < 40; n += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
  }
  throw new Error('Tab does not lead there');
}

test('from the first letter to the board by keyboard alone', async ({ app: loopline, page }) => {
  await loopline.open();
  await page.keyboard.press('n');
  const wizard = new Wizard(page);
  await expect(wizard.description()).toBeFocused();
  await page.keyboard.type(machines);
  await expect(wizard.description()).toHaveValue(machines);
  await page.keyboard.press('Control+Enter');
  let nPresses = 1;
  while (!(await wizard.verdict().isVisible())) {
    const heading = await loopline.heading().innerText();
    await page.keyboard.press('1');
    nPresses += 1;
    await expect(loopline.heading()).not.toHaveText(heading);
  }
  expect(nPresses).toBeLessThanOrEqual(4);
  await expect(wizard.verdict()).toHaveAccessibleName(/^Process, \d+/);
  await tabTo(page, wizard.route('process'));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Steps', exact: true })).toBeVisible();
});

test('the three questions about the shape are one page of ticks', async ({ app: loopline, page }) => {
  await loopline.open('new');
  const wizard = new Wizard(page);
  await wizard.describe(app);
  const shape = loopline.heading('Which of these are true of it?');
  while (!(await shape.isVisible())) {
    const heading = await loopline.heading().innerText();
    await page.keyboard.press('2');
    await expect(loopline.heading()).not.toHaveText(heading);
  }
  await page.keyboard.press('1');
  await expect(loopline.button(/^Its result changes routine work/)).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('Enter');
  await expect(wizard.verdict()).toHaveAccessibleName(/^Project/);
  await expect(page.getByText('A project that builds a process')).toBeVisible();
  await expect(page.getByText(/At its close, the draft of the process/)).toBeVisible();
  await expect(loopline.field('Promised finish')).toHaveValue(/-09-30$/);
});

test('a project that builds a process offers its draft at its close, and links back', async ({ app: loopline, page }) => {
  await loopline.open('new');
  const wizard = new Wizard(page);
  await wizard.describe('Design a model for onboarding new colleagues by March, which HR then repeats for everyone who joins.');
  await wizard.seeVerdict();
  await expect(page.getByText('A project that builds a process')).toBeVisible();
  await page.getByRole('radio', { name: /^A blank page/ }).check();
  await loopline.field('Name').fill('Onboarding model');
  await wizard.route('project').click();
  await loopline.addTasks('Backlog', 'Ask the last ten hires', 'Write the welcome plan');
  await expect(page.getByText('This project builds a process.')).toBeHidden();
  await loopline.open('projects');
  await loopline.choose(/^Actions for .?Onboarding model/, 'Move to Close');
  await loopline.card('Close', 'Onboarding model').click();
  await loopline.link('Draft the process').click();
  await expect(loopline.heading('Make “Onboarding model” a process')).toBeVisible();
  await expect(page.getByRole('row', { name: /Title of the task Title of a step 2/ })).toBeVisible();
  await page.getByRole('radio', { name: /^The project stays/ }).check();
  await page.getByRole('checkbox', { name: /^Start the first run/ }).check();
  await loopline.button('Make it a process').click();
  await expect(page.getByText('Made of the project')).toBeVisible();
  await expect(page.getByText('Ask the last ten hires').first()).toBeVisible();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Runs' }).click();
  await expect(loopline.card('Ask the last ten hires', 'Onboarding model 1')).toBeVisible();
});

test('a project begins as a copy of one’s own template', async ({ app: loopline, page }) => {
  await loopline.addProject('How we build');
  await loopline.addTasks('Backlog', 'Dig', 'Pour concrete');
  await loopline.choose('Project actions', 'Save as template…');
  await loopline.dialog('Save as template').getByRole('button', { name: 'Save as template' }).click();
  await loopline.open('new');
  const wizard = new Wizard(page);
  await wizard.describe('Build a shed for the bicycles by May, with a fixed budget.');
  await wizard.seeVerdict();
  await page.getByRole('radio', { name: /^How we build/ }).check();
  await expect(page.getByText(/^2 tasks: Dig · Pour concrete/)).toBeVisible();
  await loopline.field('Name').fill('Shed');
  await wizard.route('project').click();
  await expect(loopline.heading('Shed')).toBeVisible();
  await expect(loopline.card('Backlog', 'Dig')).toBeVisible();
});

test('converting shows what has no place, and one undo brings everything back', async ({ app: loopline, page }) => {
  await loopline.addProject('Fit out the shop');
  await loopline.addTasks('Backlog', 'Sign the lease');
  await loopline.choose('Project actions', 'Make it a process…');
  await page.getByRole('radio', { name: /^The project goes/ }).check();
  await expect(page.getByText(/Stage: Initiate/)).toBeVisible();
  await loopline.button('Make it a process').click();
  await expect(loopline.heading('Fit out the shop')).toBeVisible();
  await loopline.open('projects');
  await expect(loopline.card('Initiate', 'Fit out the shop')).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(loopline.card('Initiate', 'Fit out the shop')).toBeVisible();
});

test('a decision is answered again, kept beside the first and compared', async ({ app: loopline, page }) => {
  await loopline.open('new');
  const wizard = new Wizard(page);
  await wizard.describe(machines);
  await wizard.seeVerdict();
  await wizard.route('process').click();
  await loopline.open('decisions');
  await loopline.link(machines).click();
  await loopline.button('Answer again').click();
  await expect(wizard.description()).toHaveValue(machines);
  await wizard.describe(machines);
  await page.keyboard.press('2');
  await wizard.seeVerdict();
  await loopline.button('Keep the new answer').click();
  await loopline.link('compare the two').click();
  await expect(page.getByRole('table', { name: 'Two decisions side by side' })).toContainText('differs');
  await loopline.open('decisions');
  for (const box of await page.getByRole('checkbox', { name: /^Compare: / }).all()) {
    await box.check();
  }
  await loopline.link('Compare the two').click();
  await expect(loopline.heading('Two decisions')).toBeVisible();
});

test('a project made three times is held against its verdict', async ({ app: loopline, page }) => {
  for (const month of ['March', 'April', 'May']) {
    await loopline.addProject(`Newsletter ${month}`);
  }
  await loopline.open();
  const panel = page.getByRole('region', { name: 'Reality disagrees' });
  await expect(panel).toContainText('has been a project 3 times');
  await panel.getByRole('link', { name: 'See it as a process' }).click();
  await expect(loopline.heading('Make “Newsletter May” a process')).toBeVisible();
});

test('learning from overrules is off until it is switched on, and says what it moves', async ({ app: loopline, page }) => {
  const wizard = new Wizard(page);
  await loopline.open('new');
  await wizard.describe(machines);
  await page.keyboard.press('1');
  await wizard.seeVerdict();
  await loopline.button('Make it a project anyway').click();
  await expect(loopline.field('Why against the verdict?')).toBeFocused();
  await wizard.route('project').click();
  await expect(loopline.field('Why against the verdict?')).toBeFocused();
  await page.keyboard.type('Only this year.');
  await wizard.route('project').click();
  await loopline.open('settings');
  const learns = loopline.field('Learn from my decisions');
  await expect(learns).not.toBeChecked();
  await expect(page.getByRole('columnheader', { name: 'It would be' })).toBeVisible();
  await learns.check();
  await expect(page.getByRole('columnheader', { name: 'Weight now' })).toBeVisible();
});

test('by mouse alone, with a starter that fits @everywhere', async ({ app: loopline, page }) => {
  await loopline.open('new');
  const wizard = new Wizard(page);
  await wizard.description().fill('Answer the tickets and questions our customers send to support, every day.');
  await loopline.button('Answer the questions').click();
  while (!(await wizard.verdict().isVisible())) {
    const heading = await loopline.heading().innerText();
    await page.getByRole('group', { name: 'Answers' }).getByRole('button').first().click();
    await expect(loopline.heading()).not.toHaveText(heading);
  }
  await expect(page.getByRole('radio', { name: /Fits your words/ }).first()).toBeChecked();
  await expect(page.getByText(/\d+ steps: /)).toBeVisible();
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await wizard.route('process').click();
  await expect(page.getByRole('link', { name: 'Steps', exact: true })).toBeVisible();
});

test('charter, log, gate and plan begin with what words, answers and the starter say', async ({ app: loopline, page }) => {
  await loopline.open('new');
  const wizard = new Wizard(page);
  await wizard.describe(`${app.slice(0, -1)}, so that fewer people call, for no more than 40,000 euros.`);
  await wizard.seeVerdict();
  const kept = page.getByRole('group', { name: 'Put into the charter' });
  await expect(kept.getByRole('checkbox', { name: /^Fewer people call/ })).toBeChecked();
  await kept.getByRole('checkbox', { name: /^No more than 40,000 euros/ }).uncheck();
  await page.getByRole('radio', { name: /^Software product/ }).check();
  await expect(page.getByText(/links between the tasks/)).toBeVisible();
  await wizard.route('project').click();
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('link', { name: 'Charter', exact: true }).click();
  await expect(page.getByRole('checkbox', { name: 'Fewer people call' })).toBeVisible();
  await expect(page.getByText(/^No more than 40,000 euros/)).toHaveCount(0);
  await expect(page.getByText('Gate to Plan')).toBeVisible();
  await sections.getByRole('link', { name: 'RAID', exact: true }).click();
  await expect(page.getByText('Personal data leaks').filter({ visible: true }).first()).toBeVisible();
});

test('a process starts by the rhythm that the words name, unless it is switched off', async ({ app: loopline, page }) => {
  await loopline.open('new');
  const wizard = new Wizard(page);
  await wizard.describe(machines);
  await wizard.seeVerdict();
  const schedule = page.getByRole('checkbox', { name: /^Every month on the 1st, first on/ });
  await expect(schedule).toBeChecked();
  await schedule.uncheck();
  await expect(page.getByText(/which the schedule needs/)).toBeHidden();
  await schedule.check();
  await expect(page.getByText(/which the schedule needs/)).toBeVisible();
  await wizard.route('process').click();
  await expect(page.getByText(/^Every month on the 1st, next /)).toBeVisible();
});
