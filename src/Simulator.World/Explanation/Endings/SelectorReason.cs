using Simulator.Api;

namespace Simulator.World.Explanation.Endings;

/// <summary>What nodes lack that a node selector asks for.</summary>
internal static class SelectorReason
{
    /// <param name="selector">Matches none of them.</param>
    /// <param name="nodes">Labels of the nodes that could be meant.</param>
    public static string Of(LabelSet selector, IReadOnlyList<LabelSet> nodes)
    {
        if (nodes.Count == 0) return "there is no node";
        var pairs = selector.Select(pair => (
            Text: $"{pair.Key}={pair.Value}",
            Nodes: nodes.Count(labels => labels.TryGetValue(pair.Key, out var value) && value == pair.Value))).ToList();
        var unknown = pairs.Where(pair => pair.Nodes == 0).Select(pair => pair.Text).ToList();
        return unknown.Count switch
        {
            0 => $"no node has the labels {string.Join(" and ", pairs.Select(pair => pair.Text))} together",
            1 => $"no node has the label {unknown[0]}",
            _ => $"no node has the labels {string.Join(" or ", unknown)}",
        };
    }
}
