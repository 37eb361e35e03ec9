// Small drawings: a line of the last hours, a value within its interval, marks whose shape says what their colour does.
import {h} from './dom.js';
import {kind} from './measures.js';

/** A line without axes; what is missing leaves a gap. Decoration: the numbers stand beside it. */
export function sparkline(points, name, target = null) {
  const known = points.filter(point => point.value !== null);
  if (known.length < 2) return h('svg', {class: 'spark', viewBox: '0 0 200 44', 'aria-hidden': 'true'});
  const values = known.map(point => point.value);
  let low = Math.min(...values), high = Math.max(...values);
  if (target !== null) { low = Math.min(low, target); high = Math.max(high, target); }
  if (high - low < 1e-9) { low -= 1; high += 1; }
  const from = Date.parse(points[0].to), to = Date.parse(points.at(-1).to);
  const x = at => 2 + 194 * (Date.parse(at) - from) / Math.max(1, to - from);
  const y = value => 40 - 36 * (value - low) / (high - low);
  let path = '', isDrawing = false;
  for (const point of points) {
    if (point.value === null) { isDrawing = false; continue; }
    path += (isDrawing ? 'L' : 'M') + x(point.to).toFixed(1) + ' ' + y(point.value).toFixed(1);
    isDrawing = true;
  }
  const last = known.at(-1);
  return h('svg', {class: 'spark', viewBox: '0 0 200 44', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    target === null ? null : h('line', {class: 'spark-target', x1: 0, x2: 200, y1: y(target).toFixed(1), y2: y(target).toFixed(1)}),
    h('path', {class: 'spark-line', d: path}),
    h('line', {class: 'spark-end', x1: x(last.to).toFixed(1), x2: x(last.to).toFixed(1), y1: y(last.value).toFixed(1), y2: y(last.value).toFixed(1)}));
}

/** The metric's whole scale as a line, the interval as a bar on it, the value as a dot, the target as a tick. */
export function intervalBar(name, metric) {
  const {low, high} = kind(name);
  if (low === null || high === null || metric.value === null) return null;
  const x = value => (3 + 194 * Math.min(1, Math.max(0, (value - low) / (high - low)))).toFixed(1);
  const from = metric.low ?? metric.value, to = metric.high ?? metric.value;
  return h('svg', {class: 'interval', viewBox: '0 0 200 14', preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    h('line', {class: 'interval-scale', x1: 3, x2: 197, y1: 7, y2: 7}),
    h('line', {class: 'interval-span', x1: x(from), x2: x(to), y1: 7, y2: 7}),
    metric.target === null ? null : h('line', {class: 'interval-target', x1: x(metric.target), x2: x(metric.target), y1: 0, y2: 14}),
    h('line', {class: 'interval-value', x1: x(metric.value), x2: x(metric.value), y1: 7, y2: 7}));
}

const SHAPES = {
  critical: 'M8 1.5 14.8 13.5H1.2Z', warning: 'M8 1.5 14.5 8 8 14.5 1.5 8Z', info: 'M8 2a6 6 0 1 0 .01 0Z',
  breached: 'M2 2H14V14H2Z', warned: 'M8 1.5 14.5 8 8 14.5 1.5 8Z', running: 'M8 3.5a4.5 4.5 0 1 0 .01 0Z', paused: 'M3 2.5H6.5V13.5H3ZM9.5 2.5H13V13.5H9.5Z',
  met: 'M2 8.5 6.2 12.5 14 3.5', ok: 'M2 8.5 6.2 12.5 14 3.5', up: 'M8 3 14 12H2Z', down: 'M8 13 2 4H14Z', same: 'M2 8H14',
  release: 'M4 2V14M4 3H13L10.5 6 13 9H4', incident: 'M9 1 3.5 9H8L7 15 12.5 7H8Z', note: 'M3 3H13V10H8L5 13V10H3Z',
  negative: 'M3 8H13', neutral: 'M8 5a3 3 0 1 0 .01 0Z', positive: 'M3 8H13M8 3V13', not_scored: 'M5 8H11', silenced: 'M3 6H6L9 3V13L6 10H3ZM11 6 14 10M14 6 11 10',
};
const OUTLINES = new Set(['met', 'ok', 'same', 'release', 'negative', 'positive', 'not_scored', 'silenced']);

/** A shape of its own for each thing, so that nothing rests on colour alone. */
export const shape = (name, colour = name) =>
  h('svg', {class: `shape ${OUTLINES.has(name) ? 'shape-line' : ''} is-${colour}`, viewBox: '0 0 16 16', 'aria-hidden': 'true'}, h('path', {d: SHAPES[name] ?? SHAPES.info}));
