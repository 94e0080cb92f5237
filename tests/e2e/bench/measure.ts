// What the benches share: the workspace they begin with, and how they sum up what they measured.
import type { Page } from '@playwright/test';

export const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** Puts a workspace into the storage of the page's address before the app opens. */
export async function store(page: Page, stored: Record<string, string>): Promise<void> {
  await page.goto('./icon.txt').catch(() => undefined);
  await page.evaluate((stored) => {
    for (const [key, text] of Object.entries(stored)) {
      localStorage.setItem(key, text);
    }
  }, stored);
}

/** The times between frames while the first lane of a board is scrolled at 3,000 px a second. */
export function framesOfScrolling(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const lane = document.querySelector<HTMLElement>('[data-lane] .col-body')!;
    const times: number[] = [];
    let last = performance.now();
    const start = last;
    while (last - start < 2_000) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      times.push(now - last);
      lane.scrollTop += (3_000 * (now - last)) / 1_000;
      last = now;
    }
    return times;
  });
}
