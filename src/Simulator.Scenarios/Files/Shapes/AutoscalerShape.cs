using Simulator.Api.Documents;
using Simulator.ControlPlane.Autoscaling.Cluster;
using Simulator.ControlPlane.Autoscaling.Cluster.Pictures;

namespace Simulator.Scenarios.Files.Shapes;

/// <summary>Flags of the cluster autoscaler.</summary>
internal static class AutoscalerShape
{
    private static readonly KeysOf<ClusterAutoscalerOptions> Key = new();

    private static readonly Dictionary<string, AutoscalerVersion> Versions = new()
    {
        ["0.2.2"] = AutoscalerVersion.V022,
        ["0.3.0"] = AutoscalerVersion.V030,
    };

    private static readonly (string Name, LaterReleases Switch)[] Later =
    [
        ("scaleFromZero", LaterReleases.ScaleFromZero),
        ("binPackingEstimator", LaterReleases.BinPackingEstimator),
        ("drainBeforeRemoval", LaterReleases.DrainBeforeRemoval),
        ("groupsOneByOne", LaterReleases.GroupsOneByOne),
    ];

    public static Shape<ClusterAutoscalerOptions> Value { get; } = new("cluster-autoscaler", new ClusterAutoscalerOptions(),
    [
        Key.Choice(
            "version", "its release; 0.2.2 came with Kubernetes 1.3.0", Versions, o => o.Version, (o, v) => o with { Version = v }),
        Key.Cycle("scan-interval", "from the end of one round to the next", o => o.ScanInterval, (o, v) => o with { ScanInterval = v }),
        Key.Flag("scale-down-enabled", "nodes may go", o => o.ScaleDownEnabled, (o, v) => o with { ScaleDownEnabled = v }),
        Key.Duration(
            "scale-down-delay", "from the last growth, or its start, to the first removal", o => o.ScaleDownDelay,
            (o, v) => o with { ScaleDownDelay = v }),
        Key.Duration(
            "scale-down-unneeded-time", "a node that goes has been unneeded for longer than this", o => o.ScaleDownUnneededTime,
            (o, v) => o with { ScaleDownUnneededTime = v }),
        Key.Number(
            "scale-down-utilization-threshold", "a node of which so large a share is requested is needed", 0, 1,
            o => o.ScaleDownUtilizationThreshold, (o, v) => o with { ScaleDownUtilizationThreshold = v }),
        Key.Duration(
            "scale-down-trial-interval", "from a try that removed nothing to the next", o => o.ScaleDownTrialInterval,
            (o, v) => o with { ScaleDownTrialInterval = v }),
        Key.Flag(
            "verify-unschedulable-pods", "pods that would fit on a node that is there do not count", o => o.VerifyUnschedulablePods,
            (o, v) => o with { VerifyUnschedulablePods = v }),
        Key.Flag(
            "skip-nodes-with-system-pods", "a node with a pod of kube-system that is no daemon is needed", o => o.SkipNodesWithSystemPods,
            (o, v) => o with { SkipNodesWithSystemPods = v }),
        Key.Flag(
            "skip-nodes-with-local-storage", "a node with a pod that keeps files on it is needed", o => o.SkipNodesWithLocalStorage,
            (o, v) => o with { SkipNodesWithLocalStorage = v }),
        Key.Integer(
            "max-nodes-total", "no growth beyond so many nodes in all; 0: no limit; not in 0.2.2", 0, 1_000_000, o => o.MaxNodesTotal,
            (o, v) => o with { MaxNodesTotal = v }),
        Key.Rate("kube-api-qps", "calls a second of its client (no flag: its library's default)", o => o.KubeApiQps,
            (o, v) => o with { KubeApiQps = v }),
        Key.Integer(
            "kube-api-burst", "calls that its client may make at once", 1, 1_000_000, o => o.KubeApiBurst,
            (o, v) => o with { KubeApiBurst = v }),
        Key.Class(
            "laterReleases", "what later releases do otherwise and 0.2.2 and 0.3.0 do not", Forms.ListOf(Later.Select(item => item.Name)),
            ReadLater, o => string.Join(' ', Later.Where(item => o.Later.HasFlag(item.Switch)).Select(item => item.Name)),
            (o, v) => o with { Later = v.Value }),
        .. ElectionKeys.For<ClusterAutoscalerOptions>(o => o.LeaderElection, (o, v) => o with { LeaderElection = v }),
    ])
    {
        Program = "cluster-autoscaler",
        Check = Check,
    };

    private static void Check(ClusterAutoscalerOptions options, FieldReader fields)
    {
        ElectionKeys.Check(options.LeaderElection, fields);
        if (options.Version != AutoscalerVersion.V022) return;
        foreach (var key in new[] { "max-nodes-total", "leader-elect" })
        {
            if (fields.Has(key)) fields.ErrorAt(key, "version 0.2.2 has no such flag; allowed with 0.3.0");
        }
    }

    private static Switches? ReadLater(SourceCursor cursor)
    {
        var later = LaterReleases.None;
        foreach (var item in cursor.Items())
        {
            if (item.OneOf([.. Later.Select(known => known.Name)]) is not { } name) continue;
            later |= Array.Find(Later, known => known.Name == name).Switch;
        }

        return new Switches(later);
    }

    private sealed record Switches(LaterReleases Value);
}
