using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>The ways of emptying a node.</summary>
internal static class DrainTable
{
    public static IEnumerable<Event> Run(DrainOperation operation, Kubectl kubectl, Outcome outcome) => kubectl.Drains switch
    {
        DrainWay.ByEviction => new EvictingDrain(operation, kubectl, outcome).Run(),
        _ => new DrainVerb(operation, kubectl, outcome).Run(),
    };

    /// <summary>What a person does who wants the node empty, whatever its pods are.</summary>
    public static IEnumerable<Event> Empty(string node, Kubectl kubectl, Outcome outcome) => kubectl.Drains switch
    {
        DrainWay.ByEviction => new EvictingDrain(EvictingDrain.Everything(node), kubectl, outcome).Run(),
        _ => DrainVerb.Empty(node, kubectl, outcome),
    };
}
