import { settings } from '/desk/engine-apps.js';

export default await settings('cockpit', 'Cockpit');
