namespace Simulator.World.Traces;

/// <summary>A pod of a workload trace: when it comes, how long it runs once it is placed, what it asks for.</summary>
public sealed record TracePod
{
    public required string Name { get; init; }

    /// <summary>Whose it is: a user, a virtual cluster, a queue; "" if nobody says.</summary>
    public string Group { get; init; } = "";

    /// <summary>Since the start of the trace.</summary>
    public required TimeSpan Submit { get; init; }

    /// <summary>From its placement; null: it does not end.</summary>
    public TimeSpan? Duration { get; init; }

    public long MilliCpu { get; init; }

    /// <summary>Bytes.</summary>
    public long Memory { get; init; }

    /// <summary>Graphics processors that it has to itself, or has a share of.</summary>
    public int Gpus { get; init; }

    /// <summary>Thousandths of each of them.</summary>
    public int MilliGpu { get; init; } = 1000;

    /// <summary>Models that will do, sorted; empty: any.</summary>
    public IReadOnlyList<string> GpuModels { get; init; } = [];

    /// <summary>Where it ran in the trace; "" if nobody says.</summary>
    public string Node { get; init; } = "";

    /// <summary>How long it waited in the trace; null if nobody says.</summary>
    public TimeSpan? Waited { get; init; }

    /// <summary>Row of its file, from 1.</summary>
    public long Row { get; init; }

    /// <summary>Thousandths of all its graphics processors together.</summary>
    public long TotalMilliGpu => (long)Gpus * MilliGpu;

    public bool SharesGpu => Gpus == 1 && MilliGpu < 1000;
}
