// Prints how large the text model is: every word, phrase and weight that the wizard reads
// descriptions by, compressed with brotli as a web server would send it.
import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

const AIM = 40_000;
const FOLDER = 'src/domain/classify/suggest';

// Comments and the code around the tables are no model; what is left is at least as large as what
// is linked, for reasons and numbers are in it.
const tables = readdirSync(FOLDER)
  .sort()
  .flatMap((name) => readFileSync(`${FOLDER}/${name}`, 'utf8').replace(/^\s*\/\/.*$/gm, ''))
  .flatMap((text) => text.match(/"(?:[^"\\]|\\[\s\S])*"|-?\b\d+\b/g) ?? []);
const bytes = brotliCompressSync(tables.join('\n'), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
}).length;
console.log(`${String(bytes).padStart(9)}  bytes for the text model, brotli 11; the aim is ${AIM}`);
if (bytes > AIM) {
  console.log(`WARNING: ${bytes - AIM} bytes over the aim.`);
}
