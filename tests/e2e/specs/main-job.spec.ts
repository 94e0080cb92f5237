// The main job: describe work, decide, land on the right board, still there after reload.
// The descriptions are the worked examples of the Learn page.
import { expect, test } from '../fixtures/test';
import { Wizard } from '../pages/wizard';

const examples: [kind: 'process' | 'project', description: string][] = [
  ['process', 'Every week we write, edit and publish two articles for the company blog.'],
  ['process', 'Answer customer questions that come in by mail and phone, within one day.'],
  ['process', 'Once a month the workshop machines are inspected, worn parts replaced and the results recorded.'],
  ['process', 'Check the stock of paper and pens, order what runs low and put the delivery away.'],
  ['project', 'Develop an app with which technicians report repairs from the field, in both stores by June.'],
  ['project', 'Construct a school building with twelve classrooms, from the first sketch to moving in.'],
  ['project', 'Bring a new cordless drill to market: concept, prototype, tests and launch by autumn.'],
  ['project', 'Introduce laser cutting in the workshop: choose a machine, install it and try it out.'],
  ['project', 'Design a model for onboarding new colleagues by March, which HR then repeats for everyone who joins.'],
];

for (const [kind, description] of examples) {
  test(`“${description.slice(0, 40)}…” becomes a ${kind} and stays one`, async ({ app, page }) => {
    const wizard = new Wizard(page);
    await app.open();
    await app.link('Describe your first work').click();
    await wizard.describe(description);
    await wizard.seeVerdict();
    await expect(wizard.verdict()).toHaveAccessibleName(kind === 'process' ? /^Process/ : /^Project/);

    const name = await app.field('Name').inputValue();
    expect(description).toContain(name);
    await wizard.route(kind).click();
    await expect(app.heading(name)).toBeVisible();
    await app.expectNotice(name);

    await page.reload();
    await expect(app.heading(name)).toBeVisible();
    await app.open(kind === 'process' ? 'processes' : 'projects');
    await expect(page.getByRole('main').getByRole('link', { name })).toBeVisible();

    await app.open('decisions');
    await app.link(description).click();
    await expect(app.heading(kind === 'process' ? /Process, \d+/ : /Project, \d+/)).toBeVisible();
    await expect(page.getByText(description)).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'On record' }).getByRole('link', { name })).toBeVisible();
  });
}

test('answers move the needle, and number keys give them', async ({ app, page }) => {
  const wizard = new Wizard(page);
  await app.open('new');
  await wizard.describe('The thing with the folders');
  await expect(app.heading(/come back/)).toBeVisible();
  const first = await app.heading().innerText();
  await page.keyboard.press('2');
  await expect(app.heading()).not.toHaveText(first);
  await expect(page.getByText(/^Leaning to project/)).toBeAttached();
  await app.button('Back').click();
  await expect(app.heading(first)).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText(/^Leaning to process/)).toBeAttached();
});

test('the verdict shows what every answer contributed and what would flip it', async ({ app, page }) => {
  const wizard = new Wizard(page);
  await app.open('new');
  await wizard.describe('Every month someone checks the machines and replaces worn parts.');
  await page.keyboard.press('1');
  await wizard.seeVerdict();
  const why = page.getByRole('main');
  await expect(why).toContainText('Your words');
  await expect(why).toContainText('pulls to Loop');
  await expect(app.heading().page().getByRole('heading', { name: 'What would flip it' })).toBeVisible();
});

test('a verdict can be overruled, with a reason that is kept', async ({ app, page }) => {
  const wizard = new Wizard(page);
  await app.open('new');
  await wizard.describe('Answer the questions customers send us every day, each one the same way.');
  await wizard.seeVerdict();
  await app.button('Make it a project anyway').click();
  await wizard.route('project').click();
  await expect(page.getByText(/Say in a few words why/)).toBeVisible();
  await app.field('Why against the verdict?').fill('We only take over for three weeks.');
  await wizard.route('project').click();
  await expect(page.getByRole('group', { name: 'Tasks by column' })).toBeVisible();

  await app.open('decisions');
  await page.getByRole('main').getByRole('link').first().click();
  await expect(page.getByText('We only take over for three weeks.')).toBeVisible();
});

test('words that say nothing get an honest answer', async ({ app, page }) => {
  const wizard = new Wizard(page);
  await app.open('new');
  await wizard.description().fill('zzz qqq');
  await expect(page.getByText('Nothing in these words decides it yet. The questions will.')).toBeVisible();
  await wizard.describe('zzz qqq');
  await wizard.seeVerdict();
  await expect(app.heading('It could be either')).toBeVisible();
  await app.button('A process').click();
  await wizard.route('process').click();
  await expect(app.heading('zzz qqq')).toBeVisible();
});

test('work that is half described is still there after looking elsewhere', async ({ app, page }) => {
  const wizard = new Wizard(page);
  await app.open('new');
  await wizard.description().fill('Move the archive to the cellar');
  await app.link('Close').click();
  await expect(app.heading('Overview')).toBeVisible();
  await page.keyboard.press('n');
  await expect(wizard.description()).toHaveValue('Move the archive to the cellar');
});
