// The pages of lists: all workloads of a namespace, and one list of each kind.

import { actionsOf } from './actions.js';
import { el } from './dom.js';
import { kindOf, WORKLOADS } from './kinds.js';
import { hashOf } from './route.js';
import { objectTable } from './table.js';

export function workloadPage({ home, signal }) {
  const told = new Map();
  const nothing = el('section', { class: 'card zero', hidden: true },
    el('h2', { text: 'Nothing runs here yet' }),
    el('p', { text: 'Deploy an application, or upload a file of manifests.' }),
    el('p', {}, el('a', { class: 'button primary', href: hashOf(['deploy', 'app']), text: 'Deploy app' })));
  const tables = WORKLOADS.map(name => objectTable({
    kind: kindOf(name), home, actions: actionsOf(kindOf(name)), hideEmpty: true,
    onTold: matched => {
      told.set(name, matched);
      nothing.hidden = told.size < WORKLOADS.length || [...told.values()].some(number => number > 0);
    },
  }, signal));
  return { title: 'Workloads', isList: true, content: [...tables, nothing] };
}

export function listPage(kind, { home, signal }) {
  const states = kind.page === 'pod' ? [['', 'All'], ['Waiting', 'Not ready'], ['Pending', 'Pending'], ['Failed', 'Failed']] : null;
  if (!states) return { title: kind.title, isList: true, content: [objectTable({ kind, home, actions: actionsOf(kind), size: 25 }, signal)] };
  const place = el('div');
  let shown = new AbortController();
  const show = state => {
    shown.abort();
    shown = new AbortController();
    signal.addEventListener('abort', () => shown.abort(), { once: true });
    place.replaceChildren(objectTable({ kind, home, actions: actionsOf(kind), size: 25, question: { state } }, shown.signal));
    for (const one of choice.children) one.setAttribute('aria-pressed', String(one.value === state));
  };
  const choice = el('div', { class: 'row choice', role: 'group', 'aria-label': 'Which pods' },
    states.map(([value, text]) => el('button', { type: 'button', value, text, on: { click: () => show(value) } })));
  show('');
  return { title: kind.title, isList: true, content: [choice, place] };
}
