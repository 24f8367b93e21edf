// What Dunwell settles for Camunda's applications before they start: their names, the token's cookie,
// and their words. Some headings are written once, at the start, whether the words have come or not;
// so they are fetched first and laid where the applications look for what they fetched before.

// The cookie of the token bears the port, so that several copies on one host do not disturb each other.
function tokenCookie() {
  const own = 'XSRF-TOKEN-' + location.port;
  const tokens = document.cookie.split('; ').map((cookie) => cookie.split('=')[0]).filter((name) => name.startsWith('XSRF-TOKEN'));
  return tokens.includes(own) ? own : (tokens[0] ?? 'XSRF-TOKEN');
}

async function layWordsOut(app) {
  const place = `${document.querySelector('base').getAttribute('app-root')}/app/${app}/locales/`;
  const entry = `${place}_locales_data_en_${window.bust}`;
  try {
    const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
    if (!kept[entry]) {
      const words = await (await fetch(`${place}en.json?bust=${window.bust}`)).json();
      localStorage.setItem('camunda-web', JSON.stringify({ ...kept, [entry]: JSON.stringify(words) }));
    }
  } catch (unavailable) {
    console.warn('The words of ' + app + ' come later', unavailable);
  }
}

// The first visit after a start takes long on a slow machine; giving up after seven seconds leaves an empty page.
function waitForModules() {
  window.require?.config?.({ waitSeconds: 0 });
}

export async function settings(app, name, own = {}) {
  waitForModules();
  await layWordsOut(app);
  return { app: { name, vendor: 'Dunwell' }, csrfCookieName: tokenCookie(), disableWelcomeMessage: true, ...own };
}
