// A newer build with a fault is not installed, whichever file has it, and the one that runs stays.
// The long run tries every file with every fault (soak/update.soak.ts).
import { test } from '../fixtures/host';
import { someScenarios, tryFaultyUpdates } from '../fixtures/updates';

test('no newer build with a fault takes the place of the one that runs', async ({ page, host }) => {
  test.setTimeout(400_000);
  await tryFaultyUpdates(page, host, await someScenarios(host), 14);
});
