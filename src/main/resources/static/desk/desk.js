// Small comforts only: every page works without this file, except for dialogs and progress.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');

  const on = (type, selector, act) =>
    document.addEventListener(type, (event) => {
      const target = event.target instanceof Element ? event.target.closest(selector) : null;
      if (target) act(target, event);
    });

  // a chosen day reads as it does everywhere else; whoever enters the field types as his browser has it
  const DATES = 'input[type="date"]';
  const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const sayDate = (field) => {
    const [year, month, day] = field.value.split('-').map(Number);
    field.dataset.words = day ? `${day} ${MONTHS[month - 1]} ${year}` : '';
  };
  document.querySelectorAll(DATES).forEach(sayDate);
  on('input', DATES, sayDate);
  on('change', DATES, sayDate);

  on('click', '.menu-toggle', (button) => {
    const side = button.closest('.side');
    button.setAttribute('aria-expanded', String(side.classList.toggle('open')));
  });
  document.addEventListener('click', (event) => {
    const side = document.querySelector('.side.open');
    if (side && !side.contains(event.target)) {
      side.classList.remove('open');
      side.querySelector('.menu-toggle').setAttribute('aria-expanded', 'false');
    }
  });
  on('click', '[data-dialog]', (button, event) => {
    const dialog = document.getElementById(button.dataset.dialog);
    if (!dialog) return;
    event.preventDefault();
    for (const [name, value] of Object.entries(button.dataset)) {
      if (!name.startsWith('set')) continue;
      const field = dialog.querySelector(`[name="${name.charAt(3).toLowerCase()}${name.slice(4)}"]`);
      if (field) field.value = value;
    }
    dialog.querySelectorAll(DATES).forEach(sayDate);
    dialog.showModal();
  });
  on('click', 'dialog [data-close]', (button) => button.closest('dialog').close());
  on('change', '[data-submit]', (field) => field.form.requestSubmit());
  on('submit', 'form[data-confirm]', (form, event) => {
    if (!window.confirm(form.dataset.confirm)) event.preventDefault();
  });
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method !== 'post') return;
    // after this turn, so that the pressed button's own value is still sent
    setTimeout(() => event.target.querySelectorAll('button').forEach((b) => (b.disabled = true)));
  });
  window.addEventListener('pageshow', () =>
    document.querySelectorAll('form button[disabled]:not([data-off])').forEach((b) => (b.disabled = false)));
  document.addEventListener('click', (event) =>
    document.querySelectorAll('details.menu[open]').forEach((menu) => {
      if (!menu.contains(event.target)) menu.open = false;
    }));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') document.querySelectorAll('details.menu[open]').forEach((m) => (m.open = false));
    const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement?.tagName ?? '');
    if (event.key === '/' && !typing) {
      document.querySelector('.finder input')?.focus();
      event.preventDefault();
    }
  });

  // <div id="x" data-refresh="2">: fetched again every 2 seconds for as long as the server says so
  const refresh = async (element) => {
    try {
      const answer = await fetch(location.href, { headers: { Accept: 'text/html' } });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(element.id);
      if (!answer.ok || !fresh) return;
      element.replaceWith(fresh);
      schedule(fresh);
    } catch {
      schedule(element);
    }
  };
  const schedule = (element) => {
    const seconds = Number(element.dataset.refresh);
    if (seconds > 0) setTimeout(() => refresh(element), seconds * 1000);
  };
  document.querySelectorAll('[data-refresh][id]').forEach(schedule);

  // <input name="contract" data-offers="items">: what it offers is fetched for what was entered
  const offer = async (field) => {
    try {
      const page = `${location.pathname}?${new URLSearchParams({ [field.name]: field.value })}`;
      const answer = await fetch(page, { headers: { Accept: 'text/html' } });
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(field.dataset.offers);
      if (answer.ok && fresh) document.getElementById(fresh.id).replaceWith(fresh);
    } catch {
      // without it everything can still be typed
    }
  };
  on('change', '[data-offers]', offer);
  document.querySelectorAll('[data-offers]').forEach((field) => field.value && offer(field));
  document.querySelectorAll('dialog[data-open]').forEach((dialog) => dialog.showModal());
})();
