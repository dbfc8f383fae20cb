// Deploy an application from a form, or from a file.

import { find, page, post } from './api.js';
import { el, field, say, select } from './dom.js';
import { deployForm } from './form.js';
import { kindNamed, listPath } from './kinds.js';
import { hashOf } from './route.js';
import { fileForm } from './upload.js';

export function deployPage({ parts, home, signal }) {
    const isFile = parts[0] === 'file';
    const tabs = el(
        'div',
        { class: 'row choice', role: 'group', 'aria-label': 'How' },
        [
            ['app', 'From a form'],
            ['file', 'From a file'],
        ].map(([name, text]) =>
            el('a', { class: 'button', href: hashOf(['deploy', name]), text, 'aria-current': parts[0] === name ? 'page' : null }),
        ),
    );
    return { title: isFile ? 'Upload YAML' : 'Deploy app', content: [tabs, isFile ? fileForm(home) : appForm(home, signal)] };
}

const lines = () => el('textarea', { rows: '3', spellcheck: 'false' });
const words = text => text.split(/[\s,]+/).filter(Boolean);

/** NAME=VALUE a line. */
function pairsOf(area, what) {
    return area.value
        .split('\n')
        .map(line => line.trim())
        .filter(Boolean)
        .map(line => {
            const at = line.indexOf('=');
            if (at <= 0) throw new Error(`${what}: found “${line}”; allowed is NAME=VALUE`);
            return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
        });
}

function appForm(home, signal) {
    const name = el('input', {
        type: 'text',
        required: true,
        maxlength: '24',
        pattern: '[a-z]([a-z0-9\\-]*[a-z0-9])?',
        autocomplete: 'off',
    });
    const image = el('input', { type: 'text', required: true, autocomplete: 'off' });
    const number = el('input', { type: 'number', min: '1', max: '100000', value: '1', required: true });
    const service = select(
        [
            ['none', 'None'],
            ['internal', 'Internal'],
            ['external', 'External (load balancer)'],
        ],
        'none',
        {
            on: {
                change: () => {
                    ports.hidden = service.value === 'none';
                },
            },
        },
    );
    const port = el('textarea', { rows: '2', spellcheck: 'false', placeholder: '80 8080 TCP' });
    const ports = field('Port mappings', port, 'Port, target port and TCP or UDP, a line each');
    ports.hidden = true;
    const space = el('input', {
        type: 'text',
        value: home || 'default',
        required: true,
        pattern: '[a-z0-9]([a-z0-9\\-]*[a-z0-9])?',
        list: 'namespaces-known',
    });
    const known = el('datalist', { id: 'namespaces-known' });
    page('/api/v1/namespaces', { limit: 500 }, signal)
        .then(list => known.append(...list.items.map(item => el('option', { value: item.metadata.name }))))
        .catch(() => {});
    const more = {
        description: el('input', { type: 'text' }),
        labels: lines(),
        secret: el('input', { type: 'text' }),
        cpu: el('input', { type: 'number', min: '0', step: 'any' }),
        memory: el('input', { type: 'number', min: '0', step: 'any' }),
        command: el('input', { type: 'text' }),
        args: el('input', { type: 'text' }),
        privileged: el('input', { type: 'checkbox' }),
        environment: lines(),
    };
    const taken = el('p', { class: 'problem', role: 'alert', hidden: true });
    name.addEventListener('change', async () => {
        const within = `/api/v1/namespaces/${encodeURIComponent(space.value)}`;
        const isTaken = await Promise.all(
            ['replicationcontrollers', 'services'].map(resource => find(`${within}/${resource}`, name.value, signal).catch(() => undefined)),
        );
        taken.hidden = !name.value || !isTaken.some(Boolean);
        taken.textContent = `There is a ${isTaken[0] ? 'replication controller' : 'service'} ${name.value} in ${space.value} already.`;
    });
    const content = [
        field('App name', name, 'Small letters, digits and hyphens, at most 24'),
        taken,
        field('Container image', image, 'Such as nginx:1.11'),
        field('Number of pods', number),
        field('Service', service),
        ports,
        field('Namespace', space, 'It is made if it is not there'),
        known,
        el(
            'details',
            {},
            el('summary', { text: 'Advanced' }),
            el(
                'div',
                { class: 'stack' },
                field('Description', more.description),
                field('Labels', more.labels, 'NAME=VALUE a line; app and version are there already'),
                field('Image pull secret', more.secret),
                field('CPU (cores)', more.cpu),
                field('Memory (MiB)', more.memory),
                field('Command', more.command),
                field('Arguments', more.args),
                field('Environment variables', more.environment, 'NAME=VALUE a line'),
                field('Run as privileged', more.privileged),
            ),
        ),
    ];
    return deployForm(
        'Deploy app',
        content,
        async () => {
            const wanted = {
                name: name.value,
                image: image.value.trim(),
                replicas: Number(number.value),
                home: space.value,
                service: service.value,
                ports: portsOf(port.value, service.value),
            };
            const [controller, front] = objectsOf(wanted, more);
            await makeNamespace(wanted.home);
            await post(listPath(kindNamed('ReplicationController'), wanted.home), controller);
            if (front) await post(listPath(kindNamed('Service'), wanted.home), front);
            say(`${wanted.name} is deployed.`);
            return home ? wanted.home : '';
        },
        home,
    );
}

function portsOf(text, service) {
    if (service === 'none') return [];
    const found = text
        .split('\n')
        .map(words)
        .filter(line => line.length > 0)
        .map(([port, target, protocol]) => {
            if (!/^\d+$/.test(port) || !/^\d*$/.test(target ?? ''))
                throw new Error(`Port mappings: found “${[port, target].join(' ')}”; allowed are numbers, such as 80 8080 TCP`);
            return { port: Number(port), targetPort: Number(target || port), protocol: (protocol ?? 'TCP').toUpperCase() };
        });
    if (found.length === 0) throw new Error('Port mappings: a service needs at least one, such as 80 8080 TCP');
    return found.map((one, at) => ({ name: `p${at + 1}-${one.protocol.toLowerCase()}-${one.port}`.slice(0, 24), ...one }));
}

async function makeNamespace(home) {
    if (await find('/api/v1/namespaces', home)) return;
    await post('/api/v1/namespaces', { kind: 'Namespace', apiVersion: 'v1', metadata: { name: home } });
}

/** As the dashboard of 2016 makes them: a replication controller and, with ports, a service. */
function objectsOf({ name, image, replicas, ports, service }, more) {
    const tag = /:([^/:]+)$/.exec(image)?.[1];
    const labels = { app: name, ...(tag ? { version: tag } : {}), ...Object.fromEntries(pairsOf(more.labels, 'Labels')) };
    const requests = {
        ...(more.cpu.value ? { cpu: more.cpu.value } : {}),
        ...(more.memory.value ? { memory: `${more.memory.value}Mi` } : {}),
    };
    const container = {
        name,
        image,
        resources: Object.keys(requests).length > 0 ? { requests } : {},
        env: pairsOf(more.environment, 'Environment variables').map(([key, value]) => ({ name: key, value })),
        ...(more.command.value ? { command: words(more.command.value) } : {}),
        ...(more.args.value ? { args: words(more.args.value) } : {}),
        ...(more.privileged.checked ? { securityContext: { privileged: true } } : {}),
    };
    const annotations = more.description.value ? { description: more.description.value } : undefined;
    const metadata = { name, labels, annotations };
    const spec = { containers: [container], ...(more.secret.value ? { imagePullSecrets: [{ name: more.secret.value }] } : {}) };
    const controller = {
        kind: 'ReplicationController',
        apiVersion: 'v1',
        metadata,
        spec: { replicas, selector: labels, template: { metadata: { labels, annotations }, spec } },
    };
    if (ports.length === 0) return [controller, null];
    return [
        controller,
        {
            kind: 'Service',
            apiVersion: 'v1',
            metadata,
            spec: { selector: labels, ports, type: service === 'external' ? 'LoadBalancer' : 'ClusterIP' },
        },
    ];
}
