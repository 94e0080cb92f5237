// Every file of a newer build with every fault: none is installed, and the one that runs stays.
import { test } from '../fixtures/host';
import { everyScenario, tryFaultyUpdates } from '../fixtures/updates';

test('every file of a newer build with every fault', async ({ page, host }) => {
  await tryFaultyUpdates(page, host, await everyScenario(host), 20);
});
