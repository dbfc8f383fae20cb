using System.Globalization;
using Simulator.Api.Documents;
using Simulator.Engine;
using Simulator.Scenarios.Files.Drafts;
using Simulator.Scenarios.Files.Shapes;
using Simulator.Scenarios.Files.Sources;
using Simulator.World.Outages;
using Simulator.World.Specification;

namespace Simulator.Scenarios.Files.Assembly;

/// <summary>Turns the rows of failure traces into outages of a cluster.</summary>
internal sealed class ReplayAssembly(IReadOnlyList<ClusterSpec> clusters, TimeSpan duration)
{
    private readonly ClusterChoice _choice = new(clusters);

    public IReadOnlyList<OutageSpec> Assemble(IReadOnlyList<Placed<ReplayDraft>> replays) => [.. replays.SelectMany(Assemble)];

    private IEnumerable<OutageSpec> Assemble(Placed<ReplayDraft> placed)
    {
        var (draft, fields) = (placed.Value, placed.Fields);
        if (draft.File?.RelatedPath() is not { } path || _choice.Of(draft.Cluster, fields) is not { } cluster) return [];
        if (FailureTrace.Read(path, fields.Context.Diagnostics) is not { } trace) return [];
        if (ClusterPlaces.NodesOf(cluster) is not { } nodes) return [];
        var places = new TracePlaces(nodes, draft.Per);
        var outages = new List<OutageSpec>();
        foreach (var row in trace)
        {
            var place = places.Of(row.Target);
            var at = row.At - draft.From;
            if (at >= TimeSpan.Zero && at < duration) outages.Add(Outage(draft, cluster, row, at, place));
        }

        Tell(draft.File.Value, trace.Count, outages.Count, places);
        return outages;
    }

    private static OutageSpec Outage(ReplayDraft draft, ClusterSpec cluster, FailureTrace.Row row, TimeSpan at, string place) => new()
    {
        Kind = draft.Kind,
        At = at,
        For = row.Duration is { } length ? new Constant(length) : draft.Lasts ?? PublishedRates.Lasts(draft.Per),
        Cluster = cluster.Name,
        Where = new Place(draft.Per, place),
    };

    private static void Tell(SourceCursor file, int rows, int used, TracePlaces places)
    {
        if (used < rows) file.Remark($"{Number(used)} of {Number(rows)} rows fall into the run");
        if (places.Dealt > 0)
        {
            file.Remark($"{Number(places.Dealt)} targets of the trace are no names of this cluster; they are dealt out to its "
                + $"{Number(places.Count)} places in the order in which they appear");
        }
    }

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
