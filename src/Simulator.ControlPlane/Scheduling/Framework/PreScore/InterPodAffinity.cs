using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.PreScore;

/// <summary>Adds up the preferences between the pod and those that run, whichever side has them (interpodaffinity/scoring.go).</summary>
public sealed class InterPodAffinity(PluginSettings settings) : IPreScore
{
    public string Name => PluginNames.InterPodAffinity;

    public Status? PreScore(Pass pass, IReadOnlyList<NodeState> fit)
    {
        var table = new AttractionTable();
        pass.State.Set(table);
        var prefersNothing = pass.Terms is { PreferredAffinity.Count: 0, PreferredAntiAffinity.Count: 0 };
        if (settings.IgnoresPreferredTermsOfOthers && prefersNothing) return null;
        foreach (var node in pass.Nodes)
        {
            foreach (var existing in node.Pods) Add(pass, table, existing, node);
        }

        return null;
    }

    private void Add(Pass pass, AttractionTable table, NodePod existing, NodeState node)
    {
        AddEach(table, pass.Terms.PreferredAffinity, existing.Pod, node, 1);
        AddEach(table, pass.Terms.PreferredAntiAffinity, existing.Pod, node, -1);
        if (settings.HardPodAffinityWeight > 0)
        {
            foreach (var term in existing.Terms.RequiredAffinity) table.Add(term, settings.HardPodAffinityWeight, pass.Pod, node);
        }

        AddEach(table, existing.Terms.PreferredAffinity, pass.Pod, node, 1);
        AddEach(table, existing.Terms.PreferredAntiAffinity, pass.Pod, node, -1);
    }

    private static void AddEach(AttractionTable table, IReadOnlyList<AffinityTerm> terms, Pod target, NodeState node, int sign)
    {
        foreach (var term in terms) table.Add(term, unchecked(term.Weight * sign), target, node);
    }
}
