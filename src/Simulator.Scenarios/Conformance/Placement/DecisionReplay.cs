using System.Globalization;
using System.Text.Json;
using Simulator.Api;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.Scenarios.Conformance.Scheduling;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>Compares a pass with its recording, table by table.</summary>
internal sealed class DecisionReplay(RecordedCluster cluster, Pod pod, JsonElement expect, Comparison comparison)
{
    private readonly RecordedDraws _draws = new((ulong)expect.Long("seed"));

    public void CompareNodes()
    {
        var nodes = cluster.State.Cache.Snapshot();
        comparison.Same("nodeOrder", expect.GetProperty("nodeOrder"), nodes.Select(node => node.Name));
        foreach (var (name, sums) in expect.GetProperty("requested").EnumerateObject().Select(entry => (entry.Name, entry.Value)))
        {
            comparison.Same($"requested of {name}", sums, NodeSums.Of(cluster.State.Cache.Find(name)!));
        }
    }

    public void ComparePass()
    {
        var plain = new PlainPlacer(cluster.Profile, cluster.State, _draws);
        var pass = plain.Begin(pod);
        var status = pass.Nodes.Count == 0 ? null : plain.PreFilter(pass);
        if (expect.TryGetProperty("preFilter", out var preFilter))
        {
            comparison.Same("preFilter", preFilter.Text("code"), (status?.Code ?? StatusCode.Success).ToString());
            if (status is not null) comparison.Same("preFilter plugin", preFilter.Text("plugin"), status.Plugin);
        }

        if (status is null) CompareFilters(pass);
        var placement = plain.Place(pod, Instant.Start);
        CompareOutcome(pass, placement);
        if (status is null && placement.Outcome is PlacementOutcome.Scheduled or PlacementOutcome.Error) CompareScores(pass, placement);
        if (placement.Preemption is { } preemption) PreemptionCells.Compare(expect, preemption, comparison);
    }

    private void CompareOutcome(Pass pass, Simulator.ControlPlane.Scheduling.Framework.Placement placement)
    {
        comparison.Same(
            "outcome", expect.Text("outcome"), char.ToLowerInvariant(placement.Outcome.ToString()[0]) + placement.Outcome.ToString()[1..]);
        comparison.Same("evaluated", expect.Long("evaluated").ToString(CultureInfo.InvariantCulture), $"{placement.Evaluated}");
        if (placement.Outcome != PlacementOutcome.Error)
        {
            comparison.Same("feasible", expect.GetProperty("feasible"), placement.Fit.Select(node => node.Name));
        }

        comparison.Same("pick", TextOr("pick"), placement.Host?.Name ?? "");
        comparison.Same("error", $"{expect.TryGetProperty("error", out _)}", $"{placement.Error.Length > 0}");
        if (placement.Outcome == PlacementOutcome.Unschedulable)
        {
            comparison.Same("message", TextOr("message"), FitError.Message(pass.Nodes.Count, placement.Statuses.Values));
        }

        if (placement.Preemption is null)
        {
            var recorded = expect.List("draws").Select(draw => $"{draw[0]}:{draw[1]}");
            comparison.Same("draws", string.Join(' ', recorded), string.Join(' ', _draws.Drawn.Select(draw => $"{draw.Of}:{draw.Value}")));
        }

        if (expect.TryGetProperty("preFilter", out var preFilter) && preFilter.Text("code") == "Success"
            && placement.Outcome != PlacementOutcome.Error)
        {
            CompareStatuses(placement.Statuses);
        }
    }

    private void CompareStatuses(IReadOnlyDictionary<string, Status> statuses)
    {
        var recorded = Cells("statuses");
        comparison.Same("statuses", string.Join(' ', recorded.Keys), string.Join(' ', statuses.Keys.Order(StringComparer.Ordinal)));
        foreach (var (node, status) in statuses)
        {
            if (!recorded.TryGetValue(node, out var cell)) continue;
            comparison.Same($"status of {node}", StatusText(cell), Text(status));
            if (cell.TryGetProperty("plugin", out var plugin)) comparison.Same($"plugin of {node}", plugin.GetString()!, status.Plugin);
        }
    }

    private void CompareFilters(Pass pass)
    {
        foreach (var filter in cluster.Profile.Filters)
        {
            var recorded = expect.TryGetProperty("filters", out var filters) && filters.TryGetProperty(filter.Name, out var cells)
                ? cells.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value)
                : [];
            foreach (var node in pass.Nodes)
            {
                var status = filter.Filter(pass, pass.State, node);
                comparison.Same(
                    $"{filter.Name} on {node.Name}", recorded.TryGetValue(node.Name, out var cell) ? StatusText(cell) : "Success",
                    status is null ? "Success" : Text(status));
            }
        }
    }

    private void CompareScores(Pass pass, Simulator.ControlPlane.Scheduling.Framework.Placement placement)
    {
        if (!expect.TryGetProperty("scores", out var scores)) return;
        var fit = placement.Fit.Count > 0
            ? placement.Fit
            : [.. expect.GetProperty("feasible").EnumerateArray().Select(name => cluster.State.Cache.Find(name.GetString()!)!)];
        var isError = new Scorer(cluster.Profile).PreScore(pass, fit) is not null;
        if (!isError) ScoreCells.Compare(expect, cluster.Profile, pass, fit, comparison);
        if (expect.TryGetProperty("volumeBindings", out var bindings)) VolumeCells.Compare(bindings, pass, fit, comparison);
    }

    private Dictionary<string, JsonElement> Cells(string table) => expect.TryGetProperty(table, out var cells)
        ? cells.EnumerateObject().ToDictionary(cell => cell.Name, cell => cell.Value)
        : [];

    private string TextOr(string field) => expect.TryGetProperty(field, out var text) ? text.GetString()! : "";

    /// <summary>Of errors only that there is one is compared.</summary>
    private static string StatusText(JsonElement cell) => cell.Text("code") == "Error"
        ? "Error"
        : $"{cell.Text("code")} {string.Join(" | ", cell.Texts("reasons").Order(StringComparer.Ordinal))}";

    private static string Text(Status status) => status.Code == StatusCode.Error
        ? "Error"
        : $"{status.Code} {string.Join(" | ", status.Reasons.Order(StringComparer.Ordinal))}";
}
