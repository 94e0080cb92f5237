// Writes into the service worker what it keeps: the name of the build and the hash of every file.
//
// bundle.mjs calls this after every build; the browser tests call it to make another build of a
// copy of dist/.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// What the app never asks for: the worker itself, and the settings of hosts.
const LEFT_OUT = ['sw.js', '_headers'];

/** Fills the two lines of `sw.js` in the folder of a build. A worker filled before is filled anew. */
export function fillWorker(folder) {
  const worker = join(folder, 'sw.js');
  const files = readdirSync(folder)
    .filter((name) => !LEFT_OUT.includes(name))
    .sort()
    .map((name) => [name, integrity(readFileSync(join(folder, name)))]);
  const list = JSON.stringify(files);
  const text = fill(readFileSync(worker, 'utf8'), 'FILES', list);
  // A change of the worker itself is another build, too: two builds never share a cache.
  const build = createHash('sha256').update(fill(text, 'BUILD', '')).digest('hex').slice(0, 16);
  writeFileSync(worker, fill(text, 'BUILD', `'${build}'`));
}

const integrity = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;

function fill(text, name, value) {
  const line = new RegExp(`^const ${name} = .*;$`, 'm');
  if (!line.test(text)) {
    throw new Error(`sw.js has no line “const ${name} = …;” to fill.`);
  }
  return text.replace(line, () => `const ${name} = ${value};`);
}
