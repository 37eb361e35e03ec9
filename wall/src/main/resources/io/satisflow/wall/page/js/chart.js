// The time series chart: uPlot draws value and interval; target, changes, alerts and marks are drawn over it.
import uPlot from '../vendor/uplot/uPlot.esm.js';
import {kind, standing} from './measures.js';
import {hourMinute, shortDay, t, dayTime, number} from './words.js';

const DAY_MS = 86_400_000;
let hasStyle = false;

function style() {
  if (hasStyle) return;
  hasStyle = true;
  const sheet = document.createElement('link');
  sheet.rel = 'stylesheet';
  sheet.href = 'vendor/uplot/uPlot.min.css';
  document.head.append(sheet);
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Chart {
  constructor(place) {
    style();
    this.place = place;
    this.plot = null;
    this.readout = document.createElement('p');
    this.readout.className = 'readout';
    this.canvas = document.createElement('div');
    this.canvas.setAttribute('aria-hidden', 'true');
    place.append(this.readout, this.canvas);
    this.observer = new ResizeObserver(() => this.plot?.setSize(this.size()));
    this.observer.observe(place);
  }

  size() {
    return {width: Math.max(200, this.place.clientWidth), height: Math.max(220, Math.min(460, window.innerHeight * 0.42))};
  }

  show(series, view) {
    this.plot?.destroy();
    this.plot = null;
    this.series = series;
    const points = series.points;
    this.readout.textContent = '';
    if (points.length === 0) return;
    const shown = points.map(point => ['none', 'hidden'].includes(standing(series.metric, point)) ? null : point.value);
    const sure = points.map((point, index) => standing(series.metric, point) === 'sure' ? shown[index] : null);
    const low = points.map((point, index) => shown[index] === null ? null : point.low);
    const high = points.map((point, index) => shown[index] === null ? null : point.high);
    this.plot = new uPlot(this.options(series, view), [points.map(point => Date.parse(point.to) / 1000), low, high, shown, sure], this.canvas);
    this.tell(points.length - 1);
  }

  options(series, view) {
    const ink = colour('--ink-faint'), line = colour('--line'), accent = colour('--accent'), soft = colour('--line-strong');
    const font = '12px ' + getComputedStyle(document.body).fontFamily;
    const write = value => kind(series.metric).write(value);
    return {
      ...this.size(),
      scales: {x: {time: false, range: () => [view.from / 1000, view.to / 1000]}, y: {range: (_, min, max) => this.range(series, min, max)}},
      legend: {show: false},
      cursor: {y: false, drag: {x: false, y: false}, points: {size: 8}},
      axes: [
        {stroke: ink, font, size: 34, grid: {stroke: line, width: 1}, ticks: {show: false}, space: 90, splits: (_, __, min, max) => ticks(min, max), values: (_, splits) => splits.map(at => label(at * 1000, view.to - view.from))},
        {stroke: ink, font, size: 64, grid: {stroke: line, width: 1}, ticks: {show: false}, values: (_, splits) => splits.map(write)},
      ],
      bands: [{series: [2, 1], fill: colour('--accent-soft')}],
      series: [{}, {stroke: 'transparent', points: {show: false}}, {stroke: 'transparent', points: {show: false}},
        {stroke: soft, width: 2, dash: [2, 4], points: {show: series.points.length < 3}}, {stroke: accent, width: 2, points: {show: series.points.length < 3, size: 7}}],
      hooks: {draw: [plot => this.over(plot, series, view)], setCursor: [plot => this.tell(plot.cursor.idx ?? series.points.length - 1)]},
    };
  }

  /** The values fill the height, and the target is in sight when it is near. */
  range(series, min, max) {
    const target = this.target(series);
    let from = min ?? 0, to = max ?? 1;
    if (target !== null && target > from - (to - from) && target < to + (to - from)) { from = Math.min(from, target); to = Math.max(to, target); }
    const pad = Math.max((to - from) * 0.12, 1e-3);
    const {low, high, isCount} = kind(series.metric);
    return [Math.max(isCount ? 0 : low ?? -Infinity, from - pad), Math.min(high ?? Infinity, to + pad)];
  }

  target(series) {
    return series.target ?? null;
  }

  over(plot, series, view) {
    const context = plot.ctx;
    const {left, top, width, height} = plot.bbox;
    const ratio = devicePixelRatio || 1;
    const x = at => plot.valToPos(Date.parse(at) / 1000, 'x', true);
    const inside = at => Date.parse(at) >= view.from && Date.parse(at) <= view.to;
    const upright = (at, ink, dash) => {
      context.save();
      context.strokeStyle = ink;
      context.lineWidth = 1.5 * ratio;
      context.setLineDash(dash.map(length => length * ratio));
      context.beginPath();
      context.moveTo(x(at), top);
      context.lineTo(x(at), top + height);
      context.stroke();
      context.restore();
    };
    const note = (at, text, ink, row) => {
      context.save();
      context.fillStyle = ink;
      context.font = `${12 * ratio}px ${getComputedStyle(document.body).fontFamily}`;
      context.textAlign = x(at) > left + width * 0.8 ? 'right' : 'left';
      context.fillText(text.length > 28 ? text.slice(0, 27) + '…' : text, x(at) + (context.textAlign === 'left' ? 5 : -5) * ratio, top + (14 + 16 * row) * ratio);
      context.restore();
    };
    for (const alert of series.alerts) {
      const from = Math.max(left, x(alert.since)), to = Math.min(left + width, alert.ended_at ? x(alert.ended_at) : x(new Date(view.to).toISOString()));
      if (to <= left || from >= left + width) continue;
      context.save();
      context.fillStyle = colour(alert.severity === 'critical' ? '--bad' : alert.severity === 'warning' ? '--warn' : '--info');
      context.globalAlpha = 0.9;
      context.fillRect(from, top + height - 5 * ratio, Math.max(3 * ratio, to - from), 5 * ratio);
      context.restore();
    }
    series.changes.filter(change => inside(change.since)).forEach(change => { upright(change.since, colour('--warn'), [4, 4]); note(change.since, (change.direction === 'down' ? '▼ ' : '▲ ') + kind(series.metric).write(change.to), colour('--warn'), 0); });
    series.marks.filter(mark => inside(mark.at)).forEach((mark, index) => { upright(mark.at, colour('--info'), []); note(mark.at, mark.text, colour('--info'), 1 + index % 3); });
    if (view.at && inside(new Date(view.at).toISOString())) upright(new Date(view.at).toISOString(), colour('--ink'), [1, 3]);
  }

  tell(index) {
    const point = this.series.points[index];
    if (!point) return;
    const sure = standing(this.series.metric, point);
    const {write, unit} = kind(this.series.metric);
    const value = sure === 'none' ? t('none') : sure === 'hidden' ? t('few.hidden') : write(point.value) + (unit ? ' ' + unit : '');
    const interval = point.low !== null && sure !== 'none' && sure !== 'hidden' ? ' (' + t('between', write(point.low), write(point.high)) + ')' : '';
    this.readout.textContent = `${dayTime(point.to)}   ${value}${interval}   ${t('n', number(point.n))}${sure === 'few' ? '   ' + t('few') : ''}`;
  }

  close() {
    this.observer.disconnect();
    this.plot?.destroy();
  }
}

const STEPS = [60, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800, 432000, 604800];

/** On whole hours and days of the team's zone. */
function ticks(min, max) {
  const step = STEPS.find(seconds => (max - min) / seconds <= 9) ?? STEPS.at(-1);
  const shift = offset(min) % step;
  const splits = [];
  for (let at = Math.ceil((min + shift) / step) * step - shift; at <= max; at += step) splits.push(at);
  return splits;
}

/** Seconds by which the shown zone is ahead of universal time. */
function offset(at) {
  const [hours, minutes] = hourMinute(at * 1000).split(':').map(Number);
  const utc = new Date(at * 1000);
  return ((hours * 60 + minutes - utc.getUTCHours() * 60 - utc.getUTCMinutes() + 1440) % 1440) * 60;
}

const label = (at, range) => range <= 2 * DAY_MS ? (hourMinute(at) === '00:00' ? shortDay(at) : hourMinute(at)) : shortDay(at);
