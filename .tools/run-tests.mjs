#!/usr/bin/env node
// Runs the named levels of tests one after another, whatever fails, and ends with one line that
// totals them. A level that runs no test has failed.
import { rmSync, writeFileSync } from 'node:fs';
import { playwright, run } from './run.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

/** The counts of cargo's “test result” lines. */
function cargoCounts({ output, code }) {
  let [passed, failed] = [0, 0];
  for (const [, ok, bad] of output.matchAll(/test result: \w+\. (\d+) passed; (\d+) failed/g)) {
    passed += Number(ok);
    failed += Number(bad);
  }
  return settle(passed, failed, code);
}

/** A level that stopped without naming a failure, or ran nothing, counts as one failure. */
function settle(passed, failed, code) {
  const isSilentFailure = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: isSilentFailure ? 1 : failed };
}

function sum(results) {
  const add = (key) => results.reduce((n, result) => n + result[key], 0);
  return { passed: add('passed'), failed: add('failed') };
}

const levels = {
  async native() {
    // One seed, so that a commit passes or fails for what it changes; `make soak` looks further.
    const env = { PROPTEST_RNG_SEED: '1', TRIALS_FACTOR: '1', ...process.env };
    const runs = [['-p', 'loopline', '-p', 'domain'], ['-p', 'store', '--profile', 'trials']];
    const counts = [];
    for (const which of runs) {
      counts.push(cargoCounts(await run('cargo', ['test', '--no-fail-fast', ...which], env)));
    }
    return sum(counts);
  },

  async web() {
    // The driver's settings stand beside the manifest and are not kept: the browser's place
    // differs from machine to machine.
    const settings = 'webdriver.json';
    const args = ['headless=new', 'no-sandbox', 'disable-gpu', 'disable-dev-shm-usage', 'disable-background-networking'];
    writeFileSync(settings, JSON.stringify({ 'goog:chromeOptions': { binary: process.env.CHROME, args } }));
    try {
      const target = ['-p', 'loopline', '--target', 'wasm32-unknown-unknown', '--features', 'browser-tests', '--test', 'web'];
      return cargoCounts(await run('cargo', ['test', ...target]));
    } finally {
      rmSync(settings, { force: true });
    }
  },

  async e2e() {
    const { code, report } = await playwright('tests/e2e', 'report.json');
    return report ? settle(report.stats.expected, report.stats.unexpected + report.stats.flaky, code) : settle(0, 0, code);
  },
};

const lines = [];
const results = [];
for (const name of process.argv.slice(2)) {
  console.log(`\n== ${name}`);
  const result = await levels[name]();
  lines.push(`${name}: ${result.passed} passed, ${result.failed} failed`);
  results.push(result);
}
const total = sum(results);
console.log(`\n${lines.join('\n')}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
