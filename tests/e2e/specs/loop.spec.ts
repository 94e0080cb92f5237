// The whole loop: a process from a starter, published, run twice along its branch, late once, seen
// in the metrics, improved, published again, a run moved over, and compared.
import type { Page } from '@playwright/test';
import type { App } from '../pages/app';
import { expect, test } from '../fixtures/test';

const DAY = 24 * 3_600_000;

async function goTo(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section, exact: true }).click();
}

/** From a run to its process: by the breadcrumb, or on a phone, which has none, by the way back. */
async function toTheProcess(page: Page): Promise<void> {
  const breadcrumb = page.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Employee onboarding' });
  await breadcrumb.or(page.getByRole('banner').getByRole('link', { name: 'Back' })).press('Enter');
}

/** Creates the onboarding process from its starter, with the keyboard alone. */
async function fromStarter(app: App, page: Page): Promise<void> {
  await app.open('processes');
  await app.button('New process').press('Enter');
  const dialog = app.dialog('New process');
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { name: /^Blank/ })).toBeChecked();
  await page.keyboard.press('Tab');
  await page.keyboard.type('onboarding');
  await dialog.getByRole('radio', { name: /^Employee onboarding/ }).press('Space');
  await expect(dialog.getByRole('radio', { name: /^Employee onboarding/ })).toBeChecked();
  await dialog.getByLabel('Name', { exact: true }).press('Enter');
  await expect(app.heading('Employee onboarding')).toBeVisible();
}

async function publish(app: App, page: Page, number: number, note: string): Promise<void> {
  await goTo(page, 'Versions');
  await app.button(`Publish version ${number}`).press('Enter');
  const dialog = app.dialog(`Publish version ${number}`);
  await dialog.getByLabel('Change note').fill(note);
  await dialog.getByRole('button', { name: 'Publish', exact: true }).press('Enter');
  await app.expectNotice(`Published version ${number}`);
}

/** Starts a run for someone and writes down what the first step asks for. */
async function announce(app: App, page: Page, name: string, isSensitive: 'Yes' | 'No'): Promise<void> {
  await goTo(page, 'Runs');
  await app.button('Start a run').press('Enter');
  await app.dialog('Start a run').getByRole('button', { name: 'Start the run' }).press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Announce the new colleague' })).toBeVisible();
  const step = page.getByRole('article', { name: 'Step to do now' });
  await step.getByRole('textbox', { name: 'Name' }).fill(name);
  await step.getByLabel('Role', { exact: true }).fill('Engineer');
  await step.getByRole('textbox', { name: 'First day' }).fill('2030-03-04');
  await step.getByLabel('Team lead').selectOption('Ada Bauer');
  await step.getByLabel('Works from').selectOption('Office');
  await step.getByLabel('Needs access to sensitive data?').selectOption(isSensitive);
  await finish(page, 'Announce the new colleague');
}

/** Ticks what is to be ticked and finishes the step by its shortcut. */
async function finish(page: Page, title: string): Promise<void> {
  const step = page.getByRole('article', { name: 'Step to do now' });
  const heading = step.getByRole('heading', { level: 2, name: title });
  await expect(heading).toBeVisible();
  for (const box of await step.getByRole('checkbox').all()) {
    await box.press('Space');
    await expect(box).toBeChecked();
  }
  await heading.focus();
  await page.keyboard.press('Control+Enter');
  await expect(heading).toBeHidden();
}

/** The steps after the first up to the welcome, side by side ones in the order they are shown. */
async function prepare(page: Page, isSensitive: boolean): Promise<void> {
  for (const title of ['Prepare computer and accounts', 'Prepare the workplace', 'Plan the first two weeks']) {
    await finish(page, title);
  }
  await finish(page, 'Check that all is ready');
  if (isSensitive) {
    await finish(page, 'Decide on sensitive access');
  }
}

async function toTheEnd(page: Page): Promise<void> {
  const step = page.getByRole('article', { name: 'Step to do now' });
  await step.getByLabel('Was everything ready?').selectOption('Yes');
  await finish(page, 'Welcome and first day');
  await finish(page, 'Accompany the first two weeks');
  await step.getByLabel('Are both sides content?').selectOption('Yes');
  await step.getByLabel('What was agreed').fill('Goes on as it is');
  await finish(page, 'Look back after six weeks');
  await step.getByLabel('Decision').selectOption('Stays');
  await finish(page, 'Decide on the probation');
  await expect(page.getByText(/Every step is done/)).toBeVisible();
}

test('onboarding goes round the whole loop without a mouse @everywhere', async ({ app, page }) => {
  test.setTimeout(240_000);
  await page.clock.install({ time: Date.parse('2030-01-07T09:00:00Z') });
  await app.open('settings');
  await app.button('Add person').press('Enter');
  await app.dialog('Add person').getByLabel('Name').fill('Ada Bauer');
  await app.dialog('Add person').getByRole('button', { name: 'Save person' }).press('Enter');
  await expect(app.dialog('Add person')).toBeHidden();
  await fromStarter(app, page);
  await publish(app, page, 1, 'As we do it today');

  // Once along the shorter way and in time; once along the longer one, and a week too late.
  await announce(app, page, 'Elif Kaya', 'No');
  await expect(app.heading(/Elif Kaya, Engineer/)).toBeVisible();
  await prepare(page, false);
  await expect(page.getByRole('complementary', { name: 'Steps of this run' })).toContainText(
    'Skipped: Decide on sensitive access',
  );
  await toTheEnd(page);
  await toTheProcess(page);
  await announce(app, page, 'Omar Haddad', 'Yes');
  await page.clock.fastForward(16 * DAY);
  await expect(page.getByText(/ over$/).first()).toBeVisible();
  await prepare(page, true);
  for (let month = 0; month < 6; month += 1) {
    // The browser's timers know no longer time than 24 days.
    await page.clock.fastForward(20 * DAY);
  }
  await toTheEnd(page);

  await toTheProcess(page);
  await goTo(page, 'Metrics');
  await page.getByRole('button', { name: '1 year' }).press('Enter');
  await page.getByRole('button', { name: /^On time 50/ }).press('Enter');
  await expect(app.dialog('On time').getByRole('link', { name: 'Omar Haddad, Engineer' })).toBeVisible();
  await page.keyboard.press('Escape');
  // The period that was chosen is kept.
  await goTo(page, 'Mining');
  await expect(page.getByRole('button', { name: '1 year' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText('2 ways from start to end')).toBeVisible();

  // The change, a run that is moved to it, and what can be said so far.
  await goTo(page, 'Improve');
  await app.button('Add an improvement').press('Enter');
  await app.field('Title').fill('Order computers earlier');
  await app.button('Save improvement').press('Enter');
  await goTo(page, 'Runs');
  await announce(app, page, 'Nia Boateng', 'No');
  await toTheProcess(page);
  await goTo(page, 'Steps');
  await app.steps().getByRole('link', { name: 'Prepare computer and accounts' }).press('Enter');
  await app.button('Edit step').press('Enter');
  await app.field('Time limit').fill('3 d');
  await app.button('Save step').press('Enter');
  await publish(app, page, 2, 'Computers within three days');
  await app.button(/^Move 1 run here/).press('Enter');
  const moving = app.dialog('Move runs to version 2');
  await expect(moving).toContainText('Nia Boateng, Engineer');
  await moving.getByRole('button', { name: 'Move the runs' }).press('Enter');
  await app.expectNotice(/Moved .* to version 2/);
  await goTo(page, 'Improve');
  await page.getByRole('button', { name: 'Actions for “Order computers earlier”' }).press('Enter');
  await page.getByRole('button', { name: 'Edit improvement' }).press('Enter');
  await app.field(/From version/).selectOption('Version 2');
  await app.button('Save improvement').press('Enter');
  await expect(page.getByText('Too early: 2 before and 0 after; 8 on each side are needed.')).toBeVisible();
});

test('a suggestion opens an improvement with its evidence, and the map a draft', async ({ app, page }) => {
  await app.loadSample();
  await app.open('processes');
  await page.getByRole('main').getByRole('link', { name: 'Customer support' }).first().click();
  await goTo(page, 'Mining');
  const worth = page.getByRole('region', { name: 'Worth a look' });
  await worth.getByRole('button', { name: /^Improve: / }).first().click();
  const dialog = app.dialog('Improvement');
  await expect(dialog.getByLabel('Problem')).toHaveValue(/Seen in \d+ finished runs of 90 days/);
  await dialog.getByRole('button', { name: 'Save improvement' }).click();
  await expect(worth.getByRole('link', { name: 'Being improved' })).toBeVisible();
  await app.button('Draft a process from this map').click();
  await expect(app.heading('Customer support, as it is done')).toBeVisible();
  await expect(app.steps().getByRole('link', { name: 'Investigate' })).toBeVisible();
});

test('a process that another tab deletes takes its run along, and the run’s page says so', async ({ app, page, context }) => {
  await app.addProcess('Answer', 'Read', 'Reply');
  const address = page.url();
  await app.button('Start a run').click();
  await app.button('Start the run').click();
  const other = await context.newPage();
  await other.goto(address);
  await other.getByRole('button', { name: 'Process actions' }).click();
  await other.getByRole('button', { name: 'Delete process' }).click();
  await expect(page.getByText('This run is not there any more')).toBeVisible();
});
