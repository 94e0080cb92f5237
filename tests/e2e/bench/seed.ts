import { crc32 } from 'node:zlib';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const COLUMNS = ['backlog', 'ready', 'doing', 'review', 'done'];
const TASKS_PER_ENTRY = 100;

export const PROJECT = 'prj_0000000000001';

/** The n-th key of a list that was only ever appended to. */
export function orderKey(n: number): string {
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

export function seal(text: string): string {
  return `${crc32(text).toString(16).padStart(8, '0')}:${text}`;
}

/** Local storage with one project that has so many tasks, all in one column or spread over five. */
export function storageWith(nTasks: number, spread = true): Record<string, string> {
  return stored(nTasks, (n) => ({ column: spread ? COLUMNS[n % COLUMNS.length] : 'ready' }), []);
}

/** The same with a plan: every task takes some days and waits for the tenth before it. */
export function storageWithPlan(nTasks: number): Record<string, string> {
  const links = Array.from({ length: nTasks - 10 }, (_, n): [number, number] => [n, n + 10]);
  return stored(nTasks, (n) => ({ column: 'ready', duration: 1 + ((n * 7) % 9) }), links);
}

/** Local storage with one project, its tasks with some fields of their own, and links between them. */
function stored(
  nTasks: number,
  fields: (n: number) => Record<string, unknown>,
  links: [number, number][],
): Record<string, string> {
  const entries: Record<string, string> = { 'loopline/1/header': '{"format":1}' };
  const actor = '00000000000000aa';
  let nEntries = 0;
  const put = (label: string, writes: Record<string, unknown>) => {
    const text = JSON.stringify({ v: 1, t: [1_795_000_000_000 + nEntries, 0, actor], l: label, w: writes });
    entries[`loopline/1/j/${actor}/${nEntries.toString(16).padStart(8, '0')}`] = seal(text);
    nEntries += 1;
  };
  put('Added project', {
    [PROJECT]: { name: 'Bench', objective: '', stage: 'execute', order: 'a0', created_at: 1_795_000_000_000 },
  });
  const named = (prefix: string, n: number) => {
    let letters = '';
    for (let value = n + 1; letters.length < 13; value = Math.floor(value / 32)) {
      letters = '0123456789abcdefghjkmnpqrstvwxyz'[value % 32] + letters;
    }
    return `${prefix}_${letters}`;
  };
  const id = (n: number) => named('tsk', n);
  for (let first = 0; first < nTasks; first += TASKS_PER_ENTRY) {
    const writes: Record<string, unknown> = {};
    for (let n = first; n < Math.min(first + TASKS_PER_ENTRY, nTasks); n += 1) {
      writes[id(n)] = {
        project: PROJECT,
        title: `Task number ${n} with a title of usual length`,
        order: orderKey(n),
        ...fields(n),
      };
    }
    put('Added tasks', writes);
  }
  for (let first = 0; first < links.length; first += TASKS_PER_ENTRY) {
    const writes: Record<string, unknown> = {};
    for (let n = first; n < Math.min(first + TASKS_PER_ENTRY, links.length); n += 1) {
      const [predecessor, successor] = links[n].map(id);
      writes[named('lnk', n)] = { project: PROJECT, predecessor, successor };
    }
    put('Added links', writes);
  }
  return entries;
}
