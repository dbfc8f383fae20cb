using System.Text.Json;
using Simulator.ControlPlane.Scheduling.Framework.Cache;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.PreFilter;
using Simulator.Scenarios.Conformance.Scheduling;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>Which volume each claim would get on each fitting node.</summary>
internal static class VolumeCells
{
    public static void Compare(JsonElement recorded, Pass pass, IReadOnlyList<NodeState> fit, Comparison comparison)
    {
        foreach (var node in fit)
        {
            var plan = pass.State.Find<VolumePlans>()?.ByNode.GetValueOrDefault(node.Name) ?? new VolumePlan([], []);
            var isThere = recorded.TryGetProperty(node.Name, out var cell);
            comparison.Same($"volumes on {node.Name}", isThere ? Text(cell) : Text(new VolumePlan([], [])), Text(plan));
        }
    }

    /// <summary>A claim that the pod mounts twice gets two volumes; the recording keeps the last.</summary>
    private static string Text(VolumePlan plan) => Text(
        plan.Bind.GroupBy(pair => pair.Claim.Name).Select(
            pairs => $"{pairs.Key}={pairs.Last().Volume.Name}"), plan.Provision.Select(claim => claim.Name));

    private static string Text(JsonElement cell) => Text(
        cell.TryGetProperty("bind", out var bind) && bind.ValueKind == JsonValueKind.Object
            ? bind.EnumerateObject().Select(pair => $"{pair.Name}={pair.Value.GetString()}")
            : [],
        cell.Texts("provision"));

    private static string Text(IEnumerable<string> bind, IEnumerable<string> provision) =>
        $"bind {string.Join(' ', bind.Order(StringComparer.Ordinal))} provision "
            + $"{string.Join(' ', provision.Order(StringComparer.Ordinal))}";
}
