// Parts that more than one page shows.
import {h} from './dom.js';
import {shape} from './figures.js';
import {engineNow} from './live.js';
import {say} from './measures.js';
import {link} from './route.js';
import {countdown, metricName, number, parseSegment, segmentName, span, t, when, word, dayTime} from './words.js';

export const empty = (title, words = '') => h('div', {class: 'empty'}, h('strong', {}, title), words ? h('span', {}, words) : null);

/** A group of links of which one is chosen. */
export const tabs = (label, choices) => h('div', {class: 'choice', role: 'group', 'aria-label': label},
  choices.map(({name, href, isChosen, count, onclick}) => h(href ? 'a' : 'button', {key: name, href, onclick, type: href ? null : 'button',
    'aria-current': href && isChosen ? 'true' : null, 'aria-pressed': href ? null : String(Boolean(isChosen))},
  name, count ? h('span', {class: 'badge'}, number(count)) : null)));

export const select = (label, chosen, options, onchoose) => h('label', {class: 'field'}, h('span', {}, label),
  h('select', {value: chosen, onchange: event => onchoose(event.target.value)},
    options.map(([value, text]) => h('option', {value, selected: value === chosen}, text))));

/** How long a clock has, or is over; words for screen readers, digits for the eye. */
export function timeLeft(clock, now = engineNow()) {
  if (clock.standing === 'paused' || !clock.due) {
    return h('span', {class: 'left is-paused'}, t('left', span(clock.target_s - clock.consumed_s)));
  }
  const seconds = now === null ? 0 : (Date.parse(clock.due) - now) / 1000;
  return h('span', {class: 'left is-' + (seconds < 0 ? 'breached' : clock.standing)}, (seconds < 0 ? '\u2212' : '') + countdown(seconds));
}

/** Of the whole promise, how much is used; full when it is broken. Working time is known to the second in its last stretch only. */
export function fuse(clock, now = engineNow()) {
  const left = clock.due && now !== null ? (Date.parse(clock.due) - now) / 1000 : clock.target_s - clock.consumed_s;
  const whole = clock.target_s || 1;
  const used = clock.standing === 'breached' ? 1 : Math.min(1, Math.max(0, clock.time === 'business' && left > whole ? clock.consumed_s / whole : 1 - left / whole));
  return h('svg', {class: 'fuse is-' + clock.standing, viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    h('rect', {class: 'fuse-whole', x: 0, y: 1, width: 100, height: 4}), h('rect', {class: 'fuse-used', x: 0, y: 1, width: (100 * used).toFixed(1), height: 4}));
}

/** Where in a long list one is, and the way on; nothing when it is short. */
export function pager(page, size, total, hrefOf) {
  if (total <= size) return null;
  const step = (to, key, label, sign) => h(to < 0 || to * size >= total ? 'span' : 'a', {key, class: 'button' + (to < 0 || to * size >= total ? ' is-off' : ''), href: to < 0 || to * size >= total ? null : hrefOf(to), 'aria-label': label, title: label}, sign);
  return h('nav', {class: 'pager', 'aria-label': t('pages'), key: 'pager'}, step(page - 1, 'before', t('pages.before'), '‹'),
    h('span', {class: 'muted'}, t('pages.of', number(page * size + 1), number(Math.min(total, (page + 1) * size)), number(total))), step(page + 1, 'after', t('pages.after'), '›'));
}

export const ticketLink = (id, words = id) => h('a', {href: link('ticket', {}, id), class: 'id'}, words);

/** What moved a score: a part of the feedback, an aspect, the time of day and week, or all the rest. */
export const driverName = name => name.includes('=') ? segmentName(parseSegment(name)) : name === '(other)' ? t('segment.other') : name.startsWith('(time') ? t('driver.rhythm') : word('aspect', name);

export const where = facts => segmentName(parseSegment(facts.segment ?? ''));

const figure = (facts, name) => facts[name] === undefined ? '?' : say(facts.metric, Number(facts[name]));

/** What an alert says, in one line, in the reader's language; in the engine's words where it says something new. */
export function sentence(alert) {
  const facts = alert.facts;
  if (alert.state === 'no_data' && facts.metric) return t('alert.no_data', metricName(facts.metric));
  if (facts.ticket && facts.clock) return t(facts.event === 'warn' ? 'alert.warn' : 'alert.breach', word('clock', facts.clock));
  if (facts.metric && facts.direction) return t('alert.drift.' + facts.direction, metricName(facts.metric), figure(facts, 'from'), figure(facts, 'to'));
  if (facts.metric && facts.threshold) return t('alert.threshold', metricName(facts.metric), figure(facts, 'value'), figure(facts, 'threshold'));
  return facts.summary ?? alert.rule;
}

export const place = alert => alert.facts.ticket ? alert.facts.ticket : where(alert.facts);

/** Where the wall shows what an alert is about: its segment at its time, or its ticket. */
export function viewOf(alert) {
  if (alert.facts.ticket) return link('ticket', {}, alert.facts.ticket);
  return link('over-time', {segment: alert.facts.segment === 'all' ? '(all)' : alert.facts.segment, metric: alert.facts.metric, window: alert.facts.window, at: begun(alert)});
}

/** A change began before it was sure enough to be told. */
export const begun = alert => alert.facts.since ?? alert.since;

/** One line for lists on other pages. */
export const alertLine = (alert, now = engineNow()) => h('li', {key: alert.id, class: 'line is-' + alert.severity},
  shape(alert.severity),
  h('a', {class: 'line-main', href: link('alerts', {}, alert.id)}, h('strong', {}, sentence(alert)), ' ', h('span', {class: 'muted'}, place(alert))),
  alert.acknowledged ? h('span', {class: 'tag', title: t('alert.acked', alert.acknowledged.author)}, shape('ok', 'muted'), alert.acknowledged.author) : null,
  h('span', {class: 'line-end'}, when(begun(alert), now)));

export const clockLine = (clock, now) => h('li', {key: clock.ticket + clock.clock + clock.instance, class: 'line'},
  shape(clock.standing),
  h('a', {class: 'line-main', href: link('ticket', {}, clock.ticket)}, h('strong', {}, word('clock', clock.clock)), ' ', h('span', {class: 'muted'}, [clock.ticket, clock.team].filter(Boolean).join(' · '))),
  h('span', {class: 'line-end'}, timeLeft(clock, now)));

/** What a customer said, with its tone, what it is about, and where it came from. */
export function saying(feedback, now = engineNow()) {
  const tone = feedback.label ?? 'not_scored';
  return h('article', {key: feedback.key, class: 'said is-' + tone},
    h('div', {class: 'said-tone', title: t('tone.' + tone)}, shape(tone), h('span', {class: 'unseen'}, t('tone.' + tone))),
    h('div', {class: 'said-body'},
      feedback.text ? h('p', {class: 'said-text', lang: feedback.language && feedback.language !== 'und' ? feedback.language : null, dir: 'auto'}, feedback.text) : h('p', {class: 'said-text muted'}, t('no-text')),
      h('p', {class: 'said-about'},
        feedback.aspects.map(aspect => h('span', {class: 'tag is-' + aspect.label}, shape(aspect.label), word('aspect', aspect.name))),
        feedback.ratings.map(rating => h('span', {class: 'tag'}, word('question', rating.question), ' ', number(rating.value), '/', number(rating.max))),
        h('span', {class: 'muted'}, feedback.channel), 
        Object.entries(feedback.attributes).slice(0, 3).map(([, value]) => h('span', {class: 'muted'}, value)),
        feedback.customer ? h('a', {class: 'quiet', href: link('customer', {}, feedback.customer)}, feedback.customer) : null,
        feedback.ticket ? h('a', {class: 'quiet', href: link('ticket', {}, feedback.ticket)}, feedback.ticket) : null)),
    h('time', {class: 'muted said-when', title: dayTime(feedback.occurred_at)}, when(feedback.occurred_at, now)));
}

