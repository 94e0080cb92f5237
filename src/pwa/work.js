// A web worker for long computations: the page sends a job as text, and gets replies as text until
// the last. It is stopped by ending it; what it has then is lost.
import init, { work } from './worker.js';

const ready = init();

addEventListener('message', async ({ data }) => {
  try {
    await ready;
    work(data, (reply) => postMessage(reply));
  } catch (error) {
    postMessage(JSON.stringify({ refused: String(error?.message ?? error) }));
  }
});
