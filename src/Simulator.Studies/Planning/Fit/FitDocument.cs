using Simulator.World.Explanation.Packing;

namespace Simulator.Studies.Planning.Fit;

/// <summary>An answer of <see cref="FitPlan"/> for machines.</summary>
public sealed record FitDocument(string Cluster, IReadOnlyList<FitPart> Copy, Room Now, IReadOnlyList<Room> AfterLosses)
{
    public static FitDocument Of(FitAnswer answer) => new(
        answer.Cluster.Name,
        [.. answer.Mix.Parts.Select(part => new FitPart(part.Title, part.Count))],
        answer.Now,
        answer.AfterLosses);
}

/// <param name="Pods">Of one copy.</param>
public sealed record FitPart(string Workload, int Pods);
