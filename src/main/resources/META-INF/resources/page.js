// For every page: light or dark, and local times. Runs before the first paint, so that a remembered choice never flashes the
// other one.
(() => {
  const root = document.documentElement;
  const remembered = () => {
    try {
      return localStorage.getItem('theme');
    } catch {
      return null; // storage may be forbidden; the system's choice is then good enough
    }
  };
  const show = (theme) => {
    if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  };
  root.classList.add('js');
  show(remembered());

  const switchTheme = () => {
    const dark = root.dataset.theme
      ? root.dataset.theme === 'dark'
      : matchMedia('(prefers-color-scheme: dark)').matches;
    const theme = dark ? 'light' : 'dark';
    show(theme);
    try {
      localStorage.setItem('theme', theme);
    } catch {
      // shown for this page only
    }
    root.dispatchEvent(new Event('themechange'));
  };

  /** Dates stand in UTC; hovering tells the reader's own time. */
  const localTimes = () => {
    const local = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
    document.querySelectorAll('time[datetime]').forEach((time) => {
      time.title = local.format(new Date(time.dateTime));
    });
  };

  document.addEventListener('DOMContentLoaded', () => {
    document.querySelector('[data-theme-switch]').addEventListener('click', switchTheme);
    localTimes();
  });
})();
