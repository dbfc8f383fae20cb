using System.Globalization;
using Simulator.Engine;

namespace Simulator.World.Specification;

/// <summary>One trouble: what happens to whom, when, and for how long.</summary>
public sealed record OutageSpec
{
    public required OutageKind Kind { get; init; }

    /// <summary>What others call it that wait for it; "" if none does.</summary>
    public string Name { get; init; } = "";

    /// <summary>Without meaning if it waits for an event, or is old.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Null: it begins at its time.</summary>
    public EventTime? After { get; init; }

    /// <summary>Somebody began it while the run was served: after all else of its moment.</summary>
    public bool IsByHand { get; init; }

    /// <summary>It began long before the run: its machines are silent, marked and evicted when the run starts.</summary>
    public bool IsOld { get; init; }

    /// <summary>How long what is struck stays so; null: to the end of the run.</summary>
    public IDistribution? For { get; init; }

    public required string Cluster { get; init; }

    /// <summary>The machines it strikes; null for kinds that strike no machines.</summary>
    public Place? Where { get; init; }

    /// <summary>The two zones of a partition.</summary>
    public ZonePair? Zones { get; init; }

    /// <summary>The two regions of a partition.</summary>
    public RegionPair? Regions { get; init; }

    /// <summary>The program that freezes: "api-server", "etcd", "scheduler" or "controller-manager"; "" for other kinds.</summary>
    public string Program { get; init; } = "";

    /// <summary>"namespace/name" of the service whose load balancer is lost; "" = those of all services.</summary>
    public string Service { get; init; } = "";

    /// <summary>Number of the instance from 0; null = all instances.</summary>
    public int? Instance { get; init; }

    /// <summary>Share of the machines of the place that are struck, drawn from the seed; above 0, at most 1.</summary>
    public double Share { get; init; } = 1;

    /// <summary>One machine after the other, so far apart; zero: all at once.</summary>
    public TimeSpan Rolling { get; init; }

    /// <summary>Machines that are in maintenance at the same time.</summary>
    public int AtOnce { get; init; } = 1;

    /// <summary>How long a drained machine is left alone before it is rebooted.</summary>
    public TimeSpan Settle { get; init; }

    /// <summary>How many times slower, for kinds that slow something down.</summary>
    public double Factor { get; init; } = 10;

    /// <summary>With slow nodes: how much later each status write of their kubelets comes; null: in time.</summary>
    public IDistribution? HeartbeatDelay { get; init; }

    /// <summary>Null: it happens once.</summary>
    public Repetition? Repeat { get; init; }

    private string? PartOfPlace => Where is { } place && Share < 1
        ? string.Create(CultureInfo.InvariantCulture, $"{Share * 100:0.##} % of {place.Title}")
        : Where?.Title;

    /// <summary>What it strikes, in a word.</summary>
    public string Target => PartOfPlace
        ?? (Zones is { } pair ? $"{pair.One} and {pair.Other}" : null)
        ?? Regions?.Title
        ?? (Subject.Length == 0 ? Cluster : Service.Length > 0 ? $"{Subject} of {Service}"
            : Instance is { } number ? $"{Subject}-{number}" : Subject);

    private string Subject => Program.Length > 0 ? Program : OutageKinds.Of(Kind).Subject;
}

/// <param name="Every">From one beginning to the next.</param>
/// <param name="Times">How often in all.</param>
public sealed record Repetition(TimeSpan Every, int Times);

public sealed record ZonePair(string One, string Other);

/// <param name="IsOneWay">Only what the first sends to the other is lost.</param>
public sealed record RegionPair(string One, string Other, bool IsOneWay)
{
    /// <summary>In words: "eu and us", "eu to us".</summary>
    public string Title => IsOneWay ? $"{One} to {Other}" : $"{One} and {Other}";
}
