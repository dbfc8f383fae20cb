// What stands in no field of an object, but belongs to its page: how its pods are, and what they have asked of a node.

import { page } from './api.js';
import { facts } from './facts.js';
import { bytes, cores, percent, quantity } from './format.js';
import { listPath } from './kinds.js';

/** The cards; none for whoever may not read pods. */
export async function cardsBeside(kind, item, signal) {
    try {
        if (kind.page === 'node') return [await allocated(item, signal)];
        return kind.hasPods ? [await podCard(kind, item, signal)].filter(Boolean) : [];
    } catch (broken) {
        if (broken.name === 'AbortError') throw broken;
        return [];
    }
}

async function podCard(kind, item, signal) {
    const { name, namespace } = item.metadata;
    const { items, pods } = await page(listPath(kind, namespace), { search: name, limit: 100 }, signal);
    const how = pods?.[items.findIndex(one => one.metadata.name === name)];
    if (!how) return null;
    return facts('Its pods', [
        ['Running', how.running],
        ['Ready', how.ready],
        ['Pending', how.pending],
        ['Succeeded', how.succeeded || ''],
        ['Failed', how.failed],
        ['Being deleted', how.going || ''],
        ['Warnings', how.warnings],
    ]);
}

/** Requests and limits of its pods that have not finished, and their share of what there is. */
async function allocated(item, signal) {
    const { items } = await page('/api/v1/pods', { node: item.metadata.name, limit: 500 }, signal);
    const pods = items.filter(pod => !['Succeeded', 'Failed'].includes(pod.status?.phase));
    const sum = (which, name) =>
        pods.flatMap(pod => pod.spec.containers).reduce((total, container) => total + quantity(container.resources?.[which]?.[name]), 0);
    const room = item.status?.allocatable ?? item.status?.capacity ?? {};
    const line = (which, name, words) => {
        const total = sum(which, name);
        return `${words(total)} (${percent(total, quantity(room[name]))})`;
    };
    return facts('Allocated resources', [
        ['CPU requests', line('requests', 'cpu', number => `${cores(number)} cores`)],
        ['CPU limits', line('limits', 'cpu', number => `${cores(number)} cores`)],
        ['Memory requests', line('requests', 'memory', bytes)],
        ['Memory limits', line('limits', 'memory', bytes)],
        ['Pods', `${pods.length} of ${room.pods} (${percent(pods.length, quantity(room.pods))})`],
    ]);
}
