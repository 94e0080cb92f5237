// Prints what the first view loads, compressed with brotli as a web server would send it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const AIM = 300_000;
const folder = process.argv[2];

const what = (name) => {
  if (name.endsWith('.wasm')) return 'the app: Leptos, the domain, the store and the pages';
  if (name.startsWith('loopline-')) return 'what joins the app to the browser (wasm-bindgen)';
  if (name.endsWith('.css')) return 'every style sheet, joined';
  if (name === 'index.html') return 'the page and its icons';
  if (name === 'boot.js') return 'the loader';
  return '';
};

const compressed = (name) =>
  brotliCompressSync(readFileSync(join(folder, name)), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

const files = readdirSync(folder)
  .map((name) => ({ name, bytes: compressed(name) }))
  .sort((a, b) => b.bytes - a.bytes);
const total = files.reduce((sum, file) => sum + file.bytes, 0);
for (const { name, bytes } of files) {
  console.log(`${String(bytes).padStart(9)}  ${name.padEnd(36)} ${what(name)}`);
}
console.log(`${String(total).padStart(9)}  bytes in all, brotli 11; the aim is ${AIM}`);
if (total > AIM) {
  console.log(`WARNING: ${total - AIM} bytes over the aim.`);
}
