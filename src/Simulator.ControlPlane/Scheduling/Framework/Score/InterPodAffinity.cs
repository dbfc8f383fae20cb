using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreScore;

namespace Simulator.ControlPlane.Scheduling.Framework.Score;

/// <summary>Prefers nodes near pods that are preferred, and that prefer the pod.</summary>
public sealed class InterPodAffinity : IScore
{
    public string Name => PluginNames.InterPodAffinity;

    public long Score(Pass pass, NodeState node, out string? error)
    {
        error = null;
        return pass.State.Find<AttractionTable>()?.Of(node) ?? 0;
    }
}
