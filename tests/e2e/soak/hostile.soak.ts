// Every hostile text, in one field after another, through every import, on every page.
import { besiege, expectRefused, importLog, listen, pasteOutline, typeEverywhere } from '../fixtures/besiege';
import { SHOWN } from '../fixtures/hostile';
import { soaked } from '../fixtures/tally';
import { test } from '../fixtures/test';

test.beforeEach(({ page }) => listen(page));

for (let n = 0; n < soaked(12); n += 1) {
  // Each time the same field has another text; after as many times as there are texts, all of them.
  const first = (n * 29) % SHOWN.length;
  test(`hostile texts from number ${first} on in every field of a file`, async ({ app }) => {
    await besiege(app, SHOWN, first);
  });
}

for (const kind of ['csv', 'xes'] as const) {
  test(`every hostile text in a ${kind} file of another tool`, async ({ app }) => {
    await importLog(app, SHOWN, kind);
  });
}

test('every hostile text in a pasted list', async ({ app }) => {
  await pasteOutline(app, SHOWN);
});

test('hostile texts typed into every form', async ({ app }) => {
  await typeEverywhere(app, SHOWN);
});

test('hostile texts that no field takes', async ({ app }) => {
  await expectRefused(app);
});
