// What changes, as it changes. One stream a browser: the tab that holds the lock listens and tells the others.

const FADES_AFTER_MS = 5_000;
const ENGINE_SILENT_MS = 15_000;
const BEHIND_SECONDS = 300;
const FASTEST = 1_000;
const EVENTS = ['time', 'scores', 'clocks', 'alerts', 'feedback', 'marks'];

const listeners = new Map();
const newest = new Map();
let channel = null;
let heardAt = 0;
let time = null;
let timeAt = 0;

export function on(event, listener) {
  if (!listeners.has(event)) listeners.set(event, new Set());
  listeners.get(event).add(listener);
  return () => listeners.get(event).delete(listener);
}

/** The newest value of an event, or of one of its keys. */
export const last = (event, key = '') => newest.get(event + '/' + key) ?? null;

const keyOf = (event, value) => event === 'scores' ? value.window : event === 'feedback' ? value.key : '';

function take(event, value) {
  heardAt = performance.now();
  if (event === 'time') { time = value; timeAt = heardAt; }
  if (event !== 'feedback') newest.set(event + '/' + keyOf(event, value), value);
  for (const listener of listeners.get(event) ?? []) listener(value);
}

function listen() {
  let seen = '';
  const open = () => {
    const source = new EventSource('api/stream' + (seen ? '?after=' + seen : ''));
    for (const event of EVENTS) {
      source.addEventListener(event, message => {
        seen = message.lastEventId;
        const value = JSON.parse(message.data);
        take(event, value);
        channel?.postMessage({event, value});
      });
    }
    source.onerror = () => {
      // The browser comes back by itself, unless it was refused.
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 3_000);
    };
  };
  open();
}

export function start() {
  if (!navigator.locks || !window.BroadcastChannel) { listen(); return; }
  channel = new BroadcastChannel('satisflow-wall');
  channel.onmessage = ({data}) => {
    if (data.ask) {
      if (leads) for (const [place, value] of newest) channel.postMessage({event: place.split('/')[0], value});
    } else {
      take(data.event, data.value);
    }
  };
  let leads = false;
  channel.postMessage({ask: true});
  navigator.locks.request('satisflow-wall', () => {
    leads = true;
    listen();
    return new Promise(() => {});
  });
}

/** The engine's time now, running on between its words, but never far ahead of them. */
export function engineNow() {
  if (!time?.now) return null;
  const since = Math.min(performance.now() - timeAt, 3_000);
  const silent = Math.min(time.silent_ms ?? 0, 12_000);
  return Date.parse(time.now) + (isHurrying() ? 0 : (since + (time.speed > 1 ? 0 : silent)) * time.speed);
}

/** Months pass in seconds: history is being read, and running on from its last word would lead into the future. */
export const isHurrying = () => (time?.speed ?? 0) > FASTEST;

/** connecting, lost, loading, waiting (nothing from the engine yet), silent (nothing any more), behind (at history) or live. */
export function condition() {
  if (!time) return 'connecting';
  if (performance.now() - heardAt > FADES_AFTER_MS) return 'lost';
  if (time.loading) return 'loading';
  if (!time.now) return 'waiting';
  if ((time.silent_ms ?? 0) > ENGINE_SILENT_MS) return 'silent';
  return isBehind() ? 'behind' : 'live';
}

/** Results are far from what has been heard already: history is being worked through, and numbers are of different times. */
function isBehind() {
  const seconds = (Date.parse(time.newest ?? time.now) - Date.parse(time.now)) / 1000;
  return seconds > Math.max(BEHIND_SECONDS, BEHIND_SECONDS / 5 * Math.min(time.speed, 600));
}

export const engineTime = () => time;
