using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Matching;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Prefers nodes that match the preferred node affinity of the pod and of the profile, by weight.</summary>
public sealed class NodeAffinity(PluginSettings settings) : IScore
{
    private readonly PreferredTerms? _added = PreferredTerms.Parse(settings.AddedAffinity?.Preferred ?? []);

    public string Name => PluginNames.NodeAffinity;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        var terms = PreferredTerms.Parse(pass.Pod.Spec.Affinity.Value?.NodeAffinity?.Preferred ?? []);
        error = terms is null ? "a preferred node affinity term is wrong" : null;
        return (_added?.Score(node.Labels, node.Name) ?? 0) + (terms?.Score(node.Labels, node.Name) ?? 0);
    }
}
