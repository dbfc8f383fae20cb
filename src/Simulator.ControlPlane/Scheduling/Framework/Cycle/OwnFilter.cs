using Simulator.ControlPlane.Scheduling.Extensions;
using Simulator.ControlPlane.Scheduling.Framework.Cache;

namespace Simulator.ControlPlane.Scheduling.Framework.Cycle;

/// <summary>Where a filter of somebody's own stands in a profile, until a scheduler makes it for itself.</summary>
public sealed class OwnFilter(string name, IOwnRule<IFilter> rule) : IFilter
{
    public string Name => name;

    public IOwnRule<IFilter> Rule => rule;

    public Status? Filter(Pass pass, CycleState state, NodeState node) =>
        throw new InvalidOperationException($"no scheduler has made {name} yet");
}
