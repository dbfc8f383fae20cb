using Simulator.Api;

namespace Simulator.ControlPlane.Controllers.Ownership;

/// <summary>Which of a controller's pods go first: those whose loss costs least (ActivePods in controller_utils.go of 1.3.10).</summary>
/// <param name="related">
/// How many pods of the same family each node has: of two that are else alike, who has more company goes first (ActivePodsWithRanks of
/// later releases). Null = nobody counts.
/// </param>
public sealed class VictimOrder(IReadOnlyDictionary<string, int>? related = null) : IComparer<Pod>
{
    public static readonly VictimOrder Instance = new();

    public int Compare(Pod? left, Pod? right)
    {
        var (a, b) = (left!, right!);
        if (a.IsAssigned != b.IsAssigned) return a.IsAssigned ? 1 : -1;
        if (Rank(a) != Rank(b)) return Rank(a).CompareTo(Rank(b));
        if (a.IsReady != b.IsReady) return a.IsReady ? 1 : -1;
        if (related is not null && Company(a) != Company(b)) return Company(b).CompareTo(Company(a));
        if (a.IsReady && ReadySince(a) != ReadySince(b)) return LatestFirst(ReadySince(a), ReadySince(b));
        if (Restarts(a) != Restarts(b)) return Restarts(b).CompareTo(Restarts(a));
        if (CreatedAt(a) != CreatedAt(b)) return LatestFirst(CreatedAt(a), CreatedAt(b));
        return string.CompareOrdinal(a.Name, b.Name);
    }

    /// <summary>Pending before Unknown before Running; the map of the original gives any other phase the rank of Pending.</summary>
    private static int Rank(Pod pod) => pod.Status.Phase switch
    {
        PodPhase.Running => 2,
        PodPhase.Unknown => 1,
        _ => 0,
    };

    private int Company(Pod pod) => related!.GetValueOrDefault(pod.NodeName);

    private static Instant? ReadySince(Pod pod) => pod.Status.Ready?.LastTransitionTime;

    private static Instant? CreatedAt(Pod pod) => pod.Metadata.CreationTimestamp;

    private static int Restarts(Pod pod)
    {
        var most = 0;
        foreach (var restarts in pod.Status.ContainerRestarts) most = Math.Max(most, restarts);
        return most;
    }

    /// <summary>The unset time stands before every other.</summary>
    private static int LatestFirst(Instant? left, Instant? right) =>
        left is { } a && right is { } b ? b.CompareTo(a) : left is null ? -1 : 1;
}
