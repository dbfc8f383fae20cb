using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;

namespace Simulator.ControlPlane.Scheduling.Framework.PreScore;

/// <summary>Picks the tolerations that preferences look at; that is done where they are looked at, and it never says no.</summary>
public sealed class TaintToleration : IPreScore
{
    public string Name => PluginNames.TaintToleration;

    public Status? PreScore(Pass pass, IReadOnlyList<NodeState> fit) => null;
}
