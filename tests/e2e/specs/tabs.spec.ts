import { crc32 } from 'node:zlib';
import { count } from '../fixtures/tally';
import { expect, test } from '../fixtures/test';
import { App } from '../pages/app';

test('two tabs show each other’s edits and lose none', async ({ app, context }) => {
  await app.addProject('Open a shop');
  const other = new App(await context.newPage());
  await other.open('projects');
  await other.card('Initiate', 'Open a shop').click();

  await app.addTasks('Ready', 'Find a place');
  await expect(other.card('Ready', 'Find a place')).toBeVisible();
  await other.choose('Actions for Find a place', 'Move to Doing');
  await expect(app.card('Doing', 'Find a place')).toBeVisible();

  // Both edit at once: each tab keeps what the other did.
  await Promise.all([
    app.addTasks('Backlog', 'From the first', 'And again'),
    other.addTasks('Review', 'From the second', 'Once more'),
  ]);
  for (const tab of [app, other]) {
    for (const [lane, name] of [
      ['Backlog', 'From the first'],
      ['Backlog', 'And again'],
      ['Review', 'From the second'],
      ['Review', 'Once more'],
    ]) {
      await expect(tab.card(lane, name)).toBeVisible();
    }
  }
  await app.page.reload();
  await expect(app.card('Review', 'Once more')).toBeVisible();
});

test('undo takes back this tab’s action and leaves the other tab’s alone', async ({ app, context }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Ready', 'Find a place');
  const other = new App(await context.newPage());
  await other.page.goto(app.page.url());
  await other.choose('Actions for Find a place', 'Move to Done');
  await expect(app.card('Done', 'Find a place')).toBeVisible();
  await other.page.keyboard.press('Control+z');
  await expect(app.card('Ready', 'Find a place')).toBeVisible();
  await app.page.keyboard.press('Control+z');
  await expect(other.card('Ready', 'Find a place')).toBeHidden();
});

/** A text as it is stored: its check, a colon, and the text. */
const sealed = (text: string): string => `${crc32(text).toString(16).padStart(8, '0')}:${text}`;

for (const [what, key, text] of [
  ['an entry', 'loopline/1/j/00000000000000ff/00000000', sealed('{"v":2,"unheard":"of"}')],
  ['the header', 'loopline/1/header', sealed('{"format":2}')],
]) {
  test(`a tab stops writing and asks to reload when another has written ${what} of a newer format`, async ({ app, page, context }) => {
    await app.addProject('Open a shop');
    await app.addTasks('Ready', 'Find a place');
    const newer = new App(await context.newPage());
    await newer.page.goto(page.url());
    await newer.addTasks('Ready', 'Sign the lease');
    await expect(app.card('Ready', 'Sign the lease')).toBeVisible();

    await app.button('Add task to Backlog').click();
    const title = app.field('Title of the new task in Backlog');
    await title.fill('Paint the door');
    await newer.page.evaluate(([key, text]) => localStorage.setItem(key, text), [key, text]);
    const alert = page.getByRole('alert').filter({ hasText: 'A newer Loopline has saved work here' });
    await expect(alert.getByRole('button', { name: 'Reload' })).toBeVisible();
    const before = await app.stored();
    await title.press('Enter');
    await app.expectNotice('This was not saved, so it was not changed.');
    await expect(title, 'what was typed is still there').toHaveValue('Paint the door');
    expect(await app.stored()).toEqual(before);

    await alert.getByRole('button', { name: 'Reload' }).click();
    await expect(alert).toBeVisible();
    await expect(app.card('Ready', 'Find a place')).toBeVisible();
    await expect(app.card('Ready', 'Sign the lease')).toBeVisible();
    expect(await app.stored()).toEqual(before);
    expect(before[key]).toBe(text);
    count('T5', 'tabs that met a newer format', 1);
  });
}
