using Simulator.Api;
using Simulator.World.Specification;

namespace Simulator.World.Places;

/// <summary>The labels by which later versions call what 1.3 calls otherwise, for manifests that select by them.</summary>
public static class ModernLabels
{
    public const string Zone = WellKnownLabels.TopologyZone;
    public const string Region = WellKnownLabels.TopologyRegion;
    public const string Os = "kubernetes.io/os";
    public const string Arch = "kubernetes.io/arch";
    public const string InstanceType = "node.kubernetes.io/instance-type";

    /// <summary>Labels that a pool gives its nodes stay.</summary>
    /// <param name="labels">Those of 1.3.</param>
    internal static LabelSet AddTo(LabelSet labels, ClusterSpec cluster, NodePoolSpec pool, string zone)
    {
        if (!cluster.HasStableLabels) return labels;
        labels = With(labels, Zone, zone);
        labels = With(labels, Region, cluster.Region);
        labels = With(labels, Os, labels.ValueOrEmpty(WellKnownLabels.Os));
        labels = With(labels, Arch, labels.ValueOrEmpty(WellKnownLabels.Arch));
        return With(labels, InstanceType, pool.MachineType);
    }

    private static LabelSet With(LabelSet labels, string key, string value) =>
        value.Length == 0 || labels.TryGetValue(key, out _) ? labels : labels.With(key, value);
}
