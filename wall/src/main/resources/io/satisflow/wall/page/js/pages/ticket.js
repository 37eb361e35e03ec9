// The story of a ticket: every event, and what each did to which clock.
import {get, Refusal} from '../api.js';
import {fill, h} from '../dom.js';
import {shape} from '../figures.js';
import {engineNow, on} from '../live.js';
import {clockLine, empty, saying} from '../parts.js';
import {throttled} from '../refresh.js';
import {go, link} from '../route.js';
import {dayTime, number, span, t, word} from '../words.js';

const STANDING = {breach: 'breached', warn: 'warned', fulfil: 'met', pause: 'paused', cancel: 'paused', retract: 'same', activate: 'running', resume: 'running', apply_policy: 'same'};
const HIDDEN = new Set(['to', 'team', 'status', 'priority', 'group']);

export function open(root, route) {
  let found = null, isGone = false;
  const draw = () => fill(root, isGone ? empty(t('gone'), route.id) : found === null ? empty(t('loading')) : page(found));
  const refresh = throttled(async () => {
    try {
      found = await get('tickets/' + encodeURIComponent(route.id));
    } catch (failure) {
      if (!(failure instanceof Refusal) || failure.status !== 404) throw failure;
      // What was looked for may be a customer.
      const customer = await get('customers/' + encodeURIComponent(route.id));
      if (customer.feedback.length || customer.tickets.length) { go('customer', {}, route.id); return; }
      isGone = true;
    }
    draw();
  }, 2_000);
  const off = on('clocks', refresh);
  const ticking = setInterval(draw, 1_000);
  draw();
  refresh();
  return {redraw: draw, close: () => { off(); clearInterval(ticking); refresh.close(); }};
}

function page({ticket, story, forgotten}) {
  const now = engineNow();
  return [
    h('div', {class: 'title', key: 'title'}, h('h1', {}, ticket.id), ticket.subject ? h('span', {class: 'subject'}, ticket.subject) : null),
    h('p', {class: 'facts', key: 'facts'},
      [['status', ticket.status && word('status', ticket.status)], ['priority', ticket.priority && word('priority', ticket.priority)], ['team', ticket.team], ['owner', ticket.owner], ['channel', ticket.channel]]
        .filter(([, value]) => value).map(([name, value]) => h('span', {key: name}, h('span', {class: 'muted'}, t(name)), ' ', value)),
      ticket.customer ? h('span', {key: 'customer'}, h('span', {class: 'muted'}, t('customer')), ' ', h('a', {class: 'id', href: link('customer', {}, ticket.customer)}, ticket.customer)) : null),
    ticket.clocks.length ? h('section', {class: 'panel', key: 'clocks'}, h('h2', {}, t('page.clocks')), h('ul', {class: 'lines'}, ticket.clocks.map(clock => clockLine(clock, now)))) : null,
    h('section', {class: 'panel', key: 'story'}, h('h2', {}, t('story')), forgotten ? h('p', {class: 'muted'}, t('story.forgotten', number(forgotten))) : null,
      story.length ? h('ol', {class: 'story'}, story.map((step, index) => h('li', {key: String(index), class: 'step is-' + step.type},
        h('time', {class: 'muted'}, dayTime(step.at)),
        h('div', {class: 'step-body'},
          step.type === 'clock' ? null : h('p', {}, h('strong', {}, word('event', step.type)), details(step)),
          step.feedback?.text ? saying(step.feedback, now) : null,
          step.clocks.map(said => clockWord(said)))))) : empty(t('story.none'))),
  ];
}

const details = step => Object.entries(step.details).filter(([name, value]) => value && !name.startsWith('attributes.') && (!HIDDEN.has(name) || step.type === name || name === 'status' || (name === 'to' && step.type === 'assigned')))
  .map(([name, value]) => h('span', {class: 'tag', key: name}, name === 'status' ? word('status', value) : name === 'priority' ? word('priority', value) : value));

const clockWord = said => h('p', {class: 'step-clock', key: said.clock + said.instance + said.event},
  shape(STANDING[said.event] ?? 'same'), h('strong', {}, word('clock', said.clock)), ' ', t('said.' + said.event),
  h('span', {class: 'muted'}, said.event === 'fulfil' ? t('took', span(said.consumed_s)) : said.due && said.event !== 'breach' ? t('due-at', dayTime(said.due)) : '', said.reason && said.reason !== said.event ? ' · ' + said.reason.replaceAll('_', ' ') : ''));
