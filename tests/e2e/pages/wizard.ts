import { expect, type Locator, type Page } from '@playwright/test';

/** The wizard: describe, answer, read the verdict, put the work to work. */
export class Wizard {
  constructor(readonly page: Page) {}

  description(): Locator {
    return this.page.getByRole('textbox', { name: 'What needs doing?' });
  }

  /** Types a description as a person does and goes on to the questions, or straight to the verdict. */
  async describe(text: string): Promise<void> {
    await this.description().fill(text);
    await this.page.getByRole('button', { name: 'Answer the questions' }).click();
    await expect(this.description()).toBeHidden();
  }

  /** Skips the questions that are left. */
  async seeVerdict(): Promise<void> {
    const skip = this.page.getByRole('button', { name: 'See the verdict now' });
    await expect(skip.or(this.verdict())).toBeVisible();
    if (await skip.isVisible()) {
      await skip.click();
    }
    await expect(this.verdict()).toBeVisible();
  }

  verdict(): Locator {
    return this.page.getByRole('heading', { level: 1, name: /^(Process|Project), \d+|^It could be either$/ });
  }

  /** The button that puts the work on the board of the chosen kind. */
  route(kind: 'process' | 'project'): Locator {
    const name = kind === 'process' ? 'Put it in the process library' : 'Put it on the project board';
    return this.page.getByRole('button', { name });
  }
}
