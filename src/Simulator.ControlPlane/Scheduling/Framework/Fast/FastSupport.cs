using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.Fast;

/// <summary>Which profiles and pods the fast placer knows; the plain one does the others.</summary>
internal static class FastSupport
{
    /// <summary>Filters that look at more than one node; they must come last, and do by default.</summary>
    private static readonly string[] Global = [PluginNames.PodTopologySpread, PluginNames.InterPodAffinity];

    /// <summary>Scores that look at one node alone and are not normalized.</summary>
    private static readonly string[] LocalScores =
    [
        PluginNames.NodeResourcesBalancedAllocation, PluginNames.ImageLocality, PluginNames.NodeResourcesLeastAllocated,
        PluginNames.NodeResourcesMostAllocated, PluginNames.RequestedToCapacityRatio, PluginNames.NodePreferAvoidPods,
        PluginNames.NodeLabel,
    ];

    /// <summary>Scores that look at one node alone and are normalized; scores of 0 all round stay what they become.</summary>
    private static readonly string[] ComparedScores = [PluginNames.NodeAffinity, PluginNames.TaintToleration];

    public static bool IsGlobal(string filter) => Global.Contains(filter);

    public static bool IsLocal(string score) => LocalScores.Contains(score);

    /// <summary>Scores of somebody's own that look at one node alone are brought into the range by comparison, too.</summary>
    public static bool IsCompared(WeightedScore score) => ComparedScores.Contains(score.Name) || score.Score is IOwnNodeRule;

    /// <summary>Filters that look at one node alone and come before those that look at more.</summary>
    public static IEnumerable<IFilter> Early(Profile profile) => profile.Filters.TakeWhile(filter => !IsGlobal(filter.Name));

    /// <summary>Filters of somebody's own that come behind them.</summary>
    public static IEnumerable<IFilter> Late(Profile profile) =>
        profile.Filters.Reverse().TakeWhile(filter => filter is IOwnNodeRule).Reverse();

    public static bool Covers(Profile profile)
    {
        var names = profile.Filters.SkipLast(Late(profile).Count()).Select(filter => filter.Name).ToList();
        return profile.Choice is null
            && profile.Extenders.Count == 0
            && !profile.Settings.IgnoresPreferredTermsOfOthers
            && names.Count >= Global.Length && names.TakeLast(Global.Length).SequenceEqual(Global)
            && PluginTable.PreFilter.All(entry => profile.PreFilters.Any(plugin => plugin.Name == entry.Name))
            && PluginTable.PreScore.All(entry => profile.PreScores.Any(plugin => plugin.Name == entry.Name))
            && profile.Scores.All(score => IsLocal(score.Name) || IsCompared(score) || Global.Contains(score.Name));
    }

    /// <summary>Claims and disks are left to the plain rule.</summary>
    public static bool Covers(Pod pod) => pod.NodeName.Length == 0 && pod.Spec.Volumes.All(volume => volume is
    {
        ClaimName: null, GcePersistentDisk: null, AwsElasticBlockStore: null, Rbd: null, Iscsi: null, AzureDisk: null,
    });
}
