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
