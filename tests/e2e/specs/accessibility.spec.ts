// Every page against axe's rules for WCAG 2.2 AA, in both themes, on a desktop and a phone.
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test';
import { App } from '../pages/app';
import { Wizard } from '../pages/wizard';

async function expectNoViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  expect(found).toEqual([]);
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(excess, 'the page scrolls sideways').toBeLessThanOrEqual(0);
}

/** Every page with the sample workspace, each reached by the links a person would follow. */
async function visitAll(app: App, page: Page, look: () => Promise<void>): Promise<void> {
  for (const route of ['', 'projects', 'processes', 'decisions', 'learn', 'history', 'archive', 'settings', 'nowhere']) {
    await app.open(route);
    await look();
  }
  await app.open();
  await page.getByRole('region', { name: 'Projects' }).getByRole('link', { name: 'Field service mobile app' }).click();
  await expect(app.heading(/Field service mobile app/)).toBeVisible();
  await look();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Charter' }).click();
  await expect(app.button('Edit charter')).toBeVisible();
  await look();
  await app.button('Edit charter').click();
  await look();
  await page.keyboard.press('Escape');
  for (const tab of ['Outline', 'Timeline', 'Budget', 'RAID', 'People', 'Report']) {
    await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: tab, exact: true }).click();
    await expect(app.heading(/Field service mobile app/)).toBeFocused();
    await look();
  }
  await app.open();
  await page.getByRole('region', { name: 'Processes' }).getByRole('link', { name: 'Customer support' }).click();
  await expect(app.heading(/Customer support/)).toBeVisible();
  await look();
  await app.lane('Triage').getByRole('heading', { level: 3 }).getByRole('link').first().click();
  await expect(app.button('Finish step')).toBeVisible();
  await look();
  await app.open('decisions');
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
  await expect(page.getByRole('heading', { name: 'On record' })).toBeVisible();
  await look();
  await app.open('decisions');
  for (const box of (await page.getByRole('checkbox', { name: /^Compare: / }).all()).slice(0, 2)) {
    await box.check();
  }
  await app.link('Compare the two').click();
  await expect(app.heading('Two decisions')).toBeVisible();
  await look();
  await app.open();
  await page.getByRole('region', { name: 'Projects' }).getByRole('link', { name: 'Field service mobile app' }).click();
  await app.choose('Project actions', 'Make it a process…');
  await expect(app.heading('Make “Field service mobile app” a process')).toBeVisible();
  await look();
  await app.open();
  await page.getByRole('region', { name: 'Processes' }).getByRole('link', { name: 'Customer support' }).click();
  await app.choose('Process actions', 'Make it a project…');
  await expect(app.heading('Make “Customer support” a project')).toBeVisible();
  await look();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`every page passes in ${colorScheme} @everywhere`, async ({ app, page }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await app.open();
    await expectNoViolations(page);
    await app.loadSample();
    await app.button('Dismiss').click();
    await visitAll(app, page, () => expectNoViolations(page));
  });

  test(`the wizard passes in ${colorScheme} @everywhere`, async ({ app, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const wizard = new Wizard(page);
    await app.open('new');
    await expectNoViolations(page);
    await wizard.description().fill('Every month someone checks the machines and builds a new one.');
    await expectNoViolations(page);
    await app.button('Answer the questions').click();
    await expect(app.button('Not sure')).toBeVisible();
    await expectNoViolations(page);
    await wizard.seeVerdict();
    await expectNoViolations(page);
  });
}
