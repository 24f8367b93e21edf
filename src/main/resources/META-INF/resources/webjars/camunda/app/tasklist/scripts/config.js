// The cookie of the token bears the port, so that several copies on one host do not disturb each other.
const tokens = document.cookie.split("; ").map((cookie) => cookie.split("=")[0]).filter((name) => name.startsWith("XSRF-TOKEN"));
const own = "XSRF-TOKEN-" + location.port;

export default {
  app: { name: 'Tasklist', vendor: 'Dunwell' },
  csrfCookieName: tokens.includes(own) ? own : (tokens[0] ?? 'XSRF-TOKEN'),
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
  },
};
