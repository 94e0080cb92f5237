// The browser is killed right after an edit is shown; the edit is there when it starts again.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kill, start } from '../fixtures/killable';
import { expect, test } from '../fixtures/test';

test('an edit that was shown survives the kill of the whole browser', async ({ baseURL }) => {
  const folder = await mkdtemp(join(tmpdir(), 'loopline-kill-'));
  try {
    const first = await start(folder);
    await first.app.page.goto(`${baseURL}#/projects`);
    await first.app.button('New project').click();
    await first.app.field('Name').fill('Open a shop');
    await first.app.button('Save project').click();
    await first.app.card('Initiate', 'Open a shop').click();
    await first.app.addTasks('Ready', 'One', 'Two', 'Three');
    await kill(first.process);

    const second = await start(folder);
    await second.app.page.goto(`${baseURL}#/projects`);
    await second.app.card('Initiate', 'Open a shop').click();
    for (const name of ['One', 'Two', 'Three']) {
      await expect(second.app.card('Ready', name)).toBeVisible();
    }
    await kill(second.process);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});
