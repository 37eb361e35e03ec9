// The frame around the pages: who is there, what is shown, how the engine is.
import {get, session, say, Refusal} from './api.js';
import {choices, whenChosen} from './choices.js';
import {fill, h} from './dom.js';
import {head} from './head.js';
import * as live from './live.js';
import {login} from './pages/login.js';
import {setMetrics} from './measures.js';
import {viewOf} from './parts.js';
import {parse, link} from './route.js';
import {sounds} from './sound.js';
import {isDisplay, turnPages} from './tv.js';
import {language, setTeam, t} from './words.js';

const PAGES = ['overview', 'over-time', 'segments', 'clocks', 'alerts', 'stream', 'ticket', 'customer', 'settings'];
const main = document.getElementById('main');
const header = document.getElementById('head');
let shown = null;
let visitor = null;
let setup = null;
let turn = 0;

function dress() {
  const root = document.documentElement;
  root.lang = language();
  root.dataset.theme = choices().theme;
  root.dataset.density = choices().density;
  root.dataset.condition = live.condition();
  root.classList.toggle('tv', isDisplay());
  document.querySelector('.skip').textContent = t('skip');
}

function drawHead() {
  dress();
  fill(header, head(parse(), visitor, setup));
}

const nameOf = page => PAGES.includes(page) ? page : 'overview';
const load = page => import(`./pages/${nameOf(page)}.js`);

async function show() {
  const route = parse();
  if (route.page === 'join') { await join(route.query.link); return; }
  const name = nameOf(route.page);
  if (shown?.name === name && shown.id === route.id) {
    drawHead();
    shown.page.adjust?.(route);
    return;
  }
  const mine = ++turn;
  const module = await load(name);
  if (mine !== turn) return;
  shown?.page.close?.();
  main.replaceChildren();
  document.title = t('page.' + name) + ' · Satisflow';
  drawHead();
  shown = {name, id: route.id, page: module.open(main, route, {setup: () => setup, visitor: () => visitor})};
  document.documentElement.dataset.view = name;
  if (!isDisplay()) main.scrollTo?.(0, 0);
}

/** A screen that comes by a link gets its cookie, and forgets the secret. */
async function join(secret) {
  try {
    await say('POST', 'session', {link: secret});
    history.replaceState(null, '', '#/overview?tv=1');
    location.reload();
  } catch (failure) {
    fill(main, login(failure));
  }
}

async function begin() {
  if (parse().page === 'join') { await join(parse().query.link); return; }
  // Asked for together: who is there, what there is to show, and the page that shows it.
  const early = get('setup').catch(() => null);
  load(parse().page).catch(() => {});
  visitor = await session();
  if (visitor.role === 'none') {
    dress();
    fill(main, login(null));
    return;
  }
  await openAlert(new URLSearchParams(location.search).get('alert'));
  await refreshSetup(await early);
  live.start();
  sounds();
  turnPages();
  window.addEventListener('hashchange', () => show());
  whenChosen(() => { drawHead(); shown?.page.redraw?.(); });
  live.on('time', drawHead);
  live.on('alerts', drawHead);
  live.on('clocks', drawHead);
  setInterval(drawHead, 1_000);
  setInterval(() => refreshSetup().catch(() => {}), 60_000);
  await show();
}

/** What a link in a chat means: the segment and time that an alert is about, or the alert of a ticket. */
async function openAlert(id) {
  if (!id) return;
  let view = link('alerts', {}, id);
  try {
    const alert = await get('alerts/' + encodeURIComponent(id));
    if (!alert.facts.ticket) view = viewOf(alert);
  } catch { /* The page of alerts says that there is none. */ }
  history.replaceState(null, '', location.pathname + view);
}

/** @param early an answer that is there already; null for none */
async function refreshSetup(early = null) {
  const fresh = early ?? await get('setup');
  const isNew = JSON.stringify(fresh) !== JSON.stringify(setup);
  setup = fresh;
  setTeam(setup);
  setMetrics(setup.metrics);
  if (isNew) shown?.page.redraw?.();
}

async function keepTrying() {
  for (;;) {
    try { await begin(); return; } catch (failure) {
      dress();
      if (failure instanceof Refusal && failure.status === 401) { fill(main, login(null)); return; }
      fill(main, h('p', {class: 'empty'}, t('state.connecting')));
      await new Promise(done => setTimeout(done, 2_000));
    }
  }
}

// The first windows come while the page is open: until there are some, ask more often.
live.on('scores', () => { if (setup && setup.windows.length === 0) refreshSetup().catch(() => {}); });
keepTrying();
