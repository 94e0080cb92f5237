// The browser is killed right after an edit is shown; the edit is there when it starts again.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { App } from '../pages/app';
import { launchOptions } from '../playwright.config';

/** A browser of its own with its data in a folder, so that it can be killed and started again. */
async function start(folder: string): Promise<{ process: ChildProcess; browser: Browser; app: App }> {
  const process = spawn(
    launchOptions.executablePath!,
    [...launchOptions.args, '--headless=new', '--remote-debugging-port=0', `--user-data-dir=${folder}`, 'about:blank'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const address = await new Promise<string>((resolve, reject) => {
    let output = '';
    process.stderr!.on('data', (chunk) => {
      output += chunk;
      const found = output.match(/DevTools listening on (ws:\S+)/);
      if (found) {
        resolve(found[1]);
      }
    });
    process.once('exit', () => reject(new Error(output)));
  });
  const browser = await chromium.connectOverCDP(address);
  return { process, browser, app: new App(await browser.contexts()[0].newPage()) };
}

function kill(process: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    process.once('exit', () => resolve());
    process.kill('SIGKILL');
  });
}

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
