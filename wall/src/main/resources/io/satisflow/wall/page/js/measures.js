// How each metric is written, where its scale ends, and which way it is better.
import {number, signed, span, t} from './words.js';

const SHARE = {digits: 1, unit: '%', low: 0, high: 100, write: value => number(value, 1)};
const BALANCE = {digits: 0, unit: '', low: -100, high: 100, write: value => signed(value, Math.abs(value) < 10 ? 1 : 0)};
const KINDS = {
  csat: SHARE, agreement: SHARE, sla_attainment: SHARE,
  csat_mean: {unit: '', low: 0, high: 100, write: value => number(value, 1)},
  nps: BALANCE, 'sentiment.net': BALANCE,
  sentiment: {unit: '', low: -1, high: 1, write: value => signed(value, 2)},
  'sentiment.positive': SHARE, 'sentiment.neutral': SHARE, 'sentiment.negative': SHARE,
  recovery: {unit: '', low: -2, high: 2, write: value => signed(value, 2)}, 'recovery.recovered': SHARE,
  'agreement.alpha': {unit: '', low: -1, high: 1, write: value => number(value, 2)},
  ces: {unit: '', low: null, high: null, write: value => number(value, 2)},
  volume: {unit: '', low: null, high: null, isCount: true, write: value => number(value)},
  first_reply_time: {unit: '', low: 0, high: null, write: span},
  resolution_time: {unit: '', low: 0, high: null, write: span},
  clock_time: {unit: '', low: 0, high: null, write: span},
  fcr: SHARE, recontact_rate: SHARE, reopen_rate: SHARE, resolution_rate: SHARE, answer_rate: SHARE, promise_kept_rate: SHARE,
  follow_up_rate: SHARE, follow_up_satisfied_rate: SHARE, response_rate: SHARE, collection_coverage: SHARE,
  repeat_complaint_rate: SHARE, non_repeat_resolution_rate: SHARE, problem_conversion_rate: SHARE, complaint_rate: {...SHARE, high: null},
  customers: {unit: '', low: null, high: null, isCount: true, write: value => number(value)},
};
const OTHER = {unit: '', low: null, high: null, write: value => number(value, 2)};

export const FEW = 30;
export const TOO_FEW = 5;

let settings = new Map();
export const setMetrics = list => { settings = new Map(list.map(metric => [metric.name, metric])); };

const base = name => name.includes('.') ? name.slice(0, name.indexOf('.')) : name;
export const kind = name => KINDS[name] ?? KINDS[base(name)] ?? OTHER;

/** higher, lower or neither. */
export function better(name) {
  if (name === 'sentiment.negative' || name === 'agreement.opposed') return 'lower';
  return (settings.get(name) ?? settings.get(base(name)))?.better ?? 'higher';
}

/** Whether a metric may be shown, and how sure it is: none, hidden, few or sure. */
export function standing(name, metric) {
  if (!metric || metric.value === null) return 'none';
  if (kind(name).isCount) return 'sure';
  return metric.n < TOO_FEW ? 'hidden' : metric.n < FEW ? 'few' : 'sure';
}

/** Of a value and its interval against a target: met, missed, or unsure while the target lies in the interval. */
export function againstTarget(name, metric) {
  if (!metric || metric.value === null || metric.target === null || metric.n < FEW) return null;
  const low = metric.low ?? metric.value, high = metric.high ?? metric.value;
  const up = better(name) !== 'lower';
  if (up ? low >= metric.target : high <= metric.target) return 'met';
  if (up ? high < metric.target : low > metric.target) return 'missed';
  return 'unsure';
}

/** With its unit, as in a sentence. */
export const say = (name, value) => value === null || value === undefined ? t('none') : kind(name).write(value) + (kind(name).unit ? '\u202f' + kind(name).unit : '');

/** From 0 (worst) to 1 (best) on its own scale; null where it has no ends. */
export function goodness(name, value) {
  const {low, high} = kind(name);
  if (low === null || high === null || value === null || better(name) === 'neither') return null;
  const share = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return better(name) === 'lower' ? 1 - share : share;
}
