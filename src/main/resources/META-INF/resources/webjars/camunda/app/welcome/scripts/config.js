// The cookie of the token bears the port, so that several copies on one host do not disturb each other.
const tokens = document.cookie.split("; ").map((cookie) => cookie.split("=")[0]).filter((name) => name.startsWith("XSRF-TOKEN"));
const own = "XSRF-TOKEN-" + location.port;

export default {
  app: { name: 'Welcome', vendor: 'Dunwell' },
  csrfCookieName: tokens.includes(own) ? own : (tokens[0] ?? 'XSRF-TOKEN'),
  disableWelcomeMessage: true,
};
