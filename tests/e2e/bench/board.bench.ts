// A project board with 100, 1,000 and 5,000 tasks: opening it, and one edit of each kind, from the
// input to the painted frame.
import { expect, test, type CDPSession, type Page } from '@playwright/test';
import { framesOfScrolling, median, store } from './measure';
import { PROJECT, storageWith } from './seed';

const ROUNDS = 7;

/** Milliseconds from just before an action inside the page until its outcome has been painted. */
function timed(page: Page, action: string, outcome: string): Promise<number> {
  return page.evaluate(
    async ({ action, outcome }) => {
      const isThere = new Function(`return ${outcome}`) as () => unknown;
      const act = new Function(action) as () => void;
      const start = performance.now();
      act();
      while (!isThere()) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
      }
      // A message after the frame is handled once the frame has been painted.
      await new Promise((resolve) => requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(0);
      }));
      return performance.now() - start;
    },
    { action, outcome },
  );
}

async function throttle(session: CDPSession, rate: number): Promise<void> {
  await session.send('Emulation.setCPUThrottlingRate', { rate });
}

for (const nTasks of [100, 1_000, 5_000]) {
  test(`${nTasks} tasks`, async ({ page, context }) => {
    // The page's policy forbids building functions from text; only this bench does.
    const session = await context.newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await store(page, storageWith(nTasks));
    const rows: [string, string][] = [];
    const report = (name: string, value: string) => rows.push([name, value]);

    // Opening: from navigation to cards on the page.
    const opens: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.goto('about:blank');
      await page.goto(`./#/projects/${PROJECT}`, { waitUntil: 'commit' });
      opens.push(
        await page.evaluate(async () => {
          while (!document.querySelector('[data-card]')) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
          await new Promise((resolve) => requestAnimationFrame(resolve));
          return performance.now();
        }),
      );
    }
    report('open', `${median(opens).toFixed(0)} ms`);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Bench');

    // From another page of the app: only the drawing.
    const draws: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.evaluate(() => (location.hash = '#/learn'));
      await expect(page.getByRole('table', { name: 'Twelve ways to tell them apart' })).toBeVisible();
      draws.push(await timed(page, `location.hash = '#/projects/${PROJECT}'`, `document.querySelector('[data-card]')`));
    }
    report('show from another page', `${median(draws).toFixed(1)} ms`);

    for (const rate of [1, 4]) {
      await throttle(session, rate);
      const suffix = rate === 1 ? '' : `, CPU ${rate} times slower`;
      await page.getByRole('button', { name: 'Add task to Backlog' }).click();
      const adds: number[] = [];
      const moves: number[] = [];
      const ticks: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const title = `New ${rate} ${round}`;
        const count = `document.querySelectorAll('[data-lane] .count')`;
        const n = Number(await page.evaluate(`${count}[0].textContent`));
        await page.getByLabel('Title of the new task in Backlog').fill(title);
        adds.push(await timed(page, `document.querySelector('.quick-add button[type=submit]').click()`, `${count}[0].textContent === '${n + 1}'`));
        // The first card of Ready goes to Doing through its menu; then the first of Doing is finished.
        const nReady = Number(await page.evaluate(`${count}[1].textContent`));
        await page.getByRole('region', { name: 'Ready', exact: true }).getByRole('button', { name: /^Actions for Task/ }).first().click();
        await expect(page.getByRole('button', { name: 'Move to Doing' })).toBeVisible();
        moves.push(await timed(page, `[...document.querySelectorAll('[popover] button')].find((b) => b.textContent === 'Move to Doing').click()`, `${count}[1].textContent === '${nReady - 1}'`));
        const nDoing = Number(await page.evaluate(`${count}[2].textContent`));
        ticks.push(await timed(page, `document.querySelectorAll('[data-lane]')[2].querySelector('[aria-label^=Finish]').click()`, `${count}[2].textContent === '${nDoing - 1}'`));
      }
      report(`add${suffix}`, `${median(adds).toFixed(1)} ms`);
      report(`move${suffix}`, `${median(moves).toFixed(1)} ms`);
      report(`tick${suffix}`, `${median(ticks).toFixed(1)} ms`);
      await page.getByLabel('Title of the new task in Backlog').press('Escape');
    }
    await throttle(session, 1);

    // What one move writes to local storage.
    const written = await page.evaluate(async () => {
      let characters = 0;
      const set = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, text) {
        characters += key.length + text.length;
        set.call(this, key, text);
      };
      const button = document.querySelectorAll('[data-lane]')[2].querySelector<HTMLElement>('[aria-label^=Finish]')!;
      button.click();
      await new Promise((resolve) => requestAnimationFrame(resolve));
      Storage.prototype.setItem = set;
      return characters;
    });
    report('characters written by a tick', String(written));
    report('DOM nodes', String(await page.evaluate(() => document.querySelectorAll('*').length)));
    await session.send('HeapProfiler.collectGarbage');
    const heap = await page.evaluate(() => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize);
    report('JavaScript heap', `${(heap / 1e6).toFixed(1)} MB`);
    const wasm = await page.evaluate(async () => {
      const measure = (performance as unknown as { measureUserAgentSpecificMemory?: () => Promise<{ bytes: number }> }).measureUserAgentSpecificMemory;
      return measure && crossOriginIsolated ? (await measure.call(performance)).bytes : 0;
    });
    if (wasm > 0) {
      report('memory in all', `${(wasm / 1e6).toFixed(1)} MB`);
    }

    // Scrolling the longest lane at 3,000 px a second.
    const frames = await framesOfScrolling(page);
    report('frame while scrolling, median', `${median(frames).toFixed(1)} ms`);

    console.log(`\n${nTasks} tasks`);
    for (const [name, value] of rows) {
      console.log(`  ${name.padEnd(36)} ${value}`);
    }
  });
}
