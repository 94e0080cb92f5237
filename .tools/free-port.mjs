// Prints the first port from the given one on that nothing listens on.
import { createServer } from 'node:net';

const isFree = (port) =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

const wanted = Number(process.argv[2]);
for (let port = wanted; port < wanted + 100; port += 1) {
  if (await isFree(port)) {
    console.log(port);
    process.exit(0);
  }
}
console.error(`No port between ${wanted} and ${wanted + 99} is free.`);
process.exit(1);
