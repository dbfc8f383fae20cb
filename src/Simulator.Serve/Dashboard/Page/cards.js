// The cards of an object's page: names with values, containers, conditions, data.

import { el, state } from './dom.js';
import { age, bytes, cores, pairs, quantity, selectorText, time } from './format.js';
import { nodeState, podState } from './kinds.js';
import { hashOf } from './route.js';

/** A card of [name, value] pairs; what has no value is left out. */
export function facts(title, entries) {
  const rows = entries.filter(([, value]) => value !== undefined && value !== null && value !== '').map(([name, value]) => [
    el('dt', { text: name }),
    el('dd', {}, Array.isArray(value) ? el('span', { class: 'chips' }, value.map(text => el('span', { class: 'chip', text }))) : value instanceof Node ? value : String(value)),
  ]);
  return el('section', { class: 'card', 'aria-label': title }, el('h2', { text: title }), el('dl', {}, rows));
}

export function rows(title, heads, lines) {
  return el('section', { class: 'card', 'aria-label': title }, el('h2', { text: title }),
    el('div', { class: 'scroll', tabindex: '0', role: 'group', 'aria-label': `${title}, which may be scrolled` }, el('table', { 'aria-label': title },
      el('thead', {}, el('tr', {}, heads.map(text => el('th', { scope: 'col', text })))),
      el('tbody', {}, lines.map(line => el('tr', {}, line.map((cell, at) => el('td', { 'data-label': heads[at] }, cell))))))));
}

export function cardsOf(kind, item) {
  const { spec = {}, status = {}, metadata } = item;
  const head = [
    ['Name', metadata.name], ['Namespace', metadata.namespace], ['Age', age(metadata.creationTimestamp)], ['Labels', pairs(metadata.labels)],
    ['Annotations', pairs(metadata.annotations)],
  ];
  return (MAKERS[kind.page] ?? plain)(head, spec, status, item).filter(Boolean);
}

const plain = head => [facts('Details', head)];

const MAKERS = {
  deployment: (head, spec, status, item) => [
    facts('Details', [...head, ...template(spec), ['Strategy', spec.strategy?.type], ['Min ready seconds', spec.minReadySeconds ?? 0],
      ['Revision history limit', spec.revisionHistoryLimit ?? 'not set'],
      ['Max surge', spec.strategy?.rollingUpdate?.maxSurge], ['Max unavailable', spec.strategy?.rollingUpdate?.maxUnavailable]]),
    facts('Status', [['Wanted', spec.replicas], ['Updated', status.updatedReplicas ?? 0], ['Total', status.replicas ?? 0], ['Available', status.availableReplicas ?? 0],
      ['Unavailable', status.unavailableReplicas ?? 0], ['Revision', item.metadata.annotations?.['deployment.kubernetes.io/revision']]]),
  ],
  replicaset: owner, replicationcontroller: owner, petset: owner,
  daemonset: (head, spec, status) => [
    facts('Details', [...head, ...template(spec)]),
    facts('Status', [['Wanted', status.desiredNumberScheduled], ['Running there', status.currentNumberScheduled], ['Where they should not be', status.numberMisscheduled]]),
  ],
  job: (head, spec, status) => [
    facts('Details', [...head, ...template(spec), ['Completions', spec.completions ?? 'one success ends it'], ['Parallelism', spec.parallelism],
      ['Deadline', spec.activeDeadlineSeconds && `${spec.activeDeadlineSeconds} s`]]),
    facts('Status', [['Active', status.active ?? 0], ['Succeeded', status.succeeded ?? 0], ['Failed', status.failed ?? 0],
      ['Began', time(status.startTime)], ['Ended', time(status.completionTime)]]),
  ],
  pod: (head, spec, status, item) => [
    facts('Details', [...head, ['Status', podState(item).node()], ['Phase', status.phase], ['Reason', status.reason], ['Message', status.message],
      ['Began', time(status.startTime)], ['Node', spec.nodeName ? el('a', { href: hashOf(['node', spec.nodeName]), text: spec.nodeName }) : 'none yet'],
      ['IP', status.podIP], ['Restart policy', spec.restartPolicy],
      ['Why', el('a', { href: hashOf(['why', item.metadata.namespace, item.metadata.name]), text: 'why it is there, or waits' })]]),
    ...(spec.containers ?? []).map(container => containerCard(container, item)),
    conditions(status),
  ],
  node: (head, spec, status, item) => [
    facts('Details', [...head, ['Ready', nodeState(item).node()], ['Phase', status.phase], ['External ID', spec.externalID], ['Pod CIDR', spec.podCIDR],
      ['Provider ID', spec.providerID], ['Unschedulable', String(spec.unschedulable ?? false)],
      ['Addresses', (status.addresses ?? []).map(one => `${one.type} ${one.address}`)]]),
    facts('Room', Object.keys(status.capacity ?? {}).map(name => [name, `${amount(name, status.allocatable?.[name])} of ${amount(name, status.capacity[name])}`])),
    facts('System', Object.entries(status.nodeInfo ?? {}).map(([name, value]) => [spaced(name), value || '–'])),
    conditions(status),
  ],
  service: (head, spec, status) => [
    facts('Details', [...head, ['Selector', pairs(spec.selector)], ['Type', spec.type], ['Cluster IP', spec.clusterIP], ['Session affinity', spec.sessionAffinity],
      ['Addresses outside', (status.loadBalancer?.ingress ?? []).map(one => one.ip ?? one.hostname)]]),
    rows('Ports', ['Name', 'Port', 'Target port', 'Node port', 'Protocol'],
      (spec.ports ?? []).map(one => [one.name ?? '–', String(one.port), String(one.targetPort ?? one.port), String(one.nodePort ?? '–'), one.protocol ?? 'TCP'])),
  ],
  horizontalpodautoscaler: (head, spec, status) => [
    facts('Details', [...head, ['Scales', `${spec.scaleTargetRef.kind}/${spec.scaleTargetRef.name}`], ['From', spec.minReplicas ?? 1], ['To', spec.maxReplicas],
      ['CPU wanted', `${spec.targetCPUUtilizationPercentage ?? 80} %`]]),
    facts('Status', [['CPU now', status.currentCPUUtilizationPercentage === undefined ? 'not measured' : `${status.currentCPUUtilizationPercentage} %`],
      ['Replicas now', status.currentReplicas], ['Replicas wanted', status.desiredReplicas], ['Last scaled', time(status.lastScaleTime)]]),
  ],
  persistentvolumeclaim: (head, spec, status) => [facts('Details', [...head, ['Status', status.phase], ['Volume',
    spec.volumeName && el('a', { href: hashOf(['persistentvolume', spec.volumeName]), text: spec.volumeName })],
  ['Wanted', bytes(quantity(spec.resources?.requests?.storage))], ['Access modes', spec.accessModes]])],
  persistentvolume: (head, spec, status) => [facts('Details', [...head, ['Status', status.phase], ['Capacity', bytes(quantity(spec.capacity?.storage))],
    ['Access modes', spec.accessModes], ['Reclaim policy', spec.persistentVolumeReclaimPolicy],
    ['Claim', spec.claimRef && `${spec.claimRef.namespace}/${spec.claimRef.name}`]])],
  namespace: (head, spec, status) => [facts('Details', [...head, ['Status', status.phase]])],
  configmap: (head, spec, status, item) => [facts('Details', head), dataCard(Object.entries(item.data ?? {}))],
  secret: (head, spec, status, item) => [facts('Details', [...head, ['Type', item.type]]),
    facts('Data', Object.entries(item.data ?? {}).map(([name, value]) => [name, `${Math.floor(value.replace(/=+$/, '').length * 3 / 4)} bytes, not shown`]))],
};

function owner(head, spec, status) {
  return [facts('Details', [...head, ...template(spec)]),
    facts('Status', [['Pods created', status.replicas ?? 0], ['Pods wanted', spec.replicas ?? 1], ['With all labels', status.fullyLabeledReplicas]])];
}

function template(spec) {
  const selector = selectorText(spec.selector);
  return [['Selector', selector ? selector.split(',') : []], ['Images', (spec.template?.spec?.containers ?? []).map(one => one.image)]];
}

const spaced = name => name.replace(/([A-Z]+)/g, ' $1').toLowerCase();

function amount(name, value) {
  if (name === 'cpu') return `${cores(quantity(value))} cores`;
  return name === 'memory' || name.endsWith('storage') ? bytes(quantity(value)) : String(value ?? 0);
}

function containerCard(container, item) {
  const how = (item.status?.containerStatuses ?? []).find(one => one.name === container.name);
  const [word, detail] = Object.entries(how?.state ?? {})[0] ?? ['waiting', {}];
  const mark = { running: 'ok', waiting: 'wait', terminated: detail?.exitCode ? 'bad' : 'off' }[word];
  return facts(`Container ${container.name}`, [
    ['State', state(mark, `${word}${detail?.reason ? `: ${detail.reason}` : ''}`)], ['Restarts', how?.restartCount], ['Image', container.image],
    ['Requests', pairs(container.resources?.requests)], ['Limits', pairs(container.resources?.limits)],
    ['Commands', (container.command ?? []).join(' ')], ['Arguments', (container.args ?? []).join(' ')],
    ['Ports', (container.ports ?? []).map(one => `${one.containerPort} ${one.protocol ?? 'TCP'}`)],
    ['Environment', (container.env ?? []).map(one => `${one.name}=${one.value ?? `(${Object.keys(one.valueFrom ?? {}).join()})`}`)],
    ['Log', el('a', { href: hashOf(['log', item.metadata.namespace, item.metadata.name, container.name]), text: `log of ${container.name}` })],
  ]);
}

function conditions(status) {
  if (!status.conditions?.length) return null;
  return rows('Conditions', ['Type', 'Status', 'Last heartbeat', 'Last change', 'Reason', 'Message'], status.conditions.map(one => [
    one.type, one.status, one.lastHeartbeatTime ? `${age(one.lastHeartbeatTime)} ago` : '–', one.lastTransitionTime ? `${age(one.lastTransitionTime)} ago` : '–',
    one.reason ?? '–', one.message ?? '–']));
}

function dataCard(entries) {
  return el('section', { class: 'card', 'aria-label': 'Data' }, el('h2', { text: 'Data' }), entries.length === 0 ? el('p', { class: 'note', text: 'It is empty.' }) : null,
    entries.map(([name, value]) => [el('h3', { text: name }), el('pre', { text: value, tabindex: '0', 'aria-label': name })]));
}

