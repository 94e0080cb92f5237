// Moves Trunk's live-reload script out of the page, which the content security policy requires.
//
// Trunk fills in the address of its server in index.html only, so the file asks the page for it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const staging = process.env.TRUNK_STAGING_DIR;
const page = join(staging, 'index.html');
const inlineScript = /<script>("use strict"[\s\S]*?)<\/script>/;

const html = readFileSync(page, 'utf8');
const found = html.match(inlineScript);
if (found) {
  const script = found[1]
    .replace("'{{__TRUNK_ADDRESS__}}'", 'location.host')
    .replace('{{__TRUNK_WS_BASE__}}', '/')
    .replace('{{__TRUNK_WS_PROTOCOL__}}', '');
  writeFileSync(join(staging, 'reload.js'), script);
  writeFileSync(page, html.replace(inlineScript, '<script src="reload.js"></script>'));
}
