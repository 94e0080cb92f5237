// The whole browser is killed at a random moment of steady work, again and again: what was shown
// is there after each restart, and nothing is torn.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { kill, start } from '../fixtures/killable';

const TRIALS = Number(process.env.SOAK_TRIALS ?? 20);

/** Bursts, steady typing, and slow edits with the pauses of someone who thinks. */
const PAUSES = [0, 50, 400, 1_500];

test(`${TRIALS} kills of the browser lose no edit that was shown`, async ({ baseURL }) => {
  let [nShown, nLost, nTorn] = [0, 0, 0];
  for (let trial = 0; trial < TRIALS; trial += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'loopline-soak-'));
    const first = await start(folder);
    await first.app.page.goto(`${baseURL}#/projects`);
    await first.app.button('New project').click();
    await first.app.field('Name').fill('Soak');
    await first.app.button('Save project').click();
    await first.app.card('Initiate', 'Soak').click();
    await first.app.button('Add task to Backlog').click();
    const title = first.app.field('Title of the new task in Backlog');
    const shown: string[] = [];
    const pause = PAUSES[trial % PAUSES.length];
    // From a moment to twelve seconds, past the browser's own delay of five before it writes to disk.
    const life = 300 + ((trial * 7_919) % 12_000);
    const end = Date.now() + life;
    while (Date.now() < end) {
      const name = `Trial ${trial} task ${shown.length}`;
      await title.fill(name);
      await title.press('Enter');
      await expect(first.app.lane('Backlog').getByText(String(shown.length + 1), { exact: true })).toBeVisible();
      shown.push(name);
      await first.app.page.evaluate((millis) => new Promise((resolve) => setTimeout(resolve, millis)), pause);
    }
    await kill(first.process);

    const second = await start(folder);
    await second.app.page.goto(`${baseURL}#/projects`);
    await second.app.card('Initiate', 'Soak').click();
    // The mirror is joined a moment after the page is drawn.
    const count = second.app.lane('Backlog').locator('header');
    await expect(count).toContainText(String(shown.length)).catch(() => undefined);
    const titles = await second.app.page.evaluate(() => {
      const found: string[] = [];
      for (const text of Object.values({ ...localStorage })) {
        for (const match of text.matchAll(/"(Trial \d+ task \d+)"/g)) {
          found.push(match[1]);
        }
      }
      return found;
    });
    const there = new Set(titles);
    nShown += shown.length;
    nLost += shown.filter((name) => !there.has(name)).length;
    nTorn += (await second.app.page.getByText(/could not be read/).count()) > 0 ? 1 : 0;
    await kill(second.process);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  console.log(`\n${TRIALS} kills, ${nShown} edits shown, ${nLost} lost, ${nTorn} stores with a torn entry`);
  expect([nLost, nTorn]).toEqual([0, 0]);
});
