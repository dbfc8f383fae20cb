// The shell: header, pages at the side, and the view that the address names.

import { get, isSignedIn, onUnauthorized, page, signIn } from './api.js';
import { clockBar } from './clock.js';
import { detailPage } from './details.js';
import { deployPage } from './deploy.js';
import { button, el, say } from './dom.js';
import { has, isHere, KINDS, kindOf } from './kinds.js';
import { listPage, workloadPage } from './lists.js';
import { logPage } from './logs.js';
import { askWhoItIs } from './login.js';
import { mapPage } from './map.js';
import { start, live } from './pulse.js';
import { hashOf, route } from './route.js';
import { timelinePage } from './timeline.js';
import { troublePage } from './troubles.js';
import { usersPage } from './users.js';
import { whyPage } from './why.js';

/** Names are those of the version. */
const sections = () => [
    [
        'Simulation',
        [
            ['map', 'Map'],
            ['timeline', 'Timeline'],
            ['trouble', 'Troubles'],
            ['users', 'Requests'],
        ],
    ],
    [
        'Workloads',
        [
            ['workload', 'All workloads'],
            ...named('deployment', 'replicaset', 'replicationcontroller', 'daemonset', 'petset', 'job', 'pod'),
        ],
    ],
    ['Services and scaling', named('service', 'horizontalpodautoscaler')],
    ['Storage and settings', named('persistentvolumeclaim', 'configmap', 'secret')],
    ['Cluster', named('cluster', 'node', 'persistentvolume', 'namespace')],
];

function named(...names) {
    return names.map(name => [name, kindOf(name).title]);
}

const PAGES = {
    workload: workloadPage,
    map: mapPage,
    timeline: timelinePage,
    trouble: troublePage,
    users: usersPage,
    log: logPage,
    why: whyPage,
    deploy: deployPage,
};
for (const kind of KINDS) PAGES[kind.page] = given => (given.parts.length > 0 ? detailPage(kind, given) : listPage(kind, given));

const main = document.getElementById('main');
const side = document.getElementById('side');
const namespaces = el('select', { id: 'namespace', on: { change: () => chooseHome(namespaces.value) } });
let view = new AbortController();

function chooseHome(home) {
    const { page: name, parts } = route();
    const isList = parts.length === 0 || name === 'deploy';
    location.hash = hashOf(isList ? [name, ...parts] : [name], home);
}

function show() {
    view.abort();
    view = new AbortController();
    const { page: name, parts, home } = route();
    const make = PAGES[name] ?? (() => ({ title: 'There is no such page', content: [el('p', { text: location.hash })] }));
    const made = make({ parts, home, signal: view.signal });
    const buttons = [...(made.buttons ?? [])];
    if (made.isList) {
        if (isHere(kindOf('replicationcontroller')))
            buttons.push(el('a', { class: 'button primary', href: hashOf(['deploy', 'app']), text: 'Deploy app' }));
        buttons.push(el('a', { class: 'button', href: hashOf(['deploy', 'file']), text: 'Upload YAML' }));
    }
    main.replaceChildren(
        el('div', { class: 'row title' }, el('h1', { text: made.title }), el('span', { class: 'grow' }), buttons),
        ...made.content,
    );
    document.title = `${made.title} – Simulator`;
    for (const link of side.querySelectorAll('a')) {
        if (link.dataset.page === name) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
        link.href = hashOf([link.dataset.page]);
    }
    side.classList.remove('open');
    if (show.was !== undefined && show.was !== location.hash) {
        main.focus({ preventScroll: true });
        scrollTo(0, 0);
    }
    main.dataset.shown = show.was = location.hash;
    if (namespaces.value !== home) offerHome(home);
}

function offerHome(home) {
    if (home && ![...namespaces.options].some(option => option.value === home))
        namespaces.append(el('option', { value: home, text: home }));
    namespaces.value = home;
}

/** Without the right to list namespaces there is still the one in the address. */
async function askNamespaces() {
    let names = [];
    try {
        names = (await page('/api/v1/namespaces', { limit: 500 })).items.map(item => item.metadata.name);
    } catch {
        names = [];
    }
    const told = names.join();
    if (askNamespaces.told === told) return;
    askNamespaces.told = told;
    namespaces.replaceChildren(
        el('option', { value: '', text: 'All namespaces' }),
        ...names.map(name => el('option', { value: name, text: name })),
    );
    offerHome(route().home);
}

function drawShell(me) {
    const opener = button(
        '☰',
        () => {
            const isOpen = side.classList.toggle('open');
            opener.setAttribute('aria-expanded', String(isOpen));
        },
        { class: 'burger', 'aria-label': 'Pages', 'aria-controls': 'side', 'aria-expanded': 'false' },
    );
    const who = me.user ? [el('span', { class: 'who', text: me.user })] : [];
    if (isSignedIn())
        who.push(
            button('Sign out', () => {
                signIn(null);
                location.reload();
            }),
        );
    document
        .getElementById('top')
        .replaceChildren(
            opener,
            el(
                'a',
                { class: 'logo', href: '#/workload' },
                el('span', { 'aria-hidden': 'true', class: 'mark' }),
                el('b', { text: me.cluster || 'Simulator' }),
            ),
            el('label', { class: 'hidden', for: 'namespace', text: 'Namespace' }),
            namespaces,
            el('span', { class: 'grow' }),
            clockBar(),
            ...who,
        );
    const sides = sections().map(([title, pages]) => [title, pages.filter(([name]) => !kindOf(name) || isHere(kindOf(name)))]);
    side.replaceChildren(
        ...sides
            .filter(([, pages]) => pages.length > 0)
            .map(([title, pages]) =>
                el(
                    'div',
                    {},
                    el('h2', { text: title }),
                    el(
                        'ul',
                        {},
                        pages.map(([name, text]) => el('li', {}, el('a', { href: hashOf([name]), 'data-page': name, text }))),
                    ),
                ),
            ),
    );
}

async function begin() {
    const me = await get('/simulator/me').catch(broken => {
        if (broken.status === 401) throw broken;
        say(broken.message, 'bad');
        return {};
    });
    has(me.lists);
    drawShell(me);
    start();
    live(['namespaces'], askNamespaces, new AbortController().signal);
    addEventListener('hashchange', show);
    show();
}

onUnauthorized(() => askWhoItIs());
begin().catch(broken => {
    if (broken.status !== 401)
        main.replaceChildren(
            el('section', { class: 'card' }, el('h1', { text: 'This page cannot be shown' }), el('p', { text: broken.message })),
        );
});
