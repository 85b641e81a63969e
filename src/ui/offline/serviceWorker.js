/**
 * Keeps the files of one build in the browser, so that the editor opens without a network. The build puts its version and
 * the list of its files in front, as `self.build`. A build is kept wholly or not at all, and answers only the pages that began
 * with it: the next one waits until they are closed, or until somebody asks for it.
 */
const { version, files } = self.build;
const prefix = `vpcanvas ${self.registration.scope} `;
const name = prefix + version;
/** More requests at once would only wait for one another. */
const atOnce = 8;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(self.registration.scope))
    event.respondWith(answerFor(request));
});

async function keepAll() {
  const cache = await caches.open(name);
  const left = [...files];
  const keepSome = async () => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) {
      // Asked of the server again where it has no hash in its name: an older copy would be of another build.
      const response = await fetch(new Request(file, { cache: 'no-cache' }));
      if (!response.ok) throw new Error(`${file}: ${response.status}`);
      await cache.put(file, response);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, keepSome));
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(
    names.filter((each) => each.startsWith(prefix) && each !== name).map((each) => caches.delete(each)),
  );
}

async function answerFor(request) {
  const cache = await caches.open(name);
  const kept = await cache.match(isPage(request) ? './' : request, { ignoreVary: true });
  if (kept !== undefined) return kept;
  const response = await fetch(request);
  // What is large and seldom used is kept once it was used, and so are the icons that people chose.
  if (response.ok && /^(?:assets|icons)\//.test(request.url.slice(self.registration.scope.length)))
    await cache.put(request, response.clone()).catch(() => undefined);
  return response;
}

function isPage({ mode, url }) {
  const path = url.slice(self.registration.scope.length).replace(/[?#].*$/s, '');
  return mode === 'navigate' && (path === '' || path === 'index.html');
}
