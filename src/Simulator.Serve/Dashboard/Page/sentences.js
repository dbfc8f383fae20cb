// Facts of a run as sentences. A kind without one is told by its own name.

export const BUT_PODS = 'but pods';

export const GROUPS = [
    [BUT_PODS, 'All but pods one by one'],
    ['', 'Everything'],
    ['trouble', 'Troubles and operations'],
    ['node', 'Nodes'],
    ['pod', 'Pods'],
    ['workload', 'Workloads and scaling'],
    ['storage', 'Storage'],
    ['program', 'Programs and the rest'],
];

const unless = (text, before) => (text ? `${before}${text}` : '');

// Kind: [group, mark, sentence].
const KINDS = {
    OutageStarted: ['trouble', 'bad', f => `${f.subject}: ${f.other} begins`],
    OutageEnded: ['trouble', 'ok', f => `${f.subject}: ${f.other} is over`],
    OperationDone: ['trouble', f => (f.other === 'Ok' ? 'ok' : 'bad'), f => `${f.subject}: ${f.other === 'Ok' ? 'done' : f.other}`],
    PlanLeftOut: ['trouble', 'wait', f => `${f.subject} did not happen: ${f.other}`],
    CreationRefused: ['trouble', 'bad', f => `${f.subject} was refused: ${f.other}`],
    CreationForbidden: ['workload', 'bad', f => `${f.subject} could not be created: ${f.other}`],
    NodeAdded: ['node', 'ok', f => `${f.subject} has joined${unless(f.other, ' in ')}`],
    NodeWentDown: ['node', 'bad', f => `${f.subject} is down (${f.other}); nobody knows yet`],
    NodeCameBack: ['node', 'ok', f => `${f.subject} is back`],
    NodeReadyChanged: ['node', f => (f.other === 'True' ? 'ok' : 'bad'), f => `${f.subject}: Ready is ${f.other}`],
    NodeRemoved: ['node', 'bad', f => `${f.subject}: its object was deleted`],
    NodeEvicted: ['node', 'bad', f => `the pods of ${f.subject} are evicted`],
    NodeConditionChanged: ['node', 'wait', f => `${f.subject}: ${f.other}`],
    NodeUnschedulableChanged: ['node', 'wait', f => `${f.subject} is ${f.other === 'True' ? 'cordoned' : 'uncordoned'}`],
    NodeTainted: ['node', 'bad', f => `${f.subject} is tainted: its pods will be evicted`],
    ZoneJudged: ['node', 'wait', f => `zone ${f.subject}: ${f.other}`],
    TaintQueueChanged: ['node', 'bad', f => `the taint queue of zone ${f.subject} ${f.other ? 'is blocked by' : 'goes on'} ${f.other}`],
    SegmentationMode: ['node', 'wait', f => `evictions stop for a network that is split: ${f.other}`],
    PodCreated: ['pod', '', f => `${f.subject} is created${unless(f.other, ' by ')}`],
    PodBound: ['pod', '', f => `${f.subject} goes to ${f.other}`],
    PodUnschedulable: ['pod', 'bad', f => `${f.subject} finds no node: ${f.other}`],
    PodReady: ['pod', 'ok', f => `${f.subject} is ready`],
    PodNotReady: ['pod', 'bad', f => `${f.subject} is not ready`],
    PodServing: ['pod', 'ok', f => `${f.subject} serves`],
    PodStoppedServing: ['pod', 'bad', f => `${f.subject} serves no longer`],
    PodDeletionMarked: ['pod', 'wait', f => `${f.subject} is being deleted`],
    PodRemoved: ['pod', '', f => `${f.subject} is gone`],
    PodFinished: ['pod', '', f => `${f.subject} has finished: ${f.other}`],
    PodEvictedByKubelet: ['pod', 'bad', f => `${f.subject} is evicted by its kubelet: ${f.other}`],
    PodRejectedByKubelet: ['pod', 'bad', f => `${f.subject} is refused by its kubelet: ${f.other}`],
    ContainerRestarted: ['pod', 'wait', f => `${f.subject}: a container started again (${f.other})`],
    ContainerOutOfMemory: ['pod', 'bad', f => `${f.subject}: the kernel killed a container, memory was full`],
    ImagePulled: ['pod', '', f => `${f.subject} has pulled ${f.other}`],
    ImagePullFailed: ['pod', 'bad', f => `${f.subject} could not pull ${f.other}`],
    AssumptionExpired: ['pod', 'wait', f => `the scheduler gave up waiting for ${f.subject} on ${f.other}`],
    WorkloadScaled: ['workload', '', f => `${f.other} ${f.subject}: ${f.value} wanted`],
    RolloutChanged: [
        'workload',
        f => (f.other === 'Completed' ? 'ok' : 'wait'),
        f => `rollout ${f.value} of ${f.subject}: ${f.other.toLowerCase()}`,
    ],
    ServiceCreated: ['workload', '', f => `service ${f.subject} is created`],
    LoadBalancerReady: ['workload', 'ok', f => `service ${f.subject} has the address ${f.other}`],
    AutoscalerScaled: ['workload', 'wait', f => `autoscaler ${f.subject}: from ${f.extra} to ${f.value} replicas (${f.other})`],
    AutoscalerFailing: ['workload', 'bad', f => `autoscaler ${f.subject}: ${f.other || 'works again'}`],
    GroupGrown: ['workload', 'wait', f => `group ${f.subject} grows from ${f.extra} to ${f.value}`],
    GroupShrunk: ['workload', 'wait', f => `${f.subject} of group ${f.other} is not needed and goes`],
    ClaimChanged: ['storage', '', f => `claim ${f.subject}: ${f.other}`],
    ClaimWaits: ['storage', 'wait', f => `claim ${f.subject} waits: ${f.other}`],
    VolumeChanged: ['storage', '', f => `volume ${f.subject}: ${f.other}`],
    DiskAttached: ['storage', 'ok', f => `disk ${f.subject} is attached to ${f.other}`],
    DiskDetached: ['storage', '', f => `disk ${f.subject} is detached from ${f.other}`],
    DiskAttachRefused: ['storage', 'bad', f => `disk ${f.subject} cannot be attached to ${f.other}`],
    DataLost: ['storage', 'bad', f => `${f.subject} lost data: ${f.other}`],
    ComponentStarted: ['program', 'ok', f => `${f.subject} runs`],
    ComponentStopped: ['program', 'bad', f => `${f.subject} stopped: ${f.other}`],
    LeaderChanged: ['program', 'wait', f => `${f.subject}: ${f.other ? `${f.other} leads` : 'nobody leads'}`],
    ClusterStarted: ['program', 'ok', f => `${f.subject} has started with ${f.value} pods`],
};

/** Its group, its mark (ok, wait, bad or ""), and its text. */
export function sentence(fact) {
    const [group, mark, tell] = KINDS[fact.kind] ?? ['program', '', plain];
    return { group, mark: typeof mark === 'function' ? mark(fact) : mark, text: tell(fact) };
}

function plain(fact) {
    const words = fact.kind
        .replace(/([A-Z])/g, ' $1')
        .trim()
        .toLowerCase();
    return `${fact.subject}: ${words}${unless(fact.other, ', ')}`;
}
