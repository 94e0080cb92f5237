// The browser, or only a tab's process, is killed in the midst of work, or what it kept is spoilt:
// every edit that the page called saved is there when it starts again: on disk, where the browser
// died. The long run makes many more such trials (soak/kill.soak.ts).
import { killBrowser, killTabs, spoilStorage, sum, WORKLOADS, type Outcome } from '../fixtures/kills';
import { count } from '../fixtures/tally';
import { expect, test } from '../fixtures/test';

// A browser takes its time to start, and there are several.
test.describe.configure({ timeout: 300_000 });

test('a tab whose process is killed has lost no edit that was shown', async ({ baseURL }) => {
  const lives = [20, 150, 400, 800, 1_300];
  const { nShown, nLost, nTorn } = await killTabs(baseURL!, lives);
  count('T7a', 'kills of a tab', lives.length);
  count('T7a', 'edits shown', nShown);
  expect([nLost, nTorn]).toEqual([0, 0]);
});

test('edits that were said to be on disk survive the kill of the whole browser', async ({ baseURL }) => {
  const trials = [WORKLOADS[0], WORKLOADS[1], WORKLOADS[3], WORKLOADS[4]];
  const outcomes: Outcome[] = [];
  for (const [n, load] of trials.entries()) {
    outcomes.push(await killBrowser(baseURL!, load, 300 + 900 * n));
  }
  const { nShown, nLost, nTorn } = sum(outcomes);
  count('T7b', 'kills of the browser', trials.length);
  count('T7b', 'edits said to be on disk', nShown);
  expect([nLost, nTorn]).toEqual([0, 0]);
});

test('when what the browser kept is gone or damaged, the mirror has it', async ({ baseURL }) => {
  const { nShown, nLost, nTorn } = sum([
    await spoilStorage(baseURL!, 'gone', 0),
    await spoilStorage(baseURL!, 'a byte of the log', 1),
  ]);
  count('T7c', 'stores spoilt', 2);
  count('T7c', 'edits said to be on disk', nShown);
  expect([nLost, nTorn]).toEqual([0, 0]);
});
