// The head of every page: pages, the state of the engine and its time; below it a band that is loud only when it must be.
import {condition, engineNow, engineTime, isHurrying, last} from './live.js';
import {h} from './dom.js';
import {shape} from './figures.js';
import {go, link} from './route.js';
import {clockTime, day, dayTime, hourMinute, number, span, t, zone} from './words.js';

const TABS = ['overview', 'over-time', 'segments', 'clocks', 'alerts', 'stream'];

export function head(route, visitor, setup) {
  const now = engineNow();
  return [
    h('div', {class: 'bar', key: 'bar'},
      h('a', {class: 'brand', href: '#/overview'}, 'Satisflow'),
      h('nav', {class: 'tabs', 'aria-label': t('pages')}, TABS.map(page =>
        h('a', {href: link(page), 'aria-current': route.page === page ? 'page' : null}, t('page.' + page), badge(page)))),
      search(),
      h('div', {class: 'state'},
        h('span', {class: 'beat is-' + condition(), title: t('state.' + condition())},
          h('i', {class: 'dot', 'aria-hidden': 'true'}), h('span', {class: 'beat-word'}, speed())),
        now === null ? null : h('time', {class: 'now', title: t('zone', zone())},
          h('span', {class: 'now-day'}, day(now)), ' ', h('span', {class: 'now-time'}, engineTime().speed > 5 ? hourMinute(now) : clockTime(now)), ' ',
          h('span', {class: 'now-zone'}, zone().split('/').pop().replaceAll('_', ' ')))),
      h('a', {class: 'tool', href: '#/settings', 'aria-label': t('page.settings'), title: t('page.settings'), 'aria-current': route.page === 'settings' ? 'page' : null},
        h('svg', {viewBox: '0 0 16 16', class: 'shape shape-line', 'aria-hidden': 'true'}, h('path', {d: 'M1 4H9M13 4H15M1 12H3M7 12H15M11 2V6M5 10V14'})))),
    band(now),
  ];
}

function badge(page) {
  const alerts = last('alerts'), clocks = last('clocks');
  const count = page === 'alerts' && alerts ? alerts.critical + alerts.warning : page === 'clocks' && clocks ? clocks.breached : 0;
  return count ? h('span', {class: 'badge'}, number(count)) : null;
}

function speed() {
  const state = condition();
  const factor = engineTime()?.speed ?? 1;
  return state === 'live' && isHurrying() ? t('state.behind') : state === 'live' && factor >= 2 ? t('state.fast', Math.round(factor)) : t('state.' + state);
}

function search() {
  return h('form', {class: 'find', role: 'search', onsubmit: event => {
    event.preventDefault();
    const wanted = event.target.elements.id.value.trim();
    if (wanted) go('ticket', {}, wanted);
  }}, h('input', {name: 'id', type: 'search', 'aria-label': t('find'), placeholder: t('find'), autocomplete: 'off', spellcheck: 'false'}));
}

/** What comes first: that nothing can be trusted, then what is critical, then what is late, then that all is well. */
function band(now) {
  const state = condition();
  if (state === 'lost') return loud('lost', t('state.lost.long', now ? dayTime(now) : '–'));
  if (state === 'silent') return loud('lost', t('state.silent.long', span(engineTime().silent_ms / 1000), now ? dayTime(now) : '–'));
  if (engineTime()?.trouble && state !== 'waiting') return loud('lost', t('state.trouble', engineTime().trouble));
  if (state === 'behind') return h('div', {class: 'band is-waiting', key: 'band', role: 'status'}, t('state.behind.long', dayTime(now), dayTime(engineTime().newest)));
  if (state !== 'live') return h('div', {class: 'band is-waiting', key: 'band', role: 'status'}, t(state === 'waiting' ? 'state.waiting.long' : state === 'loading' ? 'state.loading.long' : 'state.connecting'));
  const alerts = last('alerts') ?? {critical: 0, warning: 0, firing: []};
  const clocks = last('clocks') ?? {running: 0, warned: 0, paused: 0, breached: 0};
  const parts = [];
  if (alerts.critical) parts.push(part('critical', 'alerts', t('loud.critical', number(alerts.critical))));
  if (clocks.breached) parts.push(part('breached', 'clocks', t(clocks.breached === 1 ? 'loud.breached.one' : 'loud.breached', number(clocks.breached))));
  if (alerts.warning) parts.push(part('warning', 'alerts', t(alerts.warning === 1 ? 'loud.warning.one' : 'loud.warning', number(alerts.warning))));
  if (clocks.warned) parts.push(part('warned', 'clocks', t('loud.warned', number(clocks.warned))));
  if (!parts.length) return h('div', {class: 'band is-quiet', key: 'band', role: 'status'}, shape('ok', 'good'), h('strong', {}, t('quiet')), h('span', {}, t('quiet.long', number(clocks.running + clocks.paused))));
  const isLoud = alerts.critical || clocks.breached;
  return h('div', {class: 'band ' + (isLoud ? 'is-loud' : 'is-warm'), key: 'band', role: 'status'}, parts);
}

const part = (name, page, words) => h('a', {href: link(page)}, shape(name, 'inherit'), words);

const loud = (name, words) => h('div', {class: 'band is-' + name, key: 'band', role: 'alert'}, shape('warning', 'inherit'), h('strong', {}, words));
