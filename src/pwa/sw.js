// The service worker: it keeps one whole build of Loopline in this browser, so that the app opens
// offline and never runs with files of two builds. It touches no work: that is in local storage,
// which no worker can reach.

// A build fills in these two lines (.tools/assets.mjs): its name, and every file as
// [path, integrity]. So each build has another worker, which is how the browser notices it.
const BUILD = '';
const FILES = [];

// The folder is part of the name, because Loopline in another folder of the same site shares the
// caches with this one and must not lose its own.
const PREFIX = `loopline-${new URL(registration.scope).pathname}-`;
const CACHE = PREFIX + BUILD;

const address = (path) => new URL(path, registration.scope).href;
const known = new Set(FILES.map(([path]) => path));

/**
 * Fetches every file, and keeps them only when all are there and are those of this build. Any
 * other answer rejects: the build before stays, and the browser tries again later.
 */
async function install() {
  const files = await Promise.all(
    FILES.map(async ([path, integrity]) => {
      const response = await fetch(address(path), { cache: 'no-store', integrity });
      if (!response.ok) {
        throw new Error(`${path}: ${response.status}`);
      }
      // Read to the end, so that a file that breaks off is noticed before anything is kept. A host
      // may also have led from index.html to ./, and browsers refuse a redirected answer for a page.
      return [path, new Response(await response.blob(), { headers: response.headers })];
    }),
  );
  const cache = await caches.open(CACHE);
  await Promise.all(files.map(([path, response]) => cache.put(address(path), response)));
}

/**
 * Removes older builds, the one before excepted: a page of it may still be open. Then every open
 * page is told, those included that were loaded before there was a worker.
 */
async function activate() {
  const names = await caches.keys();
  // They come in the order in which they were made.
  const others = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await clients.claim();
}

/** The path of a file of this build that is asked for, or nothing. */
function wanted({ method, url }) {
  if (method !== 'GET' || !url.startsWith(registration.scope)) {
    return undefined;
  }
  const path = url.slice(registration.scope.length).split(/[?#]/)[0] || 'index.html';
  return known.has(path) ? path : undefined;
}

async function answer(request, path) {
  const kept = await caches.match(address(path), { cacheName: CACHE });
  // The browser may have thrown the cache away as a whole; then the host has every file.
  return kept ?? fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));

self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const path = wanted(event.request);
  // Anything else goes to the network as if there were no worker. A missing file is an error and
  // never index.html, and another site in a folder below this one stays what it is.
  if (path) {
    event.respondWith(answer(event.request, path));
  }
});

// A new build waits until a person asks for it (update.js).
self.addEventListener('message', (event) => {
  if (event.data?.type === 'skip-waiting') {
    event.waitUntil(skipWaiting());
  }
});
