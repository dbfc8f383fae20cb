// What users ask of services, and what they get.

import { get } from './api.js';
import { el, state, svg } from './dom.js';
import { moment } from './format.js';
import { clock, live } from './pulse.js';

const [WIDTH, HEIGHT] = [240, 44];

export function usersPage({ signal }) {
  const place = el('div', { class: 'stack' });
  live(['facts'], async () => {
    const all = await get('/simulator/requests', signal);
    place.replaceChildren(all.length === 0
      ? el('section', { class: 'card zero' }, el('h2', { text: 'Nobody asks for anything here' }),
        el('p', { text: 'A scenario says what users send to its services under traffic, and to a federation under users.' }))
      : el('section', { class: 'card', 'aria-label': 'Requests' }, el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': 'Requests, which may be scrolled' }, table(all))));
  }, signal);
  return { title: 'Requests of users', content: [place] };
}

function table(all) {
  const heads = ['Service', 'Requests a second', 'Answered', 'Failed a second', 'Median', '95 % within', 'Lately'];
  return el('table', { 'aria-label': 'Requests' }, el('thead', {}, el('tr', {}, heads.map(text => el('th', { scope: 'col', text })))),
    el('tbody', {}, all.map(one => el('tr', {}, cells(one).map((cell, at) => el('td', { 'data-label': heads[at] }, cell))))));
}

function cells({ subject, median, p95, points }) {
  const [, sent, failed] = points[points.length - 1] ?? [0, 0, 0];
  const share = sent > 0 ? 100 * (1 - failed / sent) : null;
  const how = share === null ? 'off' : share >= 99.9 ? 'ok' : share >= 95 ? 'wait' : 'bad';
  const milliseconds = value => (value === null ? '–' : `${value.toFixed(value < 10 ? 1 : 0)} ms`);
  return [subject, rate(sent), state(how, share === null ? 'no requests' : `${share.toFixed(share > 99 && share < 100 ? 2 : 0)} %`), rate(failed),
    milliseconds(median), milliseconds(p95), picture(subject, points)];
}

const rate = number => number.toLocaleString('en', { maximumFractionDigits: 1 });

/** Sent over the last changes, and in red what failed of it. */
function picture(subject, points) {
  const end = clock?.seconds ?? points[points.length - 1]?.[0] ?? 0;
  const begin = points[0]?.[0] ?? 0;
  const most = Math.max(...points.map(point => point[1]), 1e-9);
  const x = at => (WIDTH * (at - begin)) / Math.max(end - begin, 1e-9);
  const y = value => HEIGHT - (HEIGHT - 2) * value / most;
  const line = at => points.map((point, index) => {
    const next = points[index + 1]?.[0] ?? end;
    return `${x(point[0]).toFixed(1)},${y(point[at]).toFixed(1)} ${x(next).toFixed(1)},${y(point[at]).toFixed(1)}`;
  }).join(' ');
  const label = `${subject}: at most ${rate(most)} requests a second between ${moment(begin)} and ${moment(end)}`;
  return svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, role: 'img', 'aria-label': label, class: 'spark' },
    svg('polyline', { points: line(1), class: 'sent' }), svg('polyline', { points: `0,${HEIGHT} ${line(2)} ${WIDTH},${HEIGHT}`, class: 'failed' }));
}
