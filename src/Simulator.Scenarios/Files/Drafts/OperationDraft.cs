using Simulator.Api.Documents;
using Simulator.World.Specification;
using Simulator.World.Specification.Operations;

namespace Simulator.Scenarios.Files.Drafts;

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

    /// <summary>The command's key and paths relative to the scenario file, unread.</summary>
    public (string Command, IReadOnlyList<SourceCursor> Paths)? Files { get; init; }

    /// <summary>The command's key and what it is about: KIND/NAME, or a node.</summary>
    public (string Command, SourceCursor Cursor)? About { get; init; }

    /// <summary>join or leave, and which cluster.</summary>
    public (string Command, string Cluster)? Member { get; init; }

    /// <summary>Null: all of them.</summary>
    public IReadOnlyList<StoredParts>? Parts { get; init; }

    public bool IsByHand { get; init; }

    public TimeSpan? GracePeriod { get; init; }

    public bool? Cascade { get; init; }

    public bool? Force { get; init; }

    public bool? IgnoreDaemonSets { get; init; }

    public bool InTurn { get; init; }

    public bool? DeleteLocalData { get; init; }

    public PairChange Labels { get; init; } = PairChange.None;

    public PairChange Annotations { get; init; } = PairChange.None;

    public TaintChange Taints { get; init; } = TaintChange.None;

    public bool Overwrite { get; init; }

    public int? Replicas { get; init; }

    public int? CurrentReplicas { get; init; }

    public int? Min { get; init; }

    public int? Max { get; init; }

    public int? CpuPercent { get; init; }

    public string? Image { get; init; }

    public string? Container { get; init; }

    public TimeSpan? UpdatePeriod { get; init; }

    public TimeSpan? Timeout { get; init; }

    public string? Name { get; init; }

    public int? Port { get; init; }

    public string? TargetPort { get; init; }

    public string? Protocol { get; init; }

    public string Type { get; init; } = "ClusterIP";

    public long Revision { get; init; }
}
