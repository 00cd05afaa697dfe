/**
 * Opens the writing page without a network: keeps the page and its own files of one release. Nothing of the API is kept
 * here; what people write lives in the database of the browser. The build writes in which files there are.
 */
declare const KEPT_FILES: readonly string[];
declare const RELEASE_KEY: string;

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  request: Request;
  respondWith(reply: Promise<Response>): void;
}

const PAGE = '/viet/moi';
const NAME = `viet ${RELEASE_KEY}`;
const PATIENCE = 4_000;

addEventListener('install', (event) => {
  (event as Extendable).waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll([PAGE, ...KEPT_FILES]))
      .then(() => Reflect.get(self, 'skipWaiting').call(self)),
  );
});

/** The release before this one stays too: a page that is still open may fetch its editor from there. */
addEventListener('activate', (event) => {
  const old = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('viet ') && name !== NAME);
    await Promise.all(names.slice(0, -1).map((name) => caches.delete(name)));
    await Reflect.get(self, 'clients').claim();
  };
  (event as Extendable).waitUntil(old());
});

addEventListener('fetch', (event) => {
  const { request, respondWith } = event as Fetching;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') respondWith.call(event, page(request));
  else if (url.pathname.startsWith('/app/write/')) respondWith.call(event, file(request));
});

/** The newest page where the network answers soon, else the kept one. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(NAME)).match(PAGE);
  if (!kept) return await fetch(request);
  const soon = AbortSignal.timeout(PATIENCE);
  const fresh = await fetch(request.url, { signal: soon, credentials: 'same-origin' }).catch(() => undefined);
  return fresh?.ok ? fresh : kept;
}

const file = async (request: Request): Promise<Response> => (await caches.match(request)) ?? (await fetch(request));
