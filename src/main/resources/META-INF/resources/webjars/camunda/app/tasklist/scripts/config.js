// as fresh as this file: the browser keeps everything else of the desk for a year
const { settings } = await import('/desk/engine-apps.js' + new URL(import.meta.url).search);

// what is most urgent stands first, until somebody chooses another order
if (!location.hash.includes('sorting=')) {
  const [path, query] = location.hash.slice(1).split('?');
  const sorting = 'sorting=' + encodeURIComponent(JSON.stringify([{ sortBy: 'priority', sortOrder: 'desc' }]));
  history.replaceState(null, '', `#${path || '/'}?${query ? query + '&' : ''}${sorting}`);
}

export default await settings('tasklist', 'Tasklist', {
  customScripts: ['scripts/invoice/plugin.js'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'claims the currently selected task' },
    focusFilter: { key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list' },
    focusList: { key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list' },
    focusForm: { key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form' },
  },
});
