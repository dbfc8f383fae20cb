using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Versions;
using Simulator.Engine;
using Simulator.World.Specification.Operations;

namespace Simulator.World.Operations.Verbs;

/// <summary>
/// kubectl taint: an annotation of the node, one taint a key (pkg/kubectl/cmd/taint.go of 1.3.10), or its spec, one taint a key and effect
/// (staging/src/k8s.io/kubectl/pkg/cmd/taint of 1.20). New taints stand before the old ones.
/// </summary>
internal static class TaintVerb
{
    public static IEnumerable<Event> Run(TaintOperation operation, Kubectl kubectl, Outcome outcome) => Calls.Change(
        "Node", new ObjectKey("", operation.Node),
        stored => kubectl.Taints == TaintWay.Spec ? InSpec((Node)stored, operation) : Annotated((Node)stored, operation), kubectl, outcome);

    private static Edit Annotated(Node node, TaintOperation operation)
    {
        var old = node.Spec.Taints.Value ?? [];
        var there = operation.Taints.Where(taint => old.Any(known => known.Key == taint.Key)).ToList();
        if (there.Count > 0 && !operation.Overwrite)
        {
            var problems = there.Select(taint => $"Node '{node.Name}' already has a taint "
                + $"({{Key:{taint.Key} Value:{taint.Value} Effect:{taint.Effect}}}), and --overwrite is false");
            return Edit.Refused($"error: {string.Join("; ", problems)}");
        }

        var (all, fault) = Change(
            node, operation, static (one, other) => one.Key == other.Key, static key => $"taint key=\"{key}\" not found.");
        return fault is null ? With(node, all) : Edit.Refused(fault);
    }

    private static Edit InSpec(Node node, TaintOperation operation)
    {
        var old = node.Spec.Taints.Value ?? [];
        var there = operation.Taints.Where(taint => old.Any(known => AreOne(known, taint))).Select(taint => taint.Key).ToList();
        if (there.Count > 0 && !operation.Overwrite)
        {
            return Edit.Refused(
                $"error: node {node.Name} already has {string.Join(", ", there)} taint(s) with same effect(s) and --overwrite is false");
        }

        var (all, fault) = Change(node, operation, AreOne, static removed => $"taint \"{removed}\" not found");
        return fault is null ? With(node, new Parsed<IReadOnlyList<Taint>>(all)) : Edit.Refused(fault);
    }

    private static bool AreOne(Taint one, Taint other) => (one.Key, one.Effect) == (other.Key, other.Effect);

    private static (IReadOnlyList<Taint> All, string? Fault) Change(
        Node node, TaintOperation operation, Func<Taint, Taint, bool> areOne, Func<string, string> absent)
    {
        var old = node.Spec.Taints.Value ?? [];
        IReadOnlyList<Taint> all = [.. operation.Taints, .. old.Where(known => !operation.Taints.Any(taint => areOne(taint, known)))];
        var missing = operation.Removed.Where(removed => !all.Any(taint => IsMeant(removed, taint))).ToList();
        return missing.Count > 0
            ? ([], $"error: {string.Join("; ", missing.Select(absent))}")
            : ([.. all.Where(taint => !operation.Removed.Any(removed => IsMeant(removed, taint)))], null);
    }

    /// <param name="removed">KEY or KEY:EFFECT.</param>
    private static bool IsMeant(string removed, Taint taint) => removed == taint.Key || removed == $"{taint.Key}:{taint.Effect}";

    private static Edit With(Node node, IReadOnlyList<Taint> taints)
    {
        var text = JsonSerializer.Serialize(taints.Select(taint => new { key = taint.Key, value = taint.Value, effect = taint.Effect }));
        return With(node, new Parsed<IReadOnlyList<Taint>>(taints)) with
        {
            Metadata = node.Metadata with { Annotations = node.Metadata.Annotations.With(WellKnownAnnotations.Taints, text) },
        };
    }

    private static Node With(Node node, Parsed<IReadOnlyList<Taint>> taints) => node with { Spec = node.Spec with { Taints = taints } };
}
