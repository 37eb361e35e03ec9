// What one customer said, and the tickets of it.
import {get} from '../api.js';
import {fill, h} from '../dom.js';
import {engineNow, on} from '../live.js';
import {clockLine, empty, saying, ticketLink} from '../parts.js';
import {throttled} from '../refresh.js';
import {t, word} from '../words.js';

export function open(root, route) {
  let found = null;
  const draw = () => fill(root,
    h('div', {class: 'title', key: 'title'}, h('h1', {}, route.id), h('span', {class: 'muted'}, t('customer'))),
    found === null ? empty(t('loading')) : h('div', {class: 'columns is-two', key: 'columns'},
      h('section', {class: 'panel', key: 'words'}, h('h2', {}, t('customer.words')), found.feedback.length ? found.feedback.map(feedback => saying(feedback, engineNow())) : empty(t('story.none'))),
      h('section', {class: 'panel', key: 'tickets'}, h('h2', {}, t('customer.tickets')), found.tickets.length ? tickets(found.tickets) : empty(t('story.none')))));
  const refresh = throttled(async () => { found = await get('customers/' + encodeURIComponent(route.id)); draw(); }, 5_000);
  const off = on('clocks', refresh);
  draw();
  refresh();
  return {redraw: draw, close: () => { off(); refresh.close(); }};
}

export const tickets = list => h('ul', {class: 'lines'}, list.map(ticket => h('li', {key: ticket.id, class: 'line is-block'},
  h('p', {class: 'ticket-head'}, ticketLink(ticket.id), ' ', h('span', {}, ticket.subject), ' ', ticket.status ? h('span', {class: 'tag'}, word('status', ticket.status)) : null, h('span', {class: 'muted'}, [ticket.team, ticket.owner].filter(Boolean).join(' · '))),
  ticket.clocks.length ? h('ul', {class: 'lines'}, ticket.clocks.map(clock => clockLine(clock, engineNow()))) : null)));
