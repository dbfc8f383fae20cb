// The page of one object: what it is, what belongs to it, and what was told of it.

import { get } from './api.js';
import { actionsOf } from './actions.js';
import { button, el } from './dom.js';
import { selectorText } from './format.js';
import { cardsBeside } from './beside.js';
import { cardsOf } from './cards.js';
import { mapsOf } from './environment.js';
import { EVENTS } from './events.js';
import { isHere, kindOf, objectPath } from './kinds.js';
import { live } from './pulse.js';
import { go, hashOf } from './route.js';
import { objectTable } from './table.js';

export function detailPage(kind, { parts, home, signal }) {
    const [space, name] = kind.isNamespaced ? parts : ['', parts[0]];
    let item = { metadata: { name, namespace: space || undefined }, spec: {} };
    const cards = el('div', { class: 'cards' });
    const related = el('div', { class: 'stack' });
    const gone = el('p', { class: 'problem', role: 'alert', hidden: true });
    const follows = [...(kind.follows ?? [kind.resource]), ...(kind.page === 'node' ? ['pods'] : [])];

    async function ask() {
        try {
            item = await get(objectPath(kind, space, name), signal);
            gone.hidden = true;
            const maps = await mapsOf(kind, item, signal);
            show(cards, [...cardsOf(kind, item, maps), ...(await cardsBeside(kind, item, signal))]);
            relate();
        } catch (broken) {
            if (broken.name === 'AbortError') return;
            gone.textContent = broken.status === 404 ? `There is no ${kind.one} ${name} any more.` : broken.message;
            gone.hidden = false;
        }
    }

    /** Only what depends on the object's selector: once, or when that changes. */
    function relate() {
        const wanted = relatives(kind, item);
        const key = JSON.stringify(wanted.map(one => [one.label, one.question]));
        if (related.dataset.key === key) return;
        related.dataset.key = key;
        related.replaceChildren(
            ...wanted.map(one => objectTable({ ...one, noSearch: true }, signal)),
            eventsOf(kind, item, space, signal),
        );
    }

    live(
        [...new Set(follows)].filter(resource => resource !== 'events'),
        ask,
        signal,
    );
    const buttons = actionsOf(kind).map(([text, act]) =>
        button(
            text,
            async () => {
                if ((await act(item)) && text === 'Delete') go([kind.page], home);
            },
            { class: text === 'Delete' ? 'grave' : '' },
        ),
    );
    const back = el(
        'p',
        { class: 'crumbs' },
        el('a', { href: hashOf([kind.page]), text: kind.title }),
        ` › ${space ? `${space} › ` : ''}${name}`,
    );
    return { title: name, buttons, content: [back, gone, cards, related] };
}

/** Replaces what differs only, so that nothing flickers and the keyboard keeps its place. */
function show(cards, made) {
    made.forEach((card, index) => {
        const old = cards.children[index];
        if (!old) cards.append(card);
        else if (!old.isEqualNode(card)) old.replaceWith(card);
    });
    while (cards.children.length > made.length) cards.lastChild.remove();
}

/** The lists that stand under an object. */
function relatives(kind, item) {
    const home = item.metadata.namespace ?? '';
    const pods = question => ({ kind: kindOf('pod'), home, actions: actionsOf(kindOf('pod')), question });
    const selector = selectorText(item.spec?.selector);
    if (!isHere(kindOf('pod'))) return [];
    if (kind.page === 'node') return [pods({ node: item.metadata.name })];
    if (kind.page === 'service') return selector ? [pods({ labelSelector: selector })] : [];
    if (!kind.hasPods || !selector) return [];
    const lists = [];
    if (kind.page === 'deployment') {
        const sets = { kind: kindOf('replicaset'), home, actions: actionsOf(kindOf('replicaset')) };
        lists.push({ ...sets, label: 'Replica sets, new and old', question: { labelSelector: selector } });
    }
    lists.push(pods({ labelSelector: selector }));
    if (['replicationcontroller', 'daemonset'].includes(kind.page)) {
        const label = Object.entries(item.spec.template?.metadata?.labels ?? {});
        if (label.length > 0)
            lists.push({ kind: kindOf('service'), home, actions: actionsOf(kindOf('service')), label: 'Services of this namespace' });
    }
    return lists;
}

/** All of them, or the warnings. */
function eventsOf(kind, item, space, signal) {
    const place = el('div');
    let shown = new AbortController();
    const tell = state => {
        shown.abort();
        shown = new AbortController();
        signal.addEventListener('abort', () => shown.abort(), { once: true });
        const about = kind.page === 'namespace' ? {} : { about: `${kind.one}/${item.metadata.name}` };
        place.replaceChildren(
            objectTable(
                {
                    kind: EVENTS,
                    home: kind.page === 'namespace' ? item.metadata.name : space,
                    label: 'Events',
                    noSearch: true,
                    nothing: 'Nothing was told of it.',
                    question: { ...about, state },
                },
                shown.signal,
            ),
        );
        for (const one of choice.children) one.setAttribute('aria-pressed', String(one.value === state));
    };
    const choice = el(
        'div',
        { class: 'row choice', role: 'group', 'aria-label': 'Which events' },
        [
            ['', 'All events'],
            ['Warning', 'Warnings'],
        ].map(([value, text]) => el('button', { type: 'button', value, text, on: { click: () => tell(value) } })),
    );
    tell('');
    return el('div', { class: 'stack' }, choice, place);
}
