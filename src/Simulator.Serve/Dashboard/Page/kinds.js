// The kinds that have pages: where they lie in the API, their columns, and what can be done to them.

import { el, state } from './dom.js';
import { age, bytes, pairs, quantity } from './format.js';
import { hashOf } from './route.js';

const chips = map => {
  const all = pairs(map);
  return { key: all.join(), node: () => el('span', { class: 'chips' }, all.map(text => el('span', { class: 'chip', text }))) };
};

const link = (kind, item) => {
  const { name, namespace } = item.metadata;
  const href = kind.detail === false ? null : hashOf([kind.page, ...(namespace ? [namespace] : []), name]);
  return { key: name, node: () => (href ? el('a', { href, text: name }) : el('span', { text: name })) };
};

const shown = (kind, text) => ({ key: `${kind} ${text}`, node: () => state(kind, text) });

const images = item => {
  const containers = item.spec?.template?.spec?.containers ?? item.spec?.containers ?? [];
  return containers.map(container => container.image).join(', ');
};

const port = one => `${one.port} ${one.protocol ?? 'TCP'}${one.nodePort ? `, node ${one.nodePort}` : ''}`;

export const NAME = { title: 'Name', cell: (item, kind) => link(kind, item) };
export const NAMESPACE = { title: 'Namespace', isHome: true, cell: item => item.metadata.namespace ?? '' };
export const LABELS = { title: 'Labels', cell: item => chips(item.metadata.labels) };
export const AGE = { title: 'Age', cell: item => age(item.metadata.creationTimestamp) };
const IMAGES = { title: 'Images', cell: images };

/** How many pods there are of how many, with a mark: warnings, waiting, well. */
const PODS = {
  title: 'Pods',
  cell: (item, kind, pods) => {
    const wanted = kind.desired(item);
    const running = pods?.running ?? item.status?.replicas ?? 0;
    const how = pods?.warnings.length || pods?.failed ? 'bad' : pods?.pending || (wanted !== null && (pods?.ready ?? running) < wanted && kind.page !== 'job') ? 'wait' : 'ok';
    return shown(how, wanted === null ? `${running}` : `${running} / ${wanted}`);
  },
};

const workload = (page, title, one, path, resource, desired, more = {}) => ({
  page, title, one, path, resource, isNamespaced: true, desired, hasPods: true,
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

const restarts = item => String((item.status?.containerStatuses ?? []).reduce((sum, one) => sum + one.restartCount, 0));
const replicas = item => item.spec?.replicas ?? 1;
const phase = item => shown({ Bound: 'ok', Available: 'ok', Active: 'ok', Pending: 'wait', Failed: 'bad' }[item.status?.phase] ?? 'off', item.status?.phase ?? '–');

export const KINDS = [
  workload('deployment', 'Deployments', 'Deployment', '/apis/extensions/v1beta1', 'deployments', replicas, { canScale: true }),
  workload('replicaset', 'Replica sets', 'ReplicaSet', '/apis/extensions/v1beta1', 'replicasets', replicas, { canScale: true }),
  workload('replicationcontroller', 'Replication controllers', 'ReplicationController', '/api/v1', 'replicationcontrollers', replicas,
    { canScale: true }),
  workload('daemonset', 'Daemon sets', 'DaemonSet', '/apis/extensions/v1beta1', 'daemonsets', item => item.status?.desiredNumberScheduled ?? 0),
  workload('petset', 'Pet sets', 'PetSet', '/apis/apps/v1alpha1', 'petsets', replicas, { canScale: true, scalesBySpec: true }),
  workload('job', 'Jobs', 'Job', '/apis/batch/v1', 'jobs', item => item.spec?.parallelism ?? 1),
  {
    page: 'pod', title: 'Pods', one: 'Pod', path: '/api/v1', resource: 'pods', isNamespaced: true, hasLogs: true,
    follows: ['pods'],
    columns: [NAME, NAMESPACE, { title: 'Status', cell: podState }, { title: 'Restarts', cell: restarts }, AGE,
      { title: 'Cluster IP', cell: item => item.status?.podIP ?? '' },
      {
        title: 'Node',
        cell: item => (item.spec?.nodeName
          ? { key: item.spec.nodeName, node: () => el('a', { href: hashOf(['node', item.spec.nodeName]), text: item.spec.nodeName }) }
          : ''),
      }],
  },
  {
    page: 'service', title: 'Services', one: 'Service', path: '/api/v1', resource: 'services', isNamespaced: true,
    follows: ['services', 'endpoints', 'pods'], hasPods: true,
    columns: [NAME, NAMESPACE, LABELS, { title: 'Cluster IP', cell: item => item.spec?.clusterIP ?? '' },
      {
        title: 'Internal endpoints',
        cell: item => (item.spec?.ports ?? []).map(one => `${item.metadata.name}.${item.metadata.namespace}:${port(one)}`).join(', '),
      },
      {
        title: 'External endpoints',
        cell: item => (item.status?.loadBalancer?.ingress ?? []).map(one => one.ip ?? one.hostname).join(', '),
      }],
  },
  {
    page: 'horizontalpodautoscaler', title: 'Autoscalers', one: 'HorizontalPodAutoscaler', path: '/apis/autoscaling/v1',
    resource: 'horizontalpodautoscalers', isNamespaced: true,
    columns: [NAME, NAMESPACE,
      { title: 'Scales', cell: item => `${item.spec.scaleTargetRef.kind}/${item.spec.scaleTargetRef.name}` },
      { title: 'CPU now / wanted', cell: item => `${item.status?.currentCPUUtilizationPercentage ?? '–'} % / ${item.spec.targetCPUUtilizationPercentage ?? 80} %` },
      { title: 'Replicas', cell: item => `${item.status?.currentReplicas ?? '–'} (${item.spec.minReplicas ?? 1} to ${item.spec.maxReplicas})` }, AGE],
  },
  {
    page: 'persistentvolumeclaim', title: 'Volume claims', one: 'PersistentVolumeClaim', path: '/api/v1', resource: 'persistentvolumeclaims',
    isNamespaced: true,
    columns: [NAME, NAMESPACE, { title: 'Status', cell: phase }, { title: 'Volume', cell: item => item.spec?.volumeName ?? '' },
      { title: 'Wanted', cell: item => bytes(quantity(item.spec?.resources?.requests?.storage)) }, AGE],
  },
  {
    page: 'configmap', title: 'Config maps', one: 'ConfigMap', path: '/api/v1', resource: 'configmaps', isNamespaced: true,
    columns: [NAME, NAMESPACE, LABELS, AGE],
  },
  {
    page: 'secret', title: 'Secrets', one: 'Secret', path: '/api/v1', resource: 'secrets', isNamespaced: true,
    columns: [NAME, NAMESPACE, { title: 'Type', cell: item => item.type ?? 'Opaque' }, AGE],
  },
  {
    page: 'node', title: 'Nodes', one: 'Node', path: '/api/v1', resource: 'nodes', isNamespaced: false,
    columns: [NAME, LABELS, { title: 'Ready', cell: nodeState }, AGE],
  },
  {
    page: 'persistentvolume', title: 'Volumes', one: 'PersistentVolume', path: '/api/v1', resource: 'persistentvolumes', isNamespaced: false,
    columns: [NAME, { title: 'Capacity', cell: item => bytes(quantity(item.spec?.capacity?.storage)) }, { title: 'Status', cell: phase },
      { title: 'Claim', cell: item => (item.spec?.claimRef ? `${item.spec.claimRef.namespace}/${item.spec.claimRef.name}` : '') }, AGE],
  },
  {
    page: 'namespace', title: 'Namespaces', one: 'Namespace', path: '/api/v1', resource: 'namespaces', isNamespaced: false,
    columns: [NAME, LABELS, { title: 'Status', cell: phase }, AGE],
  },
];

export const WORKLOADS = ['daemonset', 'deployment', 'petset', 'replicaset', 'job', 'replicationcontroller', 'pod'];

export const kindOf = name => KINDS.find(kind => kind.page === name);

/** Of the kind that an object says. */
export const kindNamed = name => KINDS.find(kind => kind.one === name);

export function listPath(kind, home) {
  return `${kind.path}${kind.isNamespaced && home ? `/namespaces/${encodeURIComponent(home)}` : ''}/${kind.resource}`;
}

export function objectPath(kind, home, name) {
  return `${listPath(kind, home)}/${encodeURIComponent(name)}`;
}
