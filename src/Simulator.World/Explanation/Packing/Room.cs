using Simulator.Api;

namespace Simulator.World.Explanation.Packing;

/// <summary>How many more copies of some pods fit after a loss, and what ends it.</summary>
public sealed record Room
{
    /// <summary>What is lost before: "zone b"; "nothing".</summary>
    public required string Lost { get; init; }

    public required int NodesLost { get; init; }

    /// <summary>Pods of the lost nodes that found another place.</summary>
    public required int Moved { get; init; }

    /// <summary>Pods of the lost nodes that nobody makes again: they have no controller.</summary>
    public required int Gone { get; init; }

    /// <summary>Pods that found no place before any copy was added: those that were waiting, and those of the lost nodes.</summary>
    public required IReadOnlyList<UnplacedPods> Homeless { get; init; }

    /// <summary>Whole copies.</summary>
    public required long Copies { get; init; }

    /// <summary>Pods of them, and of the copy that did not fit whole.</summary>
    public required long Pods { get; init; }

    /// <summary>Why the next pod does not fit.</summary>
    public required PackingEnd End { get; init; }

    /// <summary>With all of them.</summary>
    public required Fullness Fullness { get; init; }

    public int HomelessCount => Homeless.Sum(pods => pods.Count);

    /// <summary>
    /// First the pods that wait are placed, then those of the lost nodes as their controllers would make them again, then copies, until
    /// the next pod of them finds no place.
    /// </summary>
    public static Room For(PodMix mix, ClusterSnapshot cluster, Loss loss)
    {
        var survivors = new Survivors(cluster, loss);
        var placing = new Placing(cluster, survivors.Nodes, survivors.Pods);
        foreach (var pod in survivors.Waiting) placing.PlaceOrNote(pod);
        var waiting = placing.UnplacedCount;
        foreach (var pod in survivors.ToMove) placing.PlaceOrNote(pod);
        var (pods, end) = Fill(placing, mix, cluster);
        return new Room
        {
            Lost = loss.Title,
            NodesLost = survivors.NodesLost,
            Moved = survivors.ToMove.Count - (placing.UnplacedCount - waiting),
            Gone = survivors.Gone,
            Homeless = placing.Unplaced,
            Copies = pods / mix.Size,
            Pods = pods,
            End = end,
            Fullness = placing.Fullness,
        };
    }

    private static (long Pods, PackingEnd End) Fill(Placing placing, PodMix mix, ClusterSnapshot cluster)
    {
        foreach (var value in mix.Company)
        {
            var refusal = placing.Add(value, cluster.Pods.Where(pod => pod.Namespace == value.Namespace));
            if (refusal is not null) return (0, PackingEnd.Refused(value, refusal));
        }

        for (var number = 0L; ; number++)
        {
            var verdict = placing.Admit(mix[number]);
            if (!verdict.IsAdmitted) return (number, PackingEnd.Refused(mix[number], verdict.Reason));
            var pod = (Pod)verdict.Object;
            if (!placing.Place(pod)) return (number, placing.WhyNot(pod));
        }
    }
}
