// Prints what the first view loads, compressed with brotli as a web server would send it, and below
// the line what is loaded later or elsewhere.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const AIM = 300_000;
const folder = process.argv[2];

const what = (name) => {
  if (name.startsWith('rescue.')) return 'the rescue page';
  if (name.startsWith('part-')) return 'a part of the app: the pages of a section';
  if (name.startsWith('shared-')) return 'what several parts share';
  if (name.startsWith('parts-')) return 'what loads the parts';
  if (/^work(er)?[._]/.test(name)) return 'long computations, in a web worker';
  if (name.endsWith('.wasm')) return 'the app: Leptos, the domain, the store and the pages';
  if (name.startsWith('loopline-')) return 'what joins the app to the browser (wasm-bindgen)';
  if (name.endsWith('.css')) return 'every style sheet, joined';
  if (name === 'index.html') return 'the page and its icons';
  if (name === 'boot.js') return 'the loader';
  if (name === 'icon.svg') return 'the icon';
  if (name === 'sw.js') return 'the service worker, which keeps a whole build for offline use';
  if (name === 'update.js') return 'what takes the page from one build to the next';
  if (name === 'manifest.webmanifest') return 'what makes the app installable';
  if (name.startsWith('starters-')) return 'the starters, fetched when someone looks at them';
  if (name.startsWith('icon-')) return 'an icon of the installed app';
  if (name === '_headers') return 'headers, for hosts that read this file';
  return '';
};

const FIRST = /^(index\.html|boot\.js|icon\.svg|(loopline|parts|style)-.*\.(css|js|wasm))$/;

const compressed = (name) =>
  brotliCompressSync(readFileSync(join(folder, name)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

const files = readdirSync(folder)
  .map((name) => ({ name, bytes: compressed(name) }))
  .sort((a, b) => b.bytes - a.bytes);
const first = files.filter(({ name }) => FIRST.test(name));
const later = files.filter(({ name }) => !FIRST.test(name));
const total = first.reduce((sum, file) => sum + file.bytes, 0);
const print = ({ name, bytes }) =>
  console.log(`${String(bytes).padStart(9)}  ${name.padEnd(36)} ${what(name)}`);
first.forEach(print);
console.log(`${String(total).padStart(9)}  bytes for the first view, brotli 11; the aim is ${AIM}`);
if (total > AIM) {
  console.log(`WARNING: ${total - AIM} bytes over the aim.`);
}
console.log('Later or elsewhere:');
later.forEach(print);
