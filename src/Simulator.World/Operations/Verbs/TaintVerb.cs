using System.Text.Json;
using Simulator.Api;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>kubectl taint: an annotation of the node (pkg/kubectl/cmd/taint.go); new taints stand before the old ones.</summary>
internal static class TaintVerb
{
    public static IEnumerable<Event> Run(TaintOperation operation, Kubectl kubectl, Outcome outcome) =>
        Calls.Change("Node", new ObjectKey("", operation.Node), stored => Changed((Node)stored, operation), kubectl, outcome);

    private static Edit Changed(Node node, TaintOperation operation)
    {
        var old = node.Spec.Taints.Value ?? [];
        var there = operation.Taints.Where(taint => old.Any(known => known.Key == taint.Key)).ToList();
        if (there.Count > 0 && !operation.Overwrite)
        {
            var problems = there.Select(taint => $"Node '{node.Name}' already has a taint "
                + $"({{Key:{taint.Key} Value:{taint.Value} Effect:{taint.Effect}}}), and --overwrite is false");
            return Edit.Refused($"error: {string.Join("; ", problems)}");
        }
        IReadOnlyList<Taint> all = [.. operation.Taints, .. old.Where(known => operation.Taints.All(taint => taint.Key != known.Key))];
        var missing = operation.Removed.Where(key => all.All(taint => taint.Key != key)).ToList();
        if (missing.Count > 0) return Edit.Refused($"error: {string.Join("; ", missing.Select(key => $"taint key=\"{key}\" not found."))}");
        return With(node, [.. all.Where(taint => !operation.Removed.Contains(taint.Key))]);
    }

    private static Node With(Node node, IReadOnlyList<Taint> taints)
    {
        var text = JsonSerializer.Serialize(taints.Select(taint => new { key = taint.Key, value = taint.Value, effect = taint.Effect }));
        return node with
        {
            Metadata = node.Metadata with { Annotations = node.Metadata.Annotations.With(WellKnownAnnotations.Taints, text) },
            Spec = node.Spec with { Taints = new Parsed<IReadOnlyList<Taint>>(taints) },
        };
    }
}
