namespace Simulator.World.Specification;

/// <summary>How the CPU of pods is measured for autoscalers; at the defaults of Heapster 1.1.0.</summary>
public sealed record HeapsterOptions
{
    public HeapsterSampler Sampler { get; init; } = HeapsterSampler.Rate;

    /// <summary>From one sample to the next (--metric-resolution).</summary>
    public TimeSpan Period { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The first sample's stamp, counted from the start of the run; Heapster's are whole minutes.</summary>
    public TimeSpan Phase { get; init; } = TimeSpan.Zero;

    /// <summary>
    /// With <see cref="HeapsterSampler.Rate"/>: machines are asked so long after the moment that the sample is stamped with.
    /// </summary>
    public TimeSpan ScrapeDelay { get; init; } = TimeSpan.FromSeconds(5);
}

public enum HeapsterSampler
{
    /// <summary>The average since the sample before: a pod appears once it is in two samples, one to two minutes after it has
    /// started.</summary>
    Rate,

    /// <summary>The use in the moment of the sample.</summary>
    Minute,

    /// <summary>The use in the moment of the question.</summary>
    Live,
}
