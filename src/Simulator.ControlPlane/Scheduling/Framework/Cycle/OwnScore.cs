using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>Where a score of somebody's own stands in a profile, until a scheduler makes it for itself.</summary>
public sealed class OwnScore(string name, IOwnRule<IScore> rule) : IScore
{
    public string Name => name;

    public IOwnRule<IScore> Rule => rule;

    public long Score(Pass pass, NodeState node, out string? error) =>
        throw new InvalidOperationException($"no scheduler has made {name} yet");
}
