// Every word of the page, in English and Chinese, and how numbers, times and spans are written.
import {choices} from './choices.js';
import {english} from './words.en.js';
import {chinese} from './words.zh.js';

let team = {zone: 'UTC', language: 'en'};

export const setTeam = setup => { team = {...setup, zone: known(setup.zone) ? setup.zone : 'UTC'}; };

/** A zone that this browser does not know is not guessed at: times are then in universal time, and say so. */
function known(zone) {
  try { return Boolean(new Intl.DateTimeFormat('en', {timeZone: zone})); } catch { return false; }
}

export function language() {
  const wish = choices().language ?? team.chosen ?? team.language ?? navigator.language;
  return wish.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

const WINDOW_UNITS = {s: 'unit.s', m: 'unit.m', h: 'unit.h', d: 'unit.d'};

/** The name of a window, such as 24h, as people write it. */
const PERIODS = new Set(['today', 'week', 'month', 'quarter', 'half_year', 'year']);
/** A window as people choose it: the last 24 h, or this month. */
export const lastWindow = name => PERIODS.has(name) ? t('period.' + name) : t('last', windowName(name));
export const windowName = name => /^\d+[smhd]$/.test(name) ? t(WINDOW_UNITS[name.at(-1)], name.slice(0, -1)) : name;

const words = () => language() === 'zh-CN' ? chinese : english;

/** The words under a key, with {0}, {1} ... filled in. A key without words is shown as it is. */
export function t(key, ...values) {
  const text = words()[key] ?? english[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, index) => values[index] ?? '');
}

export const hasWords = key => key in english;

/** A name out of a closed list, such as of a clock, or as it is when it is somebody's own. */
export const word = (list, name) => hasWords(list + '.' + name) ? t(list + '.' + name) : name.replaceAll('_', ' ');

/** Of a metric with its question or part, such as csat.stars. */
export function metricName(name) {
  if (hasWords('metric.' + name)) return t('metric.' + name);
  const dot = name.indexOf('.');
  return dot < 0 ? word('metric', name) : word('metric', name.slice(0, dot)) + ' · ' + word('clock', name.slice(dot + 1));
}

/** Of a segment's values: everything, or what sets it apart. */
export function segmentName(segment) {
  const parts = Object.entries(segment);
  return parts.length === 0 ? t('segment.all') : parts.map(([, value]) => value === 'null' || value === '(none)' ? t('segment.none') : value === '(other)' ? t('segment.other') : value).join(' · ');
}

export function parseSegment(key) {
  if (!key || key === '(all)' || key === 'all') return {};
  const undo = text => text.replaceAll('%2F', '/').replaceAll('%3D', '=').replaceAll('%2C', ',').replaceAll('%25', '%');
  return Object.fromEntries(key.split(',').map(part => {
    const equals = part.indexOf('=');
    return [undo(part.slice(0, equals)), undo(part.slice(equals + 1))];
  }));
}

export const zone = () => choices().zone === 'mine' ? Intl.DateTimeFormat().resolvedOptions().timeZone : team.zone;

const formats = new Map();
function format(options) {
  const key = language() + zone() + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language() === 'zh-CN' ? 'zh-CN' : 'en-GB', {timeZone: zone(), ...options}));
  return formats.get(key);
}

const HOURS = {hour: '2-digit', minute: '2-digit', hourCycle: 'h23'};
export const clockTime = at => format({...HOURS, second: '2-digit'}).format(new Date(at));
export const hourMinute = at => format(HOURS).format(new Date(at));
export const dayTime = at => format({weekday: 'short', day: 'numeric', month: 'short', ...HOURS}).format(new Date(at));
export const day = at => format({weekday: 'short', day: 'numeric', month: 'short', year: 'numeric'}).format(new Date(at));
export const shortDay = at => format({day: 'numeric', month: 'short'}).format(new Date(at));

/** With the day where it is not today's. */
export function when(at, now) {
  return now && day(at) === day(now) ? hourMinute(at) : dayTime(at);
}

export function number(value, digits = 0) {
  return new Intl.NumberFormat(language(), {minimumFractionDigits: digits, maximumFractionDigits: digits}).format(value).replace('-', '\u2212');
}

export const signed = (value, digits) => (value > 0 ? '+' : '') + number(value, digits);

/** Seconds as people say them: 45 s, 12 min, 3 h 20, 2 d 4 h. */
export function span(seconds) {
  const whole = Math.round(Math.abs(seconds));
  if (whole < 60) return t('span.s', whole);
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return t('span.min', minutes);
  const hours = Math.floor(minutes / 60);
  if (hours < 24) return minutes % 60 ? t('span.h', hours, minutes % 60) : t('span.hours', hours);
  return t('span.d', Math.floor(hours / 24), hours % 24);
}

/** As a clock that counts down: 04:31, 1:04:31. */
export function countdown(seconds) {
  const whole = Math.floor(Math.abs(seconds));
  const two = value => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  if (hours >= 24) return t('span.d', Math.floor(hours / 24), hours % 24);
  const rest = two(Math.floor(whole / 60) % 60) + ':' + two(whole % 60);
  return hours ? hours + ':' + rest : rest;
}
