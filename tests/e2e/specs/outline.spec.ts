// The work breakdown of a project, edited with the keyboard, the mouse and a finger.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';

const row = (page: Page, title: string) =>
  page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: title }) });

const titles = (page: Page) => page.getByRole('rowheader');

async function openOutline(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Outline', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Add task' })).toBeVisible();
}

test('a plan is written, put in levels, estimated and folded with the keyboard alone', async ({ app, page }) => {
  await app.addProject('Build a shed');
  await openOutline(page);
  await app.button('Add the first task').focus();
  await page.keyboard.press('Enter');
  const title = app.field('Title of the new task');
  for (const text of ['Ground', 'Dig', 'Pour', 'Walls']) {
    await expect(title).toBeFocused();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(titles(page).filter({ hasText: text })).toBeVisible();
  }
  await page.keyboard.press('Escape');
  await expect(titles(page).filter({ hasText: 'Walls' })).toBeFocused();

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(titles(page).filter({ hasText: 'Dig' })).toBeFocused();
  await page.keyboard.press('Alt+ArrowRight');
  await expect(titles(page).nth(1)).toHaveText('1.1Dig');
  await expect(titles(page).filter({ hasText: 'Dig' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Alt+ArrowRight');
  await expect(titles(page)).toHaveText(['1Ground', '1.1Dig', '1.2Pour', '2Walls']);
  await page.keyboard.press('Alt+ArrowUp');
  await expect(titles(page)).toHaveText(['1Ground', '1.1Pour', '1.2Dig', '2Walls']);
  await page.keyboard.press('Alt+ArrowRight');
  await app.expectNotice('There is no task before “Pour”');

  // Days are typed straight into the cell; nonsense is refused in its place.
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('0');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert')).toContainText('at least 1 working day');
  await page.keyboard.press('Backspace');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Pour').getByRole('gridcell').nth(1)).toHaveText('3 d');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Ground').getByRole('gridcell').nth(1)).toHaveText('5 d');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F2');
  await page.keyboard.type('7.5');
  await page.keyboard.press('Escape');
  await expect(row(page, 'Dig').getByRole('gridcell').nth(2)).toHaveText('');

  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowLeft');
  await expect(titles(page).filter({ hasText: 'Ground' })).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(titles(page)).toHaveText(['1Ground', '2Walls']);
  await page.keyboard.press('ArrowRight');
  await expect(titles(page)).toHaveCount(4);

  await page.keyboard.press('Delete');
  await expect(titles(page)).toHaveText(['1Walls']);
  await expect(titles(page)).toBeFocused();
  await page.keyboard.press('Control+z');
  await expect(titles(page)).toHaveCount(4);

  // Tab leaves the table.
  await page.keyboard.press('Tab');
  await expect(page.getByRole('treegrid').locator(':focus')).toHaveCount(0);
});

test('a pasted list becomes levels, and rows are dragged and edited with the mouse', async ({ app, page }) => {
  await app.addProject('Build a shed');
  await openOutline(page);
  await app.button('Add the first task').click();
  await expect(app.field('Title of the new task')).toBeFocused();
  await page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Ground\n  Dig\n  Pour\nWalls\n  Frame');
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(titles(page)).toHaveText(['1Ground', '1.1Dig', '1.2Pour', '2Walls', '2.1Frame']);

  const to = (await titles(page).nth(1).boundingBox())!;
  const grip = row(page, 'Frame').getByTitle('Drag to another place');
  const at = (await grip.boundingBox())!;
  await page.mouse.move(at.x + 12, at.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + 4, { steps: 6 });
  await page.mouse.up();
  await expect(titles(page)).toHaveText(['1Ground', '1.1Frame', '1.2Dig', '1.3Pour', '2Walls']);

  await row(page, 'Walls').getByRole('gridcell').nth(8).dblclick();
  await page.getByRole('combobox', { name: 'Priority' }).selectOption('Urgent');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Walls')).toContainText('Urgent');
  await row(page, 'Walls').getByRole('gridcell').nth(6).dblclick();
  await page.getByRole('combobox', { name: 'Constraint' }).selectOption('Start no earlier than');
  await page.getByLabel('Day of the constraint').fill('2027-05-03');
  await page.keyboard.press('Enter');
  await expect(row(page, 'Walls')).toContainText('Start no earlier than 3 May 2027');
});

test('an outline is written with a thumb @phone', async ({ app, page }) => {
  await app.addProject('Build a shed');
  await openOutline(page);
  await app.button('Add the first task').tap();
  await app.field('Title of the new task').fill('Ground');
  await page.keyboard.press('Enter');
  await app.field('Title of the new task').fill('Dig');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await titles(page).filter({ hasText: 'Dig' }).tap();
  await app.button('Make a part of the task above').tap();
  await expect(titles(page)).toHaveText(['1Ground', '1.1Dig']);
});
