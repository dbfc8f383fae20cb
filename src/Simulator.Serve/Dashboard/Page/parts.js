// Parts of an object's page that several kinds have, or that are long: containers, conditions, data.

import { el, state } from './dom.js';
import { told } from './environment.js';
import { facts, rows } from './facts.js';
import { age, bytes, cores, pairs, quantity } from './format.js';
import { hashOf } from './route.js';

export const spaced = name => name.replace(/([A-Z]+)/g, ' $1').toLowerCase();

export function amount(name, value) {
    if (name === 'cpu') return `${cores(quantity(value))} cores`;
    return name === 'memory' || name.endsWith('storage') ? bytes(quantity(value)) : String(value ?? 0);
}

export function containerCard(container, item, maps) {
    const how = (item.status?.containerStatuses ?? []).find(one => one.name === container.name);
    const [word, detail] = Object.entries(how?.state ?? {})[0] ?? ['waiting', {}];
    const mark = { running: 'ok', waiting: 'wait', terminated: detail?.exitCode ? 'bad' : 'off' }[word];
    return facts(`Container ${container.name}`, [
        ['State', state(mark, `${word}${detail?.reason ? `: ${detail.reason}` : ''}`)],
        ['Restarts', how?.restartCount],
        ['Image', container.image],
        ['Requests', pairs(container.resources?.requests)],
        ['Limits', pairs(container.resources?.limits)],
        ['Commands', (container.command ?? []).join(' ')],
        ['Arguments', (container.args ?? []).join(' ')],
        ['Ports', (container.ports ?? []).map(one => `${one.containerPort} ${one.protocol ?? 'TCP'}`)],
        ['Environment', (container.env ?? []).map(one => told(one, item, maps))],
        [
            'Log',
            el('a', {
                href: hashOf(['log', item.metadata.namespace, item.metadata.name, container.name]),
                text: `log of ${container.name}`,
            }),
        ],
    ]);
}

export function conditions(status) {
    if (!status.conditions?.length) return null;
    return rows(
        'Conditions',
        ['Type', 'Status', 'Last heartbeat', 'Last change', 'Reason', 'Message'],
        status.conditions.map(one => [
            one.type,
            one.status,
            one.lastHeartbeatTime ? `${age(one.lastHeartbeatTime)} ago` : '–',
            one.lastTransitionTime ? `${age(one.lastTransitionTime)} ago` : '–',
            one.reason ?? '–',
            one.message ?? '–',
        ]),
    );
}

export function dataCard(entries) {
    return el(
        'section',
        { class: 'card', 'aria-label': 'Data' },
        el('h2', { text: 'Data' }),
        entries.length === 0 ? el('p', { class: 'note', text: 'It is empty.' }) : null,
        entries.map(([name, value]) => [el('h3', { text: name }), el('pre', { text: value, tabindex: '0', 'aria-label': name })]),
    );
}
