// The clock of the run in the header: where it is, pause, step, speed.

import { post, put } from './api.js';
import { ask } from './dialogs.js';
import { button, el, field, say, select } from './dom.js';
import { moment } from './format.js';
import { clock, onClock } from './pulse.js';

const SPEEDS = ['0.5x', '1x', '10x', '60x', '600x', '3600x', 'max'];
let before = '1x';

async function doing(act) {
  try {
    await act();
  } catch (broken) {
    say(broken.message, 'bad');
  }
}

const setSpeed = speed => doing(() => put('/simulator/clock', { speed }));
const step = body => doing(() => post('/simulator/clock/step', body));

async function runUntil() {
  const until = el('input', { type: 'text', required: true, value: '', placeholder: '12m', pattern: '[0-9hms.]+' });
  await ask('Go on until', field('Moment of the run', until, `Such as 12m or 1h30m; it is ${clock?.now}. It pauses there.`), 'Go',
    () => post('/simulator/clock/step', { until: until.value.trim() }));
}

export function clockBar() {
  const now = el('output', { class: 'now', 'aria-label': 'Time of the run', text: '–:––:––' });
  const date = el('span', { class: 'date' });
  const held = el('span', { class: 'held', hidden: true });
  const pause = button('', () => (clock.speed === 'paused' ? setSpeed(before) : doing(() => post('/simulator/clock/pause', ''))), { class: 'pause' });
  const speed = select(SPEEDS, '1x', { 'aria-label': 'Speed of simulated time', on: { change: () => setSpeed(speed.value) } });
  onClock(({ clock: told, lost }) => {
    if (!told) return;
    const isPaused = told.speed === 'paused';
    now.textContent = moment(told.seconds);
    date.textContent = told.time.replace('T', ' ').replace('Z', '');
    now.classList.toggle('paused', isPaused);
    const act = isPaused ? 'Go on' : 'Pause';
    if (pause.getAttribute('aria-label') !== act) {
      pause.setAttribute('aria-label', act);
      pause.title = act;
      pause.textContent = isPaused ? '▶' : '❚❚';
    }
    if (!isPaused) before = told.speed;
    choose(speed, isPaused ? before : told.speed);
    const why = lost ? 'no connection' : told.heldBy ? `held by ${told.heldBy}` : told.stopsAt ? `stops at ${told.stopsAt}` : '';
    [held.textContent, held.hidden] = [why, why === ''];
  });
  return el('div', { class: 'clock', role: 'group', 'aria-label': 'Clock of the run' },
    el('div', { class: 'times' }, now, date), held, pause, speed,
    button('Next event', () => step({ to: 'event' }), { title: 'Pause, and go on to the next event' }),
    button('Next decision', () => step({ to: 'decision' }), { title: 'Pause, and go on to the next decision of the scheduler' }),
    button('Until…', runUntil, { title: 'Go on to a moment, and pause there' }));
}

/** A speed that is not offered is offered from now on. */
function choose(speed, wanted) {
  if (document.activeElement === speed && speed.matches(':open')) return;
  if (![...speed.options].some(option => option.value === wanted)) speed.append(el('option', { value: wanted, text: wanted }));
  if (speed.value !== wanted) speed.value = wanted;
}
