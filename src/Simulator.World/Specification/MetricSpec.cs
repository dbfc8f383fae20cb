namespace Simulator.World.Specification;

/// <summary>A custom metric that the pods of an application tell of themselves.</summary>
public sealed record MetricSpec
{
    /// <summary>As annotations of autoscalers name it.</summary>
    public string Name { get; init; } = "";

    public MetricKind Kind { get; init; } = MetricKind.Requests;

    /// <summary>For <see cref="MetricKind.Together"/>.</summary>
    public IReadOnlyList<MetricStep> Together { get; init; } = [];

    /// <summary>What all pods have together at a moment of the run.</summary>
    public double TogetherAt(TimeSpan at)
    {
        var value = 0.0;
        foreach (var step in Together)
        {
            if (step.At <= at) value = step.Value;
        }

        return value;
    }
}

/// <param name="At">Since the start of the run.</param>
/// <param name="Value">From then on.</param>
public readonly record struct MetricStep(TimeSpan At, double Value);

public enum MetricKind
{
    /// <summary>Requests a second that come to the pod.</summary>
    Requests,

    /// <summary>Requests that wait at it.</summary>
    Waiting,

    /// <summary>Requests that wait at it or are served.</summary>
    Present,

    /// <summary>Its part of something that all serving pods share equally: jobs in a queue.</summary>
    Together,
}
