import { crc32 } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const COLUMNS = ['backlog', 'ready', 'doing', 'review', 'done'];
const TASKS_PER_ENTRY = 100;

export const PROJECT = 'prj_0000000000001';

/** The n-th key of a list that was only ever appended to. */
function orderKey(n: number): string {
  let [head, size, count] = [0, 1, 62];
  while (n >= count) {
    n -= count;
    [head, size, count] = [head + 1, size + 1, count * 62];
  }
  let digits = '';
  for (let place = 0; place < size; place += 1) {
    digits = DIGITS[n % 62] + digits;
    n = Math.floor(n / 62);
  }
  return String.fromCharCode('a'.charCodeAt(0) + head) + digits;
}

function seal(text: string): string {
  return `${crc32(text).toString(16).padStart(8, '0')}:${text}`;
}

/** Local storage with one project that has so many tasks, all in one column or spread over five. */
export function storageWith(nTasks: number, spread = true): Record<string, string> {
  const stored: Record<string, string> = { 'loopline/1/header': '{"format":1}' };
  const actor = '00000000000000aa';
  let nEntries = 0;
  const put = (label: string, writes: Record<string, unknown>) => {
    const text = JSON.stringify({ v: 1, t: [1_795_000_000_000 + nEntries, 0, actor], l: label, w: writes });
    stored[`loopline/1/j/${actor}/${nEntries.toString(16).padStart(8, '0')}`] = seal(text);
    nEntries += 1;
  };
  put('Added project', {
    [PROJECT]: { name: 'Bench', objective: '', stage: 'execute', order: 'a0', created_at: 1_795_000_000_000 },
  });
  const id = (n: number) => {
    let letters = '';
    for (let value = n + 1; letters.length < 13; value = Math.floor(value / 32)) {
      letters = '0123456789abcdefghjkmnpqrstvwxyz'[value % 32] + letters;
    }
    return `tsk_${letters}`;
  };
  for (let first = 0; first < nTasks; first += TASKS_PER_ENTRY) {
    const writes: Record<string, unknown> = {};
    for (let n = first; n < Math.min(first + TASKS_PER_ENTRY, nTasks); n += 1) {
      writes[id(n)] = {
        project: PROJECT,
        title: `Task number ${n} with a title of usual length`,
        column: spread ? COLUMNS[n % COLUMNS.length] : 'ready',
        order: orderKey(n),
      };
    }
    put('Added tasks', writes);
  }
  return stored;
}
