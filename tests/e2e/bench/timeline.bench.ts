// A timeline of 1,000 and 5,000 tasks: opening it, scrolling, a drag with its preview, and one edit
// by key, from the input to the painted frame.
import { expect, test, type Page } from '@playwright/test';
import { median, store } from './measure';
import { PROJECT, storageWithPlan } from './seed';

/** The times between frames while something happens in each. */
const frames = (page: Page, each: string, n: number) =>
  page.evaluate(
    async ({ each, n }) => {
      const act = new Function('n', each) as (n: number) => void;
      const times: number[] = [];
      for (let round = 0; round < n; round += 1) {
        const start = performance.now();
        act(round);
        await new Promise((resolve) => requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = resolve;
          port2.postMessage(0);
        }));
        times.push(performance.now() - start);
      }
      return times;
    },
    { each, n },
  );

for (const nTasks of [1_000, 5_000]) {
  test(`${nTasks} tasks`, async ({ page, context }) => {
    // The page's policy forbids building functions from text; only this bench does.
    const session = await context.newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await store(page, storageWithPlan(nTasks));
    const rows: [string, string][] = [];
    const report = (name: string, values: number[]) => {
      const sorted = [...values].sort((a, b) => a - b);
      rows.push([name, `${median(sorted).toFixed(1)} ms, 95 % within ${sorted[Math.floor(sorted.length * 0.95)].toFixed(1)} ms`]);
    };
    await page.goto(`./#/projects/${PROJECT}/timeline`);
    await expect(page.getByRole('treegrid')).toBeVisible();
    const opens: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      await page.evaluate(() => (location.hash = '#/learn'));
      await expect(page.getByRole('heading', { level: 1 })).toContainText('loop');
      opens.push(
        await page.evaluate(async (project) => {
          const start = performance.now();
          location.hash = `#/projects/${project}/timeline`;
          while (!document.querySelector('[data-part=bar]')) {
            await new Promise((resolve) => requestAnimationFrame(resolve));
          }
          return performance.now() - start;
        }, PROJECT),
      );
    }
    report('show from another page', opens);
    const scroller = `document.querySelector('[role=treegrid]').parentElement`;
    report('frame while scrolling down', await frames(page, `${scroller}.scrollTop += 50`, 120));
    report('frame while scrolling sideways', await frames(page, `${scroller}.scrollLeft += 40`, 60));
    await page.evaluate(`${scroller}.scrollTop = 0; ${scroller}.scrollLeft = 0`);
    await page.waitForTimeout(300);
    // The first task, which a tenth of the others follows: each step moves all of them.
    await page.evaluate(`{
      const bar = document.querySelector('[data-part=bar]');
      const { x, y } = bar.getBoundingClientRect();
      const canvas = bar.closest('svg');
      const send = (target, type, dx) => target.dispatchEvent(new PointerEvent(type, { bubbles: true, cancelable: true, isPrimary: true, pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1, clientX: x + 4 + dx, clientY: y + 5 }));
      window.drag = (n) => send(canvas, 'pointermove', 10 * (n % 20) + 10);
      send(bar, 'pointerdown', 0);
      window.drop = () => send(canvas, 'pointerup', 30);
    }`);
    report('frame while dragging, with its preview', await frames(page, 'window.drag(n)', 60));
    await page.evaluate('window.drop()');
    await page.getByRole('treegrid').focus();
    const edits: number[] = [];
    for (let round = 0; round < 9; round += 1) {
      edits.push(
        ...(await frames(page, `document.querySelector('[role=treegrid]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', shiftKey: true, bubbles: true, cancelable: true }))`, 1)),
      );
    }
    report('move by key', edits);
    console.log(`\n${nTasks} tasks`);
    for (const [name, value] of rows) {
      console.log(`  ${name.padEnd(40)} ${value}`);
    }
  });
}
