// Joins the starters into one file, and tells the page its name.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const source = 'src/starters';

/** Every starter of a folder, by name as people read it. */
function read(kind) {
  const folder = join(source, kind);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .sort((a, b) => a.about.name.localeCompare(b.about.name, 'en'));
}

/** Writes the joined file beside the page, and returns the page with its name in it. */
export function joinStarters(staging, html) {
  const joined = JSON.stringify({ processes: read('processes'), projects: read('projects') });
  const hash = createHash('sha256').update(joined).digest('hex').slice(0, 16);
  const name = `starters-${hash}.json`;
  writeFileSync(join(staging, name), joined);
  const meta = /<meta name="?loopline-starters"?[^>]*>/;
  if (!meta.test(html)) {
    throw new Error('index.html has no <meta name="loopline-starters"> to fill.');
  }
  return html.replace(meta, `<meta name="loopline-starters" content="${name}">`);
}
