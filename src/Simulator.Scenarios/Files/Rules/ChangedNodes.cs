using Simulator.Api;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Rules;

/// <summary>
/// Nodes with the labels that users give them in the run, and without the taints that they take away: what can ever be had of them.
/// </summary>
internal sealed class ChangedNodes(IEnumerable<OperationSpec> operations)
{
    private readonly ILookup<string, OperationSpec> _ofNode = operations
        .Where(operation => operation is LabelOperation { Kind: "Node" } or TaintOperation)
        .ToLookup(
            operation => operation is LabelOperation label ? label.Key.Name : ((TaintOperation)operation).Node, StringComparer.Ordinal);

    public bool Touch(Node node) => _ofNode.Contains(node.Name);

    public Node Of(Node node) => _ofNode[node.Name].Aggregate(node, With);

    private static Node With(Node node, OperationSpec operation) => operation switch
    {
        LabelOperation label =>
            node with { Metadata = node.Metadata with { Labels = LabelSet.Of(node.Metadata.Labels.Concat(label.Labels)) } },
        TaintOperation taint when node.Spec.Taints.Value is { } taints => node with
        {
            Spec = node.Spec with
            {
                Taints = new Parsed<IReadOnlyList<Taint>>([.. taints.Where(known => !taint.Removed.Contains(known.Key))]),
            },
        },
        _ => node,
    };
}
