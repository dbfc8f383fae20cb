using Simulator.Api;
using Simulator.Reports.Files;
using Simulator.Reports.Measures;
using Simulator.Reports.Summaries;
using Simulator.Reports.Tables;
using Simulator.World.Specification;

namespace Simulator.Tests.Reports;

/// <summary>Two nodes in two zones, one workload of two replicas behind one service; zone za loses power at 100 s.</summary>
internal static class TinyRun
{
    public const string Settled = """
        0    NodeAdded           n1          za        1000 4000
        0    NodeAdded           n2          zb        1000 4000
        0    NodeReadyChanged    n1          True
        0    NodeReadyChanged    n2          True
        0    ServiceCreated      default/w
        0    WorkloadScaled      default/w   ReplicationController 2
        0    PodCreated          default/p1  default/w 250  400
        0    PodBound            default/p1  n1
        0    PodReady            default/p1  n1
        0    PodServing          default/p1  n1
        0    PodCreated          default/p2  default/w 250  400
        0    PodBound            default/p2  n2
        0    PodReady            default/p2  n2
        0    PodServing          default/p2  n2
        0    EndpointsChanged    default/w   -         2 0
        0    ClusterStarted      east        -         2

        """;

    public const string ZoneLoss = Settled + """
        100  OutageStarted       za          PowerLoss 0
        100  NodeWentDown        n1          PowerLoss
        100  PodStoppedServing   default/p1  n1
        140  NodeReadyChanged    n1          Unknown
        141  PodNotReady         default/p1  n1
        142  EndpointsChanged    default/w   -         1 1
        400  NodeEvicted         n1
        401  PodDeletionMarked   default/p1  n1
        402  PodCreated          default/p3  default/w 250  400
        403  PodUnschedulable    default/p3  full
        404  PodBound            default/p3  n2
        406  PodServing          default/p3  n2
        407  PodReady            default/p3  n2
        408  EndpointsChanged    default/w   -         2 0
        410  NodeEvicted         n1
        441  PodRemoved          default/p1  n1
        1000 RunEnded            east
        """;

    public static Scenario Scenario { get; } = new()
    {
        Name = "tiny",
        Seed = 7,
        Duration = TimeSpan.FromSeconds(1000),
        Clusters =
        [
            new ClusterSpec
            {
                Name = "east",
                Zones = ["za", "zb"],
                NodePools = [],
                Workloads = [new WorkloadSpec(TimeSpan.Zero, [Service, Controller])],
            },
        ],
    };

    private static Service Service => new() { Metadata = Meta, Selector = LabelSet.Of(("app", "w")) };

    private static ReplicationController Controller => new()
    {
        Metadata = Meta,
        Replicas = 2,
        Template = new PodTemplate { Labels = LabelSet.Of(("app", "w"), ("tier", "web")) },
    };

    private static ObjectMeta Meta => new() { Name = "w", Namespace = "default" };

    public static RunRecorder Record(string facts, Scenario? scenario = null)
    {
        var recorder = new RunRecorder(scenario ?? Scenario);
        foreach (var fact in FactTable.Read(facts)) recorder.Observe(fact);
        return recorder;
    }

    public static Summary SumUp(string facts, Scenario? scenario = null) => SumUp(Record(facts, scenario));

    public static Summary SumUp(RunRecorder recorder) => Summary.From(recorder, new RunFacts { Digest = "d1", Version = "0.1.0" });

    /// <summary>With the events of the facts; the folder is one of results then.</summary>
    public static IReadOnlyList<string> Write(string folder, string facts)
    {
        using var events = new EventTable();
        foreach (var fact in FactTable.Read(facts)) events.Observe(fact);
        var run = Record(facts);
        using var place = FolderPlace.Reserve(folder);
        return ResultFolder.Write(place, SumUp(run), run, events);
    }

    /// <summary>Without events.</summary>
    public static IReadOnlyList<string> Write(string folder, RunRecorder run, Summary? summary = null)
    {
        using var events = new EventTable();
        using var place = FolderPlace.Reserve(folder);
        return ResultFolder.Write(place, summary ?? SumUp(run), run, events);
    }
}
