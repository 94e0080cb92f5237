// What a person or a browser can do wrong: a clear sentence, nothing changed, nothing lost.
import { expect, test } from '../fixtures/test';
import { Wizard } from '../pages/wizard';

test('an empty name is refused beside its field, and the form keeps what was typed', async ({ app, page }) => {
  await app.open('projects');
  await app.button('New project').click();
  await app.field('Objective').fill('The shop is open.');
  await app.field('Name').fill('   ');
  await app.button('Save project').click();
  await expect(app.field('Name')).toHaveAccessibleDescription(/Name/);
  await expect(app.field('Name')).toHaveAttribute('aria-invalid', 'true');
  await expect(app.field('Objective')).toHaveValue('The shop is open.');
  await page.keyboard.press('Escape');
  await expect(page.getByText('No projects yet')).toBeVisible();
});

test('an over-long name is refused with how much to cut', async ({ app }) => {
  await app.open('processes');
  await app.button('New process').click();
  await app.field('Name', true).fill('x'.repeat(250));
  await app.button('Save process').click();
  await expect(app.field('Name', true)).toHaveAccessibleDescription(/50/);
});

test('control characters are refused with their place', async ({ app }) => {
  await app.open('processes');
  await app.button('New process').click();
  await app.field('Name', true).fill('Answer\u0007 customers');
  await app.button('Save process').click();
  await expect(app.field('Name', true)).toHaveAccessibleDescription(/U\+0007/);
});

test('a date that is not one, or lies outside 1900 to 2200, is refused', async ({ app, page }) => {
  await app.open('projects');
  await app.button('New project').click();
  await app.field('Name').fill('Open a shop');
  await app.field('Finish').fill('2201-01-01');
  await app.button('Save project').click();
  await expect(page.getByRole('alert')).toContainText('2201');
  await app.field('Finish').fill('1899-12-31');
  await app.button('Save project').click();
  await expect(page.getByRole('alert')).toContainText('1899');
  await page.keyboard.press('Escape');
  await expect(page.getByText('No projects yet')).toBeVisible();
});

test('markup is shown as text wherever it was typed', async ({ app, page }) => {
  const markup = '<img src=x onerror="document.title=1"><b>shop</b>';
  await app.addProject(markup);
  await app.addTasks('Ready', markup);
  await app.addProcess(markup, markup);
  await app.open();
  await expect(page.getByRole('region', { name: 'Projects' }).getByRole('link', { name: markup })).toBeVisible();
  await app.open('new');
  const wizard = new Wizard(page);
  await wizard.describe(`Every week ${markup}`);
  await wizard.seeVerdict();
  await wizard.route('process').click();
  await app.open('decisions');
  await expect(page.getByRole('link', { name: `Every week ${markup}` })).toBeVisible();
  expect(await page.locator('main img, main b').count()).toBe(0);
});

test('a description of 100 KB neither breaks nor stalls the wizard, and is refused with a sentence', async ({ app, page }) => {
  const wizard = new Wizard(page);
  await app.open('new');
  await wizard.description().fill('every week we build a new thing '.repeat(3_200));
  await app.button('Answer the questions').click();
  await expect(page.getByText(/The description/)).toBeVisible();
  await expect(wizard.description()).toBeVisible();
});

const damage = async (page: import('@playwright/test').Page, entries: Record<string, string>) =>
  page.addInitScript((entries) => {
    for (const [key, text] of Object.entries(entries)) {
      localStorage.setItem(key, text);
    }
  }, entries);

test('a stored value that does not parse is kept as it is, listed, and the rest is there', async ({ app, page }) => {
  await app.addProject('Open a shop');
  const key = 'loopline/1/j/00000000000000aa/00000000';
  await damage(page, { [key]: '{"broken' });
  await page.reload();
  await expect(page.getByText(/1 stored piece could not be read/)).toBeVisible();
  await app.open('projects');
  await expect(app.card('Initiate', 'Open a shop')).toBeVisible();
  await app.open('settings');
  await expect(page.getByRole('list', { name: 'What could not be read' })).toContainText(key);
  expect((await app.stored())[key]).toBe('{"broken');
});

test('a stored format newer than the app opens for reading, and nothing is written', async ({ app, page }) => {
  await app.addProject('Open a shop');
  const before = await app.stored();
  await damage(page, { 'loopline/1/header': '{"format":99}' });
  await page.reload();
  await expect(page.getByText(/A newer Loopline has saved work here/)).toBeVisible();
  await app.open('projects');
  await expect(app.card('Initiate', 'Open a shop')).toBeVisible();
  await app.button('New project').click();
  await app.field('Name').fill('Another');
  await app.button('Save project').click();
  await expect(page.getByRole('alert').filter({ hasText: 'This was not saved' })).toBeVisible();
  expect(await app.stored()).toEqual({ ...before, 'loopline/1/header': '{"format":99}' });
});

test('when the browser denies storage the page says so and refuses edits, and is never blank', async ({ app, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await app.open();
  await expect(page.getByText(/does not let Loopline keep data here/)).toBeVisible();
  await app.button('Load the sample workspace').click();
  await app.expectNotice('This was not saved, so it was not changed.');
  await expect(app.link('Describe your first work')).toBeVisible();
});

test('when storage is full an edit is refused with what to do, and works again once there is room', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await page.evaluate(() => {
    let size = 1 << 20;
    for (let n = 0; size >= 1; ) {
      try {
        localStorage.setItem(`ballast-${n}`, 'x'.repeat(size));
        n += 1;
      } catch {
        size >>= 1;
      }
    }
  });
  await app.button('Add task to Ready').click();
  const title = app.field('Title of the new task in Ready');
  await title.fill('Find a place');
  await title.press('Enter');
  await app.expectNotice('The storage of this browser is full.');
  await expect(title).toHaveValue('Find a place');
  await expect(app.card('Ready', 'Find a place')).toBeHidden();

  await page.evaluate(() => localStorage.removeItem('ballast-0'));
  await title.press('Enter');
  await expect(app.card('Ready', 'Find a place')).toBeVisible();
  await expect(page.getByText(/storage of this browser is full/)).toBeHidden();
  await page.reload();
  await expect(app.card('Ready', 'Find a place')).toBeVisible();
});

test('a page about a record that is gone says so and leads on', async ({ app, page }) => {
  for (const route of ['projects/prj_0000000000001', 'processes/tpl_0000000000001', 'runs/run_0000000000001', 'decisions/dec_0000000000001']) {
    await app.open(route);
    await expect(app.heading(/not there any more/)).toBeVisible();
    await expect(page.getByRole('main').getByRole('link').last()).toBeVisible();
  }
});
