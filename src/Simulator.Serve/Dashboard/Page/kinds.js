// The kinds that have pages: where they lie in the API, their columns, and what can be done to them.

import { AGE, clusterState, LABELS, NAME, NAMESPACE, nodeState, phase, podState, port, replicas, restarts, workload } from './cells.js';
import { el } from './dom.js';
import { bytes, quantity } from './format.js';
import { hashOf } from './route.js';

/** Where versions after 1.3 keep workloads. */
const APPS = { path: '/apis/apps/v1' };

export const KINDS = [
    workload('deployment', 'Deployments', 'Deployment', '/apis/extensions/v1beta1', 'deployments', replicas, {
        canScale: true,
        later: APPS,
    }),
    workload('replicaset', 'Replica sets', 'ReplicaSet', '/apis/extensions/v1beta1', 'replicasets', replicas, {
        canScale: true,
        later: APPS,
    }),
    workload('replicationcontroller', 'Replication controllers', 'ReplicationController', '/api/v1', 'replicationcontrollers', replicas, {
        canScale: true,
    }),
    workload(
        'daemonset',
        'Daemon sets',
        'DaemonSet',
        '/apis/extensions/v1beta1',
        'daemonsets',
        item => item.status?.desiredNumberScheduled ?? 0,
        { later: APPS },
    ),
    workload('petset', 'Pet sets', 'PetSet', '/apis/apps/v1alpha1', 'petsets', replicas, {
        canScale: true,
        scalesBySpec: true,
        later: { ...APPS, title: 'Stateful sets', one: 'StatefulSet', resource: 'statefulsets', follows: ['statefulsets', 'pods', 'events'] },
    }),
    workload('job', 'Jobs', 'Job', '/apis/batch/v1', 'jobs', item => item.spec?.parallelism ?? 1),
    {
        page: 'pod',
        title: 'Pods',
        one: 'Pod',
        path: '/api/v1',
        resource: 'pods',
        isNamespaced: true,
        hasLogs: true,
        follows: ['pods'],
        columns: [
            NAME,
            NAMESPACE,
            { title: 'Status', cell: podState },
            { title: 'Restarts', cell: restarts },
            AGE,
            { title: 'Cluster IP', cell: item => item.status?.podIP ?? '' },
            {
                title: 'Node',
                cell: item =>
                    item.spec?.nodeName
                        ? {
                              key: item.spec.nodeName,
                              node: () => el('a', { href: hashOf(['node', item.spec.nodeName]), text: item.spec.nodeName }),
                          }
                        : '',
            },
        ],
    },
    {
        page: 'service',
        title: 'Services',
        one: 'Service',
        path: '/api/v1',
        resource: 'services',
        isNamespaced: true,
        follows: ['services', 'endpoints', 'pods'],
        hasPods: true,
        columns: [
            NAME,
            NAMESPACE,
            LABELS,
            { title: 'Cluster IP', cell: item => item.spec?.clusterIP ?? '' },
            {
                title: 'Internal endpoints',
                cell: item =>
                    (item.spec?.ports ?? []).map(one => `${item.metadata.name}.${item.metadata.namespace}:${port(one)}`).join(', '),
            },
            {
                title: 'External endpoints',
                cell: item => (item.status?.loadBalancer?.ingress ?? []).map(one => one.ip ?? one.hostname).join(', '),
            },
        ],
    },
    {
        page: 'horizontalpodautoscaler',
        title: 'Autoscalers',
        one: 'HorizontalPodAutoscaler',
        path: '/apis/autoscaling/v1',
        resource: 'horizontalpodautoscalers',
        isNamespaced: true,
        columns: [
            NAME,
            NAMESPACE,
            { title: 'Scales', cell: item => `${item.spec.scaleTargetRef.kind}/${item.spec.scaleTargetRef.name}` },
            {
                title: 'CPU now / wanted',
                cell: item =>
                    `${item.status?.currentCPUUtilizationPercentage ?? '–'} % / ${item.spec.targetCPUUtilizationPercentage ?? 80} %`,
            },
            {
                title: 'Replicas',
                cell: item => `${item.status?.currentReplicas ?? '–'} (${item.spec.minReplicas ?? 1} to ${item.spec.maxReplicas})`,
            },
            AGE,
        ],
    },
    {
        page: 'persistentvolumeclaim',
        title: 'Volume claims',
        one: 'PersistentVolumeClaim',
        path: '/api/v1',
        resource: 'persistentvolumeclaims',
        isNamespaced: true,
        columns: [
            NAME,
            NAMESPACE,
            { title: 'Status', cell: phase },
            { title: 'Volume', cell: item => item.spec?.volumeName ?? '' },
            { title: 'Wanted', cell: item => bytes(quantity(item.spec?.resources?.requests?.storage)) },
            AGE,
        ],
    },
    {
        page: 'configmap',
        title: 'Config maps',
        one: 'ConfigMap',
        path: '/api/v1',
        resource: 'configmaps',
        isNamespaced: true,
        columns: [NAME, NAMESPACE, LABELS, AGE],
    },
    {
        page: 'secret',
        title: 'Secrets',
        one: 'Secret',
        path: '/api/v1',
        resource: 'secrets',
        isNamespaced: true,
        columns: [NAME, NAMESPACE, { title: 'Type', cell: item => item.type ?? 'Opaque' }, AGE],
    },
    {
        page: 'node',
        title: 'Nodes',
        one: 'Node',
        path: '/api/v1',
        resource: 'nodes',
        isNamespaced: false,
        columns: [NAME, LABELS, { title: 'Ready', cell: nodeState }, AGE],
    },
    {
        page: 'cluster',
        title: 'Clusters',
        one: 'Cluster',
        path: '/apis/federation/v1beta1',
        resource: 'clusters',
        isNamespaced: false,
        columns: [
            NAME,
            { title: 'Status', cell: clusterState },
            { title: 'Region', cell: item => item.status?.region ?? '' },
            { title: 'Zones', cell: item => (item.status?.zones ?? []).join(', ') },
            AGE,
        ],
    },
    {
        page: 'persistentvolume',
        title: 'Volumes',
        one: 'PersistentVolume',
        path: '/api/v1',
        resource: 'persistentvolumes',
        isNamespaced: false,
        columns: [
            NAME,
            { title: 'Capacity', cell: item => bytes(quantity(item.spec?.capacity?.storage)) },
            { title: 'Status', cell: phase },
            { title: 'Claim', cell: item => (item.spec?.claimRef ? `${item.spec.claimRef.namespace}/${item.spec.claimRef.name}` : '') },
            AGE,
        ],
    },
    {
        page: 'namespace',
        title: 'Namespaces',
        one: 'Namespace',
        path: '/api/v1',
        resource: 'namespaces',
        isNamespaced: false,
        columns: [NAME, LABELS, { title: 'Status', cell: phase }, AGE],
    },
];

const ALL_WORKLOADS = ['daemonset', 'deployment', 'petset', 'replicaset', 'job', 'replicationcontroller', 'pod'];

/** Paths of the lists that this port has; null until it has told. */
let lists = null;

export function has(paths) {
    lists = paths ? new Set(paths) : null;
    for (const kind of KINDS) if (kind.later && !isHere(kind) && isHere({ ...kind, ...kind.later })) Object.assign(kind, kind.later);
}

export const isHere = kind => lists === null || lists.has(`${kind.path}/${kind.resource}`);

/** Those of this port: a federation has replica sets alone. */
export const workloads = () => ALL_WORKLOADS.map(kindOf).filter(isHere);

export const kindOf = name => KINDS.find(kind => kind.page === name);

/** Of the kind that an object says. */
export const kindNamed = name => KINDS.find(kind => kind.one === name);

export function listPath(kind, home) {
    return `${kind.path}${kind.isNamespaced && home ? `/namespaces/${encodeURIComponent(home)}` : ''}/${kind.resource}`;
}

export function objectPath(kind, home, name) {
    return `${listPath(kind, home)}/${encodeURIComponent(name)}`;
}
