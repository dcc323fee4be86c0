// Keeps the shell of the log and nothing else: no page of a person, no answer of the server about anybody.
"use strict";
const KEPT = {{ kept|safe }};
const NAME = "nastavnik-log-{{ name }}";

async function keep() {
  const cache = await caches.open(NAME);
  // Without cookies: what is kept is the page as a stranger sees it.
  await Promise.all(KEPT.map(async function (path) {
    const answer = await fetch(new Request(path, { credentials: "omit", cache: "reload" }));
    if (!answer.ok) throw new Error(path);
    await cache.put(path, answer);
  }));
  await self.skipWaiting();
}

async function tidy() {
  for (const name of await caches.keys()) {
    if (name.startsWith("nastavnik-log-") && name !== NAME) await caches.delete(name);
  }
  await self.clients.claim();
}

async function answer(request, path) {
  const cache = await caches.open(NAME);
  return (await cache.match(path)) || fetch(request);
}

self.addEventListener("install", function (event) { event.waitUntil(keep()); });
self.addEventListener("activate", function (event) { event.waitUntil(tidy()); });
self.addEventListener("fetch", function (event) {
  const url = new URL(event.request.url);
  const kept = event.request.method === "GET" && url.origin === self.location.origin && KEPT.includes(url.pathname);
  if (kept) event.respondWith(answer(event.request, url.pathname));
});
