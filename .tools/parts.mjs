// Puts the parts of the app (src/app/parts.rs) into a build: small, under names that change with
// their content, and known to the app's own script.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** How the parts are loaded; written by the tool that cuts them. */
const LOADER = '__wasm_split.js';

/**
 * Places the parts that lie in `parts`, and gives back the page with the new name of the app's
 * script in it.
 *
 * @param {string} staging the folder of the build
 * @param {string} parts the folder of the parts as they were cut
 * @param {string} html the page
 * @param {string[] | undefined} optimize the arguments of wasm-opt, in a release
 */
export function placeParts(staging, parts, html, optimize) {
  if (!existsSync(join(parts, LOADER))) {
    return html;
  }
  let loader = readFileSync(join(parts, LOADER), 'utf8');
  for (const file of readdirSync(parts).filter((name) => /^(chunk|split)_.*\.wasm$/.test(name))) {
    const from = join(parts, file);
    const small = join(staging, file);
    if (optimize) {
      execFileSync('wasm-opt', [...optimize, from, '-o', small], { stdio: ['ignore', 'ignore', 'ignore'] });
    } else {
      writeFileSync(small, readFileSync(from));
    }
    const name = `${file.replace('.wasm', '').replace(/^split_/, 'part-').replace('chunk_', 'shared-')}-${hash(readFileSync(small))}.wasm`;
    renameSync(small, join(staging, name));
    loader = loader.replaceAll(`"./${file}"`, `"./${name}"`);
  }

  // The script and the loader import each other, so both are named after the two together.
  const script = basename(html.match(/data-js="?([^"\s>]+)/)[1]);
  const text = readFileSync(join(staging, script), 'utf8');
  const build = hash(text + loader);
  const [newScript, newLoader] = [`loopline-${build}.js`, `parts-${build}.js`];
  loader = loader.replaceAll('"./loopline.js"', `"./${newScript}"`);
  const imports = /(from\s*)(["'])\.\/__wasm_split\.js\2/g;
  if (!imports.test(text)) {
    throw new Error(`${script} does not import ${LOADER}, so the parts would never be found.`);
  }
  writeFileSync(join(staging, newScript), text.replace(imports, `$1"./${newLoader}"`));
  writeFileSync(join(staging, newLoader), loader);
  rmSync(join(staging, script));
  return html.replaceAll(script, newScript);
}

const hash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16);
