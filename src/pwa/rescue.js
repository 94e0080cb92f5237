// The rescue page: shows, hands over and puts back what Loopline keeps in local storage. It knows
// nothing of what the texts mean, so it works whatever is wrong with the app or with the data.
//
// Its file is an array of [key, text], as src/app/fatal.rs and the settings download it.

const PREFIX = 'loopline/';

// Browsers allow local storage about 10 MB, so a bigger file is something else.
const MAX_BYTES = 64_000_000;

const part = (id) => document.getElementById(id);
const say = (sentence) => part('outcome').replaceChildren(sentence);

/** Every [key, text] of Loopline, in the order of the keys. */
function kept() {
  const keys = Array.from({ length: localStorage.length }, (_, idx) => localStorage.key(idx));
  return keys
    .filter((key) => key.startsWith(PREFIX))
    .sort()
    .map((key) => [key, localStorage.getItem(key) ?? '']);
}

function size(bytes) {
  return bytes < 1_000 ? `${bytes} bytes` : `${(bytes / 1_000).toFixed(1)} KB`;
}

const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

const bytesOf = ([key, text]) => new Blob([key, text]).size;

function show() {
  const entries = kept();
  const total = entries.reduce((sum, entry) => sum + bytesOf(entry), 0);
  part('total').textContent =
    entries.length === 0
      ? 'Loopline keeps nothing in this browser.'
      : `${count(entries.length, 'piece', 'pieces')}, ${size(total)} in all.`;
  part('download').disabled = entries.length === 0;
  const rows = entries.map((entry) => {
    const row = document.createElement('tr');
    row.insertCell().textContent = entry[0];
    row.insertCell().textContent = size(bytesOf(entry));
    return row;
  });
  part('pieces').replaceChildren(...rows);
}

function download() {
  const blob = new Blob([JSON.stringify(kept(), null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = 'loopline-raw.json';
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The entries of a file, or nothing when it is not a file of this page. */
function read(text) {
  let entries;
  try {
    entries = JSON.parse(text);
  } catch {
    return undefined;
  }
  const isEntry = (entry) =>
    Array.isArray(entry) && entry.length === 2 && entry.every((text) => typeof text === 'string');
  const isRescue =
    Array.isArray(entries) &&
    entries.length > 0 &&
    entries.every((entry) => isEntry(entry) && entry[0].startsWith(PREFIX));
  return isRescue ? entries : undefined;
}

/** Adds what is missing, and says what became of every entry. */
function putBack(entries) {
  let [nAdded, nSame, nKept] = [0, 0, 0];
  try {
    for (const [key, text] of entries) {
      const here = localStorage.getItem(key);
      if (here === null) {
        localStorage.setItem(key, text);
        nAdded += 1;
      } else if (here === text) {
        nSame += 1;
      } else {
        nKept += 1;
      }
    }
  } catch {
    return (
      `The storage of this browser is full: ${nAdded} of ${count(entries.length, 'piece', 'pieces')} ` +
      'could be put back. Make room, then put the file back once more.'
    );
  }
  const sentences = [`${count(nAdded, 'piece was', 'pieces were')} put back.`];
  if (nSame > 0) {
    sentences.push(`${count(nSame, 'was', 'were')} here already.`);
  }
  if (nKept > 0) {
    const what = count(nKept, 'is here with other content and was', 'are here with other content and were');
    sentences.push(`${what} left as ${nKept === 1 ? 'it is' : 'they are'}.`);
  }
  return sentences.join(' ');
}

async function restore() {
  const file = part('file').files[0];
  if (!file) {
    say('Choose a file first.');
    return;
  }
  const entries = file.size <= MAX_BYTES ? read(await file.text()) : undefined;
  if (!entries) {
    say('This is not a file with raw data of Loopline, so nothing was changed.');
    return;
  }
  say(putBack(entries));
  show();
}

try {
  show();
  part('download').addEventListener('click', download);
  part('restore').addEventListener('click', restore);
} catch {
  part('total').textContent = 'This browser does not let Loopline keep data here, or read it.';
  part('download').disabled = true;
  part('restore').disabled = true;
}
