// After every build: one style sheet instead of one per component, no inline script, one file of
// starters, the parts of the app in their place, and a service worker that knows the files.
//
// The order of the style sheets is decided by cascade layers, so they can be joined as they come,
// with the file that declares the layers first.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillWorker } from './assets.mjs';
import { joinStarters } from './starters.mjs';
import { placeParts } from './parts.mjs';

const staging = process.env.TRUNK_STAGING_DIR;
const page = join(staging, 'index.html');
let html = readFileSync(page, 'utf8');

joinStyles();
moveReloadOut();
html = joinStarters(staging, html);
html = placeParts(staging, cutParts(), html, optimizing());
writeFileSync(page, html);
fillWorker(staging);

// Where `.tools/path/wasm-bindgen` has left them.
function cutParts() {
  const target = process.env.CARGO_TARGET_DIR ?? join(process.env.TRUNK_SOURCE_DIR, 'target');
  return join(target, 'wasm-bindgen', process.env.TRUNK_PROFILE, 'parts');
}

// The parts are made as small as Trunk makes the main file, by the same line of the page.
function optimizing() {
  if (process.env.TRUNK_PROFILE !== 'release') {
    return undefined;
  }
  const source = readFileSync(join(process.env.TRUNK_SOURCE_DIR, 'index.html'), 'utf8');
  const [, level, parameters] = source.match(/data-wasm-opt="(\w)" data-wasm-opt-params="([^"]*)"/);
  return [`-O${level}`, ...parameters.split(' ')];
}

function joinStyles() {
  const link = /<link\b[^>]*rel="?stylesheet"?[^>]*>/g;
  const files = [...html.matchAll(link)].map(([tag]) => tag.match(/href="?([^"\s>]+)/)[1]);
  if (files.length < 2) {
    return;
  }
  const joined = files.map((file) => readFileSync(join(staging, file), 'utf8')).join('\n');
  const hash = createHash('sha256').update(joined).digest('hex').slice(0, 16);
  const name = `style-${hash}.css`;
  writeFileSync(join(staging, name), joined);
  files.forEach((file) => rmSync(join(staging, file)));
  let isFirst = true;
  html = html.replace(link, () => {
    const tag = isFirst ? `<link rel="stylesheet" href="./${name}">` : '';
    isFirst = false;
    return tag;
  });
}

// `trunk serve` adds its live reload as an inline script, which the content security policy
// forbids. Trunk fills in the address of its server in index.html only, so the file asks the page.
function moveReloadOut() {
  const inlineScript = /<script>([\s\S]*?)<\/script>/;
  const found = html.match(inlineScript);
  if (!found) {
    return;
  }
  // The quotes around Trunk's placeholders differ with its minifier.
  const filled = {
    __TRUNK_ADDRESS__: 'location.host',
    __TRUNK_WS_BASE__: "'/'",
    __TRUNK_WS_PROTOCOL__: "''",
  };
  const script = found[1].replace(/(['"`]){{(\w+)}}\1/g, (whole, _, name) => {
    if (!(name in filled)) {
      throw new Error(`Trunk's live reload asks for ${name}, which is not known here.`);
    }
    return filled[name];
  });
  writeFileSync(join(staging, 'reload.js'), script);
  html = html.replace(inlineScript, '<script src="reload.js"></script>');
  if (inlineScript.test(html)) {
    throw new Error('The page has an inline script, which its content security policy forbids.');
  }
}
