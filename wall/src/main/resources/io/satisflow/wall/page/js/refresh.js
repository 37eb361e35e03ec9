// Asks again when something has changed, but not more often than is good.

/**
 * @param pause milliseconds between refreshes, or a function that tells them
 * @returns a function that asks for a refresh: at once when the last is long ago, else later, once.
 */
export function throttled(refresh, pause) {
  const pauseMs = () => typeof pause === 'function' ? pause() : pause;
  let begunAt = -Infinity, timer = null, isRunning = false, isWanted = false, isClosed = false;
  const run = async () => {
    timer = null;
    isRunning = true;
    isWanted = false;
    begunAt = performance.now();
    try { await refresh(); } catch { /* The state of the connection says so. */ } finally { isRunning = false; }
    if (isWanted) ask();
  };
  const ask = () => {
    if (isClosed) return;
    if (isRunning) { isWanted = true; return; }
    if (timer) return;
    timer = setTimeout(run, Math.max(0, begunAt + pauseMs() - performance.now()));
  };
  ask.now = run;
  ask.close = () => { isClosed = true; clearTimeout(timer); };
  return ask;
}
