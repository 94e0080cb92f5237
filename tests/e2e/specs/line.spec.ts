// The whole line: a building planned from its starter, two tasks linked, the plan kept, a task that
// slips, why the finish moved, a simulation, and the report that shows the slip against the baseline.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import type { App } from '../pages/app';
import { expect, test } from '../fixtures/test';
import { Wizard } from '../pages/wizard';

const ACCEPTANCE = 'Accept with the authority';
const PAPERS = 'Collect papers and keys';
const MOVING = 'Hand over and move in';

/** How someone works: everything else of the journey is the same for all. */
interface Hand {
  press(target: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  /** Makes the row of a task the current one. */
  choose(task: string): Promise<void>;
  /** Lets the second task wait for the first. */
  link(from: string, to: string): Promise<void>;
  /** Lets a task begin on Tuesday instead of the Thursday before. */
  slip(task: string): Promise<void>;
}

const tree = (page: Page) => page.getByRole('treegrid', { name: 'Tasks and their dates' });
const row = (page: Page, task: string) => tree(page).getByRole('row', { name: task });
const panel = (page: Page) => page.getByRole('region', { name: 'Selected task' });

/** Chooses and links with whatever presses: a click or a tap. */
function pointing(page: Page, press: Hand['press']): Pick<Hand, 'press' | 'write' | 'choose' | 'link'> {
  return {
    press,
    write: async (field, text) => {
      await press(field);
      await field.fill(text);
    },
    choose: (task) => press(row(page, task)),
    link: async (from, to) => {
      await press(row(page, from));
      await press(panel(page).getByRole('button', { name: 'Link to…' }));
      await press(row(page, to));
    },
  };
}

function mouse(page: Page): Hand {
  return {
    ...pointing(page, (target) => target.click()),
    slip: async (task) => {
      await page.getByRole('group', { name: 'Zoom' }).getByRole('button', { name: 'Day' }).click();
      await row(page, task).click();
      // The drawing repeats for eyes what the list says, so it has no roles: its bar goes by its mark.
      const bar = page.locator('[data-part=bar][data-selected]');
      // The chart has scrolled to it by itself.
      await expect(bar).toBeInViewport({ ratio: 0.5 });
      // Hovering waits until the drawing has come to rest; it is drawn anew when something is chosen.
      await bar.hover();
      let box = { x: 0, y: 0, width: 0, height: 0 };
      await expect(async () => {
        box = (await bar.boundingBox()) ?? box;
        expect(box.width).toBeGreaterThan(0);
      }).toPass();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 50, y);
      // The bar lies from a Thursday over the weekend to a Monday: its own width later is the Tuesday.
      await page.mouse.move(x + box.width, y);
      await expect(page.getByText('2 other tasks move.').first()).toBeVisible();
      await page.mouse.up();
    },
  };
}

function thumb(page: Page): Hand {
  return {
    ...pointing(page, (target) => target.tap()),
    slip: async (task) => {
      await row(page, task).tap();
      for (const day of ['19 Dec', '22 Dec', '23 Dec']) {
        await panel(page).getByRole('button', { name: 'A working day later' }).tap();
        await expect(row(page, task)).toContainText(`${day} 2031 to`);
      }
    },
  };
}

/** The keyboard goes every way by Tab, so that what Tab does not reach fails. */
function keys(page: Page): Hand {
  const tabTo = async (target: Locator) => {
    const where = () =>
      target.evaluate((element) => {
        const focused = document.activeElement ?? document.body;
        const isBefore = element.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING;
        return element === focused ? 'here' : isBefore ? 'before' : 'after';
      });
    const key = (await where()) === 'before' ? 'Shift+Tab' : 'Tab';
    for (let n = 0; n < 80; n += 1) {
      if ((await where()) === 'here') {
        return;
      }
      await page.keyboard.press(key);
    }
    throw new Error(`Tab does not lead to ${target}`);
  };
  const choose = async (task: string) => {
    await tabTo(tree(page));
    await page.keyboard.press('End');
    // The list gives way to the panel below, and yet the current row stays in sight.
    await expect(tree(page).getByRole('row').last()).toBeInViewport({ ratio: 0.9 });
    const place = Number(await row(page, task).getAttribute('aria-rowindex'));
    for (let n = Number(await tree(page).getAttribute('aria-rowcount')); n > place; n -= 1) {
      await page.keyboard.press('ArrowUp');
    }
    await expect(row(page, task)).toHaveAttribute('aria-selected', 'true');
  };
  return {
    press: async (target) => {
      await tabTo(target);
      await page.keyboard.press('Enter');
    },
    write: async (field, text) => {
      await tabTo(field);
      await page.keyboard.type(text);
    },
    choose,
    link: async (from, to) => {
      await choose(from);
      await page.keyboard.press('l');
      await choose(to);
      await page.keyboard.press('l');
    },
    slip: async (task) => {
      await choose(task);
      for (const day of ['19 Dec', '22 Dec', '23 Dec']) {
        await page.keyboard.press('Shift+ArrowRight');
        await expect(row(page, task)).toContainText(`${day} 2031 to`);
      }
    },
  };
}

/** Nothing reaches beyond the edge of the window: on a phone nobody would find it there. */
async function expectWithinTheWindow(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(beyond, 'pixels beyond the window').toBeLessThanOrEqual(0);
}

async function goTo(page: Page, hand: Hand, section: string): Promise<void> {
  await hand.press(page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: section, exact: true }));
  await expectWithinTheWindow(page);
}

/** From a sentence to a project with the tasks of the construction starter, counted back from its promise. */
async function plan(app: App, page: Page, hand: Hand): Promise<void> {
  const wizard = new Wizard(page);
  await app.open('new');
  await hand.write(wizard.description(), 'Build a warehouse beside the workshop, ready to move in by the end of 2031.');
  await hand.press(app.button('Answer the questions'));
  await hand.press(app.button('See the verdict now'));
  await expect(wizard.verdict()).toHaveAccessibleName(/^Project/);
  await expect(page.getByRole('radio', { name: /^Construction of a building/ })).toBeChecked();
  await expectWithinTheWindow(page);
  await hand.press(wizard.route('project'));
  await expect(app.heading('Build a warehouse beside the workshop')).toBeVisible();
  await goTo(page, hand, 'Timeline');
  await expect(page.getByText('The plan ends on 31 Dec 2031, as promised.')).toBeVisible();
  // The tasks lie below their phases for ears, too.
  await expect(tree(page).getByRole('row', { name: 'Write the room programme', level: 2 })).toBeVisible();
}

async function keepThePlan(app: App, hand: Hand): Promise<void> {
  await hand.press(app.button('Set new baseline'));
  const dialog = app.dialog('New baseline');
  await hand.write(dialog.getByLabel('Name'), 'As agreed');
  await hand.press(dialog.getByRole('button', { name: 'Keep the plan' }));
  await app.expectNotice('Kept the plan as “As agreed”');
}

/** The plan of the last task says for each task down to the one that slipped what holds it. */
async function seeWhy(app: App, page: Page, hand: Hand): Promise<void> {
  await hand.choose(MOVING);
  await expect(panel(page)).toContainText('3 d later start, 3 d later finish');
  await expect(panel(page)).toContainText(`because “${PAPERS}” ends on 5 Jan 2032, and it waits for that`);
  await hand.press(panel(page).getByRole('button', { name: 'Plan…' }));
  const dialog = app.dialog(MOVING);
  await expect(dialog.getByRole('region', { name: 'Why these dates' }).getByRole('listitem')).toContainText([
    `“${MOVING}” starts on 6 Jan 2032 because “${PAPERS}” ends on 5 Jan 2032`,
    `“${PAPERS}” starts on 23 Dec 2031 because “${ACCEPTANCE}” starts on 23 Dec 2031`,
    `“${ACCEPTANCE}” starts on 23 Dec 2031 because it must start no earlier than 23 Dec 2031`,
  ]);
  await hand.press(dialog.getByRole('button', { name: 'Close' }));
  await expect(dialog).toBeHidden();
}

async function report(app: App, page: Page, hand: Hand): Promise<void> {
  await goTo(page, hand, 'Report');
  const variance = page.getByRole('region', { name: 'Variance of each task' });
  await expect(page.getByText('3 of 25 tasks differ.')).toBeVisible();
  for (const task of [ACCEPTANCE, PAPERS, MOVING]) {
    // Later start, later finish, as long as before.
    await expect(variance.getByRole('row', { name: task })).toContainText(/\+3\s*\+3\s*0/);
  }
  const why = page.getByRole('list', { name: 'Why' });
  await expect(why).toContainText('The plan ends 8 working days after the promise.');
  // No task has money yet, so nothing is measured in it; no task has a range, so nothing is simulated.
  await expect(why).not.toContainText('index');
  await expect(page.getByRole('list', { name: 'Missing before work can be measured' })).toContainText('a line in the budget');
  await expect(page.getByText('so there is nothing to simulate. The plan as it is ends on 12 Jan 2032.')).toBeVisible();
  await hand.write(app.field('Summary'), 'The authority comes three days later');
  await hand.press(app.button('Keep this report'));
  await expect(page.getByRole('list', { name: 'Kept reports' })).toContainText('The authority comes three days later');
  const download = page.waitForEvent('download');
  await hand.press(app.button('Save as a file'));
  const html = await readFile(await (await download).path(), 'utf8');
  expect(html).toContain('The authority comes three days later');
  expect(html).toContain('2032-01-12');
  await expectWithinTheWindow(page);
}

async function goAlongTheLine(app: App, page: Page, hand: Hand): Promise<void> {
  test.setTimeout(180_000);
  await page.clock.install({ time: Date.parse('2030-01-07T09:00:00Z') });
  await plan(app, page, hand);
  await hand.link(PAPERS, MOVING);
  await expect(page.getByText('The project now ends on 7 Jan 2032 instead of 31 Dec 2031.').first()).toBeVisible();
  await keepThePlan(app, hand);
  await hand.slip(ACCEPTANCE);
  await expect(row(page, ACCEPTANCE)).toContainText('23 Dec 2031 to 25 Dec 2031');
  await expect(page.getByText('2 other tasks move. The project now ends on 12 Jan 2032').first()).toBeVisible();
  await seeWhy(app, page, hand);
  await report(app, page, hand);
}

test('a slip is explained and reported against the plan as agreed, by mouse', async ({ app, page }) => {
  await goAlongTheLine(app, page, mouse(page));
});

test('a slip is explained and reported against the plan as agreed, without a mouse', async ({ app, page }) => {
  await goAlongTheLine(app, page, keys(page));
});

test('a slip is explained and reported against the plan as agreed, with a thumb @phone', async ({ app, page }) => {
  await goAlongTheLine(app, page, thumb(page));
});
