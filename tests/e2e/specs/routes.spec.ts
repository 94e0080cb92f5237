import { expect, test } from '../fixtures/test';

const pages: [route: string, title: string][] = [
  ['', 'Overview'],
  ['new', 'New work'],
  ['decisions', 'Decisions'],
  ['projects', 'Projects'],
  ['processes', 'Processes'],
  ['learn', 'Learn'],
  ['history', 'History'],
  ['archive', 'Archive'],
  ['settings', 'Settings'],
  ['no/such/page', 'Not found'],
];

for (const [route, title] of pages) {
  test(`the address “#/${route}” leads to ${title}`, async ({ app, page }) => {
    await app.open(route);
    await expect(page).toHaveTitle(`${title} · Loopline`);
  });
}

test('every record has an address that survives a reload', async ({ app, page }) => {
  await app.loadSample();
  const open = async (within: string, name: string) => {
    await page.getByRole('navigation', { name: within }).getByRole('link', { name }).click();
    await expect(app.heading(new RegExp(name))).toBeVisible();
    await page.reload();
    await expect(app.heading(new RegExp(name))).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(name));
  };
  await open('Projects', 'Warehouse scanners');
  await open('Processes', 'Office supplies');
});

test('Back and Forward go from page to page, and the focus and the title follow', async ({ app, page }) => {
  await app.open();
  await page.getByRole('navigation', { name: 'Projects' }).getByRole('link', { name: /^Projects/ }).click();
  await expect(app.heading('Projects')).toBeFocused();
  await page.getByRole('link', { name: 'Learn: loop or line' }).click();
  await expect(app.heading(/A loop comes back/)).toBeFocused();
  await page.goBack();
  await expect(app.heading('Projects')).toBeFocused();
  await expect(page).toHaveTitle('Projects · Loopline');
  await page.goForward();
  await expect(app.heading(/A loop comes back/)).toBeFocused();
});

test('Back closes an open task and the board stays as it was', async ({ app, page }) => {
  await app.addProject('Open a shop');
  await app.addTasks('Ready', 'Find a place');
  await app.card('Ready', 'Find a place').click();
  await expect(app.dialog('Task')).toBeVisible();
  await page.goBack();
  await expect(app.dialog('Task')).toBeHidden();
  await expect(app.card('Ready', 'Find a place')).toBeVisible();
});

test('the skip link leads to the content', async ({ app, page }) => {
  await app.open();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('main')).toBeFocused();
  await expect(page).toHaveURL(/#\/$/);
});

test('the same files work below a folder', async ({ app, page }) => {
  await app.open('projects', './loopline/');
  await app.button('New project').click();
  await app.field('Name').fill('Open a shop');
  await app.button('Save project').click();
  await page.reload();
  await expect(app.card('Initiate', 'Open a shop')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/loopline/');
});

test('going from page to page faster than they are drawn breaks nothing', async ({ app, page }) => {
  await app.loadSample();
  await page.evaluate(async () => {
    const routes = [...document.querySelectorAll<HTMLAnchorElement>('nav a')].map((link) => link.hash);
    const wait = [
      () => new Promise((resolve) => setTimeout(resolve)),
      () => new Promise((resolve) => requestAnimationFrame(resolve)),
    ];
    for (let n = 0; n < 300; n += 1) {
      // Every page follows every other, after a task or a frame.
      location.hash = routes[(n * 7 + Math.floor(n / routes.length)) % routes.length];
      await wait[Math.floor(n / 3) % 2]();
    }
    location.hash = '#/learn';
  });
  await expect(app.heading(/A loop comes back/)).toBeVisible();
});
