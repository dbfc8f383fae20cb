using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl cordon and uncordon (pkg/kubectl/cmd/drain.go).</summary>
internal static class CordonVerb
{
    public static IEnumerable<Event> Run(CordonOperation operation, Kubectl kubectl, Outcome outcome) =>
        Set(operation.Node, operation.Unschedulable, kubectl, outcome);

    public static IEnumerable<Event> Set(string node, bool unschedulable, Kubectl kubectl, Outcome outcome) =>
        Calls.Change("Node", new ObjectKey("", node), stored => Of((Node)stored, unschedulable), kubectl, outcome);

    private static Edit Of(Node node, bool unschedulable) =>
        node.Spec.Unschedulable == unschedulable ? node : node with { Spec = node.Spec with { Unschedulable = unschedulable } };
}
