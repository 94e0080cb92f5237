// The service worker: the app opens without a network, and goes from one build to the next whole.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { expect, test } from '../fixtures/host';
import { banner, build, expectReady, nKept } from '../fixtures/updates';
import { App } from '../pages/app';
import { launchOptions } from '../playwright.config';

test('after one visit the whole app works with the network cut', async ({ app, page, context }) => {
  await app.addProject('Open a shop');
  await expectReady(page);
  await context.setOffline(true);
  await page.reload();
  await expect(app.heading('Open a shop')).toBeVisible();
  await app.addTasks('Ready', 'Find a place');
  for (const route of ['', 'decisions', 'processes', 'learn', 'settings', 'new']) {
    await app.open(route);
  }
  const other = new App(await context.newPage());
  await other.open('projects');
  await other.card('Initiate', 'Open a shop').click();
  await expect(other.card('Ready', 'Find a place')).toBeVisible();
  await other.page.goto('./rescue.html');
  await expect(other.heading('Rescue your data')).toBeVisible();
});

test('the browser itself starts anew with the host gone, below a folder too', async ({ host }) => {
  const folder = await mkdtemp(join(tmpdir(), 'loopline-offline-'));
  const start = () => chromium.launchPersistentContext(folder, launchOptions);
  try {
    const first = await start();
    const page = await first.newPage();
    await page.goto(`${host.url}loopline/#/learn`);
    await expectReady(page);
    await first.close();
    await host.switchOff();
    const second = await start();
    const app = new App(await second.newPage());
    await app.open('learn', `${host.url}loopline/`);
    await second.close();
    await host.switchOn();
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

test('a newer build is announced, and put in place when its person says so', async ({ app, page, host }) => {
  await app.addProject('Open a shop');
  await expectReady(page);
  await host.publish('two');
  await page.reload();
  await expect(banner(app)).toBeVisible();
  await expect(build(page)).not.toHaveAttribute('data-build');
  await app.button('Update now').click();
  await expect(build(page)).toHaveAttribute('data-build', 'two');
  await expect(app.heading('Open a shop')).toBeVisible();
  await expect(banner(app)).toBeHidden();
  expect(await nKept(page), 'the build before is kept').toBe(2);

  await host.publish('three');
  await page.reload();
  await app.button('Update now').click();
  await expect(build(page)).toHaveAttribute('data-build', 'three');
  expect(await nKept(page), 'older builds are not').toBe(2);
  await host.switchOff();
  await page.reload();
  await expect(app.heading('Open a shop')).toBeVisible();
  await host.switchOn();
});

test('a build that is taken back is an update like any other', async ({ app, page, host }) => {
  await app.open();
  await expectReady(page);
  await host.publish('two');
  await page.reload();
  await app.button('Update now').click();
  await expect(build(page)).toHaveAttribute('data-build', 'two');
  await host.takeBack();
  await page.reload();
  await app.button('Update now').click();
  await expect(build(page)).not.toHaveAttribute('data-build');
  await host.switchOff();
  await page.reload();
  await expect(app.heading('Overview')).toBeVisible();
  await host.switchOn();
});

test('every open tab moves along, but none in which something may be unsaved', async ({ app, page, context, host }) => {
  await app.open();
  await expectReady(page);
  const idle = new App(await context.newPage());
  await idle.open('learn');
  const typing = new App(await context.newPage());
  await typing.open('projects');
  await typing.button('New project').click();
  await typing.field('Name').fill('Open a shop');
  const describing = new App(await context.newPage());
  await describing.open('new');
  await describing.page.getByRole('textbox').first().fill('Answer every customer each day');

  await host.publish('two');
  await page.reload();
  await app.button('Update now').click();
  await expect(build(page)).toHaveAttribute('data-build', 'two');
  await expect(build(idle.page)).toHaveAttribute('data-build', 'two');

  await expect(describing.page.getByText(/decide first about the work you are describing/)).toBeVisible();
  await expect(describing.page.getByRole('textbox').first()).toHaveValue('Answer every customer each day');
  await expect(build(describing.page)).not.toHaveAttribute('data-build');
  await expect(typing.field('Name')).toHaveValue('Open a shop');
  await typing.button('Save project').click();
  await expect(typing.card('Initiate', 'Open a shop')).toBeVisible();
  await typing.button('Update now').click();
  await expect(build(typing.page)).toHaveAttribute('data-build', 'two');
  await expect(typing.card('Initiate', 'Open a shop')).toBeVisible();
});

test('a long open page looks for a newer build when it comes back to the front', async ({ app, page, host }) => {
  await page.clock.install();
  await app.open();
  await expectReady(page);
  await host.publish('two');
  const comeBack = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await comeBack();
  await page.waitForTimeout(1_000);
  await expect(banner(app), 'not more than once an hour').toBeHidden();
  await page.clock.fastForward('01:00:01');
  await comeBack();
  await expect(banner(app)).toBeVisible();
});

test('a build that cannot start is replaced by the next one without being asked', async ({ app, page, host, wrongs }) => {
  await app.open();
  await expectReady(page);
  await host.publish('two', { isBroken: true });
  await page.reload();
  await app.button('Update now').click();
  await expect(app.heading('Loopline could not start')).toBeVisible();
  await host.publish('three');
  await page.reload();
  await expect(build(page)).toHaveAttribute('data-build', 'three');
  await expect(app.heading('Overview')).toBeVisible();
  expect(wrongs.length, 'the console has the cause').toBeGreaterThan(0);
  wrongs.length = 0;
});

test('a missing file is an error and never the app', async ({ app, page, wrongs }) => {
  await app.open();
  await expectReady(page);
  const status = await page.evaluate(async () => (await fetch('./loopline-0_bg.wasm')).status);
  expect(status).toBe(404);
  const answer = await page.goto('./nowhere/');
  expect(answer!.status()).toBe(404);
  expect(wrongs.every((wrong) => wrong.includes('404'))).toBe(true);
  wrongs.length = 0;
});
