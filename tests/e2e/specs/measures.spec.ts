import { expect, test } from '../fixtures/test';
import type { App } from '../pages/app';

const HOUR = 3_600_000;

/** A log of requests, one a day, of which every fourth comes back once. */
function requests(): string {
  const rows = ['case,activity,time,user'];
  for (let day = 0; day < 30; day++) {
    const start = Date.now() - (40 - day) * 24 * HOUR;
    const add = (activity: string, hours: number, who: string) =>
      rows.push(`Request ${day},${activity},${new Date(start + hours * HOUR).toISOString()},${who}`);
    add('Register', 0, 'Ada');
    add('Check', 3 + (day % 5), 'Bo');
    if (day % 4 === 0) {
      add('Register', 9, 'Ada');
      add('Check', 12, 'Bo');
    }
    add('Decide', 20, 'Cy');
  }
  return [...rows, 'Request 99,Register,soon,Ada'].join('\n');
}

async function importLog(app: App, csv: string) {
  await app.open('processes');
  await app.button('Import an event log').click();
  const dialog = app.dialog('Import an event log');
  await dialog.getByLabel('CSV or XES file').setInputFiles({
    name: 'Requests.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(csv),
  });
  return dialog;
}

test('a log of another tool becomes a process that is measured and mined at once, and undone', async ({ app, page }) => {
  const dialog = await importLog(app, requests());
  await expect(dialog.getByRole('status')).toHaveText('30 runs with 106 events');
  await dialog.getByText('1 row left out').click();
  await expect(dialog.getByText('Line 108: “soon” is not a time Loopline reads.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Import the log' }).click();

  // Mining: the way back, the variants and the runs behind them.
  await expect(app.heading(/Requests/)).toBeVisible();
  await expect(page.getByText('Runs come back to Check')).toBeVisible();
  await expect(page.getByText('3 of 3 ways from step to step')).toBeVisible();
  await page.getByRole('button', { name: '8 runs: Variant 2' }).click();
  const behind = app.dialog('Variant 2');
  await expect(behind.getByRole('listitem')).toHaveCount(8);
  await behind.getByRole('link', { name: 'Request 28' }).click();
  await expect(app.heading(/Request 28/)).toBeVisible();

  // Metrics: figures open what is behind them.
  await page.goBack();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Metrics' }).click();
  await page.getByRole('button', { name: /^Lead time 20 h median/ }).click();
  await expect(app.dialog('Lead time').getByText('85 of 100 within')).toBeVisible();
  await page.keyboard.press('Escape');

  await page.goto('/#/processes');
  await page.keyboard.press('Control+z');
  await expect(page.getByText('No processes yet')).toBeVisible();
});

test('a file that is no log is refused with a sentence', async ({ app }) => {
  const dialog = await importLog(app, '<!DOCTYPE log><log/>');
  await expect(dialog.getByText('The file declares a document type')).toBeVisible();
});

test('charts are read with the keyboard, and have their definition and table behind them', async ({ app, page }) => {
  const dialog = await importLog(app, requests());
  await dialog.getByRole('button', { name: 'Import the log' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Metrics' }).click();
  const chart = page.getByRole('group', { name: 'Control chart, chart' });
  await chart.getByRole('link').first().focus();
  await page.keyboard.press('ArrowRight');
  await expect(chart.getByRole('link', { name: /^Request 1, / })).toBeFocused();
  await page.keyboard.press('End');
  await expect(chart.getByRole('link', { name: /^Request 29, / })).toBeFocused();
  const panel = page.getByRole('region', { name: 'Control chart' }).first();
  await panel.getByText('Definition, table and files').click();
  await expect(panel.getByText('2.66 times the mean difference')).toBeVisible();
  await expect(panel.getByRole('row')).toHaveCount(31);
  const saved = page.waitForEvent('download');
  await panel.getByRole('button', { name: 'Save as CSV' }).click();
  expect((await saved).suggestedFilename()).toBe('control-chart.csv');
});

test('an improvement says that it is too early, and what it did once runs have passed @everywhere', async ({ app, page }) => {
  const dialog = await importLog(app, requests());
  await dialog.getByRole('button', { name: 'Import the log' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Improve' }).click();
  await app.button('Add an improvement').click();
  await app.field('Title').fill('Check once');
  const day = new Date(Date.now() - 25 * 24 * HOUR).toISOString().slice(0, 10);
  await app.field(/Or from day/).fill(day);
  await app.button('Save improvement').click();
  const item = page.getByRole('article', { name: 'Check once' });
  await expect(item.getByText('No difference that chance would not make')).toBeVisible();
  await item.getByRole('button', { name: 'Check', exact: true }).click();
  await expect(item.getByRole('button', { name: 'Check', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await app.choose('Actions for “Check once”', 'Edit improvement');
  await app.field(/Or from day/).fill(new Date().toISOString().slice(0, 10));
  await app.button('Save improvement').click();
  await expect(item.getByText(/^Too early: 30 before and 0 after/)).toBeVisible();
});

/** A Loopline file with twelve runs of each of two versions; those of the first are late. */
function support(): string {
  const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(13, '0')}`;
  const [template, step] = [id('tpl', 1), id('stp', 1)];
  const records: unknown[] = [];
  const add = (of: string, fields: Record<string, unknown>) => records.push({ id: of, fields });
  const begin = Date.now() - 60 * 24 * HOUR;
  add(template, { name: 'Support', created_at: begin });
  add(step, { template, title: 'Answer', order: 'a0' });
  for (const number of [1, 2]) {
    add(id('ver', number), { template, number, published_at: begin, steps: [{ step, title: 'Answer' }] });
  }
  for (let n = 0; n < 24; n++) {
    const [version, hours] = n < 12 ? [1, 10 + (n % 3)] : [2, 4 + (n % 3)];
    const at = begin + n * 24 * HOUR;
    const done = at + hours * HOUR;
    const run = id('run', n + 100);
    add(run, {
      template, version: id('ver', version), number: n + 1, name: `Ticket ${n + 1}`,
      started_at: at, entered_at: done, finished_at: done, due: at + 8 * HOUR,
    });
    add(id('evt', 1000 + 2 * n), { run, kind: 'started', step, at });
    add(id('evt', 1001 + 2 * n), { run, kind: 'finished', step, at: done, by: 'Ada' });
  }
  return JSON.stringify({ format: 'loopline', version: 1, records });
}

test('a broken promise is seen in the metrics, improved, and the versions compared', async ({ app, page }) => {
  await app.open('settings');
  await app.field('Choose a file to import').setInputFiles({
    name: 'support.json',
    mimeType: 'application/json',
    buffer: Buffer.from(support()),
  });
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  await app.open('processes');
  await page.getByRole('main').getByRole('link', { name: 'Support' }).first().click();
  const sections = page.getByRole('navigation', { name: 'Sections' });
  await sections.getByRole('link', { name: 'Metrics' }).click();

  await page.getByRole('button', { name: /^On time 50/ }).click();
  const behind = app.dialog('On time');
  await expect(behind.getByRole('listitem')).toHaveCount(12);
  await expect(behind.getByRole('link', { name: 'Ticket 12' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('combobox', { name: 'Version' }).selectOption('Version 2');
  await expect(page.getByRole('button', { name: /^On time 100/ })).toBeVisible();

  await sections.getByRole('link', { name: 'Improve' }).click();
  await app.button('Add an improvement').click();
  await app.field('Title').fill('Answer from the library');
  await app.field(/From version/).selectOption('Version 2');
  await app.button('Save improvement').click();
  const item = page.getByRole('article', { name: 'Answer from the library' });
  await expect(item.getByText('Lead time got shorter. By chance alone: less than 1 in 100.')).toBeVisible();
  await item.getByRole('button', { name: 'How this was judged' }).click();
  await expect(app.dialog('Answer from the library').getByText('permutation test')).toBeVisible();
});
