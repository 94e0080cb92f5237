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
 * seen at once. It has no createScriptURL: no script address is ever made from data.
 */
function guardMarkup() {
  const unsafe = /<\s*(script|iframe|object|embed|link|meta|base|form)\b|[\s/"']on\w+\s*=|javascript:/i;
  globalThis.trustedTypes?.createPolicy('default', {
    createHTML(markup) {
      if (unsafe.test(markup)) {
        throw new TypeError('Blocked markup');
      }
      return markup;
    },
  });
}

/** Replaces the splash with one heading, one sentence and one way on. */
function say(title, sentence, link, cause) {
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
  const way = make('a', 'btn', link.text);
  way.href = link.href;
  if (link.newWindow) {
    way.target = '_blank';
    way.rel = 'noopener';
  } else {
    way.addEventListener('click', (event) => {
      event.preventDefault();
      location.reload();
    });
  }
  const parts = [make('h1', 'boot-title', title), make('p', 'boot-text', sentence), way];
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

async function boot() {
  applyTheme();
  // A page that can be framed can be made to take clicks meant for another page.
  if (window.self !== window.top) {
    say('Loopline does not run inside another page', 'Your data is safe.', {
      text: 'Open it in its own window',
      href: location.href,
      newWindow: true,
    });
    return;
  }
  try {
    guardMarkup();
    await start();
  } catch (error) {
    say(
      'Loopline could not start',
      'Your data stays in this browser.',
      { text: 'Reload', href: location.href },
      String(error?.message ?? error),
    );
    throw error;
  }
}

boot();
