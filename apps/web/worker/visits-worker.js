/* Serves the pages under /visits where there is no connection. It keeps what was built and nothing else: no answer of the API ever
   passes through it. The build writes the list of files and their version into it. */
const ASSETS = self.__ASSETS__;
const CACHE = `fundguard-visits-${self.__VERSION__}`;
const SHELL = '/visits';
const PATIENCE = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll([SHELL, '/shield.svg', ...ASSETS])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith('fundguard-visits-') && name !== CACHE);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/') || pathname === '/shield.svg') event.respondWith(asset(request));
});

/** The newest page where it can be had in time, the kept one otherwise. */
async function page(request) {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE);
  try {
    return await fetch(request.url, { credentials: 'same-origin', cache: 'no-cache', signal: waiting.signal });
  } catch {
    return (await caches.match(SHELL, { cacheName: CACHE })) ?? Response.error();
  } finally {
    clearTimeout(timer);
  }
}

const asset = async (request) => (await caches.match(request, { cacheName: CACHE })) ?? fetch(request);
