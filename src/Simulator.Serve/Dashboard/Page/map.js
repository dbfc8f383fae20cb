// The picture of zones, racks and nodes: one square a node.

import { get } from './api.js';
import { button, el, field, select } from './dom.js';
import { count } from './format.js';
import { Floor } from './floor.js';
import { live } from './pulse.js';
import { hashOf } from './route.js';
import { begin, standing } from './troubles.js';

export const STATES = [
  ['ready', 'Ready'], ['silent', 'Down or cut off, nobody knows yet'], ['unknown', 'Unknown'], ['notready', 'Not ready'], ['pressed', 'Under pressure'],
  ['cordoned', 'Cordoned'],
];
const MODES = [['state', 'State'], ['cpu', 'CPU requested'], ['memory', 'Memory requested'], ['pods', 'Pods']];

export function mapPage({ signal }) {
  const zones = new Map();
  const place = el('div', { class: 'zones' });
  const mode = select(MODES, 'state', { on: { change: () => { for (const zone of zones.values()) zone.floor.draw(mode.value); legend(); } } });
  const key = el('ul', { class: 'legend' });
  const total = el('p', { class: 'note' });

  async function ask() {
    const { zones: told } = await get('/simulator/map', signal);
    const names = new Set(told.map(zone => zone.name));
    for (const [name, zone] of zones) {
      if (names.has(name)) continue;
      zone.element.remove();
      zones.delete(name);
    }
    const all = {};
    for (const zone of told) {
      if (!zones.has(zone.name)) {
        zones.set(zone.name, makeZone(zone.name, signal, () => mode.value));
        place.append(zones.get(zone.name).element);
      }
      const sums = zones.get(zone.name).tell(zone);
      for (const [state, number] of Object.entries(sums)) all[state] = (all[state] ?? 0) + number;
    }
    total.textContent = told.length === 0 ? 'There are no nodes here.' : `${count(told.length, 'zone')}: ${words(all)}`;
  }

  function legend() {
    key.replaceChildren(...(mode.value === 'state'
      ? STATES.map(([state, text]) => el('li', {}, el('span', { class: `swatch ${state}`, 'aria-hidden': 'true' }), ` ${text}`))
      : [el('li', {}, el('span', { class: 'swatch scale', 'aria-hidden': 'true' }), mode.value === 'pods' ? ' none to 110 pods' : ' nothing to all of it')]));
  }

  legend();
  live(['nodes', 'pods', 'facts', 'troubles'], ask, signal);
  return {
    title: 'Map',
    content: [standing(signal), el('div', { class: 'row fields' }, field('Colour by', mode), key), total, place],
  };
}

/** “12 ready, 3 unknown” */
function words(sums) {
  const names = { ready: 'ready', silent: 'silently down', unknown: 'unknown', notready: 'not ready', pressed: 'under pressure', cordoned: 'cordoned' };
  return STATES.filter(([state]) => sums[state]).map(([state]) => `${sums[state].toLocaleString('en')} ${names[state]}`).join(', ') || 'no nodes';
}

function makeZone(name, signal, mode) {
  const sums = el('span', { class: 'total' });
  const chosen = el('p', { class: 'chosen', 'aria-live': 'polite' }, 'Point at a square, or choose one with the arrow keys.');
  const canvas = el('canvas', { role: 'img', tabindex: '0' });
  const floor = new Floor(canvas, node => {
    chosen.replaceChildren(...(node ? told(node) : []));
  }, signal);
  const element = el('section', { class: 'card zone', 'aria-label': `Zone ${name}` },
    el('div', { class: 'row head' }, el('h2', { text: name }), sums, el('span', { class: 'grow' }),
      button('Cut its network', () => begin({ kind: 'network-cut', zone: name })),
      button('Take its power', () => begin({ kind: 'power-loss', zone: name }), { class: 'grave' })), canvas, chosen);
  return {
    element, floor,
    tell(zone) {
      const counted = {};
      for (const rack of zone.racks) for (const [, state] of rack.nodes) counted[state] = (counted[state] ?? 0) + 1;
      sums.textContent = words(counted);
      canvas.setAttribute('aria-label', `Zone ${name}: ${words(counted)}. Arrow keys choose a node, Enter opens it.`);
      floor.show(zone.racks, mode());
      return counted;
    },
  };
}

function told({ name, state, cpu, memory, pods, rack }) {
  const text = STATES.find(([one]) => one === state)[1].toLowerCase();
  return [el('a', { href: hashOf(['node', name]), text: name }),
    ` in ${rack}: ${text}, ${count(pods, 'pod')}, ${cpu} % of CPU and ${memory} % of memory requested `,
    button('Take its power', () => begin({ kind: 'power-loss', node: name }), { class: 'small' })];
}
