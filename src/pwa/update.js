// Registers the service worker, and takes the page from one build to the next. boot.js loads this
// after the app, so that nothing here delays the start or prevents it.
//
// It tells the app with the event `loopline-update`, whose detail is `waiting` or `applied`, and
// is asked to go on with the event `loopline-update-now`, and to look for a newer build with
// `loopline-update-look` (src/platform/update.rs).

const HOUR = 3_600_000;

/** Development is never cached: `trunk serve` puts its live reload on the page. */
function isWanted() {
  const isServedByTrunk = document.querySelector('script[src$="reload.js"]') !== null;
  return 'serviceWorker' in navigator && window.isSecureContext && !isServedByTrunk;
}

/** Watches for new builds. A page that could not start has nobody to ask and takes one at once. */
export async function watch(hasStarted) {
  if (!isWanted()) {
    return;
  }
  const { serviceWorker } = navigator;
  const worker = new URL('./sw.js', import.meta.url).href;
  const registration = await serviceWorker.register(worker, { updateViaCache: 'none' });
  // The first worker of all takes over the page it was installed from: nothing changes by that.
  let isFirst = !registration.active;
  let isAsked = !hasStarted;

  const apply = () => {
    isAsked = true;
    if (registration.waiting) {
      registration.waiting.postMessage({ type: 'skip-waiting' });
    } else {
      // Another tab was faster.
      location.reload();
    }
  };
  const announce = (detail) => window.dispatchEvent(new CustomEvent('loopline-update', { detail }));
  const announceWaiting = () => {
    if (registration.waiting && registration.active) {
      if (isAsked) {
        apply();
      } else {
        announce('waiting');
      }
    }
  };

  window.addEventListener('loopline-update-now', apply);
  serviceWorker.addEventListener('controllerchange', () => {
    if (isFirst) {
      isFirst = false;
    } else if (isAsked) {
      location.reload();
    } else {
      announce('applied');
    }
  });
  const follow = (installing) => installing?.addEventListener('statechange', announceWaiting);
  registration.addEventListener('updatefound', () => follow(registration.installing));
  follow(registration.installing);
  announceWaiting();

  let checkedAt = Date.now();
  const look = () => {
    checkedAt = Date.now();
    // Offline there is nothing new.
    registration.update().catch(() => {});
  };
  window.addEventListener('loopline-update-look', look);
  window.addEventListener('focus', () => {
    if (Date.now() - checkedAt >= HOUR) {
      look();
    }
  });
}
