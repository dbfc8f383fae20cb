namespace Simulator.World.Specification;

/// <summary>How the pods of an application serve requests, and what they use.</summary>
public sealed record LoadSpec
{
    /// <summary>Mean time of serving one request on an idle machine; zero: requests take no time and no CPU.</summary>
    public TimeSpan ServiceTime { get; init; }

    /// <summary>Standard deviation of that time over its mean: 1 exponential, 0 constant; others as gamma.</summary>
    public double Spread { get; init; } = 1;

    /// <summary>Requests that a pod serves at once; others wait in the order of their arrival.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>Requests that may wait at a pod, one more is refused; null: no bound.</summary>
    public int? QueueMax { get; init; }

    /// <summary>CPU time of one request; null: it computes all the time that it is served.</summary>
    public TimeSpan? CpuPerRequest { get; init; }

    /// <summary>Thousandths of a core that a pod uses without requests.</summary>
    public double IdleMilliCpu { get; init; }

    /// <summary>Bytes that each request in the pod adds.</summary>
    public long MemoryPerRequest { get; init; }

    /// <summary>
    /// Bytes of a pod by its requests a second, rising in rate, straight between the points; empty: what the application's memory or the
    /// containers' requests say.
    /// </summary>
    public IReadOnlyList<MemoryPoint> MemoryAt { get; init; } = [];

    /// <summary>CPU that all its pods use together, shared equally by those that serve, whatever requests come; empty: none.</summary>
    public IReadOnlyList<DemandStep> CpuDemand { get; init; } = [];

    /// <summary>What its pods tell of themselves beside CPU.</summary>
    public IReadOnlyList<MetricSpec> Metrics { get; init; } = [];

    /// <summary>Its pods are queues.</summary>
    public bool Serves => ServiceTime > TimeSpan.Zero;

    /// <summary>The kernel's smallest share of a core, in thousandths.</summary>
    public const double MilliCpuMin = 2;

    /// <summary>Core-seconds of one request.</summary>
    public double CoresPerRequest => (CpuPerRequest ?? ServiceTime).TotalSeconds;

    /// <summary>Requests a second that a pod which serves can serve.</summary>
    /// <param name="milliCpu">Thousandths of a core that it can have at most; infinite: as much as it likes.</param>
    public double CapacityWith(double milliCpu)
    {
        var most = Concurrency / ServiceTime.TotalSeconds;
        return CoresPerRequest > 0 ? Math.Min(most, Math.Max(MilliCpuMin, milliCpu - IdleMilliCpu) / 1000 / CoresPerRequest) : most;
    }
}

/// <param name="PerSecond">Requests a second at one pod.</param>
public readonly record struct MemoryPoint(double PerSecond, long Bytes);

/// <param name="At">Since the start of the run.</param>
/// <param name="MilliCpu">Thousandths of a core from then on.</param>
public readonly record struct DemandStep(TimeSpan At, double MilliCpu);
