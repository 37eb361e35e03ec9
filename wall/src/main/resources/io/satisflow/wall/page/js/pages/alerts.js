// What is wrong, why, since when, and who has it in hand.
import {get, say} from '../api.js';
import {fill, h} from '../dom.js';
import {shape} from '../figures.js';
import {engineNow, on} from '../live.js';
import {say as sayValue} from '../measures.js';
import {begun, driverName, empty, place, sentence, viewOf} from '../parts.js';
import {throttled} from '../refresh.js';
import {link, parse} from '../route.js';
import {dayTime, number, signed, span, t, when} from '../words.js';

const OVER = new Set(['resolved', 'inactive']);
const HOURS = [1, 4, 12, 24];
let problem = '';

export function open(root, _, context) {
  let all = null, form = null;
  const draw = () => fill(root, page());
  const refresh = throttled(async () => { all = await get('alerts'); draw(); }, 1_000);
  const off = [on('alerts', refresh)];
  const ticking = setInterval(draw, 5_000);
  draw();
  refresh();

  const act = async (work, after = () => {}) => {
    try { await work(); problem = ''; form = null; after(); } catch (failure) { problem = t('failed', failure.message); }
    draw();
    refresh();
  };

  function page() {
    const now = engineNow();
    const wanted = parse().id;
    const active = all?.alerts.filter(alert => !OVER.has(alert.state)) ?? [];
    // What another alert says already is counted, not shown twice.
    const firing = active.filter(alert => !alert.inhibited_by || alert.id === wanted);
    const inhibited = active.length - firing.length;
    const over = all?.alerts.filter(alert => OVER.has(alert.state)) ?? [];
    const ordered = wanted ? [...firing, ...over].sort((one, other) => (other.id === wanted) - (one.id === wanted)) : firing;
    return [
      h('div', {class: 'title', key: 'title'}, h('h1', {}, t('page.alerts')), all ? h('span', {class: 'muted'}, firing.length ? number(firing.length) + ' ' + t('alerts.firing').toLowerCase() : '') : null),
      problem ? h('p', {class: 'problem', role: 'alert', key: 'problem'}, problem) : null,
      all === null ? empty(t('loading')) : !all.alerts.length ? empty(t('alerts.never')) : null,
      all && all.alerts.length && !firing.length && !wanted ? h('div', {class: 'empty', key: 'none'}, h('strong', {}, t('alerts.quiet')), h('span', {}, t('alerts.quiet.long'))) : null,
      h('div', {class: 'cards', key: 'cards'}, (wanted ? ordered.filter(alert => alert.id === wanted) : ordered).map(alert => card(alert, now))),
      inhibited && !wanted ? h('p', {class: 'muted note', key: 'inhibited'}, t('alerts.inhibited', number(inhibited))) : null,
      wanted && all && !ordered.some(alert => alert.id === wanted) ? empty(t('gone')) : null,
      wanted ? h('p', {key: 'all'}, h('a', {class: 'button', href: '#/alerts'}, t('page.alerts'))) : null,
      all?.silences.some(silence => silence.active) ? silences(all.silences.filter(silence => silence.active)) : null,
      !wanted && over.length ? h('section', {class: 'panel', key: 'over'}, h('h2', {}, t('alerts.over')), h('ul', {class: 'lines'}, over.slice(0, 60).map(alert =>
        h('li', {key: alert.id, class: 'line'}, shape(alert.severity, 'muted'), h('a', {class: 'line-main', href: link('alerts', {}, alert.id)}, h('strong', {}, sentence(alert)), ' ', h('span', {class: 'muted'}, place(alert))),
          h('span', {class: 'line-end'}, alert.ended_at ? span((Date.parse(alert.ended_at) - Date.parse(begun(alert))) / 1000) + ' · ' + when(alert.ended_at, now) : ''))))) : null,
    ];
  }

  function card(alert, now) {
    const facts = alert.facts;
    const mayAct = context.visitor()?.role === 'act';
    return h('article', {key: alert.id, class: `card is-${alert.severity} is-${alert.state}` + (alert.acknowledged || alert.silenced_by ? ' is-held' : '')},
      h('header', {}, shape(alert.severity), h('h2', {}, sentence(alert)), h('span', {class: 'card-where'}, place(alert)),
        h('span', {class: 'tags'}, h('span', {class: 'tag'}, t('severity.' + alert.severity)), h('span', {class: 'tag'}, t('alert.state.' + alert.state)),
          alert.silenced_by ? h('span', {class: 'tag'}, shape('silenced', 'muted'), t('alert.silenced')) : null)),
      h('p', {class: 'card-facts'},
        h('span', {}, OVER.has(alert.state) && alert.ended_at ? t('alert.ended', dayTime(alert.ended_at)) : t('alert.since', when(begun(alert), now)) + ' · ' + span(((now ?? Date.parse(alert.as_of)) - Date.parse(begun(alert))) / 1000)),
        facts.low ? h('span', {}, t('alert.interval', sayValue(facts.metric, Number(facts.low)), sayValue(facts.metric, Number(facts.high)), facts.n)) : null,
        facts.due ? h('span', {}, t('due-at', when(facts.due, now))) : null,
        facts.assignee ? h('span', {}, t('owner') + ' ' + facts.assignee) : null,
        alert.labels.team ? h('span', {}, alert.labels.team === 'null' ? t('segment.none') : alert.labels.team) : null,
        facts.policy ? h('span', {}, facts.policy) : null,
        h('span', {}, alert.inhibited_by ? t('alert.inhibited') : alert.notified ? t('alert.notified', number(alert.notified)) : '')),
      facts.drivers ? h('div', {class: 'card-drivers'}, h('h3', {}, t('alert.why')), drivers(facts.drivers, facts.metric)) : null,
      facts.verbatims ? h('div', {class: 'card-words'}, h('h3', {}, t('alert.words')), facts.verbatims.split('\n').slice(0, 3).map((text, index) => h('blockquote', {key: String(index), dir: 'auto'}, text))) : null,
      h('footer', {},
        alert.acknowledged ? h('span', {class: 'acked'}, shape('ok'), t('alert.acked', alert.acknowledged.author), alert.acknowledged.comment ? ': ' + alert.acknowledged.comment : '', h('span', {class: 'muted'}, when(alert.acknowledged.at, now))) : null,
        h('span', {class: 'actions'},
          h('a', {class: 'button', href: viewOf(alert)}, t(facts.ticket ? 'alert.ticket' : 'alert.open')),
          mayAct && !OVER.has(alert.state) && !alert.acknowledged ? h('button', {class: 'button', type: 'button', onclick: () => { form = {kind: 'ack', id: alert.id}; draw(); root.querySelector('.card form input')?.focus(); }}, t('alert.ack')) : null,
          mayAct && !OVER.has(alert.state) && !alert.silenced_by ? h('button', {class: 'button', type: 'button', onclick: () => { form = {kind: 'silence', id: alert.id}; draw(); root.querySelector('.card form select')?.focus(); }}, t('alert.silence')) : null)),
      form?.id === alert.id ? form.kind === 'ack' ? ackForm(alert) : silenceForm(alert) : null);
  }

  const cancel = () => h('button', {class: 'button', type: 'button', onclick: () => { form = null; draw(); }}, t('silence.cancel'));

  const ackForm = alert => h('form', {class: 'form', onsubmit: event => {
    event.preventDefault();
    const comment = event.target.elements.comment.value;
    act(() => say('POST', `alerts/${encodeURIComponent(alert.id)}/acknowledge`, {comment}));
  }}, h('label', {class: 'field'}, h('span', {}, t('ack.comment')), h('input', {name: 'comment', maxlength: 500})), h('div', {class: 'actions'}, h('button', {class: 'button is-main'}, t('alert.ack')), cancel()));

  const silenceForm = alert => {
    const matchers = {rule: alert.rule, ...Object.fromEntries(Object.entries(alert.labels).filter(([name]) => !['kind', 'severity', 'event', 'window'].includes(name)))};
    return h('form', {class: 'form', onsubmit: event => {
      event.preventDefault();
      const {hours, comment} = event.target.elements;
      const ends = new Date((engineNow() ?? Date.now()) + hours.value * 3600_000).toISOString();
      act(() => say('POST', 'silences', {matchers, ends_at: ends, comment: comment.value}));
    }},
    h('p', {}, t('silence.scope'), ' ', Object.entries(matchers).map(([name, value]) => h('span', {class: 'tag', key: name}, name + ' = ' + value))),
    h('label', {class: 'field'}, h('span', {}, t('silence.for')), h('select', {name: 'hours'}, HOURS.map(hours => h('option', {value: hours}, span(hours * 3600))))),
    h('label', {class: 'field'}, h('span', {}, t('silence.why')), h('input', {name: 'comment', required: true, maxlength: 500})),
    h('div', {class: 'actions'}, h('button', {class: 'button is-main'}, t('silence.do')), cancel()));
  };

  const silences = list => h('section', {class: 'panel', key: 'silences'}, h('h2', {}, t('silences')), h('ul', {class: 'lines'}, list.map(silence =>
    h('li', {class: 'line', key: silence.id}, shape('silenced', 'muted'), h('span', {class: 'line-main'}, Object.entries(silence.matchers).map(([name, value]) => h('span', {class: 'tag', key: name}, name + ' = ' + value)), ' ', silence.comment, ' ', h('span', {class: 'muted'}, t('silence.by', silence.author))),
      h('span', {class: 'line-end'}, silence.ends_at ? t('silence.until', when(silence.ends_at, engineNow())) : ''),
      context.visitor()?.role === 'act' ? h('button', {class: 'button', type: 'button', onclick: () => act(() => say('DELETE', 'silences/' + encodeURIComponent(silence.id)))}, t('silence.end')) : null))));

  return {adjust: draw, redraw: draw, close: () => { off.forEach(stop => stop()); clearInterval(ticking); refresh.close(); problem = ''; }};
}

/** "channel=app -0.12, region=north -0.03" as bars, the largest first. */
function drivers(text, metric) {
  const parts = text.split(', ').map(part => { const space = part.lastIndexOf(' '); return {name: part.slice(0, space), value: Number(part.slice(space + 1))}; });
  const most = Math.max(...parts.map(part => Math.abs(part.value)), 1e-9);
  return h('ul', {class: 'drivers'}, parts.map(part => h('li', {key: part.name},
    h('span', {class: 'drivers-name'}, driverName(part.name)),
    h('svg', {class: 'drivers-bar', viewBox: '0 0 100 6', preserveAspectRatio: 'none', 'aria-hidden': 'true'}, h('rect', {x: 0, y: 0, height: 6, width: (100 * Math.abs(part.value) / most).toFixed(1), class: part.value < 0 ? 'is-down' : 'is-up'})),
    h('span', {class: 'drivers-value'}, signed(part.value, metric === 'sentiment' ? 2 : 1)))));
}
