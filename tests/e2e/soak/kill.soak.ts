// Browsers and tabs are killed at random moments of many kinds of work, and what they kept is
// spoilt: what the page called saved is there after each restart, and nothing is torn.
import { expect, test } from '@playwright/test';
import { killBrowser, killTabs, SPOILS, spoilStorage, sum, WORKLOADS, type Outcome } from '../fixtures/kills';
import { count, soaked } from '../fixtures/tally';

const TRIALS = soaked(20);

/** Browsers at once: most of the time, those of the long trials wait. */
const AT_ONCE = 4;

/** The same for the same trial in every run, and spread evenly. */
const spread = (trial: number, end: number): number => (trial * 0.618_034 * end) % end;

async function inTurns(trial: (n: number) => Promise<Outcome>): Promise<Outcome> {
  const outcomes: Outcome[] = [];
  for (let n = 0; n < TRIALS; n += AT_ONCE) {
    const ids = Array.from({ length: Math.min(AT_ONCE, TRIALS - n) }, (_, idx) => n + idx);
    outcomes.push(...(await Promise.all(ids.map(trial))));
  }
  return sum(outcomes);
}

function expectNothingLost(trial: string, what: string, { nShown, nLost, nTorn }: Outcome): void {
  count(trial, what, TRIALS);
  count(trial, trial === 'T7a' ? 'edits shown' : 'edits said to be on disk', nShown);
  count(trial, 'edits lost', nLost);
  count(trial, 'stores torn', nTorn);
  console.log(`\n${TRIALS} ${what}, ${nShown} edits acknowledged, ${nLost} lost, ${nTorn} stores torn`);
  expect([nLost, nTorn]).toEqual([0, 0]);
}

test('kills of a tab', async ({ baseURL }) => {
  const lives = Array.from({ length: TRIALS }, (_, n) => spread(n, 1_000));
  expectNothingLost('T7a', 'kills of a tab', await killTabs(baseURL!, lives));
});

test('kills of the browser', async ({ baseURL }) => {
  // Up to past the browser's longest delay before it writes to disk.
  const outcome = await inTurns((n) => killBrowser(baseURL!, WORKLOADS[n % WORKLOADS.length], spread(n + 1, 90_000)));
  expectNothingLost('T7b', 'kills of the browser', outcome);
});

test('storage that was wiped or has a flipped bit', async ({ baseURL }) => {
  const outcome = await inTurns((n) => spoilStorage(baseURL!, SPOILS[n % SPOILS.length], n));
  expectNothingLost('T7c', 'stores spoilt', outcome);
});
