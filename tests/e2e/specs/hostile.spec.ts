// Hostile texts are shown as what they are: nothing in them runs, nothing leaves the page, and the
// policy has nothing to forbid. The long run tries all of them in many more fields
// (soak/hostile.soak.ts).
import { besiege, expectRefused, importLog, listen, pasteOutline, typeEverywhere } from '../fixtures/besiege';
import { some } from '../fixtures/hostile';
import { test } from '../fixtures/test';

test.describe.configure({ timeout: 180_000 });

test.beforeEach(({ page }) => listen(page));

test('a hundred hostile texts in every field of a file are shown as texts on every page', async ({ app }) => {
  await besiege(app, some(100), 0);
});

for (const kind of ['csv', 'xes'] as const) {
  test(`hostile texts in a ${kind} file of another tool are shown as texts`, async ({ app }) => {
    await importLog(app, some(100), kind);
  });
}

test('hostile texts in a pasted list are shown as texts', async ({ app }) => {
  await pasteOutline(app, some(100));
});

test('hostile texts typed into every form are taken as texts, or refused', async ({ app }) => {
  await typeEverywhere(app, some(100));
});

test('texts with what cannot be seen, or without an end, are refused with a sentence', async ({ app }) => {
  await expectRefused(app);
});
