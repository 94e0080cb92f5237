import { defineConfig } from '@playwright/test';
import { launchOptions, PORT, webServer } from './playwright.config';

/** The long trials: one at a time, each as long as it takes. */
export default defineConfig({
  testDir: 'soak',
  testMatch: '*.soak.ts',
  outputDir: 'test-results/soak',
  workers: 1,
  timeout: 1_800_000,
  expect: { timeout: 20_000 },
  reporter: 'list',
  webServer,
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    launchOptions,
  },
});
