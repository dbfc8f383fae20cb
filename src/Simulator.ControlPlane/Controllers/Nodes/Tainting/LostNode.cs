using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Nodes.Tainting;

/// <summary>A node that was lost long ago: Unknown, and with both taints.</summary>
public static class LostNode
{
    public static Node Of(Node node, Instant markedAt)
    {
        var unknown = UnknownConditions.Of(node, markedAt) ?? node;
        IEnumerable<Taint> added = [.. unknown.Status.Conditions.Select(TaintKeys.Of).OfType<Taint>(), TaintKeys.EvictsUnreachable];
        var spec = unknown.Spec with { Taints = new Parsed<IReadOnlyList<Taint>>([.. TaintKeys.On(unknown), .. added]) };
        return unknown with { Spec = spec };
    }
}
