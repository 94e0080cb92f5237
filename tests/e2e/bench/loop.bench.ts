// Processes under load: a hundred thousand events mined by the worker, the pages of a process with
// as many events as a browser keeps, and a board with two thousand open runs.
import { expect, test, type Page } from '@playwright/test';
import { framesOfScrolling, median, store } from './measure';
import { PROCESS, storageWithRuns } from './seed-runs';

const ROUNDS = 5;
const HOUR = 3_600_000;

function report(name: string, value: string): void {
  console.log(`  ${name.padEnd(48)} ${value}`);
}

/** A study as `domain::job` reads it: cases of five steps, some twice and some out of order. */
function study(nCases: number): string {
  let state = 7;
  const random = (n: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
  const cases: unknown[] = [];
  const events: number[][] = [];
  for (let n = 0; n < nCases; n += 1) {
    const first = events.length;
    const accepted = n * 600_000;
    let at = accepted;
    for (let step = 0; step < 5; step += 1) {
      const activity = (step + (random(12) === 0 ? 1 : 0) + (random(30) === 0 ? 1 : 0)) % 8;
      for (const lifecycle of [0, 2]) {
        events.push([activity, 1 + random(6), lifecycle, at]);
        at += 1 + random(2 * HOUR);
      }
    }
    cases.push({ run: null, name: `Case ${n}`, version: 1, accepted, finished: at, cancelled: null, due: null, fields: [], first, n_events: 10 });
  }
  const ways = Object.fromEntries([0, 1, 2, 3, 4].map((n) => [n, { One: [n < 4 ? n + 1 : null] }]));
  const to = nCases * 600_000 + 100 * HOUR;
  return JSON.stringify({
    study: {
      log: {
        activities: [...Array(8).keys()].map((n) => ({ name: `Step ${n}`, step: null })),
        actors: ['', ...[...Array(6).keys()].map((n) => `Person ${n}`)],
        cases,
        events,
      },
      window: { from: 0, to },
      now: to,
      clock: { worked: null },
      against: { documents: { 1: { start: 0, ways, roles: {}, approvals: [] } }, roles: {} },
    },
  });
}

/** The longest time the page could not answer while something was done, in milliseconds. */
async function longest(page: Page, action: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const gaps = { longest: 0, last: performance.now(), stop: false };
    (window as unknown as { gaps: typeof gaps }).gaps = gaps;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      gaps.longest = Math.max(gaps.longest, now - gaps.last);
      gaps.last = now;
      if (!gaps.stop) port2.postMessage(0);
    };
    port2.postMessage(0);
  });
  await action();
  return page.evaluate(() => {
    const { gaps } = window as unknown as { gaps: { longest: number; stop: boolean } };
    gaps.stop = true;
    return gaps.longest;
  });
}

test('a hundred thousand events are studied beside the page', async ({ page }) => {
  await page.goto('./');
  const job = study(10_000);
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const [took, reply] = await page.evaluate(async (job) => {
      const worker = new Worker('./work.js', { type: 'module' });
      const answer = (text: string) =>
        new Promise<[number, string]>((resolve) => {
          const start = performance.now();
          worker.onmessage = ({ data }) => {
            if (!data.startsWith('{"progress"')) resolve([performance.now() - start, data]);
          };
          worker.postMessage(text);
        });
      // The first answer waits for the worker to be loaded and compiled, which happens once.
      await answer('{}');
      const found = await answer(job);
      worker.terminate();
      return [found[0], found[1].slice(0, 60)] as [number, string];
    }, job);
    expect(reply).toContain('studied');
    times.push(took);
  }
  console.log('\n100,000 events');
  report('characters of the job', String(job.length));
  report('asked to answered, text both ways included', `${median(times).toFixed(0)} ms`);
});

test('a board with two thousand open runs', async ({ page }) => {
  await store(page, storageWithRuns(2_000));
  await page.goto('./#/learn');
  await expect(page.getByRole('table').first()).toBeVisible();
  console.log('\n2,000 open runs');
  const draws: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await page.evaluate(() => (location.hash = '#/learn'));
    await expect(page.getByRole('table').first()).toBeVisible();
    draws.push(
      await page.evaluate(async (process) => {
        const start = performance.now();
        location.hash = `#/processes/${process}/runs`;
        while (!document.querySelector('[data-card]')) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        return performance.now() - start;
      }, PROCESS),
    );
  }
  report('show from another page', `${median(draws).toFixed(0)} ms`);
  const finishes: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const button = page.getByRole('region', { name: 'Receive', exact: true }).getByRole('button', { name: /^Finish the step of/ }).first();
    finishes.push(await longest(page, () => button.click()));
  }
  report('finish a step: longest the page stood still', `${median(finishes).toFixed(0)} ms`);
  report('DOM nodes', String(await page.evaluate(() => document.querySelectorAll('*').length)));
  const frames = await framesOfScrolling(page);
  report('frame while scrolling, median', `${median(frames).toFixed(1)} ms`);
});

test('the pages of a process with as many events as a browser keeps', async ({ page }) => {
  await page.goto('./#/processes');
  const rows = ['case,activity,time,user'];
  for (let n = 0; n < 3_000; n += 1) {
    const start = Date.now() - 80 * 24 * HOUR + n * 0.6 * HOUR;
    for (let step = 0; step < 5; step += 1) {
      rows.push(`Request ${n},Step ${step + (n % 11 === 0 && step === 2 ? 1 : 0)},${new Date(start + step * (1 + (n % 7)) * HOUR).toISOString()},Person ${n % 6}`);
    }
  }
  await page.getByRole('button', { name: 'Import an event log' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Import an event log' });
  await dialog.getByLabel('CSV or XES file').setInputFiles({ name: 'Requests.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
  await expect(dialog.getByRole('status')).toHaveText('3000 runs with 15000 events');
  await dialog.getByRole('button', { name: 'Import the log' }).click();
  await expect(page.getByText('What followed what').first()).toBeVisible({ timeout: 60_000 });
  console.log('\n15,000 events');
  for (const [section, there] of [['Metrics', 'Control chart'], ['Mining', 'What followed what']]) {
    const times: number[] = [];
    const gaps: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Versions' }).click();
      await expect(page.getByRole('heading', { name: 'Version 1' })).toBeVisible();
      const start = Date.now();
      gaps.push(
        await longest(page, async () => {
          await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section }).click();
          await expect(page.getByRole('heading', { name: there }).first()).toBeVisible();
        }),
      );
      times.push(Date.now() - start);
    }
    report(`${section}: shown`, `${median(times).toFixed(0)} ms`);
    report(`${section}: longest the page stood still`, `${median(gaps).toFixed(0)} ms`);
  }
});
