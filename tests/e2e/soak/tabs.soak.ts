// Many tabs edit at once: no edit is lost, and all tabs come to the same within two seconds.
import { expect, test } from '@playwright/test';
import { count, soaked } from '../fixtures/tally';
import { App } from '../pages/app';

const TIMES = soaked(1);

for (const [nTabs, nEdits] of [
  [2, 1_000],
  [8, 250],
]) {
  for (let time = 1; time <= TIMES; time += 1) {
    test(`${nTabs} tabs with ${nEdits} edits each, time ${time}`, async ({ context, baseURL }) => {
      const first = new App(await context.newPage());
      await first.page.goto(`${baseURL}#/projects`);
      await first.addProject('Soak');
      const address = first.page.url();
      const tabs = [first];
      while (tabs.length < nTabs) {
        const tab = new App(await context.newPage());
        await tab.page.goto(address);
        tabs.push(tab);
      }
      for (const tab of tabs) {
        await expect(tab.heading(/Soak/)).toBeVisible();
        await tab.button('Add task to Backlog').click();
      }
      const start = Date.now();
      await Promise.all(tabs.map((tab, idx) => addTasks(tab, `Tab ${idx}`, nEdits)));
      const quiet = Date.now();
      const total = String(nTabs * nEdits);
      for (const tab of tabs) {
        await expect(tab.lane('Backlog').getByText(total, { exact: true })).toBeVisible();
      }
      const settled = Date.now() - quiet;
      console.log(`\n${nTabs} tabs x ${nEdits} edits in ${quiet - start} ms, none lost; all equal ${settled} ms later`);
      count('T6b', `edits in ${nTabs} tabs at once`, nTabs * nEdits);
      expect(settled, 'milliseconds until all tabs are equal').toBeLessThan(2_000);
      await first.page.reload();
      await expect(first.lane('Backlog').getByText(total, { exact: true })).toBeVisible();
    });
  }
}

function addTasks(tab: App, name: string, nEdits: number): Promise<void> {
  const field = tab.field('Title of the new task in Backlog');
  return field.evaluate(
    async (field: HTMLInputElement, { name, nEdits }) => {
      for (let n = 0; n < nEdits; n += 1) {
        field.value = `${name} task ${n}`;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        field.form!.requestSubmit();
        // A message between edits lets the browser deliver the other tabs' events.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    { name, nEdits },
  );
}
