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
        _ => OneByOne(operation, kubectl, outcome),
    };

    /// <summary>What a person does who wants the node empty, whatever its pods are.</summary>
    public static IEnumerable<Event> Empty(string node, Kubectl kubectl, Outcome outcome) => kubectl.Drains switch
    {
        DrainWay.ByEviction => new EvictingDrain(EvictingDrain.Everything(node), kubectl, outcome).Run(),
        _ => DrainVerb.Empty(node, kubectl, outcome),
    };

    /// <summary>That kubectl takes one node: each has a command of its own.</summary>
    private static IEnumerable<Event> OneByOne(DrainOperation operation, Kubectl kubectl, Outcome outcome) =>
        operation.Then.Prepend(operation.Node)
            .SelectMany(node => new DrainVerb(operation with { Node = node, Then = [] }, kubectl, outcome).Run());
}
