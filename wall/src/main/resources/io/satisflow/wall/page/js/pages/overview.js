// A handful of numbers, each beside its target, its trend, its interval and how many answers it rests on.
import {get} from '../api.js';
import {fill, h} from '../dom.js';
import {intervalBar, shape, sparkline} from '../figures.js';
import {engineNow, last, on} from '../live.js';
import {againstTarget, better, kind, say, standing} from '../measures.js';
import {alertLine, clockLine, empty, saying, tabs} from '../parts.js';
import {throttled} from '../refresh.js';
import {link, parse} from '../route.js';
import {metricName, number, t, when, lastWindow} from '../words.js';

const FIRST = ['csat', 'nps', 'sentiment', 'sla_attainment.first_reply', 'first_reply_time', 'csat.stars', 'csi', 'ces', 'volume'];
const TILES = 5;
const SAID = 4;

export function open(root, _, context) {
  const lines = new Map();
  const said = [];
  let row = null;

  const windows = () => context.setup()?.windows ?? [];
  const usual = () => windows().includes('24h') ? '24h' : windows().at(-1);
  const chosen = () => windows().includes(parse().query.window) ? parse().query.window : usual();
  const metrics = () => tileMetrics(context.setup()?.metrics ?? [], chosen());

  const draw = () => fill(root, page({row, lines, said, window: chosen(), windows: windows(), metrics: metrics()}));

  const history = throttled(async () => {
    const window = chosen();
    if (!window) return;
    const now = engineNow();
    const from = now === null ? null : new Date(now - sparkMillis(window)).toISOString();
    await Promise.all(metrics().map(async metric => {
      const series = await get('series', {metric, window, from});
      lines.set(metric, {window, points: series.points});
    }));
    draw();
  }, 5_000);

  const refresh = async () => {
    if (!chosen()) { draw(); return; }
    row = last('scores', chosen())?.row ?? (await get('scores', {window: chosen()})).row;
    draw();
    history();
  };

  const off = [
    on('scores', scores => { if (scores.window === chosen()) { row = scores.row; draw(); history(); } }),
    on('alerts', draw), on('clocks', draw),
    on('feedback', feedback => { keep(said, feedback); draw(); }),
  ];
  const ticking = setInterval(draw, 1_000);
  get('feedback', {most: SAID * 3}).then(list => { list.reverse().forEach(feedback => keep(said, feedback)); draw(); }).catch(() => {});
  draw();
  refresh().catch(() => {});
  return {adjust: () => refresh().catch(() => {}), redraw: () => refresh().catch(() => {}),
    close: () => { off.forEach(stop => stop()); clearInterval(ticking); history.close(); }};
}

/** The newest words first; what has no words says too little here. */
function keep(said, feedback) {
  if (!feedback.text) return;
  const before = said.findIndex(other => other.key === feedback.key);
  if (before >= 0) said.splice(before, 1);
  said.unshift(feedback);
  said.length = Math.min(said.length, SAID);
}

const sparkMillis = window => ({m: 60_000, h: 3600_000, d: 86_400_000}[window.at(-1)] ?? 3600_000) * (parseInt(window) || 1) * (window.endsWith('m') ? 12 : 1);

function tileMetrics(settings, window) {
  const kept = settings.filter(metric => metric.windows.includes(window)).map(metric => metric.name);
  const rank = name => { const place = FIRST.indexOf(name); return place < 0 ? FIRST.length : place; };
  return kept.sort((one, other) => rank(one) - rank(other)).slice(0, TILES);
}

function page({row, lines, said, window, windows, metrics}) {
  const now = engineNow();
  return [
    h('div', {class: 'title', key: 'title'}, h('h1', {}, t('page.overview')),
      window ? tabs(t('window'), windows.map(name => ({name: lastWindow(name), href: link('overview', {...parse().query, window: name}), isChosen: name === window}))) : null,
      row ? h('span', {class: 'muted as-of'}, t('as-of', when(row.to, now))) : null),
    h('div', {class: 'tiles', key: 'tiles'},
      metrics.map(name => tile(name, row?.metrics[name] ?? null, lines.get(name), window)), promises()),
    h('div', {class: 'columns', key: 'columns'},
      panel('next', t('next-due'), '#/clocks', nextDue(now)),
      panel('alerts', t('alerts.now'), '#/alerts', alertsNow(now)),
      panel('said', t('said.last'), '#/stream', said.length ? said.map(feedback => saying(feedback, now)) : empty(t('said.none')))),
  ];
}

const panel = (key, title, href, content) => h('section', {class: 'panel panel-' + key, key}, h('h2', {}, h('a', {href}, title)), content);

function nextDue(now) {
  const next = last('clocks')?.next ?? [];
  return next.length ? h('ul', {class: 'lines'}, next.map(clock => clockLine(clock, now))) : empty(t('next-due.none'));
}

function alertsNow(now) {
  const firing = last('alerts')?.firing ?? [];
  return firing.length ? h('ul', {class: 'lines'}, firing.slice(0, 6).map(alert => alertLine(alert, now))) : empty(t('alerts.none'));
}

function tile(name, metric, line, window) {
  const sure = standing(name, metric);
  const verdict = againstTarget(name, metric);
  const shown = sure === 'none' || sure === 'hidden' ? null : metric;
  return h('a', {key: name, class: `tile is-${sure} ${verdict ? 'is-' + verdict : ''}`, href: link('over-time', {metric: name, window})},
    h('span', {class: 'tile-name'}, metricName(name)),
    h('span', {class: 'tile-value'}, shown ? [kind(name).write(metric.value), kind(name).unit ? h('small', {}, kind(name).unit) : null] : '–'),
    h('span', {class: 'tile-sure'}, sure === 'none' ? t('none') : sure === 'hidden' ? t('few.hidden') : sure === 'few' ? t('few') : verdict ? [shape(verdict === 'met' ? 'ok' : verdict === 'missed' ? 'critical' : 'same', verdict === 'met' ? 'good' : verdict === 'missed' ? 'critical' : 'muted'), t(verdict === 'met' ? 'target.met' : verdict === 'missed' ? 'target.below' : 'target.unsure')] : ''),
    shown ? intervalBar(name, metric) : null,
    sparkline(line?.window === window && sure !== 'hidden' ? line.points.filter(point => kind(name).isCount || point.n >= 5 || point.value === null) : [], name, metric?.target ?? null),
    h('span', {class: 'tile-facts'},
      h('span', {}, metric?.target !== null && metric?.target !== undefined ? t('target', say(name, metric.target)) : ''),
      h('span', {title: t('between.title')}, shown && metric.low !== null ? t('between', kind(name).write(metric.low), kind(name).write(metric.high)) : ''),
      trend(name, shown),
      h('span', {}, metric && !kind(name).isCount ? t('n', number(metric.n)) : '')));
}

function trend(name, metric) {
  if (!metric) return h('span', {});
  if (metric.previous === null) return h('span', {}, t('before.none'));
  const change = metric.value - metric.previous;
  const isSame = kind(name).write(metric.value) === kind(name).write(metric.previous);
  if (isSame) return h('span', {}, shape('same', 'muted'), t('before.same'));
  const isNoise = metric.change_low !== null && metric.change_low <= 0 && metric.change_high >= 0;
  if (isNoise) return h('span', {}, shape('same', 'muted'), t('before.noise', kind(name).write(metric.previous)));
  const way = better(name);
  const colour = way === 'neither' ? 'muted' : (change > 0) === (way === 'higher') ? 'good' : 'bad';
  const write = value => kind(name).write(Math.abs(value)).replace(/^\+/, '');
  const ends = [metric.change_low, metric.change_high].sort((a, b) => Math.abs(a) - Math.abs(b));
  const words = metric.change_low === null
    ? t('before', kind(name).write(metric.previous))
    : t(change > 0 ? 'before.rose' : 'before.fell', write(change), write(ends[0]), write(ends[1]));
  return h('span', {title: t('before', kind(name).write(metric.previous))}, shape(change > 0 ? 'up' : 'down', colour), words);
}

/** Open promises are a number too, and its parts are its trend. */
function promises() {
  const counts = last('clocks');
  const broken = counts?.breached ?? 0;
  return h('a', {key: 'promises', class: 'tile tile-promises' + (broken ? ' is-missed' : ''), href: '#/clocks'},
    h('span', {class: 'tile-name'}, t('metric.promises')),
    h('span', {class: 'tile-value'}, counts ? number(counts.running + counts.warned + counts.paused + counts.breached) : '–'),
    h('span', {class: 'tile-sure'}),
    h('ul', {class: 'tile-parts'}, ['breached', 'warned', 'running', 'paused'].map(name =>
      h('li', {key: name, class: counts?.[name] ? '' : 'muted'}, shape(name, counts?.[name] ? name : 'muted'), h('span', {}, t('standing.' + name)), h('b', {}, counts ? number(counts[name]) : '–')))));
}
