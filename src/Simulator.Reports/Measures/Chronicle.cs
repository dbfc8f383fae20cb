using Simulator.World;

namespace Simulator.Reports;

/// <param name="At">Seconds since the start of the run.</param>
public sealed record ChronicleRow(double At, string Text);

/// <summary>What happened besides outages and is worth telling in a line: what users did, and which programs stopped, started or took over.</summary>
internal sealed class Chronicle
{
    /// <summary>Of a thousand pets the first few tell enough.</summary>
    private const int PetsToldMax = 5;

    /// <summary>More is only counted: a run of weeks has thousands.</summary>
    private const int RowsMax = 200;

    private readonly List<ChronicleRow> _rows = [];
    private int _initialized;

    public IReadOnlyList<ChronicleRow> Rows => _rows;

    public long Dropped { get; private set; }

    public void Observe(in Observation fact)
    {
        if (fact.Kind == ObservationKind.PetInitialized && ++_initialized > PetsToldMax) return;
        if (Sentence(fact) is not { } text) return;
        if (_rows.Count < RowsMax) _rows.Add(new ChronicleRow(fact.At.TotalSeconds, text));
        else Dropped++;
    }

    private static string? Sentence(in Observation fact) => fact.Kind switch
    {
        ObservationKind.OperationDone when fact.Other == "Ok" => $"user: {fact.Subject}",
        ObservationKind.OperationDone => $"user: {fact.Subject} failed: {fact.Other}",
        ObservationKind.ComponentStopped => $"{fact.Subject} stopped{(fact.Other.Length > 0 ? $" ({Reason(fact.Other)})" : "")}",
        ObservationKind.ComponentStarted => $"{fact.Subject} started",
        ObservationKind.LeaderChanged => fact.Other.Length > 0 ? $"{fact.Other} leads ({fact.Subject})" : $"{fact.Subject} has no leader",
        ObservationKind.SegmentationMode => $"the node controller turned network segmentation mode {fact.Other}",
        ObservationKind.RolloutChanged => $"rollout of {Names.Short(fact.Subject)} to revision {fact.Value} {fact.Other.ToLowerInvariant()}",
        ObservationKind.LoadBalancerReady => $"load balancer of {Names.Short(fact.Subject)} is ready",
        ObservationKind.PetInitialized => $"{Names.Short(fact.Subject)} was told to be initialized",
        ObservationKind.PrimaryChanged => fact.Other.Length > 0 ? $"{Names.Short(fact.Other)} is the primary of {Names.Short(fact.Subject)}" : $"{Names.Short(fact.Subject)} has no primary",
        ObservationKind.DataLost => $"{Names.Short(fact.Subject)} lost {fact.Other}",
        ObservationKind.IdentityOverlapBegan => $"{Names.Short(fact.Subject)} runs twice, on {fact.Other.Replace("|", " and on ", StringComparison.Ordinal)}",
        ObservationKind.IdentityOverlapEnded => $"{Names.Short(fact.Subject)} no longer runs twice",
        ObservationKind.DiskDetachForced => $"disk {fact.Subject} is taken from {fact.Other} by force after {HumanTime.Long(fact.Value / 1e6)}",
        _ => null,
    };

    private static string Reason(string why) => Enum.TryParse<OutageKind>(why, out var kind) ? OutageKinds.Of(kind).Name : why;
}
