// The cards of an object's page: what each kind tells of itself.

import { el } from './dom.js';
import { facts, rows } from './facts.js';
import { age, bytes, pairs, quantity, selectorText, time } from './format.js';
import { clusterState, nodeState, podState } from './cells.js';
import { amount, conditions, containerCard, dataCard, spaced } from './parts.js';
import { hashOf } from './route.js';

/** `maps`: the config maps that variables of a pod are taken from. */
export function cardsOf(kind, item, maps) {
    const { spec = {}, status = {}, metadata } = item;
    const head = [
        ['Name', metadata.name],
        ['Namespace', metadata.namespace],
        ['Age', age(metadata.creationTimestamp)],
        ['Labels', pairs(metadata.labels)],
        ['Annotations', pairs(metadata.annotations)],
    ];
    return (MAKERS[kind.page] ?? plain)(head, spec, status, item, maps).filter(Boolean);
}

const plain = head => [facts('Details', head)];

const MAKERS = {
    deployment: (head, spec, status, item) => [
        facts('Details', [
            ...head,
            ...template(spec),
            ['Strategy', spec.strategy?.type],
            ['Min ready seconds', spec.minReadySeconds ?? 0],
            ['Revision history limit', spec.revisionHistoryLimit ?? 'not set'],
            ['Max surge', spec.strategy?.rollingUpdate?.maxSurge],
            ['Max unavailable', spec.strategy?.rollingUpdate?.maxUnavailable],
        ]),
        facts('Status', [
            ['Wanted', spec.replicas],
            ['Updated', status.updatedReplicas ?? 0],
            ['Total', status.replicas ?? 0],
            ['Available', status.availableReplicas ?? 0],
            ['Unavailable', status.unavailableReplicas ?? 0],
            ['Revision', item.metadata.annotations?.['deployment.kubernetes.io/revision']],
        ]),
    ],
    replicaset: owner,
    replicationcontroller: owner,
    petset: owner,
    daemonset: (head, spec, status) => [
        facts('Details', [...head, ...template(spec)]),
        facts('Status', [
            ['Wanted', status.desiredNumberScheduled],
            ['Running there', status.currentNumberScheduled],
            ['Where they should not be', status.numberMisscheduled],
        ]),
    ],
    job: (head, spec, status) => [
        facts('Details', [
            ...head,
            ...template(spec),
            ['Completions', spec.completions ?? 'one success ends it'],
            ['Parallelism', spec.parallelism],
            ['Deadline', spec.activeDeadlineSeconds && `${spec.activeDeadlineSeconds} s`],
        ]),
        facts('Status', [
            ['Active', status.active ?? 0],
            ['Succeeded', status.succeeded ?? 0],
            ['Failed', status.failed ?? 0],
            ['Began', time(status.startTime)],
            ['Ended', time(status.completionTime)],
        ]),
    ],
    pod: (head, spec, status, item, maps) => [
        facts('Details', [
            ...head,
            ['Status', podState(item).node()],
            ['Phase', status.phase],
            ['Reason', status.reason],
            ['Message', status.message],
            ['Began', time(status.startTime)],
            ['Node', spec.nodeName ? el('a', { href: hashOf(['node', spec.nodeName]), text: spec.nodeName }) : 'none yet'],
            ['IP', status.podIP],
            ['Restart policy', spec.restartPolicy],
            ['Why', el('a', { href: hashOf(['why', item.metadata.namespace, item.metadata.name]), text: 'why it is there, or waits' })],
        ]),
        ...(spec.containers ?? []).map(container => containerCard(container, item, maps)),
        conditions(status),
    ],
    node: (head, spec, status, item) => [
        facts('Details', [
            ...head,
            ['Ready', nodeState(item).node()],
            ['Phase', status.phase],
            ['External ID', spec.externalID],
            ['Pod CIDR', spec.podCIDR],
            ['Provider ID', spec.providerID],
            ['Unschedulable', String(spec.unschedulable ?? false)],
            ['Addresses', (status.addresses ?? []).map(one => `${one.type} ${one.address}`)],
        ]),
        facts(
            'Room',
            Object.keys(status.capacity ?? {}).map(name => [
                name,
                `${amount(name, status.allocatable?.[name])} of ${amount(name, status.capacity[name])}`,
            ]),
        ),
        facts(
            'System',
            Object.entries(status.nodeInfo ?? {}).map(([name, value]) => [spaced(name), value || '–']),
        ),
        conditions(status),
    ],
    cluster: (head, spec, status, item) => [
        facts('Details', [
            ...head,
            ['Status', clusterState(item).node()],
            ['Region', status.region],
            ['Zones', status.zones],
            ['Addresses', (spec.serverAddressByClientCIDRs ?? []).map(one => `${one.serverAddress} for ${one.clientCIDR}`)],
        ]),
        conditions(status),
    ],
    service: (head, spec, status) => [
        facts('Details', [
            ...head,
            ['Selector', pairs(spec.selector)],
            ['Type', spec.type],
            ['Cluster IP', spec.clusterIP],
            ['Session affinity', spec.sessionAffinity],
            ['Addresses outside', (status.loadBalancer?.ingress ?? []).map(one => one.ip ?? one.hostname)],
        ]),
        rows(
            'Ports',
            ['Name', 'Port', 'Target port', 'Node port', 'Protocol'],
            (spec.ports ?? []).map(one => [
                one.name ?? '–',
                String(one.port),
                String(one.targetPort ?? one.port),
                String(one.nodePort ?? '–'),
                one.protocol ?? 'TCP',
            ]),
        ),
    ],
    horizontalpodautoscaler: (head, spec, status) => [
        facts('Details', [
            ...head,
            ['Scales', `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`],
            ['From', spec.minReplicas ?? 1],
            ['To', spec.maxReplicas],
            ['CPU wanted', `${spec.targetCPUUtilizationPercentage ?? 80} %`],
        ]),
        facts('Status', [
            [
                'CPU now',
                status.currentCPUUtilizationPercentage === undefined ? 'not measured' : `${status.currentCPUUtilizationPercentage} %`,
            ],
            ['Replicas now', status.currentReplicas],
            ['Replicas wanted', status.desiredReplicas],
            ['Last scaled', time(status.lastScaleTime)],
        ]),
    ],
    persistentvolumeclaim: (head, spec, status) => [
        facts('Details', [
            ...head,
            ['Status', status.phase],
            ['Volume', spec.volumeName && el('a', { href: hashOf(['persistentvolume', spec.volumeName]), text: spec.volumeName })],
            ['Wanted', bytes(quantity(spec.resources?.requests?.storage))],
            ['Access modes', spec.accessModes],
        ]),
    ],
    persistentvolume: (head, spec, status) => [
        facts('Details', [
            ...head,
            ['Status', status.phase],
            ['Capacity', bytes(quantity(spec.capacity?.storage))],
            ['Access modes', spec.accessModes],
            ['Reclaim policy', spec.persistentVolumeReclaimPolicy],
            ['Claim', spec.claimRef && `${spec.claimRef.namespace}/${spec.claimRef.name}`],
        ]),
    ],
    namespace: (head, spec, status) => [facts('Details', [...head, ['Status', status.phase]])],
    configmap: (head, spec, status, item) => [facts('Details', head), dataCard(Object.entries(item.data ?? {}))],
    secret: (head, spec, status, item) => [
        facts('Details', [...head, ['Type', item.type]]),
        facts(
            'Data',
            Object.entries(item.data ?? {}).map(([name, value]) => [
                name,
                `${Math.floor((value.replace(/=+$/, '').length * 3) / 4)} bytes, not shown`,
            ]),
        ),
    ],
};

function owner(head, spec, status) {
    return [
        facts('Details', [...head, ...template(spec)]),
        facts('Status', [
            ['Pods created', status.replicas ?? 0],
            ['Pods wanted', spec.replicas ?? 1],
            ['With all labels', status.fullyLabeledReplicas],
        ]),
    ];
}

function template(spec) {
    const selector = selectorText(spec.selector);
    return [
        ['Selector', selector ? selector.split(',') : []],
        ['Images', (spec.template?.spec?.containers ?? []).map(one => one.image)],
    ];
}
