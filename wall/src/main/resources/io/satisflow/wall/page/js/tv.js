// TV mode: chosen pages take turns, without pointer or controls. `?tv=1` in the view's address turns it on.
import {choices} from './choices.js';
import {condition} from './live.js';
import {go, parse} from './route.js';

const A_NIGHT_MS = 12 * 3600_000;
const openedAt = Date.now();
let timer = null;

export const isDisplay = () => parse().query.tv === '1';

export function turnPages() {
  const plan = () => {
    clearTimeout(timer);
    if (!isDisplay()) return;
    const page = parse().page;
    timer = setTimeout(next, 1000 * Math.max(5, choices().display.seconds[page] ?? 30));
  };
  const next = () => {
    // A page that has been open for days starts afresh twice a day, when there is somebody to answer.
    if (Date.now() - openedAt > A_NIGHT_MS && condition() === 'live') { location.reload(); return; }
    const pages = choices().display.pages;
    const following = pages[(pages.indexOf(parse().page) + 1) % pages.length] ?? 'overview';
    if (following === parse().page) { plan(); return; }
    go(following, {tv: '1'});
  };
  window.addEventListener('hashchange', plan);
  window.addEventListener('keydown', event => {
    if (event.key === 'Escape' && isDisplay()) go(parse().page);
    if (event.key === 'ArrowRight' && isDisplay()) next();
  });
  plan();
}
