// How each part of the feedback is doing: two dimensions make a table with a cell for each pair, one makes a list.
import {get} from '../api.js';
import {fill, h} from '../dom.js';
import {intervalBar} from '../figures.js';
import {engineNow, on} from '../live.js';
import {better, goodness, kind, say, standing} from '../measures.js';
import {empty, pager, saying, select, tabs} from '../parts.js';
import {throttled} from '../refresh.js';
import {adjust, link, parse} from '../route.js';
import {metricName, number, parseSegment, segmentName, t, lastWindow, word} from '../words.js';
import {tickets} from './customer.js';

const ROWS = 50;
const MANY = 300;
const SORTS = ['worst', 'name', 'answers'];

export function open(root, _, context) {
  let cells = null, evidence = null, evidenceOf = null;
  const setup = () => context.setup() ?? {windows: [], metrics: [], groupings: []};
  const view = () => {
    const {query} = parse();
    const groupings = setup().groupings.filter(by => by.length);
    const windows = setup().windows;
    const by = groupings.find(names => names.join(',') === query.by) ?? groupings.find(names => names.length === 2) ?? groupings[0] ?? [];
    const names = setup().metrics.map(one => one.name);
    const metric = names.includes(query.metric) ? query.metric : ['sentiment', 'csat', ...names].find(name => names.includes(name)) ?? names[0];
    const window = windows.includes(query.window) ? query.window : windows.includes('24h') ? '24h' : windows.at(-1);
    return {by, metric, window, cell: query.cell ?? null, tone: query.tone ?? null, find: query.find ?? '', sort: SORTS.includes(query.sort) ? query.sort : by.length === 2 ? 'name' : 'worst', page: Math.max(0, Number(query.page) || 0), groupings, windows, names};
  };
  const draw = () => fill(root, page());
  const refresh = throttled(async () => {
    const {by, metric, window} = view();
    if (metric && window && by.length) cells = await get('segments', {metric, window, by: by.join(',')});
    draw();
  }, () => (cells?.length ?? 0) > MANY ? 8_000 : 2_000);
  const look = throttled(async () => {
    const {cell, tone} = view();
    if (!cell) return;
    const found = await get('evidence', {segment: cell, label: tone, most: 60});
    if (view().cell === cell) { evidence = found; evidenceOf = cell; }
    draw();
  }, 3_000);

  function page() {
    const {by, metric, window, cell, find, sort, groupings, windows, names} = view();
    const all = (cells ?? []).filter(one => Object.keys(one.segment).length === by.length);
    const wanted = find.trim().toLowerCase();
    const shown = wanted ? all.filter(one => segmentName(one.segment).toLowerCase().includes(wanted)) : all;
    const sorts = by.length === 2 ? SORTS.slice(0, 2) : SORTS;
    return [
      h('div', {class: 'title', key: 'title'}, h('h1', {}, t('page.segments')),
        tabs(t('by'), groupings.map(names => ({name: names.map(name => word('dimension', name)).join(' × '), href: link('segments', {...parse().query, by: names.join(','), cell: null, find: null, page: null, sort: null}), isChosen: names === by})))),
      h('div', {class: 'fields', key: 'fields'},
        select(t('metric'), metric, names.map(name => [name, metricName(name)]), chosen => adjust({metric: chosen})),
        select(t('window'), window, windows.map(name => [name, lastWindow(name)]), chosen => adjust({window: chosen})),
        all.length > 8 || find ? [select(t('cells.sort'), sort, sorts.map(name => [name, t('sort.' + name)]), chosen => adjust({sort: chosen, page: null})),
          h('label', {class: 'field', key: 'find'}, h('span', {}, t('cells.find')), h('input', {type: 'search', value: find, autocomplete: 'off', spellcheck: 'false', oninput: event => adjust({find: event.target.value, page: null})}))] : null,
        by.length !== 2 || goodness(metric ?? '', 0) === null ? null : h('p', {class: 'legend muted', 'aria-hidden': 'true', key: 'legend'}, t('cells.legend'), h('i', {class: 'heat-0'}), h('i', {class: 'heat-2'}), h('i', {class: 'heat-4'}), h('i', {class: 'heat-6'}), h('i', {class: 'heat-8'}), t('cells.legend.better'))),
      h('div', {class: cell ? 'with-evidence' : '', key: 'body'},
        h('section', {class: 'panel', key: 'cells'}, cells === null && groupings.length ? empty(t('loading')) : !all.length ? empty(t('cells.none')) : !shown.length ? empty(t('cells.none.here')) : by.length === 2 ? heat(shown, by, view()) : list(shown, view())),
        cell ? behind(cell) : null),
    ];
  }

  function behind(cell) {
    const {tone, metric, window} = view();
    const ready = evidence && evidenceOf === cell;
    return h('aside', {class: 'panel evidence', key: 'evidence', 'aria-label': t('evidence', segmentName(parseSegment(cell)))},
      h('div', {class: 'title'}, h('h2', {}, segmentName(parseSegment(cell))), h('a', {class: 'button', href: link('over-time', {segment: cell, metric, window})}, t('evidence.over-time')),
        h('a', {class: 'button', href: link('segments', {...parse().query, cell: null, tone: null})}, t('close'))),
      tabs(t('filter'), [['tone.all', null], ['tone.negative', 'negative'], ['tone.neutral', 'neutral'], ['tone.positive', 'positive']].map(([key, value]) => ({name: t(key), href: link('segments', {...parse().query, tone: value}), isChosen: tone === value}))),
      !ready ? empty(t('loading')) : [
        evidence.tickets.length ? h('h3', {}, t('evidence.tickets')) : null, evidence.tickets.length ? tickets(evidence.tickets.slice(0, 12)) : null,
        h('h3', {}, t('evidence.texts'), ' ', h('span', {class: 'muted'}, t('evidence.remembered', number(evidence.remembered)))),
        evidence.feedback.length ? evidence.feedback.map(feedback => saying(feedback, engineNow())) : empty(t('evidence.none'))]);
  }

  const off = on('scores', scores => { if (scores.window === view().window) { refresh(); } });
  const offSaid = on('feedback', () => { if (view().cell) look(); });
  draw();
  refresh();
  look();
  return {adjust: () => { draw(); refresh(); look(); }, redraw: () => { draw(); refresh(); }, close: () => { off(); offSaid(); refresh.close(); look.close(); }};
}

/** The name of a dimension's value. */
const valueName = value => segmentName({value});

const sortName = (one, other) => valueName(one).localeCompare(valueName(other), undefined, {numeric: true});

const turn = page => link('segments', {...parse().query, page: page || null});

/** The lowest is the worst; what says too little stands last. */
const rank = (cell, metric) => ['none', 'hidden'].includes(standing(metric, cell.metric)) ? Infinity : better(metric) === 'lower' ? -cell.metric.value : cell.metric.value;

/** One page of a list; a page that is no more shows the last one. */
function paged(list, page) {
  const at = Math.min(page, Math.ceil(list.length / ROWS) - 1);
  return [list.slice(at * ROWS, (at + 1) * ROWS), pager(at, ROWS, list.length, turn)];
}

function heat(cells, [first, second], {metric, cell: chosen, sort, page}) {
  const values = name => [...new Set(cells.map(cell => cell.segment[name]))].sort(sortName);
  const [rows, columns] = values(first).length >= values(second).length ? [first, second] : [second, first];
  const at = new Map(cells.map(cell => [cell.segment[rows] + '\u0000' + cell.segment[columns], cell]));
  const worst = new Map();
  for (const cell of cells) worst.set(cell.segment[rows], Math.min(worst.get(cell.segment[rows]) ?? Infinity, rank(cell, metric)));
  const names = values(rows);
  if (sort === 'worst') names.sort((one, other) => worst.get(one) - worst.get(other) || sortName(one, other));
  const [shown, pages] = paged(names, page);
  return [h('div', {class: 'scroll', key: 'table'}, h('table', {class: 'heat'},
    h('caption', {class: 'unseen'}, metricName(metric)),
    h('thead', {}, h('tr', {}, h('th', {scope: 'col', class: 'corner'}, word('dimension', rows)), values(columns).map(column => h('th', {scope: 'col', key: column, title: valueName(column)}, h('span', {}, valueName(column)))))),
    h('tbody', {}, shown.map(row => h('tr', {key: row}, h('th', {scope: 'row', title: valueName(row)}, valueName(row)),
      values(columns).map(column => heatCell(at.get(row + '\u0000' + column), metric, chosen, column))))))), pages];
}

function heatCell(cell, metric, chosen, key) {
  if (!cell) return h('td', {key, class: 'heat-none'}, h('span', {class: 'muted', title: t('none')}, '·'));
  const sure = standing(metric, cell.metric);
  const heat = sure === 'sure' ? goodness(metric, cell.metric.value) : null;
  return h('td', {key, class: heat === null ? 'heat-none' : 'heat-' + Math.round(heat * 8)},
    h('a', {href: link('segments', {...parse().query, cell: cell.key}), class: 'is-' + sure, 'aria-current': cell.key === chosen ? 'true' : null},
      h('b', {}, sure === 'none' ? '–' : sure === 'hidden' ? '…' : kind(metric).write(cell.metric.value)), h('small', {title: t(sure === 'few' ? 'few' : sure === 'hidden' ? 'few.hidden' : sure === 'none' ? 'none' : 'answers')}, kind(metric).isCount ? '' : t('n', number(cell.metric?.n ?? 0)))));
}

function list(cells, {metric, cell: chosen, sort, page}) {
  const name = cell => segmentName(cell.segment);
  const byName = (one, other) => name(one).localeCompare(name(other), undefined, {numeric: true});
  const orders = {worst: (one, other) => rank(one, metric) - rank(other, metric) || byName(one, other), name: byName, answers: (one, other) => (other.metric?.n ?? 0) - (one.metric?.n ?? 0) || byName(one, other)};
  const [shown, pages] = paged([...cells].sort(orders[sort]), page);
  const heads = [['segment', ''], ['value', 'is-number'], ['bar', 'col-bar'], ['interval', 'is-number'], ['answers', 'is-number'], ['few', '']];
  return [h('div', {class: 'scroll', key: 'table'}, h('table', {class: 'ranked'},
    h('thead', {}, h('tr', {}, heads.map(([key, kinds]) => h('th', {scope: 'col', class: kinds, key}, key === 'bar' || key === 'few' ? h('span', {class: 'unseen'}, t(key === 'bar' ? 'interval' : key)) : key === 'value' ? metricName(metric) : t(key))))),
    h('tbody', {}, shown.map(cell => row(cell, metric, chosen))))), pages];
}

function row(cell, metric, chosen) {
  const sure = standing(metric, cell.metric);
  const isShown = sure === 'sure' || sure === 'few';
  return h('tr', {key: cell.key, class: 'is-' + sure, 'aria-current': cell.key === chosen ? 'true' : null},
    h('th', {scope: 'row'}, h('a', {href: link('segments', {...parse().query, cell: cell.key}), title: segmentName(cell.segment)}, segmentName(cell.segment))),
    h('td', {class: 'is-number'}, h('b', {}, isShown ? say(metric, cell.metric.value) : sure === 'none' ? t('none') : '–')),
    h('td', {class: 'col-bar'}, isShown ? intervalBar(metric, cell.metric) : null),
    h('td', {class: 'is-number muted'}, isShown && cell.metric.low !== null ? t('between', kind(metric).write(cell.metric.low), kind(metric).write(cell.metric.high)) : ''),
    h('td', {class: 'is-number muted'}, number(cell.metric?.n ?? 0)),
    h('td', {class: 'muted'}, sure === 'few' ? t('few') : sure === 'hidden' ? t('few.hidden') : ''));
}
