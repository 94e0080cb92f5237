import { orderKey, seal } from './seed';

const RUNS_PER_ENTRY = 100;

/** The id of the n-th record of a table. */
function id(prefix: string, n: number): string {
  let letters = '';
  for (let value = n + 1; letters.length < 13; value = Math.floor(value / 32)) {
    letters = '0123456789abcdefghjkmnpqrstvwxyz'[value % 32] + letters;
  }
  return `${prefix}_${letters}`;
}

/** Local storage that is written entry by entry. */
class Journal {
  readonly stored: Record<string, string> = { 'loopline/1/header': '{"format":1}' };
  private nEntries = 0;

  put(label: string, writes: Record<string, unknown>): void {
    const actor = '00000000000000aa';
    const text = JSON.stringify({ v: 1, t: [1_795_000_000_000 + this.nEntries, 0, actor], l: label, w: writes });
    this.stored[`loopline/1/j/${actor}/${this.nEntries.toString(16).padStart(8, '0')}`] = seal(text);
    this.nEntries += 1;
  }
}

export const PROCESS = id('tpl', 0);
const STEPS = ['Receive', 'Check', 'Decide', 'Reply', 'Close'];

/** Local storage with one process that has so many runs under way, spread over its steps. */
export function storageWithRuns(nRuns: number): Record<string, string> {
  const journal = new Journal();
  const begin = Date.now() - 30 * 86_400_000;
  const steps = STEPS.map((title, n) => ({ step: id('stp', n), title }));
  journal.put('Added process', {
    [PROCESS]: { name: 'Bench', created_at: begin },
    ...Object.fromEntries(steps.map(({ step, title }, n) => [step, { template: PROCESS, title, order: orderKey(n), wip_limit: 300 }])),
    [id('ver', 0)]: { template: PROCESS, number: 1, published_at: begin, steps },
  });
  for (let first = 0; first < nRuns; first += RUNS_PER_ENTRY) {
    const writes: Record<string, unknown> = {};
    for (let n = first; n < Math.min(first + RUNS_PER_ENTRY, nRuns); n += 1) {
      const { step } = steps[n % steps.length];
      const at = begin + n * 60_000;
      writes[id('run', n)] = {
        template: PROCESS, version: id('ver', 0), number: n + 1, name: `Request number ${n} of usual length`, named: true,
        current: step, started_at: at, entered_at: at, n_given: 1, tokens: [{ key: 1, step, entered_at: at }],
      };
      writes[id('evt', n)] = { run: id('run', n), kind: 'started', step, at };
    }
    journal.put('Started runs', writes);
  }
  return journal.stored;
}
