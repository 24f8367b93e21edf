// as fresh as this file: the browser keeps everything else of the desk for a year
const { settings } = await import('/desk/engine-apps.js' + new URL(import.meta.url).search);

export default await settings('cockpit', 'Cockpit');
