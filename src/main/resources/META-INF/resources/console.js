// For the console: what changes while one looks at it is shown without reloading, and links are whole.
(() => {
  const live = document.querySelector('[data-live]');

  const refresh = async () => {
    const answer = await fetch(location.href, { redirect: 'manual' });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('[data-live]');
    const busy = live.contains(document.activeElement) && document.activeElement !== document.body;
    if (fresh && !busy) live.replaceChildren(...fresh.childNodes);
  };

  if (live) {
    new EventSource(live.dataset.live).addEventListener('message', () => refresh().catch(() => {}));
  }
  document.querySelectorAll('[data-link]').forEach((link) => {
    link.textContent = location.origin + link.dataset.link;
  });
})();
