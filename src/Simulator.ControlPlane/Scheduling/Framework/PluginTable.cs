using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Normalize;
using Simulator.ControlPlane.Scheduling.Framework.QueueSort;

namespace Simulator.ControlPlane.Scheduling.Framework;

/// <summary>All plug-ins by extension point, in the order of the default provider of 1.20, with the weights of its scores.</summary>
/// <remarks>algorithmprovider/registry.go and framework/plugins/registry.go. Weight 0 or "not by default": a profile may enable
/// it.</remarks>
public static class PluginTable
{
    public const long AvoidPodsWeight = 10000;

    public static readonly IReadOnlyList<PluginEntry<IQueueSort>> QueueSort =
    [
        new(PluginNames.PrioritySort, _ => new PrioritySort()),
    ];

    public static readonly IReadOnlyList<PluginEntry<IPreFilter>> PreFilter =
    [
        new(PluginNames.NodeResourcesFit, _ => new PreFilter.NodeResourcesFit()),
        new(PluginNames.NodePorts, _ => new PreFilter.NodePorts()),
        new(PluginNames.PodTopologySpread, _ => new PreFilter.PodTopologySpread()),
        new(PluginNames.InterPodAffinity, _ => new PreFilter.InterPodAffinity()),
        new(PluginNames.VolumeBinding, _ => new PreFilter.VolumeBinding()),
    ];

    public static readonly IReadOnlyList<PluginEntry<IFilter>> Filter =
    [
        new(PluginNames.NodeUnschedulable, _ => new Filter.NodeUnschedulable()),
        new(PluginNames.NodeName, _ => new Filter.NodeName()),
        new(PluginNames.TaintToleration, _ => new Filter.TaintToleration()),
        new(PluginNames.NodeAffinity, settings => new Filter.NodeAffinity(settings)),
        new(PluginNames.NodePorts, _ => new Filter.NodePorts()),
        new(PluginNames.NodeResourcesFit, settings => new Filter.NodeResourcesFit(settings)),
        new(PluginNames.VolumeRestrictions, _ => new Filter.VolumeRestrictions()),
        new(PluginNames.EbsLimits, Scheduling.Framework.Filter.InTreeLimits.Ebs),
        new(PluginNames.GcePdLimits, Scheduling.Framework.Filter.InTreeLimits.GcePd),
        new(PluginNames.NodeVolumeLimits, _ => new Filter.CsiLimits()),
        new(PluginNames.AzureDiskLimits, Scheduling.Framework.Filter.InTreeLimits.AzureDisk),
        new(PluginNames.VolumeBinding, _ => new Filter.VolumeBinding()),
        new(PluginNames.VolumeZone, _ => new Filter.VolumeZone()),
        new(PluginNames.PodTopologySpread, _ => new Filter.PodTopologySpread()),
        new(PluginNames.InterPodAffinity, _ => new Filter.InterPodAffinity()),
        new(PluginNames.NodeLabel, settings => new Filter.NodeLabel(settings)) { IsDefault = false },
    ];

    public static readonly IReadOnlyList<PluginEntry<IPreScore>> PreScore =
    [
        new(PluginNames.InterPodAffinity, settings => new PreScore.InterPodAffinity(settings)),
        new(PluginNames.PodTopologySpread, _ => new PreScore.PodTopologySpread()),
        new(PluginNames.TaintToleration, _ => new PreScore.TaintToleration()),
    ];

    public static readonly IReadOnlyList<PluginEntry<IScore>> Score =
    [
        new(PluginNames.NodeResourcesBalancedAllocation, _ => new Score.NodeResourcesBalancedAllocation()),
        new(PluginNames.ImageLocality, _ => new Score.ImageLocality()),
        new(PluginNames.InterPodAffinity, _ => new Score.InterPodAffinity()) { Normalize = new AttractionRange() },
        new(PluginNames.NodeResourcesLeastAllocated, settings => new Score.NodeResourcesLeastAllocated(settings)),
        new(PluginNames.NodeAffinity, settings => new Score.NodeAffinity(settings)) { Normalize = new LargestIsHundred() },
        new(PluginNames.NodePreferAvoidPods, _ => new Score.NodePreferAvoidPods()) { Weight = AvoidPodsWeight },
        new(PluginNames.PodTopologySpread, _ => new Score.PodTopologySpread()) { Weight = 2, Normalize = new EmptiestFirst() },
        new(PluginNames.TaintToleration, _ => new Score.TaintToleration()) { Normalize = new LargestIsNothing() },
        new(PluginNames.SelectorSpread, _ => new Score.SelectorSpread()) { IsDefault = false, Normalize = new ZonesAndNodes() },
        new(PluginNames.NodeResourcesMostAllocated, settings => new Score.NodeResourcesMostAllocated(settings)) { IsDefault = false },
        new(PluginNames.RequestedToCapacityRatio, settings => new Score.RequestedToCapacityRatio(settings)) { IsDefault = false },
        new(PluginNames.NodeLabel, settings => new Score.NodeLabel(settings)) { IsDefault = false },
    ];

    /// <summary>All of them, at whatever point, and those that every scheduler has.</summary>
    public static readonly IReadOnlySet<string> Names = new HashSet<string>(
        [
            .. QueueSort.Select(entry => entry.Name), .. PreFilter.Select(entry => entry.Name), .. Filter.Select(entry => entry.Name),
            .. PreScore.Select(entry => entry.Name), .. Score.Select(entry => entry.Name), PluginNames.DefaultPreemption,
            PluginNames.DefaultBinder,
        ],
        StringComparer.Ordinal);
}

/// <param name="Make">A new one with the arguments of its profile.</param>
public sealed record PluginEntry<T>(string Name, Func<PluginSettings, T> Make)
{
    /// <summary>The default provider has it.</summary>
    public bool IsDefault { get; init; } = true;

    /// <summary>Of a score.</summary>
    public long Weight { get; init; } = 1;

    /// <summary>Of a score that has one.</summary>
    public INormalize? Normalize { get; init; }
}
