using Simulator.Api.Documents;
using Simulator.Api.Words;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.Scenarios.Files.Sources;

/// <summary>An argument of a plug-in.</summary>
internal sealed record Argument(string Plugin, string Name)
{
    /// <summary>The first version that has it, and the last.</summary>
    public string Since { get; init; } = ConfigVersions.First;

    /// <inheritdoc cref="Since"/>
    public string Until { get; init; } = ConfigVersions.Last;

    public bool IsIn(string version) =>
        ConfigVersions.IsSince(version, Since) && ConfigVersions.IsSince(Until, ConfigVersions.NameOf(version));

    /// <summary>After what it is called.</summary>
    public string Span => Until == ConfigVersions.Last ? $"came with {Since}" : $"is in {Until} only";
}

/// <summary>
/// Which arguments each version of the configuration has (types_pluginargs.go in staging/src/k8s.io/kube-scheduler/config of each).
/// </summary>
internal static class ArgumentTable
{
    private static readonly Argument[] All =
    [
        new(PluginNames.DefaultPreemption, "minCandidateNodesPercentage"),
        new(PluginNames.DefaultPreemption, "minCandidateNodesAbsolute"),
        new(PluginNames.InterPodAffinity, "hardPodAffinityWeight"),
        new(PluginNames.InterPodAffinity, "ignorePreferredTermsOfExistingPods") { Since = ConfigVersions.Third },
        new(PluginNames.NodeAffinity, "addedAffinity"),
        new(PluginNames.NodeLabel, "presentLabels") { Until = ConfigVersions.First },
        new(PluginNames.NodeLabel, "absentLabels") { Until = ConfigVersions.First },
        new(PluginNames.NodeLabel, "presentLabelsPreference") { Until = ConfigVersions.First },
        new(PluginNames.NodeLabel, "absentLabelsPreference") { Until = ConfigVersions.First },
        new(PluginNames.NodeResourcesBalancedAllocation, "resources") { Since = ConfigVersions.Second },
        new(PluginNames.NodeResourcesFit, "ignoredResources"),
        new(PluginNames.NodeResourcesFit, "ignoredResourceGroups"),
        new(PluginNames.NodeResourcesFit, "scoringStrategy") { Since = ConfigVersions.Second },
        new(PluginNames.NodeResourcesLeastAllocated, "resources") { Until = ConfigVersions.First },
        new(PluginNames.NodeResourcesMostAllocated, "resources") { Until = ConfigVersions.First },
        new(PluginNames.PodTopologySpread, "defaultConstraints"),
        new(PluginNames.PodTopologySpread, "defaultingType"),
        new(PluginNames.RequestedToCapacityRatio, "shape") { Until = ConfigVersions.First },
        new(PluginNames.RequestedToCapacityRatio, "resources") { Until = ConfigVersions.First },
        new(PluginNames.VolumeBinding, "bindTimeoutSeconds"),
    ];

    /// <summary>Plug-ins that have any in that version.</summary>
    public static IReadOnlyList<string> PluginsOf(string version) =>
        [.. All.Where(argument => argument.IsIn(version)).Select(argument => argument.Plugin).Distinct()];

    /// <summary>In which versions a plug-in has any, after its name.</summary>
    public static string SpanOf(string plugin) => All.First(argument => argument.Plugin == plugin).Span;

    /// <summary>Tells which of the arguments given the version does not have; what it has is what is allowed.</summary>
    public static void Check(FieldReader args, string plugin, string version)
    {
        var own = All.Where(argument => argument.Plugin == plugin).ToList();
        foreach (var argument in own.Where(argument => argument.IsIn(version))) args.Peek(argument.Name);
        foreach (var argument in own.Where(argument => !argument.IsIn(version) && args.Has(argument.Name)))
        {
            args.ErrorAt(
                argument.Name,
                $"{argument.Span}; allowed in {ConfigVersions.NameOf(version)} are "
                    + Wording.Listed(own.Where(other => other.IsIn(version)).Select(other => other.Name)));
        }
    }
}
