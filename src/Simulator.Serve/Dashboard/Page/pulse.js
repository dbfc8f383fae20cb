// One stream for the whole page: where the clock is, and which resources have changed. Views ask anew for what they show.

import { follow } from './api.js';

const listeners = new Set();
const clockListeners = new Set();
/** A view asks again no sooner than this after it was answered, in milliseconds. */
const REST = 700;

/** The clock as it was told last. */
export let clock = null;
export let isConnected = false;

/** Calls `act` with each frame; the return value ends it. */
export function onClock(act) {
  clockListeners.add(act);
  if (clock) act({ clock, changed: [] });
  return () => clockListeners.delete(act);
}

/** Asks now, and again whenever one of the resources has changed. One question at a time. */
export function live(resources, ask, signal) {
  const wanted = new Set(resources);
  let [asking, again, timer] = [false, false, 0];
  async function run() {
    if (asking) {
      again = true;
      return;
    }
    [asking, again] = [true, false];
    try {
      await ask();
    } catch (broken) {
      if (broken.name !== 'AbortError') console.error(broken);
    }
    setTimeout(() => {
      asking = false;
      if (again && !signal.aborted) run();
    }, REST);
  }
  const listener = changed => {
    if (changed === null || changed.some(resource => wanted.has(resource))) run();
  };
  listeners.add(listener);
  signal.addEventListener('abort', () => {
    listeners.delete(listener);
    clearTimeout(timer);
  });
  run();
  return run;
}

function hear(frame) {
  clock = frame.clock;
  for (const act of clockListeners) act(frame);
  const changed = frame.facts === hear.facts ? frame.changed : [...frame.changed, 'facts'];
  hear.facts = frame.facts;
  if (frame.troubles !== hear.troubles) changed.push('troubles');
  hear.troubles = frame.troubles;
  if (changed.length > 0) for (const act of [...listeners]) act(changed);
}

/** Goes on for ever; a stream that breaks is opened again. */
export async function start() {
  for (;;) {
    try {
      const whole = follow('/simulator/pulse?watch=true', frame => {
        if (!isConnected) {
          isConnected = true;
          for (const act of [...listeners]) act(null);
        }
        hear(frame);
      });
      await whole;
    } catch (broken) {
      if (broken.status === 401 || broken.status === 403) return;
    }
    isConnected = false;
    for (const act of clockListeners) act({ clock, changed: [], lost: true });
    await new Promise(resolve => setTimeout(resolve, 1500));
  }
}
