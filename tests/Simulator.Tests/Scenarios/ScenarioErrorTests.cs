using Xunit;

namespace Simulator.Tests.Scenarios;

/// <summary>Wrong scenarios get a sentence with a place.</summary>
public sealed class ScenarioErrorTests
{
    /// <summary>Edits of <see cref="ScenarioText.Small"/>, and how the one error begins.</summary>
    private const string Cases = """
        1> scenario: a/b                                                  => s.yaml:1:11  scenario: found 'a/b'; allowed are up to 63 letters
        1> title: s                                                       => s.yaml:1:1  the key 'scenario' is missing
        2> duration: 10                                                   => s.yaml:2:11  duration: found the number 10; allowed is a duration such as 100ms, 40s, 5m, 1h30m (units ns us ms s m h)
        2> duration: 10 minutes                                           => s.yaml:2:11  duration: found '10 minutes'; allowed is a duration
        2> duration: 0s                                                   => s.yaml:2:11  duration: '0s' is zero; allowed are durations above 0
        2> duration: -5m                                                  => s.yaml:2:11  duration: '-5m' is negative; allowed are durations above 0
        2> duration: 100000h                                              => s.yaml:2:11  duration: '100000h' is longer than a year
        2> duraton: 10m                                                   => s.yaml:2:1  duraton: unknown key; did you mean 'duration'?
        +> seed: -1                                                       => s.yaml:12:7  seed: '-1' is negative; allowed are whole numbers from 0
        +> seed: many                                                     => s.yaml:12:7  seed: found 'many'; allowed is a whole number from 0
        +> colour: red                                                    => s.yaml:12:1  colour: unknown key; allowed are clusters, description, duration, expect, federation, latencies, machineTypes, operations, outages, plugins, random, replay, scenario, seed, served, users
        4>   - name: C_1                                                  => s.yaml:4:11  clusters[0].name: found 'C_1'; allowed are up to 40 lower-case letters
        6>     zones: []                                                  => s.yaml:6:12  clusters[0].zones: the list is empty; allowed is at least one zone
        6>     zones: [a, b, a]                                           => s.yaml:6:19  clusters[0].zones[2]: the zone 'a' comes twice
        6>     zones: a                                                   => s.yaml:6:12  clusters[0].zones: found 'a'; allowed is a list
        8>       - { name: p, machineType: n1-standart-4, count: 4 }        => s.yaml:8:33  clusters[0].nodePools[0].machineType: no machine type 'n1-standart-4'; did you mean 'n1-standard-4'? (list: simulator machine-types)
        8>       - { name: p, machineType: n1-standard-4, capacity: { cpu: 4, memory: 8Gi }, count: 4 } => s.yaml:8:58  clusters[0].nodePools[0].capacity: stands beside machineType; allowed is exactly one of machineType, capacity
        8>       - { name: p, count: 4 }                                    => s.yaml:8:9  clusters[0].nodePools[0]: has none of machineType, capacity; allowed is exactly one
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 0 } => s.yaml:8:62  clusters[0].nodePools[0].count: '0' is too small; allowed are whole numbers from 1 to 100000
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: -4 } => s.yaml:8:62  clusters[0].nodePools[0].count: '-4' is negative; allowed are whole numbers from 1 to 100000
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gb }, count: 4 } => s.yaml:8:48  clusters[0].nodePools[0].capacity.memory: found '8Gb'; allowed is a quantity
        8>       - { name: p, capacity: { cpu: 0, memory: 8Gi }, count: 4 } => s.yaml:8:37  clusters[0].nodePools[0].capacity.cpu: the number 0 is zero; allowed are quantities above 0
        8>       - { name: p, capacity: { cpu: 4 }, count: 4 }              => s.yaml:8:30  clusters[0].nodePools[0].capacity: the key 'memory' is missing
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4, zones: [x] } => s.yaml:8:72  clusters[0].nodePools[0].zones: no zone 'x' in cluster 'c'; its zones are a, b
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4, allocatable: { cpu: 5 } } => s.yaml:8:78  clusters[0].nodePools[0].allocatable: 5 cpu is more than the capacity of 4
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4, labels: { 'a b': c } } => s.yaml:8:82  clusters[0].nodePools[0].labels.'a b': 'a b' is not a label key
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4, labels: { failure-domain.beta.kubernetes.io/zone: x } } => s.yaml:8:73  clusters[0].nodePools[0].labels: the label failure-domain.beta.kubernetes.io/zone cannot be 'x': nodes of 'p' have 'a' by where they stand and what they are; leave it out
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4, taints: [{ key: k, effect: Sometimes }] } => s.yaml:8:92  clusters[0].nodePools[0].taints[0].effect: found 'Sometimes'; allowed are NoSchedule, PreferNoSchedule, NoExecute
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4, taints: [{ key: k }] } => s.yaml:10:19  clusters[0].workloads[0].generate: fits only on node pools with NoSchedule taints
        8>       - { name: p, capacity: { cpu: 4, memory: 8Gi }, count: 4 };; 9>       - { name: p, machineType: m4.large, count: 1 };; 10>     description: x => s.yaml:9:17  clusters[0].nodePools[1].name: the node pool 'p' comes twice | s.yaml:10:5  clusters[0].description: unknown key
        10>       - generate: { count: 2, replicas: 3, cpu: 5, memory: 1Gi } => s.yaml:10:49  clusters[0].workloads[0].generate.cpu: a pod of 5 CPU and 1Gi memory fits on no node; a node of pool 'p' has 4 CPU and 8Gi
        10>       - generate: { count: 2, replicas: 3, cpu: 1, memory: 9Gi } => s.yaml:10:60  clusters[0].workloads[0].generate.memory: a pod of 1 CPU and 9Gi memory fits on no node
        10>       - generate: { count: 2, replicas: -3, cpu: 1, memory: 1Gi } => s.yaml:10:41  clusters[0].workloads[0].generate.replicas: '-3' is negative
        10>       - generate: { count: 90000, replicas: 1000, cpu: 1m, memory: 1Mi } => s.yaml:10:7  clusters[0].workloads: asks for 90,000,000 pods; allowed are at most 2,000,000
        10>       - generate: { kind: StatefulSet, count: 2, replicas: 3, cpu: 1, memory: 1Gi } => s.yaml:10:27  clusters[0].workloads[0].generate.kind: found 'StatefulSet'; allowed are ReplicationController, ReplicaSet, Deployment, DaemonSet, Job, PetSet
        10>       - generate: { kind: PetSet, count: 2, replicas: 3, cpu: 1, memory: 1Gi, service: false } => s.yaml:10:88  clusters[0].workloads[0].generate.service: a PetSet needs the service that names its pets; allowed with kind: PetSet is true
        10>       - generate: { count: 2, replicas: 3, cpu: 1, memory: 1Gi, storage: 10Gi } => s.yaml:10:74  clusters[0].workloads[0].generate.storage: a ReplicationController has no claims; allowed with kind: PetSet
        10>       - { manifests: [nothing-here.yaml] }                      => s.yaml:10:23  clusters[0].workloads[0].manifests[0]: there is no file 'nothing-here.yaml'
        10>       - { manifests: [] }                                       => s.yaml:10:22  clusters[0].workloads[0].manifests: the list is empty; allowed is at least one path
        10>       - { at: 10m, generate: { count: 1, replicas: 3, cpu: 1, memory: 1Gi } } => s.yaml:10:15  clusters[0].workloads[0].at: 10m is not before the end of the run (10m)
        10>       - { at: 1m }                                              => s.yaml:10:9  clusters[0].workloads[0]: has none of manifests, generate, trace; allowed is exactly one
        11>     applications: [{ load: { capacity: 10, serviceTime: 10ms } }] => s.yaml:11:40  clusters[0].applications[0].load.capacity: stands beside serviceTime
        11>     applications: [{ load: { concurrency: 4 } }] => s.yaml:11:43  clusters[0].applications[0].load.concurrency: means nothing without serviceTime or capacity
        11>     applications: [{ load: { serviceTime: 10ms, cpuPerRequest: 20ms } }] => s.yaml:11:64  clusters[0].applications[0].load.cpuPerRequest: is more than the service time
        11>     applications: [{ load: { cpuDemand: [{ at: 0s, cpu: 1 }, { at: 0s, cpu: 2 }] } }] => s.yaml:11:41  clusters[0].applications[0].load.cpuDemand: entry 2 has no greater at than the one before it
        11>     applications: [{ load: { serviceTime: 0s } }] => s.yaml:11:43  clusters[0].applications[0].load.serviceTime: '0s' is zero
        11>     traffic: [{ services: [web-001], rate: 1, steps: [{ at: 0s, rate: 2 }] }] => s.yaml:11:54  clusters[0].traffic[0].steps: the first step is at 0, where rate counts
        11>     traffic: [{ services: [web-001], rate: 1, calls: [{ service: web-001 }] }] => s.yaml:11:54  clusters[0].traffic[0].calls: 'web-001' calls back (web-001): requests without end
        11>     traffic: [{ services: [web-001], rate: 1, retryAfter: 1s }] => s.yaml:11:59  clusters[0].traffic[0].retryAfter: means nothing without retries
        11>     traffic: [{ services: [web-001], rate: 1, daily: { startsOn: mon } }] => s.yaml:11:66  clusters[0].traffic[0].daily.startsOn: found 'mon'; allowed are sunday, monday
        11>     applications: [{ runsFor: soon }]                         => s.yaml:11:31  clusters[0].applications[0].runsFor: found 'soon'; allowed is a duration such as 30s or 41d, or one to draw
        11>     applications: [{ runsFor: uniform 3s to 1s }]             => s.yaml:11:31  clusters[0].applications[0].runsFor: 'uniform 3s to 1s' begins after its end
        11>     applications: [{ failShare: 0.5 }]                        => s.yaml:11:33  clusters[0].applications[0].failShare: means nothing without runsFor
        11>     applications: [{ ignoresStop: true, stopsIn: 1s }]        => s.yaml:11:50  clusters[0].applications[0].stopsIn: stands beside ignoresStop: true
        11>     applications: [{ state: { majority: 2 } }] => s.yaml:11:29  clusters[0].applications[0].state: the key 'kind' is missing
        11>     applications: [{ state: { kind: raft } }] => s.yaml:11:37  clusters[0].applications[0].state.kind: found 'raft'; allowed are quorum, primary-replica, sharded
        11>     applications: [{ state: { kind: quorum, majority: 4 } }] => s.yaml:11:55  clusters[0].applications[0].state.majority: 4 is more than the 3 replicas of ReplicationController default/web-001; allowed is 1 to 3: no write would ever be accepted
        11>     applications: [{ state: { kind: quorum, majority: 0 } }] => s.yaml:11:55  clusters[0].applications[0].state.majority: '0' is too small; allowed are whole numbers from 1
        11>     applications: [{ state: { kind: sharded, copies: 0 } }] => s.yaml:11:54  clusters[0].applications[0].state.copies: '0' is too small; allowed are whole numbers from 1
        11>     applications: [{ state: { kind: sharded, copies: 4 } }] => s.yaml:11:54  clusters[0].applications[0].state.copies: 4 is more than the 3 replicas of ReplicationController default/web-001
        11>     applications: [{ state: { kind: quorum, failOver: 30s } }] => s.yaml:11:55  clusters[0].applications[0].state.failOver: means nothing with kind quorum; allowed with primary-replica
        11>     applications: [{ state: { kind: primary-replica, copies: 2 } }] => s.yaml:11:62  clusters[0].applications[0].state.copies: means nothing with kind primary-replica; allowed with sharded
        11>     applications: [{ state: { kind: primary-replica, promote: lowest-ordinal } }] => s.yaml:11:63  clusters[0].applications[0].state.promote: means nothing without failOver
        11>     applications: [{ state: { kind: quorum, data: 0 } }] => s.yaml:11:51  clusters[0].applications[0].state.data: the number 0 is zero; allowed are quantities above 0
        11>     applications: [{ init: [{ copies: 1Gi, runsFor: 3s }] }]  => s.yaml:11:39  clusters[0].applications[0].init[0].copies: stands beside runsFor; allowed is one of them
        11>     applications: [{ init: [{ bytesPerSecond: 1M }] }]        => s.yaml:11:47  clusters[0].applications[0].init[0].bytesPerSecond: means nothing without copies
        11>     applications: [{ init: [{ copies: 1Gi, bytesPerSecond: 0 }] }] => s.yaml:11:60  clusters[0].applications[0].init[0].bytesPerSecond: is 0: the copy never ends
        11>     applications: [{ init: [{ runsFor: 1s }, { name: clone }] }] => s.yaml:11:54  clusters[0].applications[0].init[1].name: no init container 'clone' in the pods that the application selects; they have none
        11>     applications: [{ sandboxDiesAfter: 0s }]                  => s.yaml:11:40  clusters[0].applications[0].sandboxDiesAfter:
        11>     controlPlane: { kubelet: { eviction-hard: nodefs<1Gi } }  => s.yaml:11:47  clusters[0].controlPlane.kubelet.eviction-hard: found 'nodefs<1Gi'; allowed is memory.available<QUANTITY
        11>     start: warm                                               => s.yaml:11:12  clusters[0].start: found 'warm'; allowed are settled, empty
        11>     controlPlane: { version: 1.4.0 }                          => s.yaml:11:30  clusters[0].controlPlane.version: found '1.4.0'; allowed are 1.3.10
        11>     controlPlane: { controller-manager: { pod-eviction-timeot: 5m } } => s.yaml:11:43  clusters[0].controlPlane.controller-manager.pod-eviction-timeot: unknown key; did you mean 'pod-eviction-timeout'?
        11>     controlPlane: { controller-manager: { kube-api-qps: 0 } } => s.yaml:11:57  clusters[0].controlPlane.controller-manager.kube-api-qps: found the number 0; allowed is a number from 0.001 to 1000000
        11>     controlPlane: { scheduler: { policy-config-file: no.json } } => s.yaml:11:54  clusters[0].controlPlane.scheduler.policy-config-file: there is no file 'no.json'
        11>     controlPlane: { controller-manager: { cloud-provider: azure } } => s.yaml:11:59  clusters[0].controlPlane.controller-manager.cloud-provider: found 'azure'; allowed are false, true, gce, aws
        11>     controlPlane: { controller-manager: { petset-list: yes } } => s.yaml:11:56  clusters[0].controlPlane.controller-manager.petset-list: found 'yes'; allowed are 1.3.10, fixed
        11>     storage: { class: nvme }                                  => s.yaml:11:23  clusters[0].storage.class: found 'nvme'; allowed are hdd, ssd
        11>     storage: { attach: -1s }                                  => s.yaml:11:24  clusters[0].storage.attach: '-1s' is negative
        11>     calibration: { bootDuration: soon }                       => s.yaml:11:34  clusters[0].calibration.bootDuration: found 'soon'; allowed is a duration
        11>     controlPlane: { masters: { zones: [a, e, b] } }           => s.yaml:11:39  clusters[0].controlPlane.masters.zones: no zone 'e' in this cluster; its zones are a, b
        11>     controlPlane: { masters: { zones: [] } }                  => s.yaml:11:39  clusters[0].controlPlane.masters.zones: the list is empty; allowed is at least one zone
        11>     controlPlane: { masters: { count: 3, zones: [a, a, b] } } => s.yaml:11:49  clusters[0].controlPlane.masters.zones: stands beside count; allowed is one of count, zones
        11>     controlPlane: { masters: { count: 2 } }                   => s.yaml:11:39  clusters[0].controlPlane.masters.count: 2 masters would have as many members of etcd, an even number; allowed is an odd number of masters, or an odd etcdMembers
        11>     controlPlane: { masters: { count: 3, etcdMembers: 4 } }   => s.yaml:11:55  clusters[0].controlPlane.masters.etcdMembers: 4 members of etcd are an even number; allowed are odd ones
        11>     controlPlane: { masters: { count: 3 }, scheduler: { leader-elect: false } } => s.yaml:11:30  clusters[0].controlPlane.masters: with leader-elect: false each of 3 instances of the scheduler would work
        11>     controlPlane: { scheduler: { leader-elect-lease-duration: 10s } } => s.yaml:11:63  clusters[0].controlPlane.scheduler.leader-elect-lease-duration: a lease of 10s has to be longer than the renew deadline of 10s
        11>     controlPlane: { controller-manager: { leader-elect-retry-period: 9s } } => s.yaml:11:70  clusters[0].controlPlane.controller-manager.leader-elect-retry-period: a renew deadline of 10s has to be longer than 1.2 retry periods of 9s
        11>     controlPlane: { etcd: { election-timeout: 400 } }         => s.yaml:11:47  clusters[0].controlPlane.etcd.election-timeout: an election-timeout of 400 ms is less than five times the heartbeat-interval of 100 ms
        11>     controlPlane: { apiserver: { max-requests-inflight: 0 } } => s.yaml:11:57  clusters[0].controlPlane.apiserver.max-requests-inflight: '0' is too small; allowed are whole numbers from 1
        +> outages: [{ at: 11m, kind: power-loss, zone: a }]              => s.yaml:12:17  outages[0].at: 11m is not before the end of the run (10m)
        +> outages: [{ at: 1m, for: 0s, kind: power-loss, zone: a }]      => s.yaml:12:26  outages[0].for: '0s' is zero; allowed are durations above 0
        +> outages: [{ at: 1m, kind: power-loss, zone: e }]               => s.yaml:12:45  outages[0].zone: no zone 'e' in cluster 'c'; its zones are a, b
        +> outages: [{ at: 1m, kind: power-loss, rack: a-r09 }]           => s.yaml:12:45  outages[0].rack: no rack 'a-r09'; did you mean 'a-r01'?; the first is a-r01, the last b-r01
        +> outages: [{ at: 1m, kind: power-loss, node: p-9999 }]          => s.yaml:12:45  outages[0].node: no node 'p-9999'; the first is p-0001, the last p-0004
        +> outages: [{ at: 1m, kind: power-loss }]                        => s.yaml:12:11  outages[0]: has none of node, nodes, podNode, rack, powerUnit, nodePool, zone, zones, region; allowed is exactly one
        +> outages: [{ at: 1m, kind: power-loss, zone: a, node: p-0001 }] => s.yaml:12:45  outages[0].zone: allowed is exactly one of node, nodes, podNode, rack, powerUnit, nodePool, zone, zones, region
        +> outages: [{ at: 1m, kind: api-server-down, zone: a }]          => s.yaml:12:50  outages[0].zone: api-server-down strikes no place; allowed is none
        +> outages: [{ at: 1m, kind: fire, zone: a }]                     => s.yaml:12:27  outages[0].kind: found 'fire'; allowed are power-loss, reboot, network-cut, slow-node
        +> outages: [{ at: 1m, for: 2m, kind: reboot, node: p-0001 }]     => s.yaml:12:26  outages[0].for: a reboot takes as long as a boot
        +> outages: [{ at: 1m, kind: reboot, node: p-0001, cluster: d }]  => s.yaml:12:58  outages[0].cluster: no cluster 'd'; the clusters are c
        +> outages: [{ at: 1m, kind: power-loss, zone: a, factor: 2 }]    => s.yaml:12:56  outages[0].factor: power-loss slows nothing down; allowed with slow-node, dns-provider-slow, api-server-slow, etcd-slow, registry-slow
        +> outages: [{ at: 1m, kind: load-balancer-lost, service: web-01 }] => s.yaml:12:56  outages[0].service: no service 'default/web-01'; did you mean 'default/web-001'?; the services are
        +> outages: [{ at: 1m, kind: region-partition, regions: [a, b] }] => s.yaml:12:27  outages[0].kind: region-partition strikes a federation, and there is none
        +> outages: [{ at: 1m, kind: cloud-down, share: 0.5 }]            => s.yaml:12:46  outages[0].share: cloud-down strikes no machines
        +> outages: [{ at: 1m, kind: power-loss, zone: a, share: 1.5 }]   => s.yaml:12:55  outages[0].share: found the number 1.5
        +> outages: [{ at: 1m, kind: power-loss, zone: a, atOnce: 2 }]    => s.yaml:12:56  outages[0].atOnce: allowed with maintenance
        +> outages: [{ at: 1m, kind: slow-node, zone: a, instance: 0 }]   => s.yaml:12:57  outages[0].instance: allowed with api-server-down
        +> outages: [{ at: 1m, kind: etcd-down, instance: 1 }]            => s.yaml:12:48  outages[0].instance: no instance 1: cluster 'c' has 1, counted from 0
        +> outages: [{ at: 1m, kind: zone-partition, zones: [a] }]        => s.yaml:12:50  outages[0].zones: 1 zone; allowed are two different zones
        +> outages: [{ at: 1m, kind: zone-partition, zones: [a, e] }]     => s.yaml:12:50  outages[0].zones: no zone 'e' in cluster 'c'; its zones are a, b
        +> outages: [{ at: 1m, kind: zone-partition, zone: a }]           => s.yaml:12:49  outages[0].zone: zone-partition strikes zones; allowed is one of these
        +> outages: [{ at: 1m, kind: power-loss, region: q }]             => s.yaml:12:47  outages[0].region: no cluster lies in 'q'
        +> outages: [{ at: 1m, kind: power-loss, zone: a, repeat: { every: 0s, times: 2 } }] => s.yaml:12:65  outages[0].repeat.every: '0s' is zero
        +> random: [{ kind: power-loss }]                                 => s.yaml:12:10  random[0]: the key 'per' is missing
        +> random: [{ per: region }]                                      => s.yaml:12:17  random[0].per: found 'region'; allowed are node, rack, powerUnit, zone
        +> random: [{ per: node, kind: cloud-down }]                      => s.yaml:12:29  random[0].kind: found 'cloud-down'
        11>     traffic: [{ services: [web-001] }]                        => s.yaml:11:15  clusters[0].traffic[0]: has none of rate, file
        11>     traffic: [{ services: [web-001], rate: 1, file: t.csv }]  => s.yaml:11:53  clusters[0].traffic[0].file: stands beside rate; allowed is exactly one of rate, file | s.yaml:11:53  clusters[0].traffic[0].file: there is no file 't.csv'
        11>     traffic: [{ services: [web-001], rate: -1 }]              => s.yaml:11:44  clusters[0].traffic[0].rate: found the number -1
        11>     traffic: [{ services: [], rate: 1 }]                      => s.yaml:11:27  clusters[0].traffic[0].services: the list is empty
        11>     traffic: [{ rate: 1 }]                                    => s.yaml:11:15  clusters[0].traffic[0]: has none of services, labels
        11>     traffic: [{ services: [web-001], file: no.csv }]          => s.yaml:11:44  clusters[0].traffic[0].file: there is no file 'no.csv'
        11>     traffic: [{ services: [web-001], rate: 1, offset: 1m }]   => s.yaml:11:55  clusters[0].traffic[0].offset: says where in a file the run begins
        11>     traffic: [{ services: [web-001], rate: 1, through: air }] => s.yaml:11:56  clusters[0].traffic[0].through: found 'air'
        11>     traffic: [{ services: [web-001], rate: 1, dnsTtl: 0s }]   => s.yaml:11:55  clusters[0].traffic[0].dnsTtl: '0s' is zero
        +> replay: [{ file: no.csv }]                                     => s.yaml:12:18  replay[0].file: there is no file 'no.csv'
        +> operations: [{ at: 1m }]                                       => s.yaml:12:14  operations[0]: has none of apply, create, replace, delete, label, annotate, scale
        +> operations: [{ at: 1m, scale: rc/web-001 }]                    => s.yaml:12:31  operations[0].scale: wants the key 'replicas' beside it
        +> operations: [{ at: 1m, annotate: rc/web-001 }]                 => s.yaml:12:34  operations[0].annotate: wants the key 'annotations' beside it
        +> operations: [{ at: 1m, scale: rc/web-001, replicas: 2, gracePeriod: 3s }] => s.yaml:12:69  operations[0].gracePeriod: allowed with delete
        +> operations: [{ at: 1m, cordon: p-0001, replicas: 2 }]          => s.yaml:12:50  operations[0].replicas: allowed with scale
        +> operations: [{ at: 1m, delete: web-001 }]                      => s.yaml:12:32  operations[0].delete: found 'web-001'; allowed is KIND/NAME
        +> operations: [{ at: 1m, scale: rc/no, replicas: 2 }]            => s.yaml:12:31  operations[0].scale: no ReplicationController default/no at that time
        +> operations: [{ at: 1m, drain: p-9999 }]                        => s.yaml:12:31  operations[0].drain: no node 'p-9999'
        +> operations: [{ at: 1m, rollingUpdate: rc/web-001 }]            => s.yaml:12:39  operations[0].rollingUpdate: wants the key 'image' beside it
        +> operations: [{ at: 1m, taint: p-0001, taints: [a=b] }]         => s.yaml:12:48  operations[0].taints[0]: found 'a=b'; allowed is KEY=VALUE:EFFECT
        +> operations: [{ at: 1m, taint: p-0001, taints: ["a=b:NoSchedul"] }] => s.yaml:12:48  operations[0].taints[0]: found the effect 'NoSchedul'; allowed are NoSchedule, PreferNoSchedule, NoExecute; did you mean 'NoSchedule'?
        +> operations: [{ at: 1m, label: no/p-0001, labels: { a-: x } }]  => s.yaml:12:56  operations[0].labels.a-: found 'x'; a key that ends in '-' is taken away and has no value
        +> operations: [{ at: 1m, label: no/p-9999, labels: { a: x } }]   => s.yaml:12:31  operations[0].label: no node 'p-9999'
        +> operations: [{ at: 1m, label: rc/web-001, labels: { a$: x } }] => s.yaml:12:57  operations[0].labels.a$: 'a$' is not a label key
        +> operations: [{ at: 1m, scale: rc/web-01, replicas: 2 }]        => s.yaml:12:31  operations[0].scale: no ReplicationController default/web-01 at that time: neither a workload of cluster 'c' nor an operation before has it; did you mean 'web-001'?
        +> operations: [{ at: 1m, autoscale: rc/web-001, min: 3, max: 2 }] => s.yaml:12:60  operations[0].max: 2 is less than min (3)
        +> operations: [{ at: 1m, expose: job/x, port: 80 }]              => s.yaml:12:32  operations[0].expose: found 'job/x'; allowed is KIND/NAME, where KIND is deployment, pod, replicaset, replicationcontroller, service
        +> operations: [{ at: 1m, delete: deploymnet/x }]                 => s.yaml:12:32  operations[0].delete: found 'deploymnet/x'; allowed is KIND/NAME, where KIND is configmap, daemonset, deployment
        +> operations: [{ at: 1m, delete: rc/web-001, cascade: false, gracePeriod: 3s }] => s.yaml:12:73  operations[0].gracePeriod: stands beside cascade: false
        +> operations: [{ at: 99m, cordon: p-0001 }]                      => s.yaml:12:20  operations[0].at: 1h39m is not before the end of the run (10m)
        +> outages: [{ kind: power-loss, zone: a }]                       => s.yaml:12:11  outages[0]: has none of at, after; allowed is exactly one
        +> outages: [{ at: 1m, after: allReady, kind: power-loss, zone: a }] => s.yaml:12:28  outages[0].after: stands beside at; allowed is exactly one of at, after
        +> outages: [{ after: allready, kind: power-loss, zone: a }]      => s.yaml:12:20  outages[0].after: found 'allready'; allowed is allReady, outage NAME
        +> outages: [{ after: allReady + soon, kind: power-loss, zone: a }] => s.yaml:12:20  outages[0].after: found 'allReady + soon'; allowed is allReady, outage NAME
        +> outages: [{ after: allReady + -5m, kind: power-loss, zone: a }] => s.yaml:12:20  outages[0].after: found 'allReady + -5m'; allowed is allReady, outage NAME
        +> outages: [{ after: outage b, kind: power-loss, zone: a }]      => s.yaml:12:20  outages[0].after: no outage 'b'; did you mean 'a'?; the outages are a
        +> outages: [{ after: outage first, kind: power-loss, zone: a }, { name: fist, at: 1m, kind: power-loss, zone: b }] => s.yaml:12:20  outages[0].after: no outage 'first'; did you mean 'fist'?; the outages are a, fist
        +> outages: [{ after: outage a, kind: power-loss, zone: a }]      => s.yaml:12:20  outages[0].after: waits for itself: a → a
        +> outages: [{ after: outage y, name: x, kind: power-loss, zone: a }, { after: outage x + 5m, name: y, kind: power-loss, zone: b }] => s.yaml:12:20  outages[0].after: waits for itself: x → y → x
        +> outages: [{ at: 1m, name: x, kind: power-loss, zone: a }, { at: 2m, name: x, kind: power-loss, zone: b }] => s.yaml:12:75  outages[1].name: the outage 'x' comes twice
        +> outages: [{ at: 1m, kind: power-loss, zone: a }, { at: 2m, kind: reboot, zone: a }, { after: outage a, kind: power-loss, zone: b }] => s.yaml:12:94  outages[2].after: 2 outages strike 'a'; give the one that is meant a name
        +> outages: [{ at: 1m, kind: power-loss, zone: a }, { after: outage a ends, kind: power-loss, zone: b }] => s.yaml:12:59  outages[1].after: outage 'a' never ends: it has no 'for'
        +> outages: [{ at: 1m, kind: instance-gone, zone: a }, { after: outage a ends, kind: power-loss, zone: b }] => s.yaml:12:62  outages[1].after: outage 'a' never ends: the cloud does not give its machines back
        +> outages: [{ at: long-before, kind: power-loss, zone: a }, { after: outage a, kind: power-loss, zone: b }] => s.yaml:12:68  outages[1].after: outage 'a' began long before the run; allowed is its end
        +> outages: [{ at: long-before, kind: reboot, zone: a }]          => s.yaml:12:17  outages[0].at: reboot cannot have begun long before the run; allowed with power-loss
        +> outages: [{ at: long-before, kind: power-loss, region: r }]    => s.yaml:12:17  outages[0].at: a region cannot be down from the start
        +> outages: [{ at: long-before, kind: power-loss, zone: a, rolling: 1s }] => s.yaml:12:66  outages[0].rolling: means nothing for machines that are down from the start
        +> outages: [{ at: soon, kind: power-loss, zone: a }]             => s.yaml:12:17  outages[0].at: found 'soon'; allowed is a duration
        +> outages: [{ at: 1m, kind: power-loss, nodes: [p-0001, p-0009] }] => s.yaml:12:55  outages[0].nodes[1]: no node 'p-0009'; did you mean 'p-0001'?; the first is p-0001, the last p-0004
        +> outages: [{ at: 1m, kind: power-loss, nodes: [p-0001, p-0001] }] => s.yaml:12:55  outages[0].nodes[1]: the node 'p-0001' comes twice
        +> outages: [{ at: 1m, kind: power-loss, nodes: [] }]             => s.yaml:12:46  outages[0].nodes: the list is empty; allowed is at least one node
        +> outages: [{ at: 1m, kind: power-loss, nodes: p-0001 }]         => s.yaml:12:46  outages[0].nodes: found 'p-0001'; allowed is a list of nodes, or all
        +> outages: [{ at: 1m, kind: power-loss, nodes: all, zone: a }]   => s.yaml:12:57  outages[0].zone: allowed is exactly one of node, nodes
        +> outages: [{ at: 1m, kind: power-loss, zones: [a, e] }]         => s.yaml:12:46  outages[0].zones: no zone 'e' in cluster 'c'; its zones are a, b
        +> outages: [{ at: 1m, kind: power-loss, podNode: web-1 }]        => s.yaml:12:48  outages[0].podNode: no pod default/web-1 of cluster 'c' can have this name; those whose names are known are default/web-001-..., default/web-002-...
        +> outages: [{ at: 1m, kind: power-loss, podNode: a/b/c }]        => s.yaml:12:48  outages[0].podNode: found 'a/b/c'; allowed is the name of a pod, or NAMESPACE/NAME
        +> outages: [{ at: 1m, kind: power-loss, zone: a, heartbeatDelay: 5s }] => s.yaml:12:64  outages[0].heartbeatDelay: allowed with slow-node
        +> outages: [{ at: 1m, kind: slow-node, zone: a, heartbeatDelay: often }] => s.yaml:12:63  outages[0].heartbeatDelay: found 'often'; allowed is a duration
        11>     heartbeatPhases: random                                   => s.yaml:11:22  clusters[0].heartbeatPhases: found 'random'; allowed are spread, together, in-turn
        +> operations: [{ cordon: p-0001 }]                               => s.yaml:12:14  operations[0]: has none of at, after; allowed is exactly one
        +> operations: [{ after: outage a, cordon: p-0001 }]              => s.yaml:12:23  operations[0].after: no outage 'a'; the scenario has no outages
        +> operations: [{ at: 1m, drain: [p-0001, p-9999] }]              => s.yaml:12:40  operations[0].drain[1]: no node 'p-9999'
        +> expect: [{ measure: x, atMost: -1 }]                           => s.yaml:12:32  expect[0].atMost: the number -1 is negative; no measure ever is
        +> expect: [{ measure: x, atMost: -5m }]                          => s.yaml:12:32  expect[0].atMost: '-5m' is negative; no measure ever is
        +> expect: [{ measure: x, atMost: -1% }]                          => s.yaml:12:32  expect[0].atMost: '-1%' is negative; no measure ever is
        +> outages: [{ at: 1m, kind: freeze }]                            => s.yaml:12:11  outages[0]: has none of node, nodes, podNode, rack, powerUnit, nodePool, zone, zones, region, program; allowed is exactly one
        +> outages: [{ at: 1m, kind: freeze, program: api-sever }]        => s.yaml:12:44  outages[0].program: found 'api-sever'; did you mean 'api-server'?; allowed are api-server, etcd, scheduler, controller-manager
        +> outages: [{ at: 1m, kind: freeze, program: etcd, zone: a }]    => s.yaml:12:56  outages[0].zone: freeze of a program strikes no place; allowed is none
        +> outages: [{ at: 1m, kind: freeze, program: etcd, instance: 3 }] => s.yaml:12:60  outages[0].instance: no instance 3: cluster 'c' has 1, counted from 0
        +> outages: [{ at: 1m, kind: freeze, zone: a, instance: 0 }]      => s.yaml:12:54  outages[0].instance: allowed with api-server-down
        +> outages: [{ at: 1m, kind: power-loss, zone: a, program: etcd }] => s.yaml:12:57  outages[0].program: allowed with freeze
        +> expect: [{ measure: x }]                                       => s.yaml:12:10  expect[0]: has neither atMost nor atLeast; allowed are one or both
        +> expect: [{ measure: x, atMost: soon }]                         => s.yaml:12:32  expect[0].atMost: found 'soon'; allowed is a number, a duration such as 15m or a percentage such as 99.9%
        +> expect: [{ measure: x, atMost: 1, atLeast: 2 }]                => s.yaml:12:44  expect[0].atLeast: is more than atMost
        +> expect: [{ atMost: 1 }]                                        => s.yaml:12:10  expect[0]: the key 'measure' is missing
        """;

    public static TheoryData<string, string> Rows { get; } = new(Cases.Split('\n')
        .Select(line => line.Split("=>", 2))
        .Select(cells => (cells[0].Trim(), cells[1].Trim())));

    [Theory]
    [MemberData(nameof(Rows))]
    public void Each_mistake_has_its_sentence(string edits, string expected)
    {
        var file = ScenarioText.Read(ScenarioText.With(edits));
        Assert.Null(file.Scenario);
        var errors = file.Diagnostics.Errors.Select(error => error.ToString()).ToList();
        foreach (var beginning in expected.Split(" | "))
        {
            Assert.Contains(errors, error => error.StartsWith(beginning, StringComparison.Ordinal));
        }
        var unknown = edits.StartsWith("1>", StringComparison.Ordinal) ? 1 : 0; // a renamed key is both missing and unknown
        Assert.InRange(
            errors.Count, 1, expected.Split(" | ").Length + unknown + (edits.Contains("duraton", StringComparison.Ordinal) ? 1 : 0));
    }

    [Fact]
    public void All_errors_are_told_at_once()
    {
        var file = ScenarioText.Read(
            ScenarioText.With("2> duration: 10;; 6>     zones: [a, a];; +> outages: [{ at: x, kind: fire, zone: q }];; +> seed: -3"));
        Assert.Equal(
            ["s.yaml:2:11", "s.yaml:6:16", "s.yaml:12:17", "s.yaml:12:26", "s.yaml:12:38", "s.yaml:13:7"],
            file.Diagnostics.Errors.Select(error => $"{error.File}:{error.Line}:{error.Column}"));
    }

    [Theory]
    [InlineData("- 1", "s.yaml:1:1  found a list; allowed is a mapping")]
    [InlineData("hello", "s.yaml:1:1  found 'hello'; allowed is a mapping")]
    [InlineData("a: [", "s.yaml:2:1  not YAML")]
    public void Not_a_scenario_at_all(string yaml, string expected) =>
        Assert.StartsWith(expected, Assert.Single(ScenarioText.Read(yaml).Diagnostics.Errors).ToString());

    [Fact]
    public void Traffic_to_no_service_is_a_remark()
    {
        var file = ScenarioText.Read(ScenarioText.With("11>     traffic: [{ services: [\"shop-*\"], rate: 1 }]"));
        Assert.NotNull(file.Scenario);
        Assert.Contains(
            file.Diagnostics.Omissions,
            omission => omission.ToString() == "s.yaml:11:27  traffic entry services (1 traffic entry): nothing in the scenario creates "
                + "a service 'shop-*' in namespace 'default': no request to it is ever sent");
    }

    [Fact]
    public void Several_clusters_need_names_in_outages()
    {
        var two = ScenarioText.With("+>   - { name: d, zones: [a], nodePools: [{ name: p, machineType: m4.large, count: 1 }] };; +> "
            + "outages: [{ at: 1m, kind: power-loss, zone: a }]");
        Assert.Equal(
            "s.yaml:13:11  outages[0]: the key 'cluster' is missing; the clusters are c, d",
            Assert.Single(ScenarioText.Read(two).Diagnostics.Errors).ToString());
        var same = ScenarioText.With("+>   - { name: c, zones: [a], nodePools: [{ name: p, machineType: m4.large, count: 1 }] }");
        Assert.StartsWith(
            "s.yaml:12:13  clusters[1].name: the cluster 'c' comes twice",
            Assert.Single(ScenarioText.Read(same).Diagnostics.Errors).ToString());
    }
}
