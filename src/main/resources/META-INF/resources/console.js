// For the console: what changes while one looks at it is shown without reloading, and links are whole.
(() => {
  const content = document.querySelector('#content');

  const read = async (address) => {
    const answer = await fetch(address, { redirect: 'manual' });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
  };

  // A round began or ended: other things can be done now. Nobody's half-written words are taken away.
  const refreshAll = async () => {
    if (document.activeElement.closest('form')) return;
    const page = await read(location.href);
    if (page) content.replaceChildren(...page.querySelector('#content').childNodes);
  };

  const refresh = async () => {
    const live = document.querySelector('[data-live]');
    const fresh = await read(live.dataset.part);
    if (!fresh) return;
    const begunOrEnded = (fresh.body.childElementCount > 0) !== (live.childElementCount > 0);
    if (begunOrEnded) await refreshAll();
    else if (!live.contains(document.activeElement)) live.replaceChildren(...fresh.body.childNodes);
  };

  const live = document.querySelector('[data-live]');
  if (live) {
    new EventSource(live.dataset.live).addEventListener('message', () => refresh().catch(() => {}));
  }
  document.querySelectorAll('[data-link]').forEach((link) => {
    link.textContent = location.origin + link.dataset.link;
  });
})();
