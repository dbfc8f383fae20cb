// The cells of tables: what a column shows of an object.

import { el, state } from './dom.js';
import { age, pairs } from './format.js';
import { hashOf } from './route.js';

export const chips = map => {
    const all = pairs(map);
    return {
        key: all.join(),
        node: () =>
            el(
                'span',
                { class: 'chips' },
                all.map(text => el('span', { class: 'chip', text })),
            ),
    };
};

export const link = (kind, item) => {
    const { name, namespace } = item.metadata;
    const href = kind.detail === false ? null : hashOf([kind.page, ...(namespace ? [namespace] : []), name]);
    return { key: name, node: () => (href ? el('a', { href, text: name }) : el('span', { text: name })) };
};

export const shown = (kind, text) => ({ key: `${kind} ${text}`, node: () => state(kind, text) });

export const images = item => {
    const containers = item.spec?.template?.spec?.containers ?? item.spec?.containers ?? [];
    return containers.map(container => container.image).join(', ');
};

export const port = one => `${one.port} ${one.protocol ?? 'TCP'}${one.nodePort ? `, node ${one.nodePort}` : ''}`;

export const NAME = { title: 'Name', cell: (item, kind) => link(kind, item) };
export const NAMESPACE = { title: 'Namespace', isHome: true, cell: item => item.metadata.namespace ?? '' };
export const LABELS = { title: 'Labels', cell: item => chips(item.metadata.labels) };
export const AGE = { title: 'Age', cell: item => age(item.metadata.creationTimestamp) };
export const IMAGES = { title: 'Images', cell: images };

/** How many pods there are of how many, with a mark: warnings, waiting, well. */
export const PODS = {
    title: 'Pods',
    cell: (item, kind, pods) => {
        const wanted = kind.desired(item);
        const running = pods?.running ?? item.status?.replicas ?? 0;
        const how =
            pods?.warnings.length || pods?.failed
                ? 'bad'
                : pods?.pending || (wanted !== null && (pods?.ready ?? running) < wanted && kind.page !== 'job')
                  ? 'wait'
                  : 'ok';
        return shown(how, wanted === null ? `${running}` : `${running} / ${wanted}`);
    },
};

export const workload = (page, title, one, path, resource, desired, more = {}) => ({
    page,
    title,
    one,
    path,
    resource,
    isNamespaced: true,
    desired,
    hasPods: true,
    columns: [NAME, NAMESPACE, LABELS, PODS, AGE, IMAGES],
    follows: [resource, 'pods', 'events'],
    ...more,
});

export function podState(item) {
    const { phase, containerStatuses = [], reason } = item.status ?? {};
    if (item.metadata.deletionTimestamp) return shown('off', 'Terminating');
    const waiting = containerStatuses.map(one => one.state?.waiting?.reason).find(Boolean);
    if (phase === 'Failed') return shown('bad', reason ?? 'Failed');
    if (phase === 'Succeeded') return shown('ok', 'Succeeded');
    if (waiting && waiting !== 'ContainerCreating') return shown('bad', waiting);
    if (phase !== 'Running') return shown('wait', waiting ?? phase ?? 'Pending');
    const isReady = (item.status.conditions ?? []).some(one => one.type === 'Ready' && one.status === 'True');
    return isReady ? shown('ok', 'Running') : shown('wait', 'Running, not ready');
}

export function nodeState(item) {
    const ready = (item.status?.conditions ?? []).find(one => one.type === 'Ready')?.status ?? 'Unknown';
    const text = item.spec?.unschedulable ? `${ready}, cordoned` : ready;
    return shown(ready !== 'True' ? 'bad' : item.spec?.unschedulable ? 'off' : 'ok', text);
}

/** As kubectl says it: the conditions that hold, “Not” before the others. */
export function clusterState(item) {
    const known = item.status?.conditions ?? [];
    const isReady = known.some(one => one.type === 'Ready' && one.status === 'True');
    const text = known.map(one => `${one.status === 'True' ? '' : 'Not'}${one.type}`).join(', ');
    return shown(isReady ? 'ok' : 'bad', text || 'Unknown');
}

export const restarts = item => String((item.status?.containerStatuses ?? []).reduce((sum, one) => sum + one.restartCount, 0));
export const replicas = item => item.spec?.replicas ?? 1;
export const phase = item =>
    shown(
        { Bound: 'ok', Available: 'ok', Active: 'ok', Pending: 'wait', Failed: 'bad' }[item.status?.phase] ?? 'off',
        item.status?.phase ?? '–',
    );
