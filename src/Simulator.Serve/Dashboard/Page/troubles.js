// Troubles by hand: which stand, how one begins and ends, and operations.

import { get, post, remove } from './api.js';
import { ask } from './dialogs.js';
import { button, el, field, say, select } from './dom.js';
import { rows } from './cards.js';
import { live } from './pulse.js';

/** As a scenario writes it; JSON is YAML. */
export async function begin(trouble) {
  try {
    const begun = await post('/simulator/troubles', typeof trouble === 'string' ? trouble : JSON.stringify(trouble));
    say(`Trouble ${begun.number} has begun: ${begun.strikes.join(', ')}.`);
    return begun;
  } catch (broken) {
    say(broken.message, 'bad');
    return null;
  }
}

async function end(trouble) {
  try {
    await remove(`/simulator/troubles/${trouble.number}`);
    say(`Trouble ${trouble.number} is over.`);
  } catch (broken) {
    say(broken.message, 'bad');
  }
}

const shortly = trouble => trouble.text.replace(/["{}]/g, '').replace(/,/g, ', ').replace(/:/g, ': ').replace(/\s+/g, ' ').trim();

/** Those that go on now, each with a button that ends it. */
export function standing(signal) {
  const list = el('ul', { class: 'standing' });
  const element = el('section', { class: 'card trouble', 'aria-label': 'Troubles that go on', hidden: true }, el('h2', { text: 'Troubles that go on' }), list);
  live(['troubles', 'facts'], async () => {
    const now = (await get('/simulator/troubles', signal)).filter(trouble => !trouble.isOver);
    element.hidden = now.length === 0;
    const told = now.map(trouble => `${trouble.number} ${trouble.canEnd}`).join();
    if (list.dataset.told === told) return;
    list.dataset.told = told;
    list.replaceChildren(...now.map(trouble => el('li', { class: 'row' },
      el('span', { class: 'grow', text: `${trouble.number}. ${shortly(trouble)}, since ${trouble.at.replace(/\.\d+s/, 's')}` }),
      trouble.canEnd ? button('End', () => end(trouble), { 'aria-label': `End trouble ${trouble.number}` }) : el('span', { class: 'note', text: 'ends by itself' }))));
  }, signal);
  return element;
}

const PLACES = { Machines: ['zone', 'rack', 'node', 'powerUnit', 'nodePool', 'region'], TwoZones: ['zones'], TwoRegions: ['regions'], Instances: [], Cluster: [], Federation: [] };

const PROGRAMS = ['api-server', 'etcd', 'scheduler', 'controller-manager', 'cluster-autoscaler'];

export function troublePage({ signal }) {
  const history = el('div');
  live(['troubles', 'facts'], async () => {
    const all = await get('/simulator/troubles', signal);
    const told = JSON.stringify(all);
    if (history.dataset.told === told) return;
    history.dataset.told = told;
    if (all.length > 0) history.replaceChildren(rows('All that was begun by hand', ['Number', 'Began', 'What', 'Strikes', 'Ended'], all.map(trouble => [
      String(trouble.number), trouble.at, shortly(trouble), trouble.strikes.join(', '),
      trouble.endedAt ?? (trouble.isOver ? 'by itself' : 'goes on')]).reverse()));
  }, signal);
  const place = el('div', { class: 'cards' });
  get('/simulator/troubles/kinds', signal).then(async kinds => {
    const [map, me] = await Promise.all([get('/simulator/map', signal), get('/simulator/me', signal)]);
    place.replaceChildren(troubleForm(kinds, map, me), operationForm());
  }).catch(broken => { if (broken.name !== 'AbortError') say(broken.message, 'bad'); });
  return { title: 'Troubles', content: [standing(signal), place, history] };
}

function troubleForm(kinds, map, me) {
  const zones = map.zones.map(zone => zone.name);
  const offers = { zone: zones, rack: map.zones.flatMap(zone => zone.racks.map(rack => rack.name)), node: map.zones.flatMap(zone => zone.racks.flatMap(rack => rack.nodes.map(node => node[0]))) };
  const kind = select(kinds.map((one, at) => [String(at), `${one.name} (${one.verb})`]), '0', { on: { change: offer } });
  const scope = el('select', { on: { change: offerNames } });
  const names = el('datalist', { id: 'trouble-names' });
  const name = el('input', { type: 'text', list: 'trouble-names', autocomplete: 'off' });
  const second = select(zones, zones[1]);
  const instance = el('input', { type: 'number', min: '0', max: '100', placeholder: 'all' });
  const program = select(PROGRAMS, 'scheduler');
  const length = el('input', { type: 'text', placeholder: 'until it is ended' });
  const factor = el('input', { type: 'number', min: '1', step: 'any', value: '10' });
  const place = el('div', { class: 'row fields' });
  const chosen = () => kinds[Number(kind.value)];

  function offer() {
    const places = PLACES[chosen().reach];
    scope.replaceChildren(...places.map(value => el('option', { value, text: value })));
    place.replaceChildren(...(places.length > 0 ? [field('Place', scope), field('Name', name)] : []),
      ...(chosen().reach === 'Instances' && chosen().name === 'freeze' ? [field('Program', program)] : []),
      ...(chosen().reach === 'Instances' ? [field('Instance', instance, 'From 0; empty: all')] : []),
      ...(chosen().reach === 'TwoZones' ? [field('The second', second)] : []),
      ...(chosen().endsByItself ? [] : [field('For', length, 'Such as 10m')]), ...(chosen().hasFactor ? [field('Times slower', factor)] : []));
    offerNames();
  }
  function offerNames() {
    const offered = scope.value === 'zones' ? zones : offers[scope.value] ?? [];
    names.replaceChildren(...offered.slice(0, 3000).map(value => el('option', { value })));
    name.value = offered[0] ?? '';
  }
  function trouble() {
    const made = { kind: chosen().name };
    const reach = chosen().reach;
    if (reach === 'Machines') made[scope.value] = name.value;
    if (reach === 'TwoZones') made.zones = [name.value, second.value];
    if (reach === 'TwoRegions') made.regions = name.value.split(/[ ,]+/);
    if (reach === 'Instances' && made.kind === 'freeze') made.program = program.value;
    if (reach === 'Instances' && instance.value) made.instance = Number(instance.value);
    if (me.clusters > 1 && !made.region && !['TwoRegions', 'Federation'].includes(reach)) made.cluster = me.cluster;
    if (length.value && !chosen().endsByItself) made.for = length.value;
    if (chosen().hasFactor) made.factor = Number(factor.value);
    return made;
  }
  offer();
  const form = el('form', { class: 'card stack', 'aria-label': 'Begin a trouble' }, el('h2', { text: 'Begin a trouble' }), field('Kind', kind), place, names,
    el('div', { class: 'row end' }, button('Write it as YAML', () => writeTrouble(trouble())), el('button', { type: 'submit', class: 'grave', text: 'Begin' })));
  form.addEventListener('submit', event => {
    event.preventDefault();
    begin(trouble());
  });
  return form;
}

/** Whatever a scenario can say of an outage. */
async function writeTrouble(trouble) {
  const area = el('textarea', { class: 'code', rows: '6', spellcheck: 'false' });
  area.value = Object.entries(trouble).map(([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.join(', ')}]` : value}`).join('\n');
  await ask('Begin a trouble', field('As a scenario writes it, without a time', area), 'Begin', () => post('/simulator/troubles', area.value), { isGrave: true });
}

function operationForm() {
  const area = el('textarea', { class: 'code', rows: '4', spellcheck: 'false' });
  area.value = 'scale: deployment/web\nreplicas: 5';
  const form = el('form', { class: 'card stack', 'aria-label': 'Do an operation' }, el('h2', { text: 'Do an operation' }),
    field('As a scenario writes it, without a time', area, 'Scale, rolling update, drain, delete and the others of scenarios/README.md'),
    el('div', { class: 'row end' }, el('button', { type: 'submit', class: 'primary', text: 'Do it' })));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    try {
      say(`Done: ${(await post('/simulator/operations', area.value)).join(', ')}.`);
    } catch (broken) {
      say(broken.message, 'bad');
    }
  });
  return form;
}
