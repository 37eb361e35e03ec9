// The promises to customers that are not kept yet, the soonest first, counting down.
import {get} from '../api.js';
import {fill, h} from '../dom.js';
import {shape} from '../figures.js';
import {engineNow, last, on} from '../live.js';
import {empty, fuse, ticketLink, timeLeft} from '../parts.js';
import {throttled} from '../refresh.js';
import {link, parse} from '../route.js';
import {number, span, t, when, word} from '../words.js';

const STANDINGS = ['breached', 'warned', 'running', 'paused'];

export function open(root) {
  let clocks = null;
  const draw = () => fill(root, page(clocks));
  const refresh = throttled(async () => {
    const {team, standing} = parse().query;
    clocks = await get('clocks', {team, standing});
    draw();
  }, 1_500);
  const off = [on('clocks', refresh)];
  const ticking = setInterval(draw, 1_000);
  draw();
  refresh();
  return {adjust: () => { draw(); refresh(); }, redraw: draw, close: () => { off.forEach(stop => stop()); clearInterval(ticking); refresh.close(); }};
}

function page(clocks) {
  const {query} = parse();
  const counts = last('clocks') ?? clocks?.counts;
  const total = counts ? STANDINGS.reduce((sum, name) => sum + counts[name], 0) : 0;
  return [
    h('div', {class: 'title', key: 'title'}, h('h1', {}, t('page.clocks'))),
    h('div', {class: 'sums', key: 'sums'}, STANDINGS.map(name => h('a', {key: name, class: 'sum is-' + name + (counts?.[name] ? '' : ' is-zero'), href: link('clocks', {...query, standing: query.standing === name ? null : name}), 'aria-current': query.standing === name ? 'true' : null},
      shape(name, counts?.[name] ? name : 'muted'), h('b', {}, counts ? number(counts[name]) : '–'), h('span', {}, t('standing.' + name))))),
    h('div', {class: 'with-side', key: 'body'}, side(clocks, query), clocks === null ? empty(t('loading')) : clocks.clocks.length ? table(clocks) : empty(t(total ? 'clocks.none.here' : 'clocks.none'), total ? '' : t('clocks.none.long'))),
  ];
}

function side(clocks, query) {
  const teams = clocks?.teams ?? [];
  if (teams.length < 2 && !query.team) return null;
  return h('nav', {class: 'side', 'aria-label': t('team')},
    h('a', {key: '', href: link('clocks', {...query, team: null}), 'aria-current': query.team ? null : 'true'}, t('team.all')),
    teams.map(team => h('a', {key: team.team + '!', href: link('clocks', {...query, team: team.team}), 'aria-current': query.team === team.team ? 'true' : null},
      h('span', {class: 'side-name', title: team.team}, team.team || t('team.none')),
      team.breached ? h('span', {class: 'side-count is-breached'}, shape('breached'), number(team.breached)) : null,
      team.warned ? h('span', {class: 'side-count is-warned'}, shape('warned'), number(team.warned)) : null,
      h('span', {class: 'side-count'}, number(team.running + team.paused + team.breached + team.warned)))));
}

function table(clocks) {
  const now = engineNow();
  return h('div', {class: 'scroll'}, h('table', {class: 'clocks'},
    h('thead', {}, h('tr', {}, ['time-left', 'clock', 'ticket', 'subject', 'team', 'owner', 'due'].map(name => h('th', {scope: 'col', class: 'col-' + name}, t(name))))),
    h('tbody', {}, clocks.clocks.map(clock => row(clock, now)))),
    clocks.left_out ? h('p', {class: 'muted note'}, t('left-out', number(clocks.left_out))) : null);
}

const row = (clock, now) => h('tr', {key: `${clock.ticket}/${clock.clock}/${clock.instance}`, class: 'is-' + clock.standing},
  h('td', {class: 'col-time-left'}, h('span', {class: 'with-shape'}, shape(clock.standing), timeLeft(clock, now)), fuse(clock, now)),
  h('td', {class: 'col-clock'}, word('clock', clock.clock), h('small', {class: 'muted'}, t('of-target', span(clock.target_s)), ' ', t(clock.time))),
  h('td', {class: 'col-ticket'}, ticketLink(clock.ticket), clock.priority ? h('small', {class: 'muted'}, word('priority', clock.priority)) : null),
  h('td', {class: 'col-subject', title: clock.subject}, clock.subject),
  h('td', {class: 'col-team', title: clock.team}, clock.team),
  h('td', {class: 'col-owner', title: clock.owner}, clock.owner),
  h('td', {class: 'col-due'}, clock.due ? when(clock.due, now) : t('paused')));
