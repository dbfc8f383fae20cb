using System.Text.Json;
using Simulator.ControlPlane.Scheduling.Framework;
using Simulator.ControlPlane.Scheduling.Framework.Cycle;
using Simulator.ControlPlane.Scheduling.Framework.Fast;

namespace Simulator.Scenarios.Conformance.Placement;

/// <summary>Many pods, one after another, on one scheduler, with victims and nominations.</summary>
public sealed class PlacementSequenceKind : IConformanceKind
{
    public string Kind => "sequence-1.20";

    public string? Difference(JsonElement recording) =>
        Replay(recording, "plain", (cluster, draws) => new PlainPlacer(cluster.Profile, cluster.State, draws))
        ?? Replay(
            recording, "fast",
            (cluster, draws) => new FastPlacer(cluster.Profile, cluster.State, draws, new FastCluster(cluster.State)));

    private static string? Replay(JsonElement recording, string which, Func<RecordedCluster, IDraws, IPlacer> placer)
    {
        var cluster = new RecordedCluster(recording);
        var draws = new RecordedDraws((ulong)recording.Long("seed"));
        var run = new SequenceReplay(cluster, placer(cluster, draws), draws, recording);
        foreach (var operation in recording.List("ops")) run.Do(operation);
        run.CompareFinal();
        return run.Comparison.Difference is { } difference ? $"{which}: {difference}" : null;
    }
}
