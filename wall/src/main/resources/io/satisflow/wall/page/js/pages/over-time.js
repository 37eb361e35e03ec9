// One metric of one segment over time: value, interval, target, changes, alerts and marks, and the same as a table.
import {get, say as tell} from '../api.js';
import {fill, h} from '../dom.js';
import {shape} from '../figures.js';
import {engineNow, on} from '../live.js';
import {better, kind, say, standing} from '../measures.js';
import {driverName, empty, select, sentence, tabs} from '../parts.js';
import {throttled} from '../refresh.js';
import {adjust, link, parse} from '../route.js';
import {dayTime, metricName, number, parseSegment, segmentName, signed, t, when, windowName, lastWindow, word} from '../words.js';

const RANGES = {'15m': 15 * 60_000, '1h': 3600_000, '6h': 6 * 3600_000, '24h': 24 * 3600_000, '7d': 7 * 86_400_000, '30d': 30 * 86_400_000};
const ROWS = 200;
const LISTED = 60;
const KINDS = ['release', 'incident', 'note'];

export function open(root, _, context) {
  let series = null, segments = ['(all)'], chart = null, problem = '', isMarking = false;
  const plot = h('div', {class: 'plot', 'data-island': true, key: 'plot'});

  const setup = () => context.setup() ?? {windows: [], metrics: [], groupings: []};
  const view = () => {
    const {query} = parse();
    const windows = setup().windows;
    const metric = query.metric ?? setup().metrics.find(one => one.name === 'csat')?.name ?? setup().metrics[0]?.name;
    const kept = setup().metrics.find(one => one.name === metric || metric?.startsWith(one.name + '.'))?.windows ?? windows;
    const window = windows.includes(query.window) ? query.window : kept.includes('24h') && windows.includes('24h') ? '24h' : windows.filter(name => kept.includes(name)).at(-1) ?? windows.at(-1);
    const range = RANGES[query.range] ? query.range : '24h';
    // A point in time, such as an alert's, stands in the middle; without one, the range ends now.
    const at = query.at ? Date.parse(query.at) : null;
    const now = engineNow() ?? Date.now();
    const to = at ? Math.min(now, at + RANGES[range] / 2) : now;
    return {segment: query.segment ?? '(all)', metric, window, range, at, from: to - RANGES[range], to};
  };

  const draw = () => { plot.classList.toggle('is-empty', Boolean(series) && !series.points.length); fill(root, page()); };
  const refresh = throttled(async () => {
    const {segment, metric, window, from, to} = view();
    // Without the engine's time nobody knows which range is meant.
    if (!metric || !window || engineNow() === null) { draw(); return; }
    series = await get('series', {segment, metric, window, from: new Date(from).toISOString(), to: new Date(to).toISOString()});
    draw();
    await redrawChart();
  }, 3_000);

  async function redrawChart() {
    const {Chart} = await import('../chart.js');
    if (!plot.isConnected) return;
    chart ??= new Chart(plot);
    chart.show(series, view());
  }

  const findSegments = async () => {
    const {metric, window} = view();
    if (!metric || !window) return;
    const found = await Promise.all(setup().groupings.map(by => get('segments', {metric, window, by: by.join(',')})));
    segments = found.flat().map(cell => cell.key);
    draw();
  };

  function page() {
    const {segment, metric, window, range, at, to} = view();
    const names = [...new Set([...setup().metrics.map(one => one.name), ...(metric ? [metric] : [])])];
    const now = engineNow();
    const known = segments.includes(segment) ? segments : [segment, ...segments];
    return [
      h('div', {class: 'title', key: 'title'}, h('h1', {}, metric ? metricName(metric) : t('page.over-time')), h('span', {class: 'subject'}, segmentName(parseSegment(segment))),
        tabs(t('range'), Object.keys(RANGES).map(name => ({name: t('range.' + name), href: link('over-time', {...parse().query, range: name}), isChosen: name === range})))),
      h('div', {class: 'fields', key: 'fields'},
        select(t('metric'), metric, names.map(name => [name, metricName(name)]), chosen => adjust({metric: chosen, window: null})),
        segmentField(segment, known),
        select(t('window'), window, setup().windows.map(name => [name, lastWindow(name)]), chosen => adjust({window: chosen})),
        at ? h('a', {class: 'button', href: link('over-time', {...parse().query, at: null})}, when(at, now) + ' ×') : null),
      h('section', {class: 'panel chart-panel', key: 'chart'}, plot, series && !series.points.length ? empty(t('none'), t('series.none')) : null, series?.points.length ? h('p', {class: 'unseen'}, describe(series)) : null),
      h('div', {class: 'columns is-two', key: 'more'}, changes(now), marks(now, to)),
      series?.points.length ? h('details', {class: 'panel', key: 'table'}, h('summary', {}, t('series.table')), table()) : null,
    ];
  }

  /** Few segments are chosen from a list, many are found by what they are called. */
  function segmentField(segment, known) {
    const choose = key => adjust({segment: key});
    if (known.length <= LISTED) return select(t('segment'), segment, known.map(key => [key, segmentName(parseSegment(key))]), choose);
    const names = new Map(known.map(key => [fullName(key), key]));
    return h('label', {class: 'field'}, h('span', {}, t('segment')),
      h('input', {list: 'segments', type: 'search', value: fullName(segment), autocomplete: 'off', spellcheck: 'false',
        onfocus: event => event.target.select(), onchange: event => { const key = names.get(event.target.value.trim()); if (key) choose(key); else event.target.value = fullName(segment); }}),
      h('datalist', {id: 'segments', key: 'names'}, [...names.keys()].map(name => h('option', {value: name, key: name}))));
  }

  function changes(now) {
    const list = series?.changes ?? [];
    const alerts = series?.alerts ?? [];
    return h('section', {class: 'panel', key: 'changes'}, h('h2', {}, t('series.changes')),
      list.length || alerts.length ? [h('ul', {class: 'lines'},
        [...list].reverse().slice(0, 12).map(change => h('li', {class: 'line is-block', key: change.id},
          h('p', {}, shape(change.direction, isGood(change) ? 'good' : 'bad'), ' ', h('strong', {}, say(change.metric, change.from), ' → ', say(change.metric, change.to)), ' ', h('span', {class: 'muted'}, t('alert.since', when(change.since, now)), ' · ', t('n', number(change.n)))),
          change.drivers.length ? h('p', {class: 'muted'}, t('series.drivers'), ': ', change.drivers.slice(0, 4).map(driver => driverName(driver.name) + ' ' + signed(driver.contribution, metricDigits(change.metric))).join(', ')) : null,
          change.verbatims.slice(0, 2).map((text, index) => h('blockquote', {dir: 'auto', key: String(index)}, text))))),
        h('ul', {class: 'lines'}, alerts.map(alert => h('li', {class: 'line', key: alert.id}, shape(alert.severity), h('a', {class: 'line-main', href: link('alerts', {}, alert.id)}, sentence(alert)), h('span', {class: 'line-end'}, when(alert.since, now)))))] : empty(t('changes.none')));
  }

  const isGood = change => (change.direction === 'up') === (better(change.metric) !== 'lower');
  const metricDigits = metric => metric === 'sentiment' ? 2 : 1;

  function marks(now, to) {
    const list = series?.marks ?? [];
    const mayAct = context.visitor()?.role === 'act';
    return h('section', {class: 'panel', key: 'marks'}, h('h2', {}, t('marks')),
      list.length ? h('ul', {class: 'lines'}, [...list].reverse().map(mark => h('li', {class: 'line', key: mark.id}, shape(mark.kind), h('span', {class: 'line-main'}, h('strong', {}, mark.text), ' ', h('span', {class: 'muted'}, t('mark.' + mark.kind), mark.author ? ' · ' + mark.author : '')), h('span', {class: 'line-end'}, when(mark.at, now)),
        mayAct ? h('button', {class: 'button', type: 'button', onclick: () => act('DELETE', 'marks/' + encodeURIComponent(mark.id))}, t('mark.remove')) : null))) : empty(t('marks.none')),
      problem ? h('p', {class: 'problem', role: 'alert'}, problem) : null,
      !mayAct ? null : isMarking ? h('form', {class: 'form', onsubmit: event => {
        event.preventDefault();
        const {text, kind: chosen} = event.target.elements;
        act('POST', 'marks', {text: text.value, kind: chosen.value, at: parse().query.at ?? null});
      }}, h('label', {class: 'field'}, h('span', {}, t('mark.text')), h('input', {name: 'text', required: true, maxlength: 500})),
      h('label', {class: 'field'}, h('span', {}, t('mark.kind')), h('select', {name: 'kind'}, KINDS.map(name => h('option', {value: name}, t('mark.' + name))))),
      h('div', {class: 'actions'}, h('button', {class: 'button is-main'}, t('mark.add')), h('button', {class: 'button', type: 'button', onclick: () => { isMarking = false; draw(); }}, t('silence.cancel'))))
        : h('p', {}, h('button', {class: 'button', type: 'button', onclick: () => { isMarking = true; draw(); root.querySelector('.form input')?.focus(); }}, t('mark.add'))));
  }

  const act = async (method, path, body) => {
    try { await tell(method, path, body); problem = ''; isMarking = false; } catch (failure) { problem = t('failed', failure.message); }
    draw();
    refresh();
  };

  function table() {
    const metric = series.metric;
    const write = value => value === null ? '–' : kind(metric).write(value);
    return h('div', {class: 'scroll'}, h('table', {}, h('thead', {}, h('tr', {}, ['time', 'value', 'interval', 'answers'].map(name => h('th', {scope: 'col'}, t(name))))),
      h('tbody', {}, [...series.points].reverse().slice(0, ROWS).map(point => h('tr', {key: point.to}, h('th', {scope: 'row'}, dayTime(point.to)),
        h('td', {}, ['none', 'hidden'].includes(standing(metric, point)) ? t(point.value === null ? 'none' : 'few.hidden') : write(point.value)),
        h('td', {}, point.low === null || standing(metric, point) === 'hidden' ? '–' : t('between', write(point.low), write(point.high))), h('td', {}, number(point.n)))))));
  }

  const off = [on('scores', scores => { if (scores.window === view().window && !view().at) refresh(); }), on('marks', refresh), on('alerts', refresh),
    on('time', () => { if (series === null && engineNow() !== null) refresh(); })];
  draw();
  refresh();
  findSegments().catch(() => {});
  return {adjust: () => { series = null; draw(); refresh(); findSegments().catch(() => {}); },
    redraw: () => { draw(); if (series) redrawChart(); }, close: () => { off.forEach(stop => stop()); refresh.close(); chart?.close(); }};
}

/** With its dimensions: two of them may have a value of one name. */
const fullName = key => { const parts = Object.entries(parseSegment(key)); return parts.length ? parts.map(([name, value]) => word('dimension', name) + ' ' + segmentName({[name]: value})).join(' · ') : t('segment.all'); };

function describe(series) {
  const known = series.points.filter(point => point.value !== null);
  if (!known.length) return t('none');
  const first = known[0], last = known.at(-1);
  return t('series.chart', metricName(series.metric), segmentName(parseSegment(series.segment)), windowName(series.window), say(series.metric, first.value), say(series.metric, last.value));
}
