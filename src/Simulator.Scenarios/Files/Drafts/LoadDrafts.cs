namespace Simulator.Scenarios.Files.Drafts;

/// <summary>A rate from a moment on, as the file has it.</summary>
internal sealed record StepDraft
{
    public TimeSpan At { get; init; }

    public double PerSecond { get; init; }

    public TimeSpan Over { get; init; }
}

/// <summary>A point of a memory curve.</summary>
internal sealed record MemoryPointDraft
{
    public double PerSecond { get; init; }

    public long Bytes { get; init; }
}

/// <summary>A demand from a moment on.</summary>
internal sealed record DemandDraft
{
    public TimeSpan At { get; init; }

    public double MilliCpu { get; init; }
}

/// <summary>A metric from a moment on.</summary>
internal sealed record MetricStepDraft
{
    public TimeSpan At { get; init; }

    public double Value { get; init; }
}

/// <summary>The load of an application's pods.</summary>
internal sealed record LoadDraft
{
    public Simulator.World.Specification.LoadSpec Spec { get; init; } = new();

    /// <summary>Requests a second, instead of a time and a number of servers; 0: not said.</summary>
    public double Capacity { get; init; }
}
