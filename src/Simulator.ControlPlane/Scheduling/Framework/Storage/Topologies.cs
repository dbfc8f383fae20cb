using Simulator.Api;

namespace Simulator.ControlPlane.Scheduling.Framework.Storage;

/// <summary>Where volumes of a class may be made (MatchTopologySelectorTerms of 1.20).</summary>
public static class Topologies
{
    public static bool Allow(StorageClass storage, Node node) =>
        storage.AllowedTopologies.Count == 0 || storage.AllowedTopologies.Any(term => Allows(term, node.Metadata.Labels));

    /// <summary>An empty term allows nothing, and neither does one that is wrong.</summary>
    private static bool Allows(TopologySelectorTerm term, LabelSet labels) =>
        term.MatchLabelExpressions.Count > 0
        && SelectorMatcher.TryCompile(new LabelSelector { MatchExpressions = term.MatchLabelExpressions }, out var matcher, out _)
        && matcher.Matches(labels);
}
