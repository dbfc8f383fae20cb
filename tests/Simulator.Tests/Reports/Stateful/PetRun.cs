using Simulator.Api;
using Simulator.Reports.Summaries;
using Simulator.World.Specification;

namespace Simulator.Tests.Reports.Stateful;

/// <summary>A zookeeper ensemble of five pets with a disk each, over three zones; zone c with two of them loses power at 100 s.</summary>
internal static class PetRun
{
    public const string Settled = """
        0    NodeAdded         n1 a 4000 8000
        0    NodeAdded         n2 a 4000 8000
        0    NodeAdded         n3 b 4000 8000
        0    NodeAdded         n5 c 4000 8000
        0    NodeAdded         n6 c 4000 8000
        0    NodeReadyChanged  n1 True
        0    NodeReadyChanged  n2 True
        0    NodeReadyChanged  n3 True
        0    NodeReadyChanged  n5 True
        0    NodeReadyChanged  n6 True
        0    WorkloadScaled    default/zk PetSet 5
        0    PodCreated        default/zk-0 default/zk 100 100
        0    PodBound          default/zk-0 n1
        0    PodServing        default/zk-0 n1
        0    PodReady          default/zk-0 n1
        0    PodCreated        default/zk-1 default/zk 100 100
        0    PodBound          default/zk-1 n3
        0    PodServing        default/zk-1 n3
        0    PodReady          default/zk-1 n3
        0    PodCreated        default/zk-2 default/zk 100 100
        0    PodBound          default/zk-2 n5
        0    PodServing        default/zk-2 n5
        0    PodReady          default/zk-2 n5
        0    PodCreated        default/zk-3 default/zk 100 100
        0    PodBound          default/zk-3 n2
        0    PodServing        default/zk-3 n2
        0    PodReady          default/zk-3 n2
        0    PodCreated        default/zk-4 default/zk 100 100
        0    PodBound          default/zk-4 n6
        0    PodServing        default/zk-4 n6
        0    PodReady          default/zk-4 n6
        0    ClaimChanged      default/data-zk-2 Pending 1000
        0    ClaimChanged      default/data-zk-2 Bound 1000
        0    DiskCreated       pd-2 c 1000
        0    DiskAttached      pd-2 n5 1
        0    DnsNameChanged    zk-2.zk.default.svc.cluster.local 10.0.0.2
        0    MemberChanged     default/zk-0 InSync
        0    MemberChanged     default/zk-1 InSync
        0    MemberChanged     default/zk-2 InSync
        0    MemberChanged     default/zk-3 InSync
        0    MemberChanged     default/zk-4 InSync
        0    StateChanged      default/zk Writable
        0    ClusterStarted    east - 5

        """;

    public const string Lost = Settled + """
        100  OutageStarted     c  PowerLoss 0
        100  NodeWentDown      n5 PowerLoss
        100  NodeWentDown      n6 PowerLoss
        100  PodStoppedServing default/zk-2 n5
        100  PodStoppedServing default/zk-4 n6
        100  MemberChanged     default/zk-2 Down
        100  MemberChanged     default/zk-4 Down
        100  StateChanged      default/zk NoQuorum 100000 2000
        140  NodeReadyChanged  n5 Unknown
        140  NodeReadyChanged  n6 Unknown
        141  PodNotReady       default/zk-2 n5
        141  PodNotReady       default/zk-4 n6
        142  DnsNameChanged    zk-2.zk.default.svc.cluster.local - 42000000
        172  StateChanged      default/zk Writable 0 2000
        400  NodeEvicted       n5
        401  PodDeletionMarked default/zk-2 n5
        410  NodeEvicted       n6
        411  PodDeletionMarked default/zk-4 n6
        435  PodRemoved        default/zk-2 n5
        440  PodRemoved        default/zk-4 n6

        """;

    public const string Recovered = Lost + """
        436  PodCreated        default/zk-2 default/zk 100 100
        437  PodBound          default/zk-2 n1
        450  DiskAttachRefused pd-2 n1 1
        799  DiskDetachForced  pd-2 n5 364000000
        800  DiskDetached      pd-2 n5
        805  DiskAttached      pd-2 n1 1
        806  VolumesMounted    default/zk-2 n1 369000000
        810  PodServing        default/zk-2 n1
        810  MemberChanged     default/zk-2 CatchingUp 5000
        823  PodReady          default/zk-2 n1
        823  MemberChanged     default/zk-2 InSync
        823  StateChanged      default/zk Writable 0 1000
        823  DnsNameChanged    zk-2.zk.default.svc.cluster.local 10.0.0.9
        824  PodCreated        default/zk-4 default/zk 100 100
        825  PodBound          default/zk-4 n3
        881  PodServing        default/zk-4 n3
        881  PodReady          default/zk-4 n3
        881  MemberChanged     default/zk-4 InSync
        881  StateChanged      default/zk Writable 0 0
        1000 RunEnded          east
        """;

    public static Scenario Scenario => With(new PetSet
    {
        Metadata = new ObjectMeta { Name = "zk", Namespace = "default" },
        Replicas = 5,
        Template = new PodTemplate { Labels = LabelSet.Of(("app", "zk")) },
        VolumeClaimTemplates = [new PersistentVolumeClaim { Metadata = new ObjectMeta { Name = "data", Namespace = "default" } }],
    });

    public static Scenario With(params ApiObject[] objects) => TinyRun.Scenario with
    {
        Clusters = [TinyRun.Scenario.Clusters[0] with { Workloads = [new WorkloadSpec(TimeSpan.Zero, objects)] }],
    };

    public static Summary SumUp(string facts) => TinyRun.SumUp(facts, Scenario);
}
