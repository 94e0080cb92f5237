import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import type { App } from '../pages/app';

const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name, exact: true }).click();

/** The row of a task in the list beside the chart. */
const row = (page: Page, name: string) => page.getByRole('treegrid').getByRole('row', { name });

const panel = (page: Page) => page.getByRole('region', { name: 'Selected task' });

/** A project whose timeline is open, with the tasks of an indented list. */
async function planned(app: App, page: Page, list: string): Promise<void> {
  await app.addProject('Build the annexe');
  await tab(page, 'Timeline');
  await app.button('Write the first tasks').click();
  await app.dialog('Add tasks').getByLabel('Tasks').fill(list);
  await app.dialog('Add tasks').getByRole('button', { name: 'Add tasks' }).click();
  await expect(page.getByRole('treegrid')).toBeVisible();
}

test('a plan is made without a mouse, kept, moved, explained, simulated and reported', async ({ app, page }) => {
  await planned(app, page, 'Dig\nPour\nDry');
  const tree = page.getByRole('treegrid');
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
    }
  };
  await tree.focus();
  // Each is placed, and lengthened by two days.
  for (const name of ['Dig', 'Pour', 'Dry']) {
    await press('p', '+', '+');
    await expect(row(page, name)).toContainText('3 working days');
    await press('ArrowDown');
  }
  await press('Home', 'l', 'ArrowDown', 'l');
  await expect(page.getByRole('status').filter({ hasText: '“Pour” now waits for “Dig”' })).toBeAttached();
  await press('l', 'ArrowDown', 'Enter');
  await expect(page.getByRole('status').filter({ hasText: '“Dry” now waits for “Pour”' })).toBeAttached();
  // A circle is refused with its members.
  await press('l', 'Home', 'l');
  await expect(page.getByText('“Dig” → “Pour” → “Dry” → “Dig”').first()).toBeVisible();

  await app.button('Set new baseline').click();
  await app.dialog('New baseline').getByLabel('Name').fill('As agreed');
  await page.keyboard.press('Enter');
  await app.expectNotice('As agreed');

  await tree.focus();
  await press('Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
  await expect(page.getByText('2 other tasks move. The project now ends on').first()).toBeVisible();
  await press('End');
  await expect(panel(page)).toContainText('“Dry” starts on');
  await expect(panel(page)).toContainText('“Pour” ends on');
  await expect(panel(page)).toContainText('2 d later finish');
  await press('Control+z');
  await expect(panel(page)).toContainText('1 d later finish');

  await tab(page, 'Report');
  await expect(page.getByRole('region', { name: 'Variance of each task' })).toContainText('Dry');
  // Without a range anywhere, trials would all end alike and look like certainty.
  await expect(page.getByText('so there is nothing to simulate. The plan as it is ends on')).toBeVisible();
  await expect(app.button('Simulate')).toBeHidden();
});

test('bars are dragged to move, to stretch and to link, and what follows is seen beforehand', async ({ app, page }) => {
  await planned(app, page, 'Dig\nPour');
  await app.button('Place Dig').click();
  await app.button('Place Pour').click();
  await page.getByRole('group', { name: 'Zoom' }).getByRole('button', { name: 'Day' }).click();
  const at = async (part: string, n: number) => {
    const box = await page.locator(`[data-part=${part}]`).nth(n).boundingBox();
    return { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 };
  };
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
    await page.mouse.move(from.x, from.y);
    await page.mouse.down();
    await page.mouse.move((from.x + to.x) / 2, to.y);
    await page.mouse.move(to.x, to.y);
  };
  await row(page, 'Dig').click();
  const end = await at('stretch', 0);
  await drag(end, { x: end.x + 7 * 24, y: end.y });
  await expect(page.getByText('6 working days').first()).toBeVisible();
  await page.mouse.up();
  await expect(row(page, 'Dig')).toContainText('6 working days');
  const knob = await at('join', 0);
  await drag(knob, await at('bar', 1));
  await expect(page.getByText('“Pour” will wait for “Dig”.')).toBeVisible();
  await page.mouse.up();
  await expect(page.getByText('“Pour” now waits for “Dig”').first()).toBeVisible();
  const bar = await at('bar', 0);
  await drag({ x: bar.x - 20, y: bar.y }, { x: bar.x - 20 + 7 * 24, y: bar.y });
  await expect(page.getByText('1 other task moves.').first()).toBeVisible();
  await page.mouse.up();
  await app.expectNotice('Changed the constraint of “Dig”');
});

test('the timeline is saved as a drawing and a picture, and its keys are written down', async ({ app, page }) => {
  await planned(app, page, 'Dig\nPour');
  await app.button('Place Dig').click();
  for (const [entry, file] of [['Save as SVG', 'timeline.svg'], ['Save as PNG', 'timeline.png']]) {
    const download = page.waitForEvent('download');
    await app.choose('Timeline actions', entry);
    expect((await download).suggestedFilename()).toBe(file);
  }
  await app.button('Keys').click();
  await expect(app.dialog('Keys').getByRole('region', { name: 'Timeline, in the list of tasks' })).toContainText('Start a working day earlier or later');
});

test('a plan is moved and linked with a thumb @phone', async ({ app, page }) => {
  await planned(app, page, 'Dig\nPour');
  await app.button('Place Dig').click();
  await app.button('Place Pour').click();
  await row(page, 'Dig').click();
  await panel(page).getByRole('button', { name: 'A working day longer' }).click();
  await expect(panel(page)).toContainText('2 working days');
  await panel(page).getByRole('button', { name: 'Link to…' }).click();
  await row(page, 'Pour').click();
  await expect(panel(page)).toContainText('“Dig” ends on');
  await panel(page).getByRole('button', { name: 'Plan…' }).click();
  await expect(app.dialog('Pour')).toContainText('Why these dates?');
});

test('the sample shows a plan with a baseline at first sight', async ({ app, page }) => {
  await app.loadSample();
  await page.getByRole('region', { name: 'Projects' }).getByRole('link', { name: 'Field service mobile app' }).click();
  await tab(page, 'Timeline');
  await expect(row(page, 'Merge edits made on two phones')).toContainText('critical');
  await row(page, 'Merge edits made on two phones').click();
  await expect(panel(page)).toContainText('later finish');
  await expect(panel(page)).toContainText('working days of work are left');
});

test('what one person cannot do at once is levelled in one step and taken back in one', async ({ app, page }) => {
  await app.loadSample();
  await page.getByRole('region', { name: 'Projects' }).getByRole('link', { name: 'Riverside office building' }).click();
  await tab(page, 'Timeline');
  await app.choose('Timeline actions', 'Level people’s work…');
  const dialog = app.dialog('Level people’s work');
  await expect(dialog).toContainText('more than a day’s work');
  await expect(dialog.getByRole('region', { name: 'What would move' })).toContainText('Ask for offers for the windows');
  await dialog.getByRole('button', { name: 'Move these tasks' }).click();
  await app.expectNotice(/^Delayed/);
  await row(page, 'Ask for offers for the windows').click();
  await expect(panel(page)).toContainText('must start no earlier than');
  await app.notice().getByRole('button', { name: 'Undo' }).click();
  await expect(panel(page)).not.toContainText('must start no earlier than');
});
