import { defineConfig, devices } from '@playwright/test';

/** The set-up gives a free port, so that two runs on one machine do not meet. */
export const PORT = Number(process.env.LOOPLINE_TEST_PORT ?? 4173);

/** How every run starts the browser that the set-up found. */
export const launchOptions = {
  executablePath: process.env.CHROME,
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--no-first-run',
  ],
};

/** Serves `dist` as any static host would, at the root and below `/loopline/`. */
export const webServer = {
  command: `node server.mjs ${PORT}`,
  url: `http://127.0.0.1:${PORT}/`,
  reuseExistingServer: false,
};

export default defineConfig({
  testDir: 'specs',
  outputDir: 'test-results/artifacts',
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['line'], ['json']],
  webServer,
  use: {
    baseURL: `http://127.0.0.1:${PORT}/`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    trace: 'retain-on-failure',
    launchOptions,
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } }, grepInvert: /@phone/ },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } }, grep: /@phone|@everywhere/ },
  ],
});
