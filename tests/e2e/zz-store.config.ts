import base from '/work/wt/store/tests/e2e/playwright.config';
const port = Number(process.env.LOOPLINE_TEST_PORT);
export default { ...base, testDir: '/work/wt/store/tests/e2e/specs', webServer: { command: `node /work/wt/store/tests/e2e/server.mjs ${port} /tmp/dist-store`, url: `http://127.0.0.1:${port}/`, reuseExistingServer: false } };
