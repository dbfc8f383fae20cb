using Simulator.Api;
using Simulator.World;

namespace Simulator.Scenarios;

/// <summary>What a user does, as the file has it: exactly one of the commands is there.</summary>
internal sealed record OperationDraft
{
    public TimeSpan At { get; init; }

    /// <summary>Null: at its time.</summary>
    public EventTime? After { get; init; }

    /// <summary>What may be there when it begins: of events nobody knows when they come.</summary>
    public TimeSpan Latest => After is null ? At : TimeSpan.MaxValue;

    public string Cluster { get; init; } = "";

    public string Namespace { get; init; } = "default";

    /// <summary>Paths relative to the scenario file, unread.</summary>
    public IReadOnlyList<SourceCursor> Apply { get; init; } = [];

    /// <summary>The command's key and what it is about: KIND/NAME, or a node.</summary>
    public (string Command, SourceCursor Cursor)? About { get; init; }

    public TimeSpan? GracePeriod { get; init; }

    public bool? Cascade { get; init; }

    public int? CurrentReplicas { get; init; }

    public LabelSet Annotations { get; init; } = LabelSet.Empty;

    public int? Replicas { get; init; }

    public string? Image { get; init; }

    public string? Container { get; init; }

    public long Revision { get; init; }
}
