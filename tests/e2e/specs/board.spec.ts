// The board of a project: limits, filters, swimlanes, several cards at once, and a task's own panel.
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import type { App } from '../pages/app';

const bar = (page: Page) => page.getByRole('region', { name: 'Chosen tasks' });

/** Sets the limit of a column where it is shown. */
async function limit(app: App, column: string, to: string): Promise<void> {
  await app.choose(`Actions for ${column}`, 'Set a limit');
  await app.field(`Most tasks in ${column}`).fill(to);
  await app.button('Set').click();
}

/** Pastes a text into the focused field, as a person would from elsewhere. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test('a board is limited, filled from a list, narrowed, split and changed at once with the mouse', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.button('Add task to Ready').click();
  await app.field('Title of the new task in Ready').focus();
  await paste(page, '- Find a place\n- Sign the lease\n  3. Paint');
  await app.expectNotice('Added 3 tasks to Ready');
  await page.keyboard.press('Escape');

  await limit(app, 'Doing', '0');
  await expect(page.getByRole('alert')).toContainText('needs room for at least 1 task');
  await app.field('Most tasks in Doing').fill('1');
  await app.button('Set').click();
  await app.choose('Actions for Find a place', 'Move to Doing');
  await expect(app.lane('Doing')).toContainText('At limit');
  await app.choose('Actions for Paint', 'Move to Doing');
  await expect(app.lane('Doing')).toContainText('Over limit');
  await app.expectNotice('which now holds 2 of at most 1');

  await app.card('Doing', 'Find a place').click({ modifiers: ['Control'] });
  await app.card('Doing', 'Paint').click({ modifiers: ['Shift'] });
  await expect(bar(page)).toContainText('2 tasks chosen');
  await bar(page).getByLabel('Label for the chosen tasks').fill('Rooms');
  await app.button('Add label').click();
  await expect(app.lane('Doing').getByText('Rooms')).toHaveCount(2);
  await app.choose('Priority of the chosen tasks', 'Urgent');
  await bar(page).getByLabel('Due day of the chosen tasks').fill('2026-01-02');
  await app.button('Set due day').click();
  await app.choose('Move the chosen tasks', 'Review');
  await expect(app.lane('Review').getByRole('heading', { level: 3 })).toHaveText(['Find a place', 'Paint']);
  await page.keyboard.press('Control+z');
  await expect(app.lane('Doing').getByRole('heading', { level: 3 })).toHaveCount(2);
  await app.button('Choose none').click();

  await app.field('Filter by words').fill('rooms pai');
  await expect(page.getByText('1 of 3 shown')).toBeVisible();
  await app.button('Clear filters').click();
  await app.field('Filter by due day').selectOption('Overdue');
  await expect(page.getByText('2 of 3 shown')).toBeVisible();
  await page.reload();
  await expect(page.getByText('2 of 3 shown')).toBeVisible();
  await app.button('Clear filters').click();
  await expect(app.card('Ready', 'Sign the lease')).toBeVisible();

  await page.getByRole('radio', { name: 'Priority' }).check();
  await expect(app.card('Doing, Urgent', 'Paint')).toBeVisible();
  const from = (await app.card('Doing, Urgent', 'Paint').boundingBox())!;
  const to = (await app.lane('Review, High').boundingBox())!;
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 40, from.y + 20, { steps: 4 });
  await page.mouse.move(to.x + 40, to.y + 30, { steps: 8 });
  await page.mouse.up();
  await expect(app.card('Review, High', 'Paint')).toBeVisible();
  await app.button('Fold Normal').click();
  await expect(app.lane('Ready, Normal')).toBeHidden();
  await page.getByRole('radio', { name: 'No lanes' }).check();

  await app.choose('Actions for Doing', 'Choose all');
  await app.card('Review', 'Paint').click({ modifiers: ['Control'] });
  await app.button('Delete').click();
  await app.expectNotice('Deleted 2 tasks');
  await app.notice().getByRole('button', { name: 'Undo' }).click();
  await expect(app.card('Doing', 'Find a place')).toBeVisible();
  await expect(app.card('Review', 'Paint')).toBeVisible();
});

test('cards are chosen, carried over swimlanes and changed with the keyboard alone', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Ready', 'One', 'Two', 'Three');
  await app.card('Ready', 'One').focus();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('“Two” chosen, 2 in all.')).toBeAttached();
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText('1 task chosen');
  await page.keyboard.press('Control+a');
  await expect(bar(page)).toContainText('3 tasks chosen');
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();

  // Two chosen cards are carried together.
  await app.card('Ready', 'One').focus();
  await page.keyboard.press('x');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.keyboard.press('Space');
  await expect(page.getByText(/Picked up “Two”/)).toBeAttached();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await expect(app.lane('Doing').getByRole('heading', { level: 3 })).toHaveText(['One', 'Two']);
  await app.button('Choose none').click();

  await page.getByRole('radio', { name: 'No lanes' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await app.card('Doing, Normal', 'Two').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByText('Doing, Low, place 1 of 1.')).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(app.card('Doing, Low', 'Two')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(app.card('Doing, Normal', 'One')).toBeFocused();
});

test('a task is described in its panel, and what cannot be is refused in place @everywhere', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'Find a place');
  await app.card('Backlog', 'Find a place').click();
  const dialog = app.dialog('Task');
  await dialog.getByLabel('New item').fill('Ask the agent');
  await app.button('Add item').click();
  await dialog.getByLabel('New item').fill('Look at three');
  await app.button('Add item').click();
  await dialog.getByRole('checkbox', { name: 'Ask the agent' }).check();
  await expect(dialog.getByText('1 of 2')).toBeVisible();

  await dialog.getByLabel('Address').fill('javascript:alert(1)');
  await app.button('Add link').click();
  await expect(dialog.getByText(/cannot be opened from here/)).toBeVisible();
  await dialog.getByLabel('Address').fill('https://example.org/places');
  await dialog.getByLabel('Link text').fill('Places');
  await app.button('Add link').click();
  await expect(dialog.getByRole('link', { name: 'Places' })).toHaveAttribute('href', 'https://example.org/places');

  await dialog.getByRole('textbox', { name: 'Comment' }).fill('Near the station');
  await app.button('Add comment').click();
  await expect(dialog.getByText('Near the station')).toBeVisible();

  await dialog.getByLabel('Labels').fill('Rooms, Money');
  await dialog.getByLabel('Priority').selectOption('High');
  await dialog.getByLabel('Percent complete').fill('101');
  await app.button('Save task').click();
  await expect(dialog.getByRole('alert')).toContainText('Give a number from 0 to 100');
  await dialog.getByLabel('Percent complete').fill('40');
  await dialog.getByLabel('Effort in hours').fill('7.5');
  await app.button('Save task').click();
  await expect(dialog).toBeHidden();
  const card = app.lane('Backlog').getByRole('listitem').filter({ hasText: 'Find a place' });
  await expect(card).toContainText('High');
  await expect(card).toContainText('Money');
  await expect(card).toContainText('1/2');
  await expect(card).toContainText('Comments: 1');
});

test('a finger that rests on a card carries it @phone', async ({ app, page, context }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Backlog', 'First', 'Second');
  const from = (await app.card('Backlog', 'First').boundingBox())!;
  const below = (await app.card('Backlog', 'Second').boundingBox())!;
  const session = await context.newCDPSession(page);
  const touch = (type: string, x?: number, y?: number) =>
    session.send('Input.dispatchTouchEvent', {
      type: type as 'touchStart' | 'touchMove' | 'touchEnd',
      touchPoints: x === undefined ? [] : [{ x, y: y! }],
    });
  await touch('touchStart', from.x + 20, from.y + 8);
  // What is carried is drawn at the finger once it has rested.
  await expect(page.getByText('First')).toHaveCount(2);
  await touch('touchMove', from.x + 24, from.y + 30);
  await touch('touchMove', below.x + 24, below.y + below.height + 140);
  await touch('touchEnd');
  await expect(app.lane('Backlog').getByRole('heading', { level: 3 })).toHaveText(['Second', 'First']);
});
