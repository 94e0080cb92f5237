import { expect, type Locator, type Page } from '@playwright/test';

/** The app as a person meets it: pages by their address or their link, things by role and name. */
export class App {
  constructor(readonly page: Page) {}

  /** Opens a page by its route, for example `projects`, and waits for its heading. */
  async open(route = '', base = './'): Promise<void> {
    await this.page.goto(`${base}#/${route}`);
    await expect(this.heading()).toBeVisible();
  }

  heading(name?: string | RegExp): Locator {
    return this.page.getByRole('heading', { level: 1, name });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }

  /** A field by its label: one that has it in its name, or exactly that one. */
  field(name: string | RegExp, exact = false): Locator {
    return this.page.getByLabel(name, { exact });
  }

  /** The one line that says what just happened. */
  notice(): Locator {
    return this.page.getByRole('status').filter({ has: this.page.getByRole('button', { name: 'Dismiss' }) });
  }

  async expectNotice(text: string | RegExp): Promise<void> {
    await expect(this.notice()).toContainText(text);
  }

  /** A lane of a board, by its heading. */
  lane(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true });
  }

  /** A card in a lane, by the name it links to. */
  card(lane: string, name: string): Locator {
    return this.lane(lane).getByRole('link', { name, exact: true });
  }

  /** Loads the sample workspace from the overview's first screen. */
  async loadSample(): Promise<void> {
    await this.open();
    await this.button('Load the sample workspace').click();
    await this.expectNotice('Loaded the sample workspace');
  }

  /** Picks an entry of a card's or page's menu. */
  async choose(menu: string | RegExp, entry: string): Promise<void> {
    await this.button(menu).click();
    await this.page.getByRole('button', { name: entry, exact: true }).click();
  }

  /** The open dialog. */
  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name });
  }

  /** Adds a project from the portfolio and opens its board. */
  async addProject(name: string): Promise<void> {
    await this.open('projects');
    await this.button('New project').click();
    await this.dialog('New project').getByLabel('Name', { exact: true }).fill(name);
    await this.button('Save project').click();
    await this.card('Initiate', name).click();
    await expect(this.heading(name)).toBeVisible();
  }

  /** Adds tasks one after another below a column of the open board. */
  async addTasks(column: string, ...titles: string[]): Promise<void> {
    await this.button(`Add task to ${column}`).click();
    const title = this.field(`Title of the new task in ${column}`);
    for (const text of titles) {
      await title.fill(text);
      await title.press('Enter');
      await expect(this.card(column, text)).toBeVisible();
    }
    await title.press('Escape');
  }

  /** Adds a process with steps and stays on its page. */
  async addProcess(name: string, ...steps: string[]): Promise<void> {
    await this.open('processes');
    await this.button('New process').click();
    await this.dialog('New process').getByLabel('Name', { exact: true }).fill(name);
    await this.button('Save process').click();
    await expect(this.heading(name)).toBeVisible();
    for (const step of steps) {
      await this.field('Title of the new step').fill(step);
      await this.button('Add step').click();
      await expect(this.steps().getByRole('link', { name: step })).toBeVisible();
    }
  }

  /** The list of a process's steps. */
  steps(): Locator {
    return this.page.getByRole('list', { name: 'Steps' });
  }

  /** What local storage holds of Loopline's workspace. */
  stored(): Promise<Record<string, string>> {
    return this.page.evaluate(() =>
      Object.fromEntries(Object.entries({ ...localStorage }).filter(([key]) => key.startsWith('loopline/1/'))),
    );
  }
}
