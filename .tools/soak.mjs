#!/usr/bin/env node
// The long trials of the store and the page, and the table of what ran. `make soak` calls this.
//
// The trials count themselves (tests/store/tally.rs, tests/e2e/fixtures/tally.ts) into one file.
// TRIALS_FACTOR: how many times as many as a commit is held to; 12 unless told.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { playwright, run } from './run.mjs';

process.chdir(new URL('..', import.meta.url).pathname);

/** Each trial, and the tests whose failure is its failure. */
const TRIALS = [
  ['T1', 'a crash at every write', /^(crash|full)::|every_prefix/],
  ['T2', 'the k-th write fails, for every k', /^(failing|saving)::/],
  ['T3', 'a lost suffix of the writes comes back from the mirror', /^(mirror|on_disk)::/],
  ['T4', 'texts cut short and flipped bits', /^(damage|left_alone)::/],
  ['T5', 'older and newer builds on the same data', /^newer::/],
  ['T6a', 'two, three and eight tabs, simulated', /^tabs::/],
  ['T6b', 'two and eight tabs of a browser', /tabs with/],
  ['T7a', 'the tab’s process killed', /kills? of .*(tab|renderer)/i],
  ['T7b', 'the browser killed', /kills? of the (whole )?browser/i],
  ['T7c', 'the browser’s own files wiped or damaged', /wiped|damaged? (byte|file|folder)|flipped/i],
  ['T8', 'clocks that jump, days and the changes of the hour', /^(clock|days|calendar|recur)/],
  ['T10', 'export, then import', /^property::imports/],
  ['T11', 'hostile texts in every field and every import', /hostile/i],
  ['T12', 'cells of a spreadsheet that could be formulas', /^csv::/],
  ['T13', 'the content security policy, watched', /policy/i],
  ['T14', 'an update with each of its files spoilt', /update|newer build|build/i],
  ['T18', 'undo and redo, alone and beside other tabs', /^undo/],
];

const tally = resolve('target/trials.tsv');
mkdirSync('target', { recursive: true });
rmSync(tally, { force: true });
const factor = process.env.TRIALS_FACTOR ?? '12';
const env = { TRIALS_FILE: tally, TRIALS_FACTOR: factor };

/** Runs cargo's tests; returns the names of those that failed. */
async function cargo(...args) {
  const { output, code } = await run('cargo', ['test', '--no-fail-fast', ...args], env);
  const failed = [...output.matchAll(/^test (\S+) \.\.\. FAILED$/gm)].map(([, name]) => name);
  return code !== 0 && failed.length === 0 ? [`cargo test ${args.join(' ')}`] : failed;
}

/** Runs the trials that need a browser; returns the titles of those that failed. */
async function browser() {
  const { code, report } = await playwright('tests/e2e/soak.config.ts', 'soak.json', env, ['--reporter', 'list,json']);
  if (!report) {
    return code === 0 ? [] : ['the trials in the browser'];
  }
  const failed = [];
  const visit = (suite) => {
    suite.specs?.filter((spec) => !spec.ok).forEach((spec) => failed.push(spec.title));
    suite.suites?.forEach(visit);
  };
  visit(report);
  return failed;
}

const start = Date.now();
const domain = ['--profile', 'trials', '-p', 'domain', '--test', 'domain', '--', 'property::', 'csv::', 'days::', 'calendar::', 'recur'];
const failed = [
  ...(await cargo('-p', 'store', '--profile', 'trials')),
  ...(await cargo(...domain)),
  ...(await browser()),
];

const counts = new Map();
const lines = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n') : [];
for (const line of lines) {
  const [trial, what, n] = line.split('\t');
  const of = counts.get(trial) ?? new Map();
  counts.set(trial, of.set(what, (of.get(what) ?? 0) + Number(n)));
}
const unexplained = failed.filter((name) => !TRIALS.some(([, , tests]) => tests.test(name)));
console.log(`\nTrials, ${factor} times what a commit is held to where they are counted:\n`);
for (const [trial, what, tests] of TRIALS) {
  const ran = [...(counts.get(trial) ?? [])].map(([unit, n]) => `${n.toLocaleString('en')} ${unit}`).join(', ');
  const bad = failed.filter((name) => tests.test(name));
  const result = bad.length > 0 ? `FAILED: ${bad.join('; ')}` : ran === '' ? 'DID NOT RUN' : 'held';
  console.log(`${trial.padEnd(4)} ${what.padEnd(56)} ${result.padEnd(8)} ${ran}`);
}
unexplained.forEach((name) => console.log(`FAILED beside these: ${name}`));
console.log(`\n${Math.round((Date.now() - start) / 1000)} s`);
const didNotRun = TRIALS.some(([trial]) => !counts.has(trial));
process.exit(failed.length > 0 || didNotRun ? 1 : 0);
