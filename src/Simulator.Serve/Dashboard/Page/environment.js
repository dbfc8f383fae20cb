// Environment variables of a pod whose values stand elsewhere: in config maps, in the pod itself, in secrets.

import { find } from './api.js';

/** The config maps that a pod's variables are taken from, by name; none for whoever may not read them. */
export async function mapsOf(kind, item, signal) {
    if (kind.page !== 'pod') return {};
    const names = new Set(variables(item).flatMap(one => one.valueFrom?.configMapKeyRef?.name ?? []));
    const list = `/api/v1/namespaces/${item.metadata.namespace}/configmaps`;
    try {
        const found = await Promise.all([...names].map(name => find(list, name, signal)));
        return Object.fromEntries(found.filter(Boolean).map(map => [map.metadata.name, map.data ?? {}]));
    } catch (broken) {
        if (broken.name === 'AbortError') throw broken;
        return {};
    }
}

/** One variable as `NAME=value`, with where the value is from. */
export function told(one, item, maps) {
    const { configMapKeyRef: map, secretKeyRef: secret, fieldRef: field, resourceFieldRef: resource } = one.valueFrom ?? {};
    if (map) return `${one.name}=${maps[map.name]?.[map.key] ?? ''} (${map.key} of config map ${map.name})`;
    if (secret) return `${one.name} (${secret.key} of secret ${secret.name}, not shown)`;
    if (field) return `${one.name}=${fieldOf(item, field.fieldPath)} (${field.fieldPath})`;
    return resource ? `${one.name} (${resource.resource})` : `${one.name}=${one.value ?? ''}`;
}

const variables = item => (item.spec?.containers ?? []).flatMap(container => container.env ?? []);

const fieldOf = (item, path) => path.split('.').reduce((at, key) => at?.[key], item) ?? '';
