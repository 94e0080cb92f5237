// What runs the project's tests: a command whose output is shown and kept, and Playwright with its
// report. `run-tests.mjs` and `soak.mjs` share it. Both stand at the top of the project.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** Runs a command, shows its output as it comes, and gives back the output and the exit code. */
export function run(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
      process.stdout.write(chunk);
    });
    child.on('error', (error) => resolve({ output: `${output}\n${error}`, code: 127 }));
    child.on('close', (code) => resolve({ output, code }));
  });
}

/** Builds the page as it is released and runs Playwright on it; the report is absent where there is none. */
export async function playwright(config, name, env = {}, args = []) {
  const build = await run('.tools/build.sh', [], env);
  if (build.code !== 0) {
    return { code: build.code };
  }
  const report = `tests/e2e/test-results/${name}`;
  rmSync(report, { force: true });
  const port = await run('node', ['.tools/free-port.mjs', '4173']);
  const { code } = await run('npx', ['--prefix', 'tests/e2e', 'playwright', 'test', '--config', config, ...args], {
    ...env,
    LOOPLINE_TEST_PORT: port.output.trim(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: `test-results/${name}`,
  });
  return { code, report: existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined };
}
