// The pages of lists: all workloads of a namespace, and one list of each kind.

import { actionsOf } from './actions.js';
import { el } from './dom.js';
import { isHere, kindOf, workloads } from './kinds.js';
import { hashOf } from './route.js';
import { objectTable } from './table.js';

export function workloadPage({ home, signal }) {
    const told = new Map();
    const reading = el('p', { class: 'note', text: 'Reading…' });
    const nothing = el(
        'section',
        { class: 'card zero', hidden: true },
        el('h2', { text: 'Nothing runs here yet' }),
        el('p', { text: 'Deploy an application, or upload a file of manifests.' }),
        isHere(kindOf('replicationcontroller'))
            ? el('p', {}, el('a', { class: 'button primary', href: hashOf(['deploy', 'app']), text: 'Deploy app' }))
            : null,
    );
    const kinds = workloads();
    const tables = kinds.map(kind =>
        objectTable(
            {
                kind,
                home,
                actions: actionsOf(kind),
                hideEmpty: true,
                onTold: matched => {
                    told.set(kind.page, matched);
                    reading.hidden = told.size === kinds.length;
                    nothing.hidden = told.size < kinds.length || [...told.values()].some(number => number > 0);
                },
            },
            signal,
        ),
    );
    return { title: 'Workloads', isList: true, content: [reading, ...tables, nothing] };
}

export function listPage(kind, { home, signal }) {
    const states =
        kind.page === 'pod'
            ? [
                  ['', 'All'],
                  ['Waiting', 'Not ready'],
                  ['Pending', 'Pending'],
                  ['Failed', 'Failed'],
              ]
            : null;
    if (!states)
        return { title: kind.title, isList: true, content: [objectTable({ kind, home, actions: actionsOf(kind), size: 25 }, signal)] };
    const place = el('div');
    let shown = new AbortController();
    const show = state => {
        shown.abort();
        shown = new AbortController();
        signal.addEventListener('abort', () => shown.abort(), { once: true });
        place.replaceChildren(objectTable({ kind, home, actions: actionsOf(kind), size: 25, question: { state } }, shown.signal));
        for (const one of choice.children) one.setAttribute('aria-pressed', String(one.value === state));
    };
    const choice = el(
        'div',
        { class: 'row choice', role: 'group', 'aria-label': 'Which pods' },
        states.map(([value, text]) => el('button', { type: 'button', value, text, on: { click: () => show(value) } })),
    );
    show('');
    return { title: kind.title, isList: true, content: [choice, place] };
}
