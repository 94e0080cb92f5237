import { defineConfig } from '@playwright/test';
import { launchOptions, PORT, webServer } from './playwright.config';

/** Measures the page: one at a time, and nothing else beside it. */
export default defineConfig({
  testDir: 'bench',
  testMatch: '*.bench.ts',
  outputDir: 'test-results/bench',
  workers: 1,
  timeout: 300_000,
  reporter: 'list',
  webServer,
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    launchOptions: { ...launchOptions, args: [...launchOptions.args, '--enable-precise-memory-info'] },
  },
});
