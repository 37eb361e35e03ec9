// What the person at this browser has chosen; kept by the browser, never sent.

const KEY = 'satisflow.wall';
const USUAL = {language: null, theme: 'system', density: 'usual', zone: 'team', sound: false,
  display: {pages: ['overview', 'clocks', 'alerts'], seconds: {overview: 30, clocks: 20, alerts: 20}}};

const listeners = new Set();
let chosen = {...USUAL};
try {
  chosen = {...USUAL, ...JSON.parse(localStorage.getItem(KEY) ?? '{}')};
} catch { /* Without storage the usual holds. */ }

export const choices = () => chosen;

export function choose(more) {
  chosen = {...chosen, ...more};
  try { localStorage.setItem(KEY, JSON.stringify(chosen)); } catch { /* It holds as long as the page. */ }
  for (const listener of listeners) listener();
}

export const whenChosen = listener => listeners.add(listener);
