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

  field(name: string | RegExp): Locator {
    return this.page.getByLabel(name);
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

  /** What local storage holds of Loopline's workspace. */
  stored(): Promise<Record<string, string>> {
    return this.page.evaluate(() =>
      Object.fromEntries(Object.entries({ ...localStorage }).filter(([key]) => key.startsWith('loopline/1/'))),
    );
  }
}
