// Starts the app. This is an external file because the content security policy
// allows no inline script; Trunk writes the tag that loads it (see Trunk.toml).

// document.currentScript is null in a module, so the tag is found by its data.
const tag = document.querySelector('script[data-js][data-wasm]');

/** The theme is set before the first paint, so that a dark page never flashes white. */
function applyTheme() {
  try {
    const theme = localStorage.getItem('loopline/theme');
    if (theme === 'light' || theme === 'dark') {
      document.documentElement.dataset.theme = theme;
    }
  } catch {
    // A browser that blocks storage keeps the system's theme.
  }
}

/**
 * The one Trusted Types policy. It rejects instead of cleaning, so that a mistake is
 * seen at once. The two workers have the only script addresses that are ever given as texts.
 */
function guardMarkup() {
  const workers = ['./sw.js', './work.js'].map((path) => new URL(path, import.meta.url).href);
  const unsafe = /<\s*(script|iframe|object|embed|link|meta|base|form)\b|[\s/"']on\w+\s*=|javascript:/i;
  globalThis.trustedTypes?.createPolicy('default', {
    createHTML(markup) {
      if (unsafe.test(markup)) {
        throw new TypeError('Blocked markup');
      }
      return markup;
    },
    createScriptURL(address) {
      if (!workers.includes(new URL(address, location.href).href)) {
        throw new TypeError('Blocked script address');
      }
      return address;
    },
  });
}

/** Replaces the splash with one heading, one sentence and the ways on. */
function say(title, sentence, links, cause) {
  const boot = document.getElementById('boot');
  if (!boot) {
    return;
  }
  const make = (name, className, text) => {
    const element = document.createElement(name);
    element.className = className;
    element.textContent = text;
    return element;
  };
  const ways = links.map(({ text, href, isNewWindow, isReload }) => {
    const way = make('a', 'btn', text);
    way.href = href;
    if (isNewWindow) {
      way.target = '_blank';
      way.rel = 'noopener';
    }
    if (isReload) {
      // With a route after the #, a link to the own address would load nothing.
      way.addEventListener('click', (event) => {
        event.preventDefault();
        location.reload();
      });
    }
    return way;
  });
  const parts = [make('h1', 'boot-title', title), make('p', 'boot-text', sentence), ...ways];
  if (cause) {
    parts.splice(2, 0, make('p', 'boot-cause', cause));
  }
  boot.setAttribute('role', 'alert');
  boot.replaceChildren(boot.querySelector('svg') ?? '', ...parts);
}

async function start() {
  const { default: init } = await import(new URL(tag.dataset.js, location.href).href);
  // Without a hash in the tag the browser fetches as usual.
  const { wasm, wasmIntegrity } = tag.dataset;
  const options = wasmIntegrity ? { integrity: wasmIntegrity } : {};
  await init({ module_or_path: fetch(new URL(wasm, location.href), options) });
}

/** Keeps the app for offline use and looks for newer builds, also when this one does not start. */
async function followUpdates(hasStarted) {
  try {
    const { watch } = await import('./update.js');
    await watch(hasStarted);
  } catch (error) {
    // The browser refuses it, for example with cookies blocked. Loopline works, only not offline.
    console.info('Loopline is not available offline:', error);
  }
}

async function boot() {
  applyTheme();
  // A page that can be framed can be made to take clicks meant for another page.
  if (window.self !== window.top) {
    say('Loopline does not run inside another page', 'Your data is safe.', [
      { text: 'Open it in its own window', href: location.href, isNewWindow: true },
    ]);
    return;
  }
  try {
    guardMarkup();
    await start();
    followUpdates(true);
  } catch (error) {
    followUpdates(false);
    say(
      'Loopline could not start',
      'Your data stays in this browser.',
      [
        { text: 'Reload', href: location.href, isReload: true },
        { text: 'Rescue my data', href: './rescue.html' },
      ],
      String(error?.message ?? error),
    );
    throw error;
  }
}

boot();
